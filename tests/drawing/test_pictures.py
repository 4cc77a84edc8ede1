"""Pictures as lines: what they say without color, and that they fit their space."""

from dataclasses import replace

import pytest

from study_app.drawing.curves import charts
from study_app.drawing.pictures import legend, rule, stage
from study_app.drawing.pieces import Line
from study_app.simulator.kinds.registry import play
from study_app.simulator.model.case import Case
from study_app.simulator.playback.frames import Box, Frame, Mark, Meter, Run, TaskLook
from study_app.words.language import Language
from study_app.words.width import cut, display_width
from tests.shipped import shipped

SCENARIOS = shipped().scenarios
CAPTION = play(Case("rolling", {"desired": 1})).frames[0].caption


def text(lines: list[Line]) -> list[str]:
    return ["".join(piece for piece, _ in line).rstrip() for line in lines]


def frame(*boxes: Box) -> Frame:
    return Frame(caption=CAPTION, boxes=boxes)


TWO = frame(
    Box(
        id="i-1",
        zone="us-east-1a",
        runs=(Run(TaskLook.OLD, 2), Run(TaskLook.PENDING, 1)),
        meters=(Meter("cpu", 768, 1024), Meter("memory", 0, 2048)),
        mark=Mark.CHOSEN,
    ),
    Box(
        id="i-2",
        zone="us-east-1b",
        meters=(Meter("cpu", 0, 1024), Meter("memory", 0, 2048)),
        ports=(80,),
        status="DRAINING",
        mark=Mark.DROPPED,
    ),
)


def test_boxes_stand_zone_by_zone() -> None:
    assert text(stage(TWO, 44, 10)) == [
        "  us-east-1a             us-east-1b",
        "▌ ▸ i-1                  × i-2",
        "▌  A   A   b",
        "▌ cpu ━━━━━━━━━━╸───     cpu ──────────────",
        "▌ mem ──────────────     mem ──────────────",
        "                         port 80",
        "                         DRAINING",
    ]


def test_where_boxes_do_not_fit_every_instance_has_a_line() -> None:
    first, second = text(stage(TWO, 60, 2))
    assert first.startswith("▸ i-1 us-east-1a cpu ")
    assert first.endswith("A   A   b")
    assert second.startswith("× i-2 us-east-1b cpu ")
    assert "DRAINING" in second


def test_every_look_has_a_letter_of_its_own() -> None:
    """'colour by meaning with a shape beside it'"""
    box = Box(id="x", runs=tuple(Run(look, 1) for look in TaskLook))
    assert text(stage(frame(box), 40, 10))[1] == "  A B b d o ·"


@pytest.mark.parametrize("count", [3, 9, 30, 400])
def test_many_tasks_take_two_rows_then_become_a_count(count: int) -> None:
    rows = text(stage(frame(Box(id="x", runs=(Run(TaskLook.NEW, count),))), 26, 10))[1:]
    letters = "".join(rows).count("B")
    assert len(rows) <= 2
    assert letters == count or rows[0].startswith(f"  B×{count}")


def test_a_box_is_never_fuller_than_full() -> None:
    box = Box(id="x", meters=(Meter("cpu", 9, 3), Meter("memory", 1, 10_000)))
    over, little = text(stage(frame(box), 26, 10))[2:4]
    assert "─" not in over
    assert little.count("╸") == 1


def test_a_few_tasks_are_chips_and_each_look_has_a_ground_of_its_own() -> None:
    box = Box(id="x", runs=(Run(TaskLook.OLD, 1), Run(TaskLook.NEW, 2)))
    chips = [piece for piece in stage(frame(box), 40, 10)[1] if piece[0].strip()]
    assert [name for name, _ in chips] == [" A ", " B ", " B "]
    assert len({style for _, style in chips}) == 2


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda one: one.id)
@pytest.mark.parametrize(("width", "height"), [(43, 13), (70, 28), (78, 400)])
def test_nothing_is_wider_than_its_place(scenario: object, width: int, height: int) -> None:
    """'text never wider than' where it stands: every line of every frame, facts aside"""
    for case in filter(None, (scenario.case, scenario.beside)):  # type: ignore[attr-defined]
        playback = play(case)
        for number, one in enumerate(playback.frames):
            lines = [
                *stage(replace(one, facts={}), width, height),
                *charts(playback, number, width, Language.KO, 3),
                *charts(playback, number, width, Language.KO, 3, axis=True),
            ]
            assert max(map(display_width, text(lines)), default=0) <= width


def test_curves_share_a_scale_and_end_where_the_frame_is() -> None:
    playback = play(
        Case("rolling", {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 100})
    )
    assert text(charts(playback, 3, 40, Language.EN)) == [
        "old 0  ████▄▄▄▄▄▄▄▄▁▁▁▁",
        "new 2  ▁▁▁▁▁▁▁▁▄▄▄▄▄▄▄▄",
    ]


def test_an_axis_tells_all_frames_and_points_at_the_one_that_is_shown() -> None:
    playback = play(
        Case("rolling", {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 100})
    )
    assert text(charts(playback, 2, 44, Language.EN, axis=True)) == [
        "old 2  █████ ▄▄▄▄▄ ▄▄▄▄▄",
        "new 2  ▁▁▁▁▁ ▁▁▁▁▁ ▄▄▄▄▄",
        "       0     1     ▸2    3     4     5",
    ]


def test_the_legend_names_what_is_there_in_the_learners_language() -> None:
    playback = play(Case("rolling", {"desired": 2}))
    assert text([legend([playback], range(2), Language.EN)]) == [
        "A old   B new   b new, not yet healthy   · free"
    ]
    assert text([legend([playback], (), Language.KO)]) == ["A 기존   B 새 태스크   · 빈자리"]


def test_a_rule_says_whether_it_is_documented() -> None:
    playback = play(Case("rolling", {"desired": 2}))
    documented = text(rule(playback.frames[0].applied[0], Language.EN))
    assumed = text(rule(playback.frames[1].applied[-1], Language.KO))
    assert documented[0] == "lower = ceil(2 x 100 / 100) = 2"
    assert documented[2] == "= documented  DeploymentConfiguration (API)"
    assert assumed[2].startswith("≈ 이 모델의 가정")


def test_a_cut_text_keeps_its_columns() -> None:
    assert cut("가나다라", 5) == "가나…"
    assert cut("abc", 3) == "abc"
