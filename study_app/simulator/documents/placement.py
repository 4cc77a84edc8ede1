"""`placementStrategy` and `placementConstraints` of a document of AWS, and what is wrong there."""

from study_app.simulator.documents.fields import optional_text, refused
from study_app.simulator.engines.placement.validation import (
    ConstraintItem,
    PlacementParameters,
    StrategyItem,
    validate,
)
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.model.errors import CaseError

_STRATEGY = "placementStrategy"
_CONSTRAINTS = "placementConstraints"
_MOST_FIELD_CHARACTERS = 255


def read_strategy(fields: Fields, name: str = _STRATEGY) -> tuple[StrategyItem, ...]:
    """A list of `{type, field}`. AWS gives back `MEMORY` where it took `memory`."""
    items = []
    for item in fields.items(name):
        kind = item.name("type", ("random", "spread", "binpack"))
        field = optional_text(item, "field")
        if field is not None and len(field) > _MOST_FIELD_CHARACTERS:
            remedy = f"write at most {_MOST_FIELD_CHARACTERS} characters"
            raise CaseError(item.where("field"), "is too long", remedy)
        if kind == "binpack" and field is not None:
            field = field.lower()
        items.append(StrategyItem(kind, field))
    return tuple(items)


def read_constraints(fields: Fields, name: str = _CONSTRAINTS) -> tuple[ConstraintItem, ...]:
    """A list of `{type, expression}`."""
    return tuple(
        ConstraintItem(
            item.name("type", ("distinctInstance", "memberOf")),
            optional_text(item, "expression"),
        )
        for item in fields.items(name)
    )


def refuse_placement(fields: Fields, parameters: PlacementParameters) -> None:
    """Raises CaseError for the first thing that AWS would refuse, with its place in `fields`."""
    # Their number comes first: each of them would have to be parsed for the rest.
    for problem in validate(PlacementParameters(more_constraints=len(parameters.constraints))):
        raise refused(fields.where(_CONSTRAINTS), problem.message)
    for number, strategy in enumerate(parameters.strategy):
        for problem in validate(PlacementParameters(strategy=(strategy,))):
            field = "field" if "field" in problem.message else "type"
            raise refused(fields.where(f"{_STRATEGY}[{number}].{field}"), problem.message)
    for number, constraint in enumerate(parameters.constraints):
        alone = PlacementParameters(api=parameters.api, constraints=(constraint,))
        for problem in validate(alone):
            field = "expression" if "expression" in problem.message else "type"
            raise refused(fields.where(f"{_CONSTRAINTS}[{number}].{field}"), problem.message)
    for problem in validate(parameters):
        raise refused(fields.where(_together(problem.message)), problem.message)


def plain_strategy(items: tuple[StrategyItem, ...]) -> list[dict[str, str]]:
    """The strategies as a case has them."""
    return [
        {"type": item.type} if item.field is None else {"type": item.type, "field": item.field}
        for item in items
    ]


def plain_constraints(items: tuple[ConstraintItem, ...]) -> list[dict[str, str]]:
    """The constraints as a case has them."""
    return [
        {"type": item.type}
        if item.expression is None
        else {"type": item.type, "expression": item.expression}
        for item in items
    ]


def _together(message: str) -> str:
    """Where it stands what is wrong only together with the rest."""
    if message.startswith("Availability Zone rebalancing"):
        return "availabilityZoneRebalancing"
    if "cannot run on" in message:
        return "schedulingStrategy"
    return _CONSTRAINTS if "constraint" in message else _STRATEGY
