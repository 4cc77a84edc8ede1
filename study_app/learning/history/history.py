"""What the log says, kept up to date event by event: a fold over events in any order.

It can start from the state of an earlier fold, so that a start need not read the whole log: a
checkpoint plus the remaining events.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.history.exams import Exams
from study_app.learning.history.sessions import Recall, Sessions
from study_app.learning.history.state import State
from study_app.learning.log.days import DAY_STARTS
from study_app.learning.log.events import (
    Answered,
    Chosen,
    ExamStarted,
    ExamTaken,
    Finished,
    Flagged,
    Guessed,
    Noted,
    Overruled,
    Paused,
    PlanSet,
    PlanSetting,
    Rated,
    Read,
    Resumed,
    SessionMode,
    SettingValue,
    Shown,
    Skipped,
    Started,
    Struck,
    StudyEvent,
    Submitted,
    Suspended,
    Undone,
    Unknown,
    WasWrong,
)
from study_app.learning.log.session import Session
from study_app.learning.log.summary import (
    NO_COUNTS,
    NOTHING,
    Counts,
    Summary,
    standing,
    summarize,
)
from study_app.learning.log.tally import NO_ANSWERS, Tally
from study_app.learning.log.wishes import Wishes
from study_app.learning.scheduling.memory import Memory
from study_app.learning.scheduling.recollection import Recollection


@dataclass(frozen=True, slots=True)
class Record:
    """The latest standing answer to an item, and how often it was answered."""

    at: datetime
    day: date
    verdict: Verdict
    times: int

    @property
    def missed(self) -> bool:
        return self.verdict is not Verdict.CORRECT


class History:
    """Standing answers (undone ones left out, overruled ones correct), flags, sessions, the plan,
    and the memories of cards.

    `since` is the state of the events before; `of_item` gives those of one item among them, and
    `of_session` all events of one session: both are called only if an event refers to an earlier
    one, and when a session is resumed. An event about something unknown is ignored: a log that was
    merged from two machines may hold one whose beginning is missing. `card_of` gives the card of a
    question.
    """

    def __init__(
        self,
        events: Iterable[StudyEvent] = (),
        *,
        since: State | None = None,
        of_item: Recall | None = None,
        of_session: Recall | None = None,
        card_of: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._state = State() if since is None else since.copy()
        self._of_item = of_item
        self._sessions = Sessions(self._state, of_session)
        self.exams = Exams(self._state, self._sessions.events)
        self._before = dict(self._state.items)
        """The result of earlier events, for items whose events were not reread since."""
        self._events: dict[str, list[StudyEvent]] = {}
        """By item, the events since `_before`."""
        self._counts: dict[str, Counts] = {}
        """By item, what those events add to the counts."""
        self._recollection = Recollection(self._state.memories, card_of)
        self.flagged = {
            item for item, one in self._state.items.items() if one.flag is not None and one.flag.on
        }
        self.take(events)

    def add(self, event: StudyEvent) -> None:
        """Add one event."""
        self.take((event,))

    def take(self, events: Iterable[StudyEvent]) -> None:
        """Add events, in any order."""
        items: set[str] = set()
        answered: set[str] = set()
        for event in events:
            self._state.latest = max(self._state.latest, event.key)
            self._sessions.keep(event)
            match event:
                case Answered() | Skipped() | Undone() | Flagged():
                    self._events.setdefault(event.item, []).append(event)
                    items.add(event.item)
                    if isinstance(event, Answered) and event.mode is not SessionMode.EXAM:
                        answered.add(event.session)
                case Overruled() | Rated() | Guessed() | WasWrong():
                    self._events.setdefault(event.item, []).append(event)
                    items.add(event.item)
                case ExamStarted() | Submitted() | ExamTaken() | Finished(mode=SessionMode.EXAM):
                    self.exams.take(event)
                case Started() | Finished():
                    self._sessions.take_bound(event)
                case PlanSet() | Suspended() | Noted():
                    self._state.wishes.take(event)
                case Shown() | Chosen() | Struck() | Paused() | Resumed():
                    pass  # its attempt is folded on demand
                case Read() | Unknown():
                    pass
                case _:
                    assert_never(event)
        self._sessions.match(answered)
        for item in items:
            self._count(item)
        self._sessions.settle()

    def forget(self) -> None:
        """Treat everything so far as earlier events, to be read with `of_item` from now on."""
        self._settle()
        self._before |= {item: self._state.items[item] for item in self._events}
        self._events.clear()
        self._counts.clear()
        self._sessions.forget()
        self._recollection.forget()

    @property
    def state(self) -> State:
        """The whole state, to be saved."""
        self._settle()
        return self._state

    @property
    def memories(self) -> Mapping[str, Memory]:
        """The memories of begun cards, by card."""
        self._settle()
        return self._state.memories.cards

    @property
    def wishes(self) -> Wishes:
        """What the learner set."""
        return self._state.wishes

    @property
    def tenths(self) -> Mapping[int, int]:
        """The number of standing quiz answers by tenths of a second taken."""
        return self._state.tenths

    @property
    def items(self) -> Mapping[str, Summary]:
        """What the log says about each item."""
        return self._state.items

    def record(self, item: str) -> Record | None:
        """None for an item without a standing answer."""
        found = self._state.items.get(item)
        if found is None or found.last is None:
            return None
        return Record(found.last.key[0], found.last.day, found.last.verdict, found.tally.answers)

    def own_forms(self, item: str) -> frozenset[str]:
        """What the learner typed to `item` and marked as right: accepted the next time."""
        found = self._state.items.get(item)
        return frozenset() if found is None else found.forms

    @property
    def undone(self) -> int:
        return sum(one.undone for one in self._state.items.values())

    def tries(self, item: str) -> list[tuple[datetime, Verdict]]:
        """Every standing answer to `item`, earliest first."""
        earlier = [] if self._of_item is None else self._of_item(item)
        events = {event.id: event for event in (*earlier, *self._events.get(item, ()))}
        return [(answer.at, verdict) for answer, verdict in standing(events.values())]

    def missed(self) -> list[str]:
        """The items whose latest standing answer was not right, longest ago first."""
        found = [
            (one.last.key, item)
            for item, one in self._state.items.items()
            if one.last is not None and one.last.verdict is not Verdict.CORRECT
        ]
        return [item for _, item in sorted(found)]

    @property
    def skipped(self) -> int:
        return sum(one.skipped for one in self._state.items.values())

    def setting(self, setting: PlanSetting) -> SettingValue:
        """The learner's latest value; None if never set."""
        found = self._state.wishes.settings.get(setting)
        return None if found is None else found[1]

    @property
    def day_starts(self) -> time:
        """When the study day begins, by the wall clock."""
        found = self.setting(PlanSetting.DAY_STARTS)
        try:
            return time.fromisoformat(found) if isinstance(found, str) else DAY_STARTS
        except ValueError:
            return DAY_STARTS

    def unfinished(self) -> list[Session]:
        """The sessions with answers that are not finished, newest first."""
        return self._sessions.unfinished()

    def on_day(self, day: date) -> Tally:
        """The standing answers of one study day."""
        return self._state.days.get(day, NO_ANSWERS)

    def per_day(self, first: date, last: date) -> list[int]:
        """How many answers each study day from `first` to `last` has."""
        count = (last - first).days + 1
        return [self.on_day(first + timedelta(days=number)).answers for number in range(count)]

    def streak(self, today: date) -> int:
        """Days in a row with an answer, up to today, or yesterday if today has none yet."""
        day = today if today in self._state.days else today - timedelta(days=1)
        length = 0
        while day in self._state.days:
            length += 1
            day -= timedelta(days=1)
        return length

    def _settle(self) -> None:
        self._recollection.settle(self._count_whole)

    def _count(self, item: str, *, whole: bool = False) -> None:
        """Update the state for `item`; `whole` if it was just reread."""
        before = self._before.get(item, NOTHING)
        found, counts = summarize(self._events[item])
        if self._of_item is not None and before is not NOTHING:
            came = {event.id for event in self._events[item]}
            if found.waiting or before.waiting & came or self._goes_on(item, came):
                # An event refers to one in the other part.
                self._count_whole(item)
                return
        self._add(self._counts.get(item, NO_COUNTS), -1)
        self._add(counts, 1)
        self._counts[item] = counts
        self._recollection.take(item, self._events[item], whole=whole)
        summary = self._state.items[item] = before + found
        is_flagged = summary.flag is not None and summary.flag.on
        (self.flagged.add if is_flagged else self.flagged.discard)(item)

    def _count_whole(self, item: str) -> None:
        """Recount `item` from all of its events, if there are earlier ones."""
        if self._of_item is None or item not in self._before:
            return
        came = {event.id for event in self._events.get(item, ())}
        earlier = [event for event in self._of_item(item) if event.id not in came]
        self._add(summarize(earlier)[1], -1)
        self._before.pop(item)
        self._events[item] = [*earlier, *self._events.get(item, ())]
        self._count(item, whole=True)

    def _goes_on(self, item: str, came: set[str]) -> bool:
        """Whether one of the answers that came is not the first in its session, for one that came
        before.
        """
        sessions = {one.session for one in self._events[item] if isinstance(one, Answered)}
        return any(
            isinstance(one, Answered) and one.item == item and one.id not in came
            for session in sessions
            for one in self._sessions.that_may_go_on(session)
        )

    def _add(self, counts: Counts, sign: int) -> None:
        days, tenths = self._state.days, self._state.tenths
        for day, tally in counts.days.items():
            changed = days.get(day, NO_ANSWERS) + tally if sign > 0 else days[day] - tally
            if changed.answers:
                days[day] = changed
            else:
                days.pop(day, None)
        for took, times in counts.tenths.items():
            tenths[took] = tenths.get(took, 0) + sign * times
            if not tenths[took]:
                del tenths[took]
