"""The chance of passing as JSON and as lines."""

from datetime import UTC

import pytest

from study_app.learning.readiness.readiness import chance_percent
from study_app.plain.readiness import readiness_as_json, readiness_lines
from study_app.usecases.readiness import Prospects
from study_app.words.language import Language
from tests.learning.readiness.samples import EXAM, NOW, answers, content

FIELDS = {"probability", "low", "high", "expected", "pass_mark", "answered"}


def prospects(count: int) -> Prospects:
    one = content()
    events = answers([number % 4 > 0 for number in range(count)])
    return Prospects(EXAM, iter(events), NOW.astimezone(UTC), one.syllabus, one.blueprints)


def test_the_fields_that_scripts_rely_on() -> None:
    by_exam = readiness_as_json(prospects(60).by_exam)["readiness"]
    assert isinstance(by_exam, dict)
    assert set(by_exam) == {"dva-c02", "dva-c03"}
    for one in by_exam.values():
        assert set(one) == FIELDS
        assert 0 <= one["low"] <= one["probability"] <= one["high"] <= 1
        assert (one["pass_mark"], one["answered"]) == (0.72, 60)


def test_below_twenty_answers_it_is_null() -> None:
    assert readiness_as_json(prospects(19).by_exam) == {
        "readiness": {"dva-c02": None, "dva-c03": None}
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [(Language.EN, "shown after 20 answers"), (Language.KO, "20문제를 답하면")],
)
def test_below_twenty_answers_it_says_when(language: Language, text: str) -> None:
    (line,) = readiness_lines(content().blueprints[EXAM], prospects(3).readiness(), language)
    assert text in line


def test_the_chance_stands_beside_its_interval() -> None:
    readiness = prospects(60).readiness()
    assert readiness is not None
    chance, expected = readiness_lines(content().blueprints[EXAM], readiness, Language.EN)
    low, high = map(chance_percent, (readiness.low, readiness.high))
    assert chance.startswith("Chance of passing DVA-C03 today: ")
    assert f"(90% interval: {low} to {high}%)" in chance
    assert "72% is assumed as the passing score" in expected


def test_content_without_the_exam_has_no_line() -> None:
    assert list(readiness_lines(None, None, Language.EN)) == []
