"""One session being studied: show, submit, skip, undo, overrule, flag, finish."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from study_app.grading.reasons import Grade
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import GradesText, Marked, Misfit, mark
from study_app.learning.answering.responses import Response
from study_app.learning.log.events import (
    Answered,
    Finished,
    Flagged,
    Guessed,
    Overruled,
    Rated,
    Said,
    Skipped,
    StudyEvent,
    Undone,
    WasWrong,
)
from study_app.learning.log.session import OutOfTurn, QueuedQuestion, Session, SessionResponse
from study_app.learning.material.blueprint import domain_of
from study_app.learning.material.items import Question
from study_app.learning.material.presentation import Arrangement, arrange
from study_app.learning.material.texts import fingerprint
from study_app.usecases.study import Study
from study_app.words.text import Text


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on screen: `number` of `total`, `attempt` counting from 0."""

    question: Question
    arrangement: Arrangement
    number: int
    total: int
    attempt: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An answer as it was shown and judged; `marked` is None for a skip."""

    question: Question
    arrangement: Arrangement
    marked: Marked | None


class Sitting:
    """One session being studied. Every method that changes it writes to the log first."""

    def __init__(self, study: Study, session: Session) -> None:
        self.session = session
        self._study = study
        self._shown_at = study.clock()

    @property
    def asked(self) -> Asked | None:
        """The question on screen; None once the queue is empty."""
        ask = self.session.current
        if ask is None:
            return None
        question = self._question(ask)
        items = self.session.started.items
        return Asked(
            question=question,
            arrangement=arrange(question, self.session.started.seed, ask.attempt),
            number=items.index(ask.item) + 1,
            total=len(items),
            attempt=ask.attempt,
        )

    @property
    def last(self) -> SessionResponse | None:
        """The last answer, which can be undone."""
        return self.session.given[-1] if self.session.given else None

    @property
    def shown_for(self) -> timedelta:
        """How long the question has been on screen; zero if the clock was set back."""
        return max(timedelta(0), self._study.clock() - self._shown_at)

    def show(self) -> Asked | None:
        """Start the clock for the question on screen, and return it."""
        self._shown_at = self._study.clock()
        return self.asked

    def submit(self, response: Response, *, hinted: bool = False) -> Marked:
        """Mark `response` and log it; `hinted` says whether the hint was shown before.

        Raises `Misfit` for a response of the wrong form.
        """
        question = self._current_question()
        marked = mark(question, response, self._grade_of(question))
        grade = marked.detail if isinstance(marked.detail, Grade) else None
        self._happen(
            Answered(
                **self._stamp(),
                item=question.id,
                item_hash=fingerprint(question),
                response=response,
                verdict=marked.verdict,
                score=marked.score,
                elapsed_ms=self.shown_for // timedelta(milliseconds=1),
                matched=grade.matched if grade else "",
                reason=grade.reason.text() if grade else "",
                drawn=_drawn(question),
                card=question.card,
                hinted=hinted,
            )
        )
        return marked

    def skip(self) -> None:
        """Leave the question on screen unanswered; it does not come back in this session."""
        question = self._current_question()
        self._happen(
            Skipped(
                **self._stamp(),
                item=question.id,
                item_hash=fingerprint(question),
                elapsed_ms=self.shown_for // timedelta(milliseconds=1),
                drawn=_drawn(question),
            )
        )

    def undo(self) -> SessionResponse | None:
        """Undo the last answer or skip; its question is on screen again. None if there is none."""
        last = self.last
        if last is not None:
            self._happen(Undone(**self._stamp(), target=last.event.id, item=last.ask.item))
        return last

    def overrule(self, given: SessionResponse) -> None:
        """Record that a missed typed answer was right, as the learner says."""
        if given.can_be_overruled:
            self._happen(Overruled(**self._stamp(), target=given.event.id, item=given.ask.item))

    def rate(self, given: SessionResponse, rating: int) -> None:
        """The learner rates an answer: 1 (again) to 4 (easy). See `review.proposal`."""
        self._happen(Rated(**self._saying(given), rating=rating))

    def say_guessed(self, given: SessionResponse) -> None:
        """Record that the learner guessed an answer."""
        self._happen(Guessed(**self._saying(given)))

    def say_wrong(self, given: SessionResponse) -> None:
        """Record that the learner was wrong despite the verdict."""
        self._happen(WasWrong(**self._saying(given)))

    def unsay(self, given: SessionResponse) -> bool:
        """Undo the last statement about an answer. Returns whether there was one."""
        last = self.said(given)
        if last is not None:
            self._happen(Undone(**self._stamp(), target=last.id, item=given.ask.item))
        return last is not None

    def said(self, given: SessionResponse) -> Said | None:
        """The last statement about an answer; None if there is none."""
        said = (
            event
            for event in self.session.events
            if isinstance(event, Said) and event.target == given.event.id
        )
        return max(said, key=lambda event: event.key, default=None)

    def flag(self, item: str) -> bool:
        """Set or take away the mark on `item`. Returns whether it is marked now."""
        on = item not in self._study.history.flagged
        self._happen(Flagged(**self._stamp(), item=item, on=on))
        return on

    def reviewed(self, given: SessionResponse) -> Reviewed:
        """How `given` looked: marked again, since the log keeps answers and not renderings.

        Where the question has changed since, its verdict is that of the log.
        """
        question = self.question(given)
        arrangement = arrange(question, self.session.started.seed, given.ask.attempt)
        if isinstance(given.event, Skipped):
            return Reviewed(question, arrangement, None)
        marked = Marked(given.event.verdict, given.event.score)
        if _drawn(question) == given.event.drawn:
            with suppress(Misfit):
                marked = mark(question, given.event.response, self._grade_of(question))
        return Reviewed(question, arrangement, marked)

    def question(self, given: SessionResponse) -> Question:
        """The question of `given`, with the values that were drawn for it then."""
        return self._question(given.ask, given.event.drawn)

    def by_domain(self) -> Sequence[tuple[Text, int, int]]:
        """Each domain of the learner's exam that was asked: its name, how many first answers were
        right, of how many. A question that serves two domains counts in both.
        """
        exam = self._study.bank.blueprints.get(self._study.goal.exam)
        questions, right = self._study.syllabus.questions, Counter[str]()
        asked: Counter[str] = Counter()
        for given in self.session.first_given:
            skills = questions[given.ask.item].skills.get(self._study.goal.exam, ())
            served = set(map(domain_of, skills))
            asked.update(served)
            right.update(served if given.verdict is Verdict.CORRECT else ())
        domains = () if exam is None else exam.domains
        return [(one.name, right[one.id], asked[one.id]) for one in domains if asked[one.id]]

    def finish(self) -> None:
        """End the session. Ending it twice is ending it once."""
        if not self.session.finished:
            self._happen(Finished(**self._stamp()))

    def _grade_of(self, question: Question) -> GradesText:
        """Grades by the key and by what the learner overruled before, but for drawn numbers."""
        history, drawn = self._study.history, question.drawn is not None
        own = frozenset() if drawn else history.own_forms(question.id)
        return self._study.grading_of(question, own)

    def _question(
        self, ask: QueuedQuestion, values: Mapping[str, object] | None = None
    ) -> Question:
        seed = self.session.started.seed
        return self._study.bank.asked(ask.item, seed, ask.attempt, values)

    def _current_question(self) -> Question:
        asked = self.asked
        if asked is None:
            raise OutOfTurn("no question is on screen")
        return asked.question

    def _happen(self, event: StudyEvent) -> None:
        following = self.session.after(event)
        self._study.record(event)
        self.session = following

    def _saying(self, given: SessionResponse) -> dict[str, Any]:
        return {**self._stamp(), "target": given.event.id, "item": given.ask.item}

    def _stamp(self) -> dict[str, Any]:
        return self._study.stamp(self.session.started)


def _drawn(question: Question) -> Mapping[str, object] | None:
    return None if question.drawn is None else question.drawn.values
