"""The trace of one choice: a line for every candidate and rule, up to the one that dropped it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from study_app.simulator.engines.placement import rules
from study_app.simulator.engines.placement.filters import Filters
from study_app.simulator.engines.placement.ranking import Level, Ranking
from study_app.simulator.engines.placement.strategy import Binpack, Spread
from study_app.simulator.model.cluster import ContainerInstance
from study_app.simulator.model.trace import Applied, Considered, Rule
from study_app.words.errors import error_text
from study_app.words.text import Text

_MOST_NAMES = 8


def explain_choice(
    instances: Sequence[ContainerInstance],
    conditions: Filters,
    ranking: Ranking,
    chosen: int | None,
    *,
    shuffled: bool,
) -> Iterator[Considered]:
    """How `conditions` and `ranking` led to `chosen`, before the task is placed.

    `shuffled`: it was drawn from what the ranking left. The last line is the outcome; without a
    chosen instance it concerns none.
    """
    left = []
    for index, instance in enumerate(instances):
        lines = tuple(conditions.explain(instance))
        yield from lines
        if all(line.kept for line in lines):
            left.append(index)
    for level in ranking.levels:
        values = {index: ranking.value(level, index) for index in left}
        least = min(values.values(), default=0)
        for index, value in values.items():
            formula = _formula(level.strategy, _subject(instances[index], level), value, least)
            rule = _rule(instances[index], level)
            yield Considered(instances[index].id, Applied(rule, formula), value == least)
        left = [index for index in left if values[index] == least]
    yield _outcome(instances, left, chosen, shuffled=shuffled)


def _rule(instance: ContainerInstance, level: Level) -> Rule:
    match level.strategy:
        case Spread(str(attribute)) if attribute not in instance.attributes:
            return rules.SPREAD_WITHOUT_ATTRIBUTE
        case _:
            return level.rule


def _subject(instance: ContainerInstance, level: Level) -> str:
    """What a formula says of the instance itself, besides the value that is compared."""
    match level.strategy:
        case Spread(None):
            return instance.id
        case Spread(str(attribute)):
            return f"{attribute} {instance.attributes.get(attribute, '(none)')}"
        case _:
            return ""


# Instances with the same numbers have the same line, and so has an instance from task to task: to
# fill a text takes longer than to compare what it says.
@lru_cache(maxsize=4_096)
def _formula(strategy: Spread | Binpack, subject: str, value: int, least: int) -> Text:
    match strategy:
        case Spread(None):
            return error_text(
                "tasks of the group on {id} = {value}, least = {least}",
                id=subject,
                value=value,
                least=least,
            )
        case Spread():
            return error_text(
                "tasks of the group with {attribute} = {value}, least = {least}",
                attribute=subject,
                value=value,
                least=least,
            )
        case _:
            return error_text(
                "remaining {field} = {value}, least = {least}",
                field=strategy.field,
                value=value,
                least=least,
            )


def _outcome(
    instances: Sequence[ContainerInstance], left: list[int], chosen: int | None, *, shuffled: bool
) -> Considered:
    if chosen is None:
        return Considered(
            None, Applied(rules.UNPLACED, error_text("candidates: {count}", count=0)), kept=False
        )
    drawn = rules.RANDOM if shuffled else rules.TIE
    rule = drawn if len(left) > 1 else rules.SELECTED
    listed = ", ".join(instances[index].id for index in left[:_MOST_NAMES])
    if len(left) > _MOST_NAMES:
        listed += f", ... {len(left)} in total"
    name = instances[chosen].id
    return Considered(name, Applied(rule, f"{name} of [{listed}]"), kept=True)
