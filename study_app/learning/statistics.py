"""How it goes, counted from the log: the figures of `dva stats`."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from study_app.grading.verdict import Verdict
from study_app.learning.blueprint import domain_of
from study_app.learning.history import History
from study_app.learning.items import Item


@dataclass(slots=True)
class Tally:
    """Standing answers by verdict; overruled ones count as correct."""

    answers: int = 0
    correct: int = 0
    close: int = 0
    wrong: int = 0

    def add(self, verdict: Verdict) -> None:
        self.answers += 1
        match verdict:
            case Verdict.CORRECT:
                self.correct += 1
            case Verdict.CLOSE:
                self.close += 1
            case Verdict.WRONG:
                self.wrong += 1


@dataclass(frozen=True, slots=True)
class Statistics:
    """`by_domain` is by blueprint id, then domain id. An answer counts in each domain it serves."""

    total: Tally
    overruled: Mapping[str, int]
    undone: int
    skipped: int
    flagged: tuple[str, ...]
    by_topic: Mapping[str, Tally] = field(default_factory=dict)
    by_domain: Mapping[str, Mapping[str, Tally]] = field(default_factory=dict)


def statistics(history: History, questions: Mapping[str, Item]) -> Statistics:
    """Count `history`.

    An answer to a question that the content no longer has counts in the total and in its topic.
    """
    total = Tally()
    by_topic: dict[str, Tally] = {}
    by_domain: dict[str, dict[str, Tally]] = {}
    for answer, verdict in history.answers():
        tallies = [total, by_topic.setdefault(answer.item.partition("/")[0], Tally())]
        for blueprint, domain in _domains(questions.get(answer.item)):
            tallies.append(by_domain.setdefault(blueprint, {}).setdefault(domain, Tally()))
        for tally in tallies:
            tally.add(verdict)
    return Statistics(
        total=total,
        overruled=Counter(answer.item for answer in history.overruled()),
        undone=history.undone,
        skipped=history.skipped,
        flagged=tuple(sorted(history.flagged)),
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
