"""Worked questions: what is drawn, what is simulated with it, what is asked of the result."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final, assert_never

from study_app.bank.problems import SourceFile, quoted_text, suggestion
from study_app.bank.reading.data_files import Data, plain
from study_app.bank.reading.fields import NodeFields, describe
from study_app.bank.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, place_of
from study_app.learning.material.items import Scalar, Template, TemplateForm
from study_app.learning.material.texts import texts
from study_app.simulator.kinds.registry import KINDS, KINDS_BY_ANY_NAME
from study_app.worked.filling import PLACEHOLDER, placeholders

Simulator = StrEnum(  # type: ignore[misc]
    "Simulator", {name.upper(): name for name in KINDS_BY_ANY_NAME}
)

MOST_VALUES: Final = 10_000
"""Of one drawn name."""

FURTHEST: Final = 1_000_000
"""A range of whole numbers reaches so far from 0."""

FILLED: Final = ("prompt", "hint", "why")
"""The texts that may name drawn values."""

_NAME: Final = re.compile("[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


def read_template(fields: NodeFields, common: Mapping[str, Any]) -> Template:
    """A template with the `common` fields of a question. Only sound where no problem was noted."""
    simulator = fields.one_of("simulator", Simulator)
    given_node = fields.mapping("given")
    input_node = fields.optional_mapping("input")
    only_node = fields.optional_mapping("only")
    given = _given(given_node, fields.source)
    template = Template(
        simulator="" if simulator is None else KINDS_BY_ANY_NAME[simulator.value].name,
        given=given,
        input=None if input_node is None else _plain(input_node),
        ask=fields.text("ask"),
        form=fields.one_of("form", TemplateForm) or TemplateForm.TYPED,
        unit=fields.optional_text("unit"),
        mistakes=fields.optional_texts("mistakes"),
        only={} if only_node is None else _only(only_node, fields.source),
        why=fields.optional_text("why"),
        **common,
    )
    if simulator is not None:
        _refuse_unknown_mistakes(template, fields)
    if given_node is not None and len(given) == len(given_node.values):
        _refuse_unfitting_names(template, given_node, input_node, fields)
    return template


def _given(node: MappingNode | None, source: SourceFile) -> dict[str, tuple[Scalar, ...]]:
    given: dict[str, tuple[Scalar, ...]] = {}
    for name, value in () if node is None else node.values.items():
        assert node is not None
        if _NAME.fullmatch(name) is None:
            source.refuse(
                node.keys[name],
                "a drawn name must be letters, digits and _, such as 'desired', not {found}",
                found=quoted_text(name),
            )
            continue
        match value:
            case MappingNode():
                values = _range(value, name, source)
            case _:
                values = _scalars(value, name, source)
        if values:
            given[name] = values
    return given


def _range(node: MappingNode, name: str, source: SourceFile) -> tuple[Scalar, ...]:
    """The whole numbers `from` one `to` another by `step`; nothing where there is a problem."""
    problems = len(source.problems)
    fields = NodeFields(node, source)
    low, high = (
        fields.integer("from", -FURTHEST, FURTHEST),
        fields.integer("to", -FURTHEST, FURTHEST),
    )
    step = fields.integer("step", 1, FURTHEST) if fields.has("step") else 1
    fields.finish()
    values = range(low, high + 1, step)
    if len(source.problems) == problems and not values:
        source.refuse(
            node,
            "{name} has nothing to draw from: {low} is above {high}",
            name=quoted_text(name),
            low=low,
            high=high,
        )
    elif len(values) > MOST_VALUES:
        source.refuse(
            node,
            "{name} has {count} values; write at most {most}",
            name=quoted_text(name),
            count=len(values),
            most=MOST_VALUES,
        )
    return tuple(values) if len(source.problems) == problems else ()


def _scalars(node: Node, name: str, source: SourceFile) -> tuple[Scalar, ...]:
    """The values of a list, or a single one; nothing where there is a problem."""
    items = node.items if isinstance(node, SequenceNode) else (node,)
    values: list[Scalar] = []
    for item in items:
        value = plain(item) if isinstance(item, ScalarNode) else None
        if value is None or isinstance(value, list | dict):
            source.refuse(
                item,
                "{what} must be a value or a list of values, not {found}",
                what=quoted_text(name),
                found=describe(item),
            )
            return ()
        values.append(value)
    if not values:
        source.refuse(node, "{what} must not be empty", what=quoted_text(name))
    return tuple(values)


def _only(node: MappingNode, source: SourceFile) -> dict[str, tuple[Scalar, ...]]:
    return {ask: _scalars(value, ask, source) for ask, value in node.values.items()}


def _plain(node: MappingNode) -> dict[str, Data]:
    values = plain(node)
    assert isinstance(values, dict)
    return values


def _refuse_unknown_mistakes(template: Template, fields: NodeFields) -> None:
    kind = KINDS.get(template.simulator)
    known = {} if kind is None else kind.mistakes_by_id
    for index, name in enumerate(template.mistakes):
        if name not in known:
            fields.source.refuse(
                place_of(fields.node, f"mistakes.{index}"),
                "unknown mistake {name}{hint}",
                name=quoted_text(name),
                hint=suggestion(name, known),
            )


def _refuse_unfitting_names(
    template: Template, given: MappingNode, where: MappingNode | None, fields: NodeFields
) -> None:
    """Refuse names without a value, and values that no text states or that do nothing."""
    source = fields.source
    found = texts(template)
    in_texts = {name for path in FILLED for name in placeholders(found.get(path, ""))}
    for path in FILLED:
        for name in sorted(placeholders(found.get(path, "")) - template.given.keys()):
            _refuse_name(place_of(fields.node, path), name, template, source)
    in_input: set[str] = set()
    for node, name in () if where is None else _open_places(where):
        in_input.add(name)
        if name not in template.given:
            _refuse_name(node, name, template, source)
        elif isinstance(node, MappingNode):
            source.refuse(
                node, "write '{{{name}}}' in quotes; without them it is a mapping", name=name
            )
    for name, values in template.given.items():
        place = given.keys[name]
        if where is not None and name not in in_input | in_texts:
            source.refuse(place, "{name} is drawn but never used", name=quoted_text(name))
        elif len(values) > 1 and name not in placeholders(template.prompt):
            source.refuse(
                place,
                "{name} is drawn, but the prompt does not say {{{open}}}",
                name=quoted_text(name),
                open=name,
            )


def _refuse_name(place: Node, name: str, template: Template, source: SourceFile) -> None:
    source.refuse(
        place,
        "nothing is drawn for {name}{hint}",
        name=quoted_text(f"{{{name}}}"),
        hint=suggestion(name, template.given),
    )


def _open_places(node: Node) -> Iterator[tuple[Node, str]]:
    """The names that an input leaves open, each with its place; a mapping where YAML has read
    `{count}` without quotes as one."""
    match node:
        case ScalarNode(text):
            yield from ((node, name) for name in PLACEHOLDER.findall(text))
        case SequenceNode(items):
            for item in items:
                yield from _open_places(item)
        case MappingNode(values=values):
            for name, value in values.items():
                if len(values) == 1 and isinstance(value, ScalarNode) and value.is_null:
                    yield node, name
                yield from _open_places(value)
        case _:
            assert_never(node)
