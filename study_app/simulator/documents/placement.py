"""`placementStrategy` and `placementConstraints` of an AWS document, and their errors."""

from study_app.simulator.documents.fields import optional_text, refuse
from study_app.simulator.engines.placement.validation import (
    CONSTRAINTS,
    STRATEGY,
    PlacementConstraintItem,
    PlacementParameters,
    PlacementStrategyItem,
    validate,
)
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.model.problem import CaseError
from study_app.words.errors import error_text

_MOST_FIELD_CHARACTERS = 255


def read_strategy(fields: CaseFields, name: str = STRATEGY) -> tuple[PlacementStrategyItem, ...]:
    """A list of `{type, field}`. AWS returns `MEMORY` for `memory`."""
    items = []
    for item in fields.items(name):
        kind = item.name("type", ("random", "spread", "binpack"))
        field = optional_text(item, "field")
        if field is not None and len(field) > _MOST_FIELD_CHARACTERS:
            remedy = error_text("write at most {most} characters", most=_MOST_FIELD_CHARACTERS)
            raise CaseError(item.where("field"), "{place} is too long", remedy)
        if kind == "binpack" and field is not None:
            field = field.lower()
        items.append(PlacementStrategyItem(kind, field))
    return tuple(items)


def read_constraints(
    fields: CaseFields, name: str = CONSTRAINTS
) -> tuple[PlacementConstraintItem, ...]:
    """A list of `{type, expression}`."""
    return tuple(
        PlacementConstraintItem(
            item.name("type", ("distinctInstance", "memberOf")),
            optional_text(item, "expression"),
        )
        for item in fields.items(name)
    )


def refuse_placement(fields: CaseFields, parameters: PlacementParameters) -> None:
    """Raises CaseError for the first error that AWS would report, with its place in `fields`."""
    # Their number is checked first, before any is parsed.
    refuse(fields, validate(PlacementParameters(more_constraints=len(parameters.constraints))))
    refuse(fields, validate(parameters))


def plain_strategy(items: tuple[PlacementStrategyItem, ...]) -> list[dict[str, str]]:
    """The strategies in the form of a case."""
    return [
        {"type": item.type} if item.field is None else {"type": item.type, "field": item.field}
        for item in items
    ]


def plain_constraints(items: tuple[PlacementConstraintItem, ...]) -> list[dict[str, str]]:
    """The constraints in the form of a case."""
    return [
        {"type": item.type}
        if item.expression is None
        else {"type": item.type, "expression": item.expression}
        for item in items
    ]
