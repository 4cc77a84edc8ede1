"""The content that is shipped."""

from datetime import date

import pytest

from study_app.bank.checking.check import Report, check
from study_app.bank.places import shipped_content
from study_app.learning.material.items import QuestionKind
from study_app.learning.material.syllabus import CONTAINER_CHAPTER, is_aside, is_container_topic
from study_app.words.wording import say
from tests.shipped import shipped

WRITTEN = date(2026, 11, 29)
"""The day of the latest reading; `checked` may not lie after it."""

IN_STUDY_ORDER = [
    "docker", "ecs", "ecs-task-definition", "ecs-placement", "ecs-auto-scaling",
    "ecs-rolling-update", "ecr", "copilot", "eks",
]  # fmt: skip


@pytest.fixture(scope="module")
def report() -> Report:
    return check([shipped_content()], WRITTEN)


def test_nothing_is_wrong_with_it(report: Report) -> None:
    assert [str(problem) for problem in report.problems] == []


def test_every_item_is_translated_from_the_english_of_today(report: Report) -> None:
    korean = report.languages["ko"]
    assert (korean.missing, korean.stale) == (0, 0)
    assert korean.translated == report.cards + report.questions


def test_every_kind_of_question_is_there(report: Report) -> None:
    assert all(report.by_kind[kind] for kind in QuestionKind)


def test_every_question_is_taught_by_a_card() -> None:
    bank = shipped()
    assert [question.id for question in bank.questions.values() if question.card is None] == []


def test_details_of_containers_are_asked_only_with_their_chapter() -> None:
    """'A drill that serves no skill of the exam has the tag `container-chapter`'"""
    tagged = [one for one in shipped().questions.values() if CONTAINER_CHAPTER in one.tags]
    assert tagged
    assert [one.id for one in tagged if not is_aside(one, "dva-c03")] == []
    assert [one.id for one in tagged if not is_container_topic(one.topic)] == []


def test_every_card_of_an_exam_has_a_question_of_the_exam() -> None:
    bank = shipped()
    for exam in bank.blueprints:
        asked = {one.card for one in bank.questions.values() if one.skills.get(exam)}
        cards = [card.id for card in bank.cards.values() if card.skills.get(exam)]
        assert [card for card in cards if card not in asked] == []


def test_topics_stand_in_the_order_of_study() -> None:
    assert list(shipped().topics)[: len(IN_STUDY_ORDER)] == IN_STUDY_ORDER


def test_both_exams_can_be_studied_for() -> None:
    exams = shipped().blueprints
    assert set(exams) == {"dva-c02", "dva-c03"}
    assert exams["dva-c02"].can_be_taken_on(date(2026, 11, 30))
    assert not exams["dva-c02"].can_be_taken_on(date(2026, 12, 1))
    assert exams["dva-c03"].can_be_taken_on(date(2026, 12, 1))
    assert not exams["dva-c03"].can_be_taken_on(date(2026, 11, 30))
    weights = {exam.id: [domain.weight for domain in exam.domains] for exam in exams.values()}
    assert weights["dva-c02"] == [32, 26, 24, 18]
    assert all(sum(shares) == 100 for shares in weights.values())


def test_every_part_of_an_exam_has_a_name_of_its_own() -> None:
    """Skills and tasks get `short` names (<=24 cells, EN and KO); reading refuses longer ones."""
    for exam in shipped().blueprints.values():
        skills = list(exam.skills())
        tasks = [task for domain in exam.domains for task in domain.tasks]
        named = [one.short for group in (exam.domains, tasks, skills) for one in group]
        assert None not in named
        for language in ("en", "ko"):
            names = [say(skill.name, language) for skill in skills]
            assert len(names) == len(set(names))
