"""A rollout as lines and as JSON."""

import json

import pytest

from study_app.plain.rollout import as_json, lines
from study_app.simulator.engines.rollout.rollout import (
    DeploymentConfiguration,
    Result,
    RolloutInput,
    roll_out,
)
from study_app.words.width import display_width, ljust, rjust


def rollout(
    desired: int, minimum: int, maximum: int, room: int | None = None, *, explain: bool = False
) -> Result:
    configuration = DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=maximum)
    parameters = RolloutInput(desired=desired, configuration=configuration, room=room)
    return roll_out(parameters, explain=explain)


def table(result: Result, language: str) -> list[str]:
    """The lines of the table: those that begin with a step number."""
    return [line for line in lines(result, language) if line.lstrip()[:1].isdigit()]


def test_english_reads_like_this() -> None:
    told = list(lines(rollout(4, 50, 100), "en"))

    assert told[:16] == [
        "Rolling update, desired count 4",
        "minimumHealthyPercent 50, maximumPercent 100, room without limit",
        "",
        "lower = ceil(4 x 50 / 100) = 2",
        "    healthy running tasks never fall below this (rounded up)",
        "upper = floor(4 x 100 / 100) = 4",
        "    running and pending tasks never exceed this (rounded down)",
        "",
        "step      action       old  new",
        "   0      at first       4    0  ####",
        "   1  -2  stop 2 old     2    0  ##",
        "   2  +2  start 2 new    2    2  ##oo",
        "   3  -2  stop 2 old     0    2  oo",
        "   4  +2  start 2 new    0    4  oooo",
        "# old   o new",
        "",
    ]
    assert told[16].startswith("COMPLETED: ")


def test_bars_of_a_korean_table_begin_in_one_column() -> None:
    rows = table(rollout(10, 80, 120), "ko")

    assert len(rows) == 7
    assert len({display_width(row.rstrip("#o")) for row in rows}) == 1


def test_both_languages_stand_one_below_the_other() -> None:
    told = list(lines(rollout(3, 100, 125), "both"))
    endings = [line for line in told if line.startswith("STUCK: ")]

    assert endings == [
        "STUCK: The two limits allow neither a stop nor a start.",
        "STUCK: 하한과 상한 때문에 중지도 시작도 할 수 없습니다.",
    ]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_stuck_rollout_quotes_the_event(language: str) -> None:
    told = " ".join(" ".join(lines(rollout(3, 100, 125), language)).split())

    assert "was unable to stop or start tasks during a deployment because of" in told


def test_what_the_model_assumes_is_said_without_being_asked() -> None:
    told = "\n".join(lines(rollout(4, 50, 100), "en"))

    assert "Assumed by this model" in told
    assert "first stop as many old tasks as the lower limit allows" in told
    assert "then start as many new tasks as possible" in told
    assert (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-options.html" in told
    )


def test_with_a_trace_each_step_shows_its_formula() -> None:
    told = list(lines(rollout(6, 50, 200, room=8, explain=True), "en"))
    second = next(index for index, line in enumerate(told) if "+5" in line)

    assert told[second + 1] == "    free = max(0, 8 - 3) = 5"
    assert told[second + 2].startswith("    start = min(desired - new, upper - running, free)")
    assert any("documented: https://" in line for line in told)


def test_with_a_trace_a_stuck_rollout_shows_what_was_tried() -> None:
    told = list(lines(rollout(3, 100, 125, explain=True), "en"))

    assert "    stop = min(old, running - lower) = min(3, 3 - 3) = 0" in told
    assert "    old = 3, new = 0: STUCK" in told


@pytest.mark.parametrize("language", ["en", "ko"])
def test_limits_that_aws_refuses_are_named_with_its_message(language: str) -> None:
    refused = " ".join(" ".join(lines(rollout(4, 100, 100), language)).split())
    accepted = " ".join(lines(rollout(1, 50, 100), language))

    assert "InvalidParameterException: Both maximumPercent and minimumHealthyPercent" in refused
    assert "InvalidParameterException" not in accepted


def test_a_caution_stands_with_the_limits() -> None:
    assert "room = 3 < desired = 4" in list(lines(rollout(4, 50, 100, room=3), "en"))


def test_a_sign_stands_for_several_tasks_where_a_bar_would_be_too_long() -> None:
    told = list(lines(rollout(1000, 50, 200), "en"))

    assert "# old   o new   (up to 63 tasks a sign)" in told
    assert table(rollout(1000, 50, 200), "en")[2].endswith("  " + "#" * 8 + "o" * 16)


def test_lines_fit_the_terminal_but_for_addresses() -> None:
    for language in ("en", "ko", "both"):
        for line in lines(rollout(60, 50, 250, room=40, explain=True), language):
            assert display_width(line) <= 80 or "https://" in line


def test_json_has_the_promised_fields_and_no_other() -> None:
    assert as_json(rollout(4, 100, 150)) == {
        "lower": 4,
        "upper": 6,
        "steps": ["+2", "-2", "+2", "-2"],
        "result": "COMPLETED",
        "states": [
            {"old": 4, "new": 2},
            {"old": 2, "new": 2},
            {"old": 2, "new": 4},
            {"old": 0, "new": 4},
        ],
    }


def test_json_with_trace_says_rule_formula_basis_and_source() -> None:
    told = as_json(rollout(3, 100, 125, explain=True), trace=True)
    trace = json.loads(json.dumps(told))["trace"]

    assert trace[0] == {
        "rule": "rollout.lower",
        "formula": "lower = ceil(3 x 100 / 100) = 3",
        "basis": "documented",
        "source": "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
        "API_DeploymentConfiguration.html",
    }
    assert trace[-1]["rule"] == "rollout.stuck-limits"


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("step", 4), ("단계", 4), ("2개 중지", 8), ("가", 2), ("e\u0301", 1), ("ＡＢ", 4)],
)
def test_width_counts_columns_not_characters(text: str, columns: int) -> None:
    assert display_width(text) == columns


def test_text_is_justified_by_columns() -> None:
    assert (ljust("단계", 6), rjust("단계", 6), ljust("단계", 3)) == ("단계  ", "  단계", "단계")
