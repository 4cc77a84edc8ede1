"""What a question may ask of a rollout."""

import pytest

from study_app.simulator.questions import UnknownQuestionError, ask
from study_app.simulator.rollout import DeploymentConfiguration, Result, RolloutInput, roll_out


def rollout(desired: int, minimum: int, maximum: int) -> Result:
    configuration = DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=maximum)
    return roll_out(RolloutInput(desired=desired, configuration=configuration))


@pytest.mark.parametrize(
    ("what", "value"), [("lower", 3), ("upper", 5), ("first_stop", 2), ("steps", 6)]
)
def test_five_tasks_at_50_and_100_percent(what: str, value: int) -> None:
    assert ask(rollout(5, 50, 100), what) == value


def test_a_rollout_that_starts_first_stops_none_first() -> None:
    assert ask(rollout(4, 100, 200), "first_stop") == 0


def test_a_stuck_rollout_stops_none_and_has_no_steps() -> None:
    stuck = rollout(3, 100, 125)
    assert (ask(stuck, "first_stop"), ask(stuck, "steps")) == (0, 0)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownQuestionError, match=r"'middle'.*lower, upper, first_stop, steps"):
        ask(rollout(4, 50, 100), "middle")
