"""Evidence in the log of what a learner knows: first attempts, and when each card was met."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from study_app.grading.verdict import Verdict
from study_app.learning.log.events import (
    NO_REVIEW,
    Answered,
    Guessed,
    Overruled,
    Rated,
    Read,
    Said,
    SessionMode,
    Skipped,
    StudyEvent,
    Undone,
    WasWrong,
)
from study_app.learning.log.summary import Key
from study_app.learning.material.syllabus import QuestionOutline, Syllabus, topic_of

DAY: Final = 86_400
CLOSE: Final = 0.5
"""What a close answer counts, between wrong (0) and right (1)."""


@dataclass(frozen=True, slots=True)
class FirstAttempt:
    """A first attempt at `item` in a session, `ago` days before now.

    `card` is the question's, or the question itself if it no longer has one. `right` is between 0
    and 1. `repeats` counts the earlier answers to the same question, `since` the days since the
    last of them. `outline` is None if the content no longer has the question.
    """

    item: str
    card: str
    topic: str
    outline: QuestionOutline | None
    ago: float
    right: float
    hinted: bool
    guessed: bool
    skipped: bool
    repeats: int
    since: float


@dataclass(slots=True)
class Evidence:
    """`met` has, by card, how many days ago it was met, longest first; `practiced` the same by
    topic. `answers` counts the standing answers behind this.
    """

    attempts: list[FirstAttempt] = field(default_factory=list)
    met: dict[str, list[float]] = field(default_factory=dict)
    practiced: dict[str, list[float]] = field(default_factory=dict)
    answers: int = 0


def evidence(events: Iterable[StudyEvent], syllabus: Syllabus, now: datetime) -> Evidence:
    """The evidence in `events`, in any order, at `now`. Predictions in the lab do not count."""
    log = _Log(events)
    found = Evidence()
    last: dict[str, tuple[int, float]] = {}
    """By question, how often it was answered, and how many days ago it last was."""
    begun: set[tuple[str, str]] = set()
    """The session and question of each attempt."""
    for event in log.ordered:
        ago = max(0.0, (now - event.at).total_seconds() / DAY)
        if isinstance(event, Read):
            if event.item in syllabus.cards:
                found.met.setdefault(event.item, []).append(ago)
            continue
        outline = syllabus.questions.get(event.item)
        card = _card_of(event, outline, syllabus)
        times, then = last.get(event.item, (0, ago))
        stands = event.id not in log.undone
        is_answer = isinstance(event, Answered)
        found.answers += is_answer and stands
        here = (event.session, event.item)
        if stands and here not in begun and (is_answer or here not in log.answered):
            begun.add(here)
            found.attempts.append(
                FirstAttempt(
                    event.item,
                    card,
                    topic_of(event.item),
                    outline,
                    ago,
                    log.right(event) if isinstance(event, Answered) else 0.0,
                    isinstance(event, Answered) and event.hinted,
                    event.id in log.guessed,
                    not is_answer,
                    times,
                    then - ago,
                )
            )
        if is_answer:
            last[event.item] = (times + 1, ago)
            found.met.setdefault(card, []).append(ago)
            found.practiced.setdefault(topic_of(event.item), []).append(ago)
    return found


def _card_of(event: Answered | Skipped, outline: QuestionOutline | None, syllabus: Syllabus) -> str:
    named = event.card if isinstance(event, Answered) else None
    if named is None and outline is not None:
        named = outline.card
    return named if named is not None and named in syllabus.cards else event.item


class _Log:
    """Events, resolved against later ones. `answered` has the session and question of each standing
    answer.
    """

    def __init__(self, events: Iterable[StudyEvent]) -> None:
        ordered: list[Answered | Skipped | Read] = []
        said: list[Said] = []
        self.undone: set[str] = set()
        for event in events:
            match event:
                case Answered() if event.mode not in NO_REVIEW:
                    ordered.append(event)
                case Skipped() if event.mode is SessionMode.QUIZ:
                    ordered.append(event)
                case Read():
                    ordered.append(event)
                case Undone(target=target):
                    self.undone.add(target)
                case _ if isinstance(event, Said):
                    said.append(event)
                case _:
                    pass
        self.ordered = sorted(ordered, key=lambda one: one.key)
        self.answered = {
            (one.session, one.item)
            for one in ordered
            if isinstance(one, Answered) and one.id not in self.undone
        }
        self._last: dict[str, tuple[Key, Said]] = {}
        for one in said:
            before = self._last.get(one.target)
            if one.id not in self.undone and (before is None or before[0] < one.key):
                self._last[one.target] = (one.key, one)
        self._overruled = {
            one.target for one in said if isinstance(one, Overruled) and one.id not in self.undone
        }
        self.guessed = {
            target for target, (_, one) in self._last.items() if isinstance(one, Guessed)
        }

    def right(self, answer: Answered) -> float:
        """The verdict as a number, after the learner's latest correction."""
        last = self._last.get(answer.id)
        if last is not None and isinstance(last[1], WasWrong):
            return 0.0
        if last is not None and isinstance(last[1], Rated) and last[1].rating == 1:
            return 0.0
        if answer.id in self._overruled:
            return 1.0
        return _SHARES[answer.verdict]


_SHARES: Final[Mapping[Verdict, float]] = {
    Verdict.CORRECT: 1.0,
    Verdict.CLOSE: CLOSE,
    Verdict.WRONG: 0.0,
}
