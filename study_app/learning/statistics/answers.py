"""Statistics, counted from the log: the figures of `dva stats`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from study_app.learning.history.history import History
from study_app.learning.log.tally import Tally
from study_app.learning.material.blueprint import domain_of
from study_app.learning.material.items import Item


@dataclass(frozen=True, slots=True)
class Statistics:
    """`by_domain` is by blueprint id, then domain id. An answer counts in each domain it serves.

    `own_forms` has, by question, what the learner typed and marked as right: authors may want to
    accept it.
    """

    total: Tally
    overruled: Mapping[str, int]
    undone: int
    skipped: int
    flagged: tuple[str, ...]
    by_topic: Mapping[str, Tally] = field(default_factory=dict)
    by_domain: Mapping[str, Mapping[str, Tally]] = field(default_factory=dict)
    own_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def statistics(history: History, questions: Mapping[str, Item]) -> Statistics:
    """Count `history`.

    An answer to a question that the content no longer has counts in the total and in its topic.
    """
    total = Tally()
    by_topic: dict[str, Tally] = {}
    by_domain: dict[str, dict[str, Tally]] = {}
    for item, found in history.items.items():
        if not found.tally.answers:
            continue
        total += found.tally
        topic = item.partition("/")[0]
        by_topic[topic] = by_topic.get(topic, Tally()) + found.tally
        for blueprint, domain in _domains(questions.get(item)):
            domains = by_domain.setdefault(blueprint, {})
            domains[domain] = domains.get(domain, Tally()) + found.tally
    return Statistics(
        total=total,
        overruled={
            item: found.overruled
            for item, found in sorted(history.items.items())
            if found.overruled
        },
        undone=history.undone,
        skipped=history.skipped,
        flagged=tuple(sorted(history.flagged)),
        own_forms={
            item: tuple(sorted(found.forms))
            for item, found in sorted(history.items.items())
            if found.forms
        },
        by_topic=dict(sorted(by_topic.items())),
        by_domain={key: dict(sorted(domains.items())) for key, domains in by_domain.items()},
    )


def _domains(question: Item | None) -> Iterable[tuple[str, str]]:
    if question is None:
        return ()
    return sorted(
        {
            (blueprint, domain_of(skill))
            for blueprint, skills in question.skills.items()
            for skill in skills
        }
    )
