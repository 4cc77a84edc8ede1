"""The order of new cards."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from study_app.learning.material.blueprint import Blueprint, domain_of
from study_app.learning.material.syllabus import Syllabus, topic_of


def new_cards(
    cards: Sequence[str],
    syllabus: Syllabus,
    blueprint: Blueprint | None,
    *,
    first: Sequence[str],
    topic: str | None,
    begun: Collection[str],
) -> Sequence[str]:
    """Sort `cards`, given in the order of study, into the order in which to begin them.

    Topics put `first`; the `topic` in progress; then the domain furthest behind its weight, in the
    order of study. Cards already `begun` count for the domains.
    """
    left = dict.fromkeys(cards)
    domains = {card: _domains(card, syllabus, blueprint) for card in (*left, *begun)}
    counts = Counter(domain for card in begun for domain in domains[card])
    by_topic: dict[str | None, list[str]] = {}
    for card in left:
        by_topic.setdefault(topic_of(card), []).append(card)
    ordered: list[str] = []

    def take(topic: str | None) -> None:
        for card in by_topic.pop(topic, ()):
            del left[card]
            ordered.append(card)
            counts.update(domains[card])

    for one in (*first, topic):
        take(one)
    while left:
        # Its topic is then in progress and continues.
        take(topic_of(_furthest_behind(left, domains, counts, blueprint)))
    return ordered


def _furthest_behind(
    left: Iterable[str],
    domains: Mapping[str, Collection[str]],
    counts: Counter[str],
    blueprint: Blueprint | None,
) -> str:
    """The first card of the domain furthest below its weight."""
    firsts: dict[str, str] = {}
    for card in left:
        for domain in domains[card]:
            firsts.setdefault(domain, card)
    if blueprint is None or not firsts:
        return next(iter(left))
    total = counts.total() + 1

    def lacking(domain: str) -> float:
        return weights.get(domain, 0) / 100 * total - counts[domain]

    weights = {domain.id: domain.weight for domain in blueprint.domains}
    return firsts[max(firsts, key=lacking)]


def _domains(card: str, syllabus: Syllabus, blueprint: Blueprint | None) -> Collection[str]:
    """The domains of the exam that a card serves."""
    if blueprint is None or card not in syllabus.cards:
        return ()
    skills = syllabus.cards[card].skills.get(blueprint.id, ())
    return tuple(dict.fromkeys(map(domain_of, skills)))
