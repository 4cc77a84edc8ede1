"""An exam guide as data."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.learning.material.blueprint import Blueprint, Domain, ExamTask, Skill, domain_of


def blueprint(available_from: date | None, last_day: date | None) -> Blueprint:
    def task(*skills: str) -> ExamTask:
        return ExamTask(skills[0].rpartition(".")[0], "A task", tuple(Skill(s, "") for s in skills))

    return Blueprint(
        id="exam-a",
        code="EXAM-A",
        title="The first exam",
        available_from=available_from,
        last_day=last_day,
        minutes=130,
        scored=50,
        unscored=15,
        domains=(
            Domain("2", "Security", 40, (task("2.1.2", "2.1.1"), task("2.2.1"))),
            Domain("1", "Deployment", 60, (task("1.1.1"),)),
        ),
        services=("Amazon ECS",),
        moved={},
    )


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(st.none() | days, st.none() | days, days)
def test_an_exam_can_be_taken_from_its_first_day_to_its_last(
    first: date | None, last: date | None, day: date
) -> None:
    """It can be taken from `available_from` to `last_day`, both included."""
    begun = first is None or (day - first).days >= 0
    over = last is not None and (day - last).days >= 1
    assert blueprint(first, last).can_be_taken_on(day) == (begun and not over)


def test_both_ends_are_included() -> None:
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    exam, one = blueprint(first, last), timedelta(days=1)
    assert exam.can_be_taken_on(first)
    assert exam.can_be_taken_on(last)
    assert not exam.can_be_taken_on(first - one)
    assert not exam.can_be_taken_on(last + one)


def test_skills_come_in_the_order_of_the_guide() -> None:
    skills = [skill.id for skill in blueprint(None, None).skills()]
    assert skills == ["2.1.2", "2.1.1", "2.2.1", "1.1.1"]


@pytest.mark.parametrize(("skill", "domain"), [("3.4.11", "3"), ("12.1", "12"), ("1", "1")])
def test_the_domain_of_a_skill_stands_before_the_first_dot(skill: str, domain: str) -> None:
    assert domain_of(skill) == domain
