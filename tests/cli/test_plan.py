"""`dva due`, `dva plan`, `dva review` and the parts of `dva quiz`, as scripts run them."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.cli.program import Dva, refused


def read(dva: Dva, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("\n".join(dva.lines(*arguments, "--json")))
    return found


def test_what_is_due_is_one_json_object(dva: Dva) -> None:
    """{"day", "exam", "exam_date"|null, "due", "new", "minutes", "feasible", "cards"}"""
    found = read(dva, "due")
    assert list(found) == ["day", "exam", "exam_date", "due", "new", "minutes", "feasible", "cards"]
    assert (found["exam_date"], found["due"], found["new"]) == (None, 0, 10)
    assert (found["minutes"], found["feasible"], found["cards"]) == (11, True, [])
    assert not dva.log.exists()
    dva.lines("review", "--plain", "--seed", "1", given="1\n1\n1\n")
    found = read(dva, "due")
    assert 0 < len(found["cards"]) <= 3
    assert found["new"] == 10 - len(found["cards"])
    for card in found["cards"]:
        assert list(card) == [
            "id",
            "due",
            "planned",
            "stability",
            "difficulty",
            "retrievability",
            "reviews",
            "lapses",
            "suspended",
        ]
        assert card["due"].endswith("T12:00:00+00:00")
        assert card["planned"] == card["due"][:10]
        assert (card["retrievability"], card["reviews"], card["lapses"]) == (1.0, 1, 0)
    assert found["cards"] == sorted(found["cards"], key=lambda card: card["id"])


def test_the_plan_is_set_and_told(dva: Dva) -> None:
    day = date.fromisoformat(read(dva, "due")["day"]) + timedelta(days=60)
    found = read(dva, "plan", "--exam", "DVA-C03", "--date", f"{day}", "--minutes", "40")
    assert (found["exam"], found["exam_chosen"]) == ("dva-c03", True)
    assert (found["exam_date"], found["minutes_a_day"]) == (f"{day}", 40)
    assert (found["begun"], found["remedies"]) == (0, None)
    assert found["cards"] > 200
    assert dva.lines("plan")[0].startswith(f"DVA-C03 on {day}, in ")
    assert dva.lines("plan", "--date", "none", "--lang", "ko")[0] == "DVA-C03, 하루 40분."


def test_wrong_wishes_are_refused(reader: Dva) -> None:
    for given, said in (
        (("--date", "soon"), "--date must be a date such as 2027-01-31, or none, not 'soon'"),
        (("--date", "2020-01-01"), "--date 2020-01-01 is in the past. Choose a day from "),
        (("--exam", "saa"), "There is no exam 'saa'. Exams: dva-c02, dva-c03"),
    ):
        assert refused(reader("plan", *given)).startswith(said)
    assert not reader.log.exists()


@pytest.mark.parametrize(
    ("part", "value", "known"),
    [
        ("domain", "9", "It has 1, 2, 3, 4"),
        ("task", "7.7", "It has 1.1, "),
        ("skill", "7.7.7", "Its tasks are 1.1, "),
        ("skill", "2.1.99", "It has 2.1.1, "),
    ],
)
def test_a_part_that_the_exam_does_not_have(reader: Dva, part: str, value: str, known: str) -> None:
    message = refused(reader("quiz", "--plain", f"--{part}", value))
    assert message.startswith("DVA-C0")
    assert f" has no {part} '{value}'. {known}" in message


def test_practice_by_parts_of_the_exam(reader: Dva) -> None:
    lines = reader.lines("quiz", "--plain", "--domain", "2", "--difficulty", "1", "-n", "2")
    assert sum("of 2 ·" in line for line in lines) == 1
    message = refused(reader("quiz", "--plain", "--only", "flagged"))
    assert message == "No questions match: choose other topics or leave out an option."
