"""Habits, mistakes and the parts of the exam as JSON and as lines."""

import json
from collections.abc import Callable
from dataclasses import replace

from study_app.learning.answering.responses import Picked, TypedText
from study_app.plain.progress import progress_as_json, progress_lines
from study_app.usecases.progress import progress_of
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.plain.test_plain_stats import CHOICE, TYPED, answered

PART = {
    "retrievability",
    "accuracy",
    "known",
    "first_attempts",
    "first_attempts_right",
    "questions",
    "unseen",
    "cards",
    "begun",
    "due",
}


def printed(study: Study, language: Language = Language.EN) -> list[str]:
    return list(progress_lines(progress_of(study, language), language))


def sat(study: Study) -> Sitting:
    return answered(study, (TYPED, TypedText("spread")), (CHOICE, Picked(("spread",))))


def test_the_figures_that_scripts_read(study: Study) -> None:
    sat(study)
    found = json.loads(json.dumps(progress_as_json(progress_of(study))))
    assert (found["day"], found["exam"], found["streak"]) == ("2026-11-23", "exam-a", 1)
    assert found["answers_by_day"] == {"2026-11-23": 2}
    assert min(found["due_by_day"]) == "2026-11-23"
    assert len(found["due_by_day"]) == 14
    assert found["retention"]["mature"] == {"reviews": 0, "passed": 0, "share": None}
    assert found["seconds"]["by_kind"] == {"choice": 0, "typed": 0}
    assert found["confusions"] == [
        {"asked": "binpack", "answered": "spread", "times": 1, "of": 1, "questions": [TYPED]},
        {
            "asked": "binpack on memory",
            "answered": "spread over zones",
            "times": 1,
            "of": 1,
            "questions": [CHOICE],
        },
    ]
    parts = found["parts"]
    assert set(parts) == {"whole", "domains", "tasks", "skills"}
    assert set(parts["whole"]) == PART
    assert parts["domains"]["1"]["first_attempts"] == 2


def test_before_the_first_answer_every_figure_is_there(study: Study) -> None:
    found = progress_as_json(progress_of(study))
    assert (found["confusions"], found["leeches"], found["answers_by_day"]) == ([], [], {})
    assert found["seconds"] == {"median": None, "by_kind": {}, "by_domain": {}, "bins": [0] * 11}


def test_the_same_as_lines(study: Study) -> None:
    sat(study)
    lines = printed(study)
    assert lines[1].startswith("Due: 0 today, ")
    assert lines[2] == ("Last 4 weeks: studied on 1 of 22 days, 2 answers, 1 day in a row now")
    assert "Time per question: median 0:00" in lines
    assert "Asked binpack, answered spread: 1 of 1" in lines
    assert any(line.startswith("1 ") and " of 2 first tries right" in line for line in lines)
    korean = printed(study, Language.KO)
    assert len(korean) == len(lines)
    assert korean[1].startswith("복습할 카드: 오늘 0장")


def test_content_without_an_exam_has_no_parts(
    study: Study, make_study: Callable[..., Study]
) -> None:
    sat(study)
    without = make_study(replace(study.bank, blueprints={}))
    assert progress_as_json(progress_of(without))["parts"] is None
    assert not any("known" in line for line in printed(without))
