"""What the learner mixes up, and which cards are forgotten."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from study_app.grading.cleaning import clean, squash
from study_app.learning.answering.responses import Picked, TypedText
from study_app.learning.history.history import History
from study_app.learning.log.summary import WrongResponse
from study_app.learning.material.items import Choice, Choices, Question, Typed
from study_app.learning.material.syllabus import Syllabus
from study_app.learning.plan.situation import Situation
from study_app.learning.scheduling.memory import Memory

SHORT = 30
"""Texts up to this many characters are names; for longer ones, a difference of that length is."""

Read = Callable[[str], Question | None]
"""The question with this id in the learner's language; None for one that is gone or has drawn
numbers."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """Asked for `asked`, the learner answered `answered`: `times` out of `of` standing answers to
    `questions`, those in which it happened.
    """

    asked: str
    answered: str
    times: int
    of: int
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leech:
    """A card that is forgotten again and again."""

    card: str
    lapses: int


def confusions(history: History, read: Read) -> tuple[Confusion, ...]:
    """Confusions: what was answered instead of what was asked, most frequent first.

    From a typed answer: one of the question's confusables. From options: a wrong one that was
    chosen, for each right one that was not. Only standing answers that were not correct count.
    Removed options and numbers are ignored.
    """
    counts: dict[tuple[str, str], int] = {}
    questions: dict[tuple[str, str], list[str]] = {}
    for item, found in history.items.items():
        question = read(item) if found.mistakes else None
        for mistake, times in found.mistakes.items() if question is not None else ():
            for pair in dict.fromkeys(_pairs(question, mistake)):
                if not all(any(sign.isalpha() for sign in name) for name in pair):
                    continue
                counts[pair] = counts.get(pair, 0) + times
                if item not in questions.setdefault(pair, []):
                    questions[pair].append(item)
    return tuple(
        Confusion(
            *pair,
            times=counts[pair],
            of=sum(history.items[item].tally.answers for item in items),
            questions=tuple(items),
        )
        for pair, items in sorted(questions.items(), key=lambda one: (-counts[one[0]], one[0]))
    )


def either_way(found: Iterable[Confusion], history: History) -> tuple[Confusion, ...]:
    """`found` with both directions of a pair merged, named after the more frequent one."""
    pairs: dict[frozenset[str], list[Confusion]] = {}
    for one in found:
        pairs.setdefault(frozenset({one.asked, one.answered}), []).append(one)
    merged = [
        Confusion(
            both[0].asked,
            both[0].answered,
            sum(one.times for one in both),
            sum(history.items[item].tally.answers for item in items),
            items,
        )
        for both in pairs.values()
        if (items := tuple(dict.fromkeys(item for one in both for item in one.questions)))
    ]
    return tuple(sorted(merged, key=lambda one: (-one.times, one.asked, one.answered)))


def to_practice(pair: Confusion, now: Situation) -> Sequence[str]:
    """The questions that practice a pair: those in which it happened, then the others of their
    cards, without suspended ones.
    """
    syllabus: Syllabus = now.syllabus
    others = (
        other
        for question in pair.questions
        for other in syllabus.questions_of.get(syllabus.card_of.get(question, ""), ())
    )
    return [one for one in dict.fromkeys((*pair.questions, *others)) if now.may_be_asked(one)]


def leeches(memories: Mapping[str, Memory]) -> tuple[Leech, ...]:
    """The cards with 6 or more lapses, the most first."""
    found = [Leech(card, memory.lapses) for card, memory in memories.items() if memory.is_leech]
    return tuple(sorted(found, key=lambda one: (-one.lapses, one.card)))


def _pairs(question: Question | None, mistake: WrongResponse) -> Iterator[tuple[str, str]]:
    match question, mistake:
        case Question(form=Typed(answer=answer)), TypedText(text=text) if answer.accept:
            given = squash(clean(text))
            for confusable in answer.confusables:
                if squash(clean(confusable)) == given:
                    yield answer.accept[0], confusable
        case Question(form=Choice() | Choices() as form), Picked(keys=keys):
            taken = [one for key, one in form.options.items() if key in keys and not one.correct]
            left = [one for key, one in form.options.items() if key not in keys and one.correct]
            for right in left:
                for wrong in taken:
                    yield named(right.text, wrong.text)
        case _:
            pass


def named(one: str, other: str) -> tuple[str, str]:
    """Names for two texts: the texts themselves if short, else the words in which they differ."""
    texts = one.replace("`", "").rstrip("."), other.replace("`", "").rstrip(".")
    if max(map(len, texts)) <= SHORT:
        return texts
    first, second = (text.split() for text in texts)
    begin = 0
    while begin < min(len(first), len(second)) and first[begin] == second[begin]:
        begin += 1
    end = 0
    while end < min(len(first), len(second)) - begin and first[-1 - end] == second[-1 - end]:
        end += 1
    parts = [" ".join(words[begin : len(words) - end]) for words in (first, second)]
    return (parts[0], parts[1]) if all(0 < len(part) <= SHORT for part in parts) else texts
