"""What the log says, kept up to date event by event: a fold over events in any order.

It can begin with the state of an earlier fold, so that a start need not read the whole log: a
checkpoint plus the rest is the whole.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.days import DAY_STARTS
from study_app.learning.events import (
    Answered,
    ExamTaken,
    Finished,
    Flagged,
    Guessed,
    Noted,
    Overruled,
    PlanSet,
    Rated,
    Read,
    Setting,
    SettingValue,
    Skipped,
    Started,
    StudyEvent,
    Suspended,
    Undone,
    Unknown,
    WasWrong,
)
from study_app.learning.session import Session, resumed
from study_app.learning.state import State
from study_app.learning.summary import NOTHING, Key, Summary, standing, summarize
from study_app.learning.tally import NO_ANSWERS, Tally


@dataclass(frozen=True, slots=True)
class Record:
    """The latest standing answer to an item, and how often it was answered."""

    at: datetime
    verdict: Verdict
    times: int

    @property
    def missed(self) -> bool:
        return self.verdict is not Verdict.CORRECT


Recall = Callable[[str], Iterable[StudyEvent]]


class History:
    """Standing answers (undone ones left out, overruled ones correct), flags, sessions, the plan.

    `since` is the state of the events before; `of_item` gives those of one item among them, and
    `of_session` all events of one session: both are asked for only where an event speaks of one
    that came before, and where a session is resumed. An event about something unknown is ignored:
    a log that was merged from two machines may hold one whose beginning is missing.
    """

    def __init__(
        self,
        events: Iterable[StudyEvent] = (),
        *,
        since: State | None = None,
        of_item: Recall | None = None,
        of_session: Recall | None = None,
    ) -> None:
        self.state = State() if since is None else since.copy()
        self._of_item = of_item
        self._of_session = of_session
        self._before = dict(self.state.items)
        """What the events before come to, of items whose events were not read again since."""
        self._events: dict[str, list[StudyEvent]] = {}
        """By item, what came since `_before`."""
        self._by_day: dict[str, Mapping[date, Tally]] = {}
        """By item, what those events add to the days."""
        self._sessions: dict[str, list[StudyEvent]] = {}
        self.flagged = {
            item for item, one in self.state.items.items() if one.flag is not None and one.flag.on
        }
        self.take(events)

    def add(self, event: StudyEvent) -> None:
        """Take in one more event."""
        self.take((event,))

    def take(self, events: Iterable[StudyEvent]) -> None:
        """Take in more events, in any order."""
        items: set[str] = set()
        for event in events:
            self.state.latest = max(self.state.latest, event.key)
            if self._of_session is None and event.session:
                self._sessions.setdefault(event.session, []).append(event)
            match event:
                case Answered() | Skipped() | Undone() | Flagged():
                    self._events.setdefault(event.item, []).append(event)
                    items.add(event.item)
                case Overruled() | Rated() | Guessed() | WasWrong():
                    self._events.setdefault(event.item, []).append(event)
                    items.add(event.item)
                case Started(session=session):
                    self.state.begun[session] = event.key
                case Finished(session=session):
                    self.state.ended.add(session)
                case PlanSet(setting=setting, value=value):
                    earlier = self.state.plan.get(setting)
                    if earlier is None or earlier[0] < event.key:
                        self.state.plan[setting] = (event.key, value)
                case Read() | Suspended() | Noted() | ExamTaken() | Unknown():
                    pass
                case _:
                    assert_never(event)
        for session in self.state.begun.keys() & self.state.ended:
            del self.state.begun[session]
            self.state.ended.remove(session)
        for item in items:
            self._count(item)

    def forget(self) -> None:
        """Take what came so far for the events before: of these `of_item` is asked from now on."""
        self._before |= {item: self.state.items[item] for item in self._events}
        self._events.clear()
        self._by_day.clear()

    @property
    def items(self) -> Mapping[str, Summary]:
        """By item, what the log says of it."""
        return self.state.items

    def record(self, item: str) -> Record | None:
        """None for an item that has no standing answer."""
        found = self.state.items.get(item)
        if found is None or found.last is None:
            return None
        return Record(found.last.key[0], found.last.verdict, found.tally.answers)

    @property
    def undone(self) -> int:
        return sum(one.undone for one in self.state.items.values())

    def tries(self, item: str) -> list[tuple[datetime, Verdict]]:
        """Every standing answer to `item`, the earliest first."""
        earlier = [] if self._of_item is None else self._of_item(item)
        events = {event.id: event for event in (*earlier, *self._events.get(item, ()))}
        return [(answer.at, verdict) for answer, verdict in standing(events.values())]

    def missed(self) -> list[str]:
        """The items whose latest standing answer was not right, the longest unasked first."""
        found = [
            (one.last.key, item)
            for item, one in self.state.items.items()
            if one.last is not None and one.last.verdict is not Verdict.CORRECT
        ]
        return [item for _, item in sorted(found)]

    @property
    def skipped(self) -> int:
        return sum(one.skipped for one in self.state.items.values())

    def setting(self, setting: Setting) -> SettingValue:
        """What the learner set last; None where nothing was."""
        found = self.state.plan.get(setting)
        return None if found is None else found[1]

    @property
    def day_starts(self) -> time:
        """When the study day begins, by the clock on the wall."""
        found = self.setting(Setting.DAY_STARTS)
        try:
            return time.fromisoformat(found) if isinstance(found, str) else DAY_STARTS
        except ValueError:
            return DAY_STARTS

    def unfinished(self) -> list[Session]:
        """The sessions that were begun, answered in, and not finished; the latest begun first."""
        left = []
        for name in sorted(self.state.begun, key=self._begun, reverse=True):
            recall = self._of_session
            events = self._sessions.get(name, []) if recall is None else recall(name)
            session = resumed(events)
            if session is not None and session.given and session.current is not None:
                left.append(session)
        return left

    def on_day(self, day: date) -> Tally:
        """The standing answers of one study day."""
        return self.state.days.get(day, NO_ANSWERS)

    def per_day(self, first: date, last: date) -> list[int]:
        """How many answers each study day from `first` to `last` has."""
        count = (last - first).days + 1
        return [self.on_day(first + timedelta(days=number)).answers for number in range(count)]

    def streak(self, today: date) -> int:
        """Days in a row with an answer, up to today or, where today has none yet, yesterday."""
        day = today if today in self.state.days else today - timedelta(days=1)
        length = 0
        while day in self.state.days:
            length += 1
            day -= timedelta(days=1)
        return length

    def _begun(self, session: str) -> Key:
        return self.state.begun[session]

    def _count(self, item: str) -> None:
        """Bring what the state says of `item` up to date."""
        before = self._before.get(item, NOTHING)
        found, by_day = summarize(self._events[item])
        came = {event.id for event in self._events[item]}
        if self._of_item is not None and (
            (found.waiting and before is not NOTHING) or before.waiting & came
        ):
            # An event speaks of one on the other side: the item is counted anew as a whole.
            earlier = [event for event in self._of_item(item) if event.id not in came]
            self._add_to_days(summarize(earlier)[1], -1)
            self._before.pop(item)
            self._events[item] = [*earlier, *self._events[item]]
            self._count(item)
            return
        self._add_to_days(self._by_day.get(item, {}), -1)
        self._add_to_days(by_day, 1)
        self._by_day[item] = by_day
        whole = before + found
        self.state.items[item] = whole
        is_flagged = whole.flag is not None and whole.flag.on
        (self.flagged.add if is_flagged else self.flagged.discard)(item)

    def _add_to_days(self, by_day: Mapping[date, Tally], sign: int) -> None:
        days = self.state.days
        for day, tally in by_day.items():
            changed = days.get(day, NO_ANSWERS) + tally if sign > 0 else days[day] - tally
            if changed.answers:
                days[day] = changed
            else:
                days.pop(day, None)
