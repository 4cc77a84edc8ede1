"""What the log says of each item: a fold over events, kept up to date event by event."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.events import (
    Answered,
    Finished,
    Flagged,
    Overruled,
    Skipped,
    Started,
    StudyEvent,
    Undone,
)
from study_app.learning.session import OutOfTurn, Session, begin


@dataclass(frozen=True, slots=True)
class Record:
    """The latest standing answer to an item, and how often it was answered."""

    at: datetime
    verdict: Verdict
    times: int

    @property
    def missed(self) -> bool:
        return self.verdict is not Verdict.CORRECT


class History:
    """Standing answers (undone ones left out, overruled ones correct), flags and sessions.

    Add events in the order of the log. An event about something unknown is ignored: a log that
    was merged from two machines may hold one whose beginning is missing.
    """

    def __init__(self, events: Iterable[StudyEvent] = ()) -> None:
        self.flagged: set[str] = set()
        self.undone = 0
        self._skips: set[str] = set()
        self._answers: dict[str, Answered] = {}
        self._overruled: set[str] = set()
        self._by_item: dict[str, list[str]] = {}
        self._sessions: dict[str, list[StudyEvent]] = {}
        for event in events:
            self.add(event)

    def add(self, event: StudyEvent) -> None:
        """Take in one more event."""
        if isinstance(event, Started) or event.session in self._sessions:
            self._sessions.setdefault(event.session, []).append(event)
        match event:
            case Answered(id=key, item=item):
                self._answers[key] = event
                self._by_item.setdefault(item, []).append(key)
            case Undone(target=target):
                self._take_back(target)
            case Overruled(target=target):
                if target in self._answers:
                    self._overruled.add(target)
            case Flagged(item=item, on=on):
                (self.flagged.add if on else self.flagged.discard)(item)
            case Skipped(id=key):
                self._skips.add(key)
            case Finished(session=session):
                self._sessions.pop(session, None)
            case Started():
                pass
            case _:
                assert_never(event)

    def record(self, item: str) -> Record | None:
        """None for an item that has no standing answer."""
        keys = self._by_item.get(item)
        if not keys:
            return None
        last = self._answers[keys[-1]]
        return Record(last.at, self._verdict(last), len(keys))

    def tries(self, item: str) -> list[tuple[datetime, Verdict]]:
        """Every standing answer to `item`, the earliest first."""
        answers = [self._answers[key] for key in self._by_item.get(item, ())]
        return [(answer.at, self._verdict(answer)) for answer in answers]

    def missed(self) -> list[str]:
        """The items whose latest standing answer was not right, the longest unasked first."""
        found = [
            (record.at, item)
            for item in self._by_item
            if (record := self.record(item)) is not None and record.missed
        ]
        return [item for _, item in sorted(found)]

    @property
    def skipped(self) -> int:
        return len(self._skips)

    def answers(self) -> list[tuple[Answered, Verdict]]:
        """Every standing answer in the order of the log, with the verdict that counts."""
        return [(answer, self._verdict(answer)) for answer in self._answers.values()]

    def overruled(self) -> list[Answered]:
        """Standing answers of which the learner said: I was right."""
        return [answer for key, answer in self._answers.items() if key in self._overruled]

    def unfinished(self) -> list[Session]:
        """The sessions that were begun, answered in, and not finished; the latest begun first."""
        left = []
        for events in reversed(self._sessions.values()):
            first, *rest = events
            if not isinstance(first, Started):
                continue
            session = begin(first)
            for event in rest:
                with suppress(OutOfTurn):  # two programs may have gone on with the same session
                    session = session.after(event)
            if session.given and session.current is not None:
                left.append(session)
        return left

    def on_day(self, day: date, zone: tzinfo | None) -> list[Verdict]:
        """The verdicts of one day in the learner's time zone."""
        return [
            self._verdict(answer)
            for answer in self._answers.values()
            if answer.at.astimezone(zone).date() == day
        ]

    def per_day(self, first: date, last: date, zone: tzinfo | None) -> list[int]:
        """How many answers each day from `first` to `last` has, in the learner's time zone."""
        counts = [0] * ((last - first).days + 1)
        for answer in self._answers.values():
            number = (answer.at.astimezone(zone).date() - first).days
            if 0 <= number < len(counts):
                counts[number] += 1
        return counts

    def streak(self, today: date, zone: tzinfo | None) -> int:
        """Days in a row with an answer, up to today or, where today has none yet, yesterday."""
        days = {answer.at.astimezone(zone).date() for answer in self._answers.values()}
        day = today if today in days else today - timedelta(days=1)
        length = 0
        while day in days:
            length += 1
            day -= timedelta(days=1)
        return length

    def _take_back(self, target: str) -> None:
        if target in self._skips:
            self._skips.remove(target)
        elif target in self._answers:
            self._by_item[self._answers.pop(target).item].remove(target)
        else:
            return
        self.undone += 1

    def _verdict(self, answer: Answered) -> Verdict:
        return Verdict.CORRECT if answer.id in self._overruled else answer.verdict
