"""The report of `dva check`: what is counted, what is named, and what is left alone."""

import json
from datetime import date
from pathlib import Path

import pytest

from study_app.bank.checking.check import check

TODAY = date(2026, 11, 23)


def test_the_report_has_the_shape_that_scripts_rely_on(content: Path) -> None:
    report = check([content], TODAY, beside=[])
    assert json.loads(json.dumps(report.as_json())) == {
        "topics": 1,
        "cards": 1,
        "questions": 7,
        "by_kind": {
            "choice": 1,
            "choices": 1,
            "typed": 2,
            "ordering": 1,
            "matching": 1,
            "worked": 1,
        },
        "by_topic": {"rolling": {"cards": 1, "questions": 7}},
        "by_skill": {
            "exam-a": {
                "1.1.1": {"cards": 1, "questions": 5},
                "1.1.2": {"cards": 0, "questions": 0},
                "2.1.1": {"cards": 0, "questions": 1},
            },
            "exam-b": {"1.1.1": {"cards": 1, "questions": 0}},
        },
        "languages": {"ko": {"translated": 4, "missing": 4, "stale": 0}},
        "problems": [],
    }


def test_a_problem_names_its_file_as_the_user_typed_it(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = content / "topics" / "rolling.yaml"
    topic.write_text(
        topic.read_text(encoding="utf-8").replace("position: 1", "position: one"), encoding="utf-8"
    )
    monkeypatch.chdir(content / "topics")
    message = "'position' must be a whole number from 0 to 9999, not 'one'"
    for typed, name in [
        ("..", "../topics/rolling.yaml"),
        ("rolling.yaml", "rolling.yaml"),
        (str(topic), str(topic)),
    ]:
        report = check([Path(typed)], TODAY, beside=[])
        problems = [problem for problem in report.as_json()["problems"] if problem["line"] == 4]
        assert problems == [{"file": name, "line": 4, "column": 11, "message": message}]


def test_a_changed_english_text_makes_a_translation_stale_and_is_no_problem(content: Path) -> None:
    topic = content / "topics" / "rolling.yaml"
    topic.write_text(
        topic.read_text(encoding="utf-8").replace("fewest", "smallest number of"), encoding="utf-8"
    )
    report = check([content], TODAY, beside=[])
    assert report.as_json()["languages"] == {"ko": {"translated": 3, "missing": 4, "stale": 1}}
    assert report.problems == ()


@pytest.mark.parametrize(
    ("name", "questions"),
    [
        ("topics/rolling.yaml", 7),
        ("ko/topics/rolling.yaml", 0),
        ("exams/exam-a.yaml", 0),
        ("scenarios/rolling.yaml", 0),
        ("glossary.yaml", 0),
    ],
)
def test_a_single_file_is_checked_beside_the_rest_of_the_content(
    content: Path, name: str, questions: int
) -> None:
    report = check([content / name], TODAY, beside=[content])
    assert report.problems == ()
    assert report.questions == questions


def test_a_single_topic_is_counted_with_the_translation_that_lies_beside(content: Path) -> None:
    report = check([content / "topics/rolling.yaml"], TODAY, beside=[content])
    assert report.as_json()["languages"] == {"ko": {"translated": 4, "missing": 4, "stale": 0}}


def test_problems_of_what_lies_beside_are_not_reported(content: Path, tmp_path: Path) -> None:
    (content / "topics" / "broken.yaml").write_text("topic: [\n", encoding="utf-8")
    (content / "stray.txt").write_text("", encoding="utf-8")
    draft = tmp_path / "draft.yaml"
    draft.write_text("topic: draft\ntitle: Draft\n", encoding="utf-8")
    assert check([draft], TODAY, beside=[content]).problems == ()
    assert len(check([content], TODAY, beside=[]).problems) == 2


def test_a_translation_fits_the_english_below_it_whatever_lies_above(
    content: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own" / "topics" / "rolling.yaml"
    own.parent.mkdir(parents=True)
    text = (content / "topics/rolling.yaml").read_text(encoding="utf-8")
    own.write_text(text.replace("      spread: {text", "      zones: {text"), encoding="utf-8")
    assert check([content, own], TODAY, beside=[]).problems == ()
    report = check([own, content], TODAY, beside=[])
    assert [problem.message for problem in report.problems] == []


def test_the_translation_of_an_unreadable_topic_is_not_reported_on_top_of_it(
    content: Path,
) -> None:
    (content / "topics" / "rolling.yaml").write_text("topic: [\n", encoding="utf-8")
    (problem,) = check([content], TODAY, beside=[]).problems
    assert problem.file == str(content / "topics" / "rolling.yaml")


def test_paths_that_are_not_there_are_named(tmp_path: Path) -> None:
    (problem,) = check([tmp_path / "none"], TODAY, beside=[]).problems
    assert str(problem) == f"{tmp_path}/none:1:1: no such file or folder"


def test_what_was_checked_more_than_a_year_ago_is_noted_and_no_problem(content: Path) -> None:
    """'a note for `checked` older than a year'"""
    a_year_on = check([content], TODAY.replace(year=2027), beside=[])
    a_day_later = check([content], TODAY.replace(year=2027, day=24), beside=[])
    assert (a_year_on.notes, a_year_on.problems) == ((), ())
    assert a_day_later.problems == ()
    assert (
        "note: 8 items last checked more than a year ago, starting with rolling/bounds"
        in a_day_later.lines("en")
    )
