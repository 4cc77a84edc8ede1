"""How the learner chose what to practice: chosen questions are not a sample of the exam."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import exp
from statistics import fmean

from study_app.learning.material.syllabus import Domains, QuestionOutline, Syllabus, topic_of
from study_app.learning.readiness.evidence import Evidence


@dataclass(frozen=True, slots=True)
class SelectionBias:
    """`out_of_order` is near 1 if topics were practiced while earlier ones in the order of study
    were left untouched: they were chosen. It is 0 for a learner who follows that order or has
    practiced all topics. `easier` is how many steps of difficulty the questions are easier than the
    content. Both shrink with few answers: the missing ones may just not have come yet.
    """

    out_of_order: float
    easier: float


def selection_bias(found: Evidence, syllabus: Syllabus) -> SelectionBias:
    """How the answered questions were chosen."""
    asked = {one.item: one.outline for one in found.attempts}
    served = syllabus.domains_of
    if not asked or not served:
        return SelectionBias(0.0, 0.0)
    certain = 1 - exp(-len(asked) / len(served))
    every = syllabus.questions.values()
    known = [one for one in asked.values() if one is not None]
    easier = _difficulty(every) - _difficulty(known) if known else 0.0
    practiced = Counter(map(topic_of, asked))
    passed_over = sum(
        _passed_over(topic, practiced, served) * count
        for topic, count in practiced.items()
        if topic in served
    )
    return SelectionBias(certain * passed_over / len(asked), certain * max(0.0, easier))


def _passed_over(topic: str, practiced: Collection[str], served: Domains) -> float:
    """The share of the topics before this one that were never practiced. Taken per domain, since a
    plan goes through each domain separately; the smallest counts.
    """
    before: list[str] = []
    for other in served:
        if other == topic:
            break
        before.append(other)
    shares = []
    for domain in served[topic]:
        earlier = [one for one in before if domain in served[one]]
        shares.append(fmean(one not in practiced for one in earlier) if earlier else 0.0)
    return min(shares, default=0.0)


def _difficulty(of: Iterable[QuestionOutline]) -> float:
    return fmean(one.difficulty for one in of)
