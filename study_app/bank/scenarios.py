"""Scenario files: cases for the simulator, shown as worked examples and asked about."""

from collections.abc import Container
from enum import StrEnum

from study_app.bank.bank import Scenario
from study_app.bank.fields import Fields, describe
from study_app.bank.problems import Source, shown
from study_app.bank.tree import MappingNode, Node, SequenceNode, Written
from study_app.learning.language import Language
from study_app.simulator.rollout import (
    MOST_TASKS,
    DeploymentConfiguration,
    Result,
    RolloutInput,
    roll_out,
)

VERSION = 1
MOST_PERCENT = 100_000
LANGUAGES = (Language.EN, Language.KO)


class CaseKind(StrEnum):
    """The kinds of case that content may have."""

    ROLLING = "rolling"


def read_scenarios(
    root: Node, source: Source, taken: Container[str]
) -> dict[str, Written[Scenario] | None]:
    """The cases of a file by id; None for one with problems, which are in `source`.

    `taken` has the ids of other files of the same folder.
    """
    if not isinstance(root, MappingNode):
        source.refuse(
            root, f"a scenario file is a mapping with the field 'cases', not {describe(root)}"
        )
        return {}
    fields = Fields(root, source)
    fields.integer("version", VERSION, VERSION)
    fields.has("fixtures")  # of other kinds than rolling; such files may be shared with them
    found: dict[str, Written[Scenario] | None] = {}
    for node in fields.mappings("cases"):
        before = len(source.problems)
        scenario = _scenario(Fields(node, source))
        if scenario.id in found or scenario.id in taken:
            source.refuse(node.values["id"], f"duplicate id {shown(scenario.id)}")
        if scenario.id:
            sound = len(source.problems) == before
            found[scenario.id] = Written(scenario, node, source) if sound else None
    fields.finish()
    return found


def refuse_unexpected(scenario: Written[Scenario]) -> None:
    """Refuse each field of `expected` that the simulator does not give."""
    expected = scenario.node.values.get("expected")
    if not isinstance(expected, MappingNode):
        return
    result = _as_fields(roll_out(scenario.value.rollout))
    fields = Fields(expected, scenario.source)
    for name, given in result.items():
        if fields.has(name) and (wanted := _plain(expected.values[name])) != given:
            scenario.source.refuse(
                expected.values[name],
                f"the simulator gives {name} {_inline(given)}, not {_inline(wanted)}",
            )
    fields.finish()


def _scenario(fields: Fields) -> Scenario:
    scenario_id = fields.name("id")
    kind = fields.one_of("kind", CaseKind)
    for name in ("source", "confidence", "note"):
        fields.has(name)  # where the case comes from: for people
    fields.optional_mapping("expected")
    scenario = Scenario(
        id=scenario_id,
        title=_by_language(fields, "title"),
        text=_by_language(fields, "text"),
        rollout=_rollout(fields),
    )
    if kind is not None:
        fields.finish()
    return scenario


def _by_language(fields: Fields, name: str) -> dict[str, str]:
    if not fields.has(name):
        return {}
    by_language = fields.nested(name)
    if by_language is None:
        return {}
    texts = {language.value: by_language.text(language.value) for language in LANGUAGES}
    by_language.finish()
    return texts


def _rollout(fields: Fields) -> RolloutInput:
    given = fields.nested("input")
    if given is None:
        return RolloutInput(desired=0)
    rollout = RolloutInput(
        desired=given.integer("desired", 0, MOST_TASKS),
        configuration=DeploymentConfiguration(
            minimumHealthyPercent=given.integer("minimumHealthyPercent", 0, 100),
            maximumPercent=given.integer("maximumPercent", 100, MOST_PERCENT),
        ),
        room=given.optional_integer("cluster_room", 0, MOST_TASKS),
    )
    given.finish()
    return rollout


Plain = str | list["Plain"] | dict[str, "Plain"]


def _as_fields(result: Result) -> dict[str, Plain]:
    """What `expected` may name, scalars as the text that a YAML file has for them."""
    return {
        "lower": str(result.lower),
        "upper": str(result.upper),
        "steps": [str(step) for step in result.steps],
        "result": result.outcome.value,
        "states": [{"old": str(state.old), "new": str(state.new)} for state in result.states],
    }


def _plain(node: Node) -> Plain:
    match node:
        case MappingNode():
            return {key: _plain(value) for key, value in node.values.items()}
        case SequenceNode():
            return [_plain(item) for item in node.items]
        case _:
            return node.text


def _inline(value: Plain) -> str:
    match value:
        case str():
            return value
        case list():
            return f"[{', '.join(map(_inline, value))}]"
        case dict():
            return f"{{{', '.join(f'{key}: {_inline(part)}' for key, part in value.items())}}}"
