"""The bank keeps the style of the exam, topic by topic."""

import pytest

from study_app.learning.material.items import Question
from tests.repo.exam_style import Style, by_topic
from tests.shipped import shipped

STYLE = Style.read()


@pytest.fixture(scope="module")
def topics() -> dict[str, list[Question]]:
    return by_topic(shipped())


def test_the_whole_bank_reads_like_the_exam(topics: dict[str, list[Question]]) -> None:
    figures = STYLE.figures(question for questions in topics.values() for question in questions)
    assert 48 <= figures.stem <= 65
    assert 12 <= figures.option <= 22
    assert 45 <= figures.tied <= 75
    assert 75 <= figures.verb_led <= 95
    assert figures.longest <= 34
    assert figures.faults < 3


@pytest.mark.parametrize("name", STYLE.reached)
def test_a_topic_keeps_what_it_has_reached(topics: dict[str, list[Question]], name: str) -> None:
    """One question more or less may move a figure; a topic that drifts back is named."""
    reached, figures = STYLE.reached[name], STYLE.figures(topics[name])
    one_question = 100 / len(topics[name]) + 1
    assert 45 <= figures.stem <= 70
    assert figures.tied >= reached["tied"] - one_question
    assert figures.verb_led >= reached["verb_led"] - one_question
    assert figures.faults <= reached["faults"] + one_question


def test_every_topic_has_its_figures(topics: dict[str, list[Question]]) -> None:
    assert set(STYLE.reached) == set(topics)
