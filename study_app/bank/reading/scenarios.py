"""Scenario files: cases for the simulator, shown as worked examples and asked about."""

from collections.abc import Container, Mapping
from dataclasses import replace
from enum import StrEnum

from study_app.bank.problems import Source, shown, suggestion
from study_app.bank.reading.data_files import Data, plain
from study_app.bank.reading.fields import Fields, describe
from study_app.bank.reading.tree import MappingNode, Node, Written, place_of
from study_app.bank.reading.watched import Watched
from study_app.learning.scenarios import Scenario
from study_app.simulator.kinds.registry import KINDS, MESSAGE_PART, matches, simulate
from study_app.simulator.model.case import Case
from study_app.simulator.model.errors import CaseError
from study_app.words.language import Language
from study_app.words.visible import inline

VERSION = 1
MOST_POSITION = 9_999
LANGUAGES = (Language.EN, Language.KO)
ABOUT = ("source", "confidence", "note")
"""Where a case comes from: for people."""

CaseKind = StrEnum("CaseKind", {kind.upper(): kind for kind in KINDS})  # type: ignore[misc]


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
    group = _by_language(fields, "title")
    position = fields.optional_integer("position", 0, MOST_POSITION) or 0
    fixtures = fields.optional_mapping("fixtures")
    found: dict[str, Written[Scenario] | None] = {}
    for node in fields.mappings("cases"):
        before = len(source.problems)
        scenario = replace(_scenario(Fields(node, source), group, fixtures), position=position)
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
    case = scenario.value.case
    result = simulate(case.kind, case.given, {})
    for name, node in expected.values.items():
        wanted = plain(node)
        if name != MESSAGE_PART and name not in result:
            hint = suggestion(name, result)
            scenario.source.refuse(expected.keys[name], f"unknown field {shown(name)}{hint}")
        elif not matches(result, {name: wanted}):
            given = result.get("message" if name == MESSAGE_PART else name)
            scenario.source.refuse(
                node, f"the simulator gives {name} {inline(given)}, not {inline(wanted)}"
            )


def _scenario(fields: Fields, group: Mapping[str, str], fixtures: MappingNode | None) -> Scenario:
    scenario_id = fields.name("id")
    for name in ABOUT:
        fields.has(name)
    fields.optional_mapping("expected")
    title, text = _by_language(fields, "title"), _by_language(fields, "text")
    case = _case(fields, fixtures)
    label, beside, beside_label = _by_language(fields, "label"), None, {}
    if fields.has("beside"):
        inner = fields.nested("beside")
        if inner is not None:
            beside, beside_label = _case(inner, fixtures), _by_language(inner, "label")
            inner.finish()
    if case.kind:
        fields.finish()
    return Scenario(
        id=scenario_id,
        group=group,
        title=title,
        text=text,
        case=case,
        source=_about(fields, "source"),
        label=label,
        beside=beside,
        beside_label=beside_label,
    )


def _about(fields: Fields, name: str) -> str:
    return fields.text(name) if fields.has(name) else ""


def _by_language(fields: Fields, name: str) -> dict[str, str]:
    if not fields.has(name):
        return {}
    by_language = fields.nested(name)
    if by_language is None:
        return {}
    texts = {language.value: by_language.text(language.value) for language in LANGUAGES}
    by_language.finish()
    return texts


def _case(fields: Fields, fixtures: MappingNode | None) -> Case:
    """The case of `kind` and `input`, once the simulator has found nothing wrong with it."""
    kind = fields.one_of("kind", CaseKind)
    node = fields.mapping("input")
    if kind is None or node is None:
        return Case("", {})
    given = _values(node)
    known = {} if fixtures is None else _values(fixtures)
    name = given.get("fixture")
    if isinstance(name, str) and name in known:
        given["fixture"] = known[name]
    _refuse_unusable(kind.value, given, node, fields.source)
    return Case(kind.value, given)


def _refuse_unusable(kind: str, given: dict[str, Data], node: MappingNode, source: Source) -> None:
    """Refuse what the simulator cannot read, and fields that it does not look at."""
    reading = Watched(given)
    try:
        result = simulate(kind, reading, {})
    except CaseError as error:
        place = place_of(node, error.field.replace("[", ".").replace("]", ""))
        source.refuse(place, str(error))
        return
    if result.get("error") is True:
        return  # what comes after a refusal was not looked at
    for path, asked in reading.unread():
        parent, _, name = path.rpartition(".")
        place = place_of(node, parent) if parent else node
        if isinstance(place, MappingNode):
            hint = suggestion(name, asked)
            source.refuse(place.keys[name], f"unknown field {shown(name)}{hint}")


def _values(node: MappingNode) -> dict[str, Data]:
    values = plain(node)
    assert isinstance(values, dict)
    return values
