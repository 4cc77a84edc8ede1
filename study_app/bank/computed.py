"""Problems that only a simulation can find: in scenarios, computed keys and worked questions.
Reading content runs no simulation. Shipped content is checked before release; a learner's own is
checked when it is loaded, so that nothing fails in the middle of a session.
"""

from collections.abc import Mapping

from study_app.bank.contents import Layer, topic_files
from study_app.bank.problems import quoted_text, suggestion
from study_app.bank.reading.data_files import plain
from study_app.bank.reading.tree import Located, MappingNode, Node, place_of, place_of_name
from study_app.learning.material.items import Question, Template, computed_of
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.cases.asks import UnknownAskError
from study_app.simulator.cases.case_runs import MESSAGE_PART, matches
from study_app.simulator.kinds.registry import simulate
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.problem import CaseError, UnknownFieldError, joined, steps_of
from study_app.words.visible import inline
from study_app.worked.computing import with_key
from study_app.worked.drawing import SURE, NoDraw, Work, draw
from study_app.worked.working import work


def refuse_uncomputable(layer: Layer, scenarios: Mapping[str, Scenario]) -> None:
    """Refuse scenarios that the simulator cannot read, and keys that it cannot compute."""
    for scenario in layer.scenarios.values():
        if scenario is not None:
            refuse_unusable(scenario)
    for file in topic_files([layer]):
        for question in file.questions.values():
            match question.value:
                case Question() as one:
                    refuse_keyless(Located(one, question.node, question.source), scenarios)
                case Template() as template:
                    refuse_undrawable(Located(template, question.node, question.source))


def refuse_unusable(scenario: Located[Scenario]) -> Plain | None:
    """Refuse a scenario that the simulator cannot read. Returns the result of its leading case."""
    beside = scenario.value.beside
    if beside is not None:
        _result(beside, scenario, "beside.input")
    return _result(scenario.value.case, scenario, "input")


def refuse_unexpected(scenario: Located[Scenario]) -> None:
    """The same, and refuse each field of `expected` that the simulator does not give."""
    result = refuse_unusable(scenario)
    expected = scenario.node.values.get("expected")
    if result is None or not isinstance(expected, MappingNode):
        return
    for name, node in expected.values.items():
        wanted = plain(node)
        if name != MESSAGE_PART and name not in result:
            hint = suggestion(name, result)
            scenario.source.refuse(
                expected.keys[name], "unknown field {name}{hint}", name=quoted_text(name), hint=hint
            )
        elif not matches(result, {name: wanted}):
            given = result.get("message" if name == MESSAGE_PART else name)
            scenario.source.refuse(
                node,
                "the simulator gives {name} {found}, not {wanted}",
                name=name,
                found=inline(given),
                wanted=inline(wanted),
            )


def refuse_keyless(
    question: Located[Question], scenarios: Mapping[str, Scenario]
) -> Question | None:
    """Refuse a computed key that its scenario does not give. Returns the question with its key."""
    computed = computed_of(question.value)
    if computed is None:
        return question.value
    if computed.scenario not in scenarios:
        return None  # refused where the scenario is named, or has problems; fix them first
    try:
        return with_key(question.value, scenarios[computed.scenario])
    except UnknownAskError as error:
        question.source.refuse(place_of(question.node, "answer.ask"), error.text)
    except CaseError:
        pass  # refused where the scenario is
    return None


def refuse_undrawable(template: Located[Template], by: Work = work) -> bool:
    """Refuse a template of which no draw makes a question. Returns whether one does."""
    try:
        draw(template.value, SURE, by=by)
    except NoDraw as error:
        place = place_to_blame(template.node, error)
        template.source.refuse(
            place,
            "no draw makes a question; most common reason: {what}",
            what=error.reason,
        )
        return False
    return True


def place_to_blame(node: MappingNode, error: NoDraw) -> Node:
    """The field that makes draws fail, or `given` if that field is absent."""
    first, _, inner = error.field.partition(".")
    if first not in node.values:
        return node.values["given"]
    return place_of_name(node, error.field) if inner else node.values[first]


def _result(case: Case, scenario: Located[Scenario], where: str) -> Plain | None:
    try:
        return simulate(case)
    except CaseError as error:
        path = ".".join(steps_of(joined(where, error.place)))
        place = place_of_name if isinstance(error, UnknownFieldError) else place_of
        scenario.source.refuse(place(scenario.node, path), error.text)
        return None
