"""The result of a fold over the log, as a value that can be saved and reloaded.

Disposable: it holds nothing that the events do not. `VERSION` changes with what is counted, so that
an older state is not mistaken for a current one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked, TypedText
from study_app.learning.exam.outcome import ExamOutcome, ExamOutcomes, exam_day
from study_app.learning.log.events import PlanSetting, Subject
from study_app.learning.log.summary import FlagSetting, Key, Last, Summary, WrongResponse
from study_app.learning.log.tally import Tally
from study_app.learning.log.wishes import Wishes
from study_app.learning.scheduling.attempts import Review
from study_app.learning.scheduling.fsrs import Strength
from study_app.learning.scheduling.memory import Memory, ReviewCount
from study_app.learning.scheduling.recollection import Memories

VERSION: Final = 4

BEFORE_ALL: Final[Key] = (datetime.min.replace(tzinfo=UTC), "")


@dataclass(slots=True)
class State:
    """`begun` has the sessions that are not finished, by id, with the key of their start; `ended`
    those whose end arrived but not their start, `headless` those with answers but no start. `exams`
    has all mock exams, `exams_over` those that cannot be continued; `outcomes` are those of real
    exams. `tenths` counts standing quiz answers by tenths of a second taken. `latest` is the
    greatest key.
    """

    items: dict[str, Summary] = field(default_factory=dict)
    days: dict[date, Tally] = field(default_factory=dict)
    begun: dict[str, Key] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    headless: set[str] = field(default_factory=set)
    exams: dict[str, Key] = field(default_factory=dict)
    exams_over: set[str] = field(default_factory=set)
    outcomes: ExamOutcomes = field(default_factory=dict)
    tenths: dict[int, int] = field(default_factory=dict)
    wishes: Wishes = field(default_factory=Wishes)
    memories: Memories = field(default_factory=Memories)
    latest: Key = BEFORE_ALL

    def copy(self) -> "State":
        return State(
            dict(self.items),
            dict(self.days),
            dict(self.begun),
            set(self.ended),
            set(self.headless),
            dict(self.exams),
            set(self.exams_over),
            dict(self.outcomes),
            dict(self.tenths),
            self.wishes.copy(),
            self.memories.copy(),
            self.latest,
        )


def to_value(state: State) -> dict[str, Any]:
    """`state` as JSON values."""
    return {
        "items": {item: _from_summary(one) for item, one in state.items.items()},
        "days": {day.isoformat(): _from_tally(tally) for day, tally in state.days.items()},
        "begun": {session: _from_key(key) for session, key in state.begun.items()},
        "ended": sorted(state.ended),
        "headless": sorted(state.headless),
        "exams": {session: _from_key(key) for session, key in state.exams.items()},
        "exams_over": sorted(state.exams_over),
        "outcomes": [_from_outcome(one) for one in state.outcomes.values()],
        "tenths": sorted(state.tenths.items()),
        "wishes": _from_wishes(state.wishes),
        "memories": _from_memories(state.memories),
        "latest": _from_key(state.latest),
    }


def from_value(value: Mapping[str, Any]) -> State:
    """The state written by `to_value`. Raises KeyError, TypeError or ValueError for anything
    else."""
    return State(
        items={item: _to_summary(*one) for item, one in value["items"].items()},
        days={date.fromisoformat(day): Tally(*one) for day, one in value["days"].items()},
        begun={session: _to_key(*key) for session, key in value["begun"].items()},
        ended=set(value["ended"]),
        headless=set(value["headless"]),
        exams={session: _to_key(*key) for session, key in value["exams"].items()},
        exams_over=set(value["exams_over"]),
        outcomes={
            exam_day(one.exam, one.taken_on): one
            for one in (_to_outcome(*each) for each in value["outcomes"])
        },
        tenths={int(tenths): int(times) for tenths, times in value["tenths"]},
        wishes=_to_wishes(value["wishes"]),
        memories=_to_memories(value["memories"]),
        latest=_to_key(*value["latest"]),
    )


def _from_summary(one: Summary) -> list[Any]:
    return [
        _from_tally(one.tally),
        None if one.last is None else _from_last(one.last),
        one.overruled,
        one.undone,
        one.skipped,
        None if one.flag is None else [*_from_key(one.flag.key), one.flag.on],
        sorted(one.waiting),
        _from_tally(one.firsts),
        [number for pair in sorted(one.seconds.items()) for number in pair],
        [_from_mistake(mistake, times) for mistake, times in one.mistakes.items()],
        sorted(one.forms),
    ]


def _to_summary(
    tally: list[int],
    last: list[Any] | None,
    overruled: int,
    undone: int,
    skipped: int,
    flag: list[Any] | None,
    waiting: list[str],
    firsts: list[int],
    seconds: list[int],
    mistakes: list[list[Any]],
    forms: list[str],
) -> Summary:
    return Summary(
        Tally(*tally),
        None if last is None else _to_last(*last),
        overruled,
        undone,
        skipped,
        None if flag is None else FlagSetting(_to_key(flag[0], flag[1]), bool(flag[2])),
        frozenset(waiting),
        Tally(*firsts),
        dict(zip(seconds[::2], seconds[1::2], strict=True)),
        dict(_to_mistake(*mistake) for mistake in mistakes),
        frozenset(forms),
    )


def _from_mistake(mistake: WrongResponse, times: int) -> list[Any]:
    return [list(mistake.keys) if isinstance(mistake, Picked) else mistake.text, times]


def _to_mistake(given: list[str] | str, times: int) -> tuple[WrongResponse, int]:
    return (TypedText(given) if isinstance(given, str) else Picked(tuple(given)), int(times))


def _from_last(one: Last) -> list[Any]:
    return [*_from_key(one.key), one.day.isoformat(), one.verdict.value]


def _to_last(at: str, key: str, day: str, verdict: str) -> Last:
    return Last(_to_key(at, key), date.fromisoformat(day), Verdict(verdict))


def _from_wishes(wishes: Wishes) -> dict[str, Any]:
    return {
        "settings": [[name, *_from_key(key), one] for name, (key, one) in wishes.settings.items()],
        "dates": [
            [name, *_from_key(key), day.isoformat()] for name, (key, day) in wishes.dates.items()
        ],
        "suspended": [
            [*named, *_from_key(one.key), one.on] for named, one in wishes.suspended.items()
        ],
        "notes": [[*named, *_from_key(key), text] for named, (key, text) in wishes.notes.items()],
    }


def _to_wishes(value: Mapping[str, Any]) -> Wishes:
    return Wishes(
        settings={
            PlanSetting(name): (_to_key(at, key), tuple(one) if isinstance(one, list) else one)
            for name, at, key, one in value["settings"]
        },
        dates={
            name: (_to_key(at, key), date.fromisoformat(day))
            for name, at, key, day in value["dates"]
        },
        suspended={
            (Subject(subject), item): FlagSetting(_to_key(at, key), bool(on))
            for subject, item, at, key, on in value["suspended"]
        },
        notes={
            (Subject(subject), item): (_to_key(at, key), str(text))
            for subject, item, at, key, text in value["notes"]
        },
    )


def _from_outcome(one: ExamOutcome) -> list[Any]:
    return [*_from_key(one.key), one.exam, one.taken_on.isoformat(), one.passed, one.score]


def _to_outcome(
    at: str, key: str, exam: str, taken_on: str, passed: bool, score: int | None
) -> ExamOutcome:
    taken = date.fromisoformat(taken_on)
    return ExamOutcome(_to_key(at, key), exam, taken, bool(passed), score)


def _from_memories(memories: Memories) -> dict[str, Any]:
    return {
        "cards": {card: _from_memory(one) for card, one in memories.cards.items()},
        "asked_by": {card: sorted(items) for card, items in memories.asked_by.items()},
        "unnamed": memories.unnamed,
    }


def _to_memories(value: Mapping[str, Any]) -> Memories:
    return Memories(
        cards={card: _to_memory(*one) for card, one in value["cards"].items()},
        asked_by={card: frozenset(items) for card, items in value["asked_by"].items()},
        unnamed=dict(value["unnamed"]),
    )


def _from_memory(one: Memory) -> list[Any]:
    before = one.before
    return [
        _from_review(one.first),
        _from_review(one.last),
        one.until.isoformat(),
        one.reviews,
        one.lapses,
        None if before is None else [before.stability, before.difficulty, before.day.isoformat()],
        [one.mature.reviews, one.mature.passed],
        [one.young.reviews, one.young.passed],
    ]


def _to_memory(
    first: list[Any],
    last: list[Any],
    until: str,
    reviews: int,
    lapses: int,
    before: list[Any] | None,
    mature: list[int],
    young: list[int],
) -> Memory:
    return Memory(
        first=_to_review(*first),
        last=_to_review(*last),
        until=date.fromisoformat(until),
        reviews=int(reviews),
        lapses=int(lapses),
        before=None if before is None else _to_strength(*before),
        mature=ReviewCount(*mature),
        young=ReviewCount(*young),
    )


def _to_strength(stability: float, difficulty: float, day: str) -> Strength:
    return Strength(float(stability), float(difficulty), date.fromisoformat(day))


def _from_review(one: Review) -> list[Any]:
    return [*_from_key(one.key), one.day.isoformat(), one.item, one.rating]


def _to_review(at: str, key: str, day: str, item: str, rating: int) -> Review:
    return Review(_to_key(at, key), date.fromisoformat(day), item, int(rating))


def _from_tally(tally: Tally) -> list[int]:
    return [tally.answers, tally.correct, tally.close, tally.wrong]


def _from_key(key: Key) -> list[str]:
    return [key[0].isoformat(), key[1]]


def _to_key(at: str, key: str) -> Key:
    return (datetime.fromisoformat(at), key)
