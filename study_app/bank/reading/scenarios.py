"""Scenario files: cases for the simulator, shown as worked examples and asked about."""

from collections.abc import Container, Mapping
from dataclasses import replace
from enum import StrEnum

from study_app.bank.problems import SourceFile, quoted_text
from study_app.bank.reading.data_files import Data, plain
from study_app.bank.reading.fields import NodeFields, describe
from study_app.bank.reading.tree import Located, MappingNode, Node
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.kinds.registry import KINDS_BY_ANY_NAME
from study_app.simulator.model.case import Case
from study_app.words.language import Language

VERSION = 1
MOST_POSITION = 9_999
LANGUAGES = (Language.EN, Language.KO)
ABOUT = ("source", "confidence", "note")
"""Where a case comes from: for people."""

CaseKind = StrEnum("CaseKind", {name.upper(): name for name in KINDS_BY_ANY_NAME})  # type: ignore[misc]


def read_scenarios(
    root: Node, source: SourceFile, taken: Container[str]
) -> dict[str, Located[Scenario] | None]:
    """The cases of a file by id; None for one with problems, which are in `source`.

    `taken` has the ids of other files of the same folder.
    """
    if not isinstance(root, MappingNode):
        source.refuse(
            root,
            "a scenario file must be a mapping with the field 'cases', not {found}",
            found=describe(root),
        )
        return {}
    fields = NodeFields(root, source)
    fields.integer("version", VERSION, VERSION)
    group = _by_language(fields, "title")
    position = fields.optional_integer("position", 0, MOST_POSITION) or 0
    fixtures = fields.optional_mapping("fixtures")
    found: dict[str, Located[Scenario] | None] = {}
    for node in fields.mappings("cases"):
        before = len(source.problems)
        scenario = replace(_scenario(NodeFields(node, source), group, fixtures), position=position)
        if scenario.id in found or scenario.id in taken:
            source.refuse(node.values["id"], "duplicate id {name}", name=quoted_text(scenario.id))
        if scenario.id:
            sound = len(source.problems) == before
            found[scenario.id] = Located(scenario, node, source) if sound else None
    fields.finish()
    return found


def _scenario(
    fields: NodeFields, group: Mapping[str, str], fixtures: MappingNode | None
) -> Scenario:
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


def _about(fields: NodeFields, name: str) -> str:
    return fields.text(name) if fields.has(name) else ""


def _by_language(fields: NodeFields, name: str) -> dict[str, str]:
    if not fields.has(name):
        return {}
    by_language = fields.nested(name)
    if by_language is None:
        return {}
    texts = {language.value: by_language.text(language.value) for language in LANGUAGES}
    by_language.finish()
    return texts


def _case(fields: NodeFields, fixtures: MappingNode | None) -> Case:
    """The case of `kind` and `input`. Whether the simulator can read it is not looked at."""
    kind = fields.one_of("kind", CaseKind)
    node = fields.mapping("input")
    if kind is None or node is None:
        return Case("", {})
    given = _values(node)
    known = {} if fixtures is None else _values(fixtures)
    name = given.get("fixture")
    if isinstance(name, str) and name in known:
        given["fixture"] = known[name]
    return Case(KINDS_BY_ANY_NAME[kind.value].name, given)


def _values(node: MappingNode) -> dict[str, Data]:
    values = plain(node)
    assert isinstance(values, dict)
    return values
