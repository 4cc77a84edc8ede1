"""A small run of `python -m tests.calibration`: the estimate beats what is plain."""

from statistics import fmean

import pytest

from tests.calibration.__main__ import estimated, told_by
from tests.calibration.learners import Learner, learners
from tests.calibration.populations import POPULATIONS
from tests.learning.readiness.samples import NOW, content


@pytest.fixture(scope="module")
def every() -> list[Learner]:
    return learners(content(), POPULATIONS["specified"], 3, 11, NOW)


def test_learners_are_a_third_each_by_their_true_chance(every: list[Learner]) -> None:
    for family in POPULATIONS["specified"].families:
        chances = sorted(one.truth.chance for one in every if one.family == family)
        assert chances[0] < 0.25
        assert chances[2] > 0.75


def test_the_estimate_beats_plain_ones(every: list[Learner]) -> None:
    """So few learners tell no more than that nothing broke: the figures come from the script."""
    estimates = [estimated(one, content()) for one in every]
    squared = fmean(one.squared for one in estimates)
    for name in ("always 0.5", "share of last answers"):
        assert squared < fmean(one.squared for one in told_by(name, every, content())), name
    assert fmean(one.is_covered for one in estimates) > 0.7
