"""Keys computed by the simulator, for questions with fixed texts."""

from dataclasses import replace

from study_app.grading.answer import Answer
from study_app.learning.material.items import Question, Typed
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.cases.asks import asked_value
from study_app.simulator.kinds.registry import kind_named, simulate


def answer_with_key(answer: Answer, scenario: Scenario) -> Answer:
    """A `computed` answer with the key that its `scenario` gives.

    Raises UnknownAskError if the scenario has no such value, CaseError if it cannot be simulated.
    """
    assert answer.computed is not None
    case = scenario.case
    value = asked_value(kind_named(case.kind), simulate(case), answer.computed.ask)
    return replace(answer, accept=(f"{value} {answer.computed.unit}",))


def with_key(question: Question, scenario: Scenario) -> Question:
    """`question` with the same. Raises as `answer_with_key` does."""
    form = question.form
    assert isinstance(form, Typed)
    return replace(question, form=replace(form, answer=answer_with_key(form.answer, scenario)))
