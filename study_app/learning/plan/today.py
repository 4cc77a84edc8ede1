"""Today's questions in order, and what must wait."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from study_app.grading.verdict import Verdict
from study_app.learning.log.session import RETRY_GAP
from study_app.learning.plan.situation import CardStanding, Situation

_ROUNDING = 1e-9
"""The rounding error allowed when adding shares of questions."""


@dataclass(frozen=True, slots=True)
class Today:
    """`misses` are questions, `reviews` and `new` cards, each in their order; they fit the minutes
    of today. `reviews_waiting` and `new_waiting` are today's that do not fit, `done` the cards
    reviewed or begun today. `minutes` is the work left for today.
    """

    misses: tuple[str, ...]
    reviews: tuple[str, ...]
    new: tuple[str, ...]
    reviews_waiting: int
    new_waiting: int
    done: int
    minutes: int

    @property
    def left(self) -> int:
        """The number of questions to answer today."""
        return len(self.misses) + len(self.reviews) + len(self.new)


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that was missed today; `passed` is how many others were answered since."""

    question: str
    passed: int


def today(now: Situation) -> Today:
    """Today's plan, cut to the minutes.

    If they are not enough for reviews and new cards, new cards get half of them until all are
    begun. Work done today counts against them.
    """
    misses = misses_of(now)
    done = [one for one in now.begun.values() if one.memory.last.day == now.day]
    done_new = len(now.begun_today)
    per_new = 2 - now.pace.right
    room = now.pace.asked(now.goal.minutes)
    for_reviews = len(done) - done_new + len(misses)
    need_reviews = for_reviews + sum(one.expected_asks for one in now.due)
    need_new = done_new + per_new * now.new_today
    if need_reviews + need_new > room:
        room_new = min(need_new, max(room / 2, room - need_reviews), room - for_reviews)
        reviews = _that_fit(now.due, room - room_new - for_reviews)
        new = min(now.new_today, max(0, int((room_new - done_new) / per_new + _ROUNDING)))
        if not (done or misses or reviews or new):  # even the shortest day has one question
            reviews, new = list(now.due[:1]), 0 if now.due else 1
    else:
        reviews, new = list(now.due), now.new_today
    asked = len(misses) + sum(one.expected_asks for one in reviews) + per_new * new
    return Today(
        misses=tuple(one.question for one in misses),
        reviews=tuple(one.card for one in reviews),
        new=tuple(now.new[:new]),
        reviews_waiting=len(now.due) - len(reviews),
        new_waiting=now.new_today - new,
        done=len(done),
        minutes=now.pace.minutes(asked),
    )


def questions_of(now: Situation, plan: Today) -> tuple[str, ...]:
    """What a session of `plan` asks: misses once three other questions have passed, then reviews,
    then new cards.
    """
    rest = [now.question_of(card) for card in (*plan.reviews, *plan.new)]
    misses = [one for one in misses_of(now) if one.question in plan.misses]
    ordered: list[str] = []
    while rest or misses:
        ready = [one for one in misses if one.passed + len(ordered) >= RETRY_GAP]
        if ready or not rest:
            one = (ready or misses)[0]
            misses.remove(one)
            ordered.append(one.question)
        else:
            ordered.append(rest.pop(0))
    return tuple(ordered)


def misses_of(now: Situation) -> Sequence[Miss]:
    """The questions whose last standing answer was given today and not correct, first missed first.

    Only questions that the content still has and a mixed session may ask.
    """
    today = {
        question: found.last
        for question, found in now.history.items.items()
        if found.last is not None and found.last.day == now.day
    }
    return [
        Miss(question, sum(other.key > last.key for other in today.values()))
        for question, last in sorted(today.items(), key=lambda one: one[1].key)
        if last.verdict is not Verdict.CORRECT and now.may_be_asked(question)
    ]


def coming(now: Situation, days: int) -> Sequence[int]:
    """How many reviews of begun cards fall due on each of so many days, today with its backlog."""
    counts = _planned(now)
    later = [counts[now.day + timedelta(days=number)] for number in range(1, days)]
    return [len(now.due), *later]


def next_due(now: Situation) -> tuple[date, int] | None:
    """The first day after today on which reviews fall due, and how many; None if none do."""
    counts = _planned(now)
    first = min((day for day in counts if day > now.day), default=None)
    return None if first is None else (first, counts[first])


def minutes_of(now: Situation) -> int:
    """The estimate for all of today's reviews and new cards, including repeated misses."""
    due = sum(one.expected_asks for one in now.due)
    return now.pace.minutes(due + (2 - now.pace.right) * now.new_today)


def _planned(now: Situation) -> Counter[date]:
    return Counter(one.planned for one in now.begun.values() if not one.suspended)


def _that_fit(due: Sequence[CardStanding], room: float) -> list[CardStanding]:
    chosen: list[CardStanding] = []
    for one in due:
        room -= one.expected_asks
        if room < -_ROUNDING:
            break
        chosen.append(one)
    return chosen
