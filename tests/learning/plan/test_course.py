"""A learner who follows the plan to the exam: the rules of the plan over a whole course."""

from collections.abc import Mapping
from typing import Any

import pytest

from study_app.learning.plan.forecast import forecast, remedies
from tests.learning.plan.samples import BLUEPRINTS, TODAY, syllabus
from tests.simulated_learner import UNEVEN, Course, known, problems, ratios

CARDS = 270
TEN_MISSED = frozenset(range(25, 35))


def course(**more: Any) -> Course:
    made: Mapping[str, Any] = {"exam": "new", "begun": TODAY, **more}
    return Course(syllabus(CARDS), BLUEPRINTS, **made)


@pytest.mark.parametrize(
    "more",
    [{}, {"missed": TEN_MISSED}, {"length": 5, "minutes": 150}],
    ids=["60 days", "ten missed", "5 days"],
)
def test_the_rules_of_the_plan_hold_over_a_course(more: dict[str, Any]) -> None:
    """No day above 1.6 times the mean of the 15 days around it, every card begun before the last
    tenth, each reviewed or planned in the last 14 days, new cards within the quota.
    """
    found = course(**more).run()
    assert problems(found) == []
    assert max(ratios(found)) <= UNEVEN
    assert known(found) > 0.9


def test_a_day_without_study_is_not_made_up_for_in_one_day() -> None:
    """The backlog is spread by the minutes."""
    found = course(missed=TEN_MISSED).run()
    back = found.days[max(TEN_MISSED) + 1]
    assert back.due > 60
    assert back.waiting > 20
    most = max(day.asked for day in found.days)
    assert most <= 30 * 60 / 45 * 1.25
    assert found.days[-1].waiting < 10


def test_where_the_minutes_do_not_suffice_it_is_said_before() -> None:
    """What was left out, and why."""
    found = course(minutes=10)
    before = found.begin().now()
    assert not forecast(before).feasible
    remedy = remedies(before)
    assert remedy.cards
    found = course(minutes=10).run()
    assert len(found.now().unbegun) > 0
    assert course(minutes=remedy.minutes + 5).run().now().unbegun == []
