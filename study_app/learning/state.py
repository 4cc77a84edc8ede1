"""What a fold over the log comes to, as a value that can be written down and read again.

Disposable: it says nothing that the events do not. `VERSION` changes with what is counted, so that
an earlier one is not taken for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final

from study_app.grading.verdict import Verdict
from study_app.learning.events import Setting, SettingValue
from study_app.learning.summary import Key, Last, Mark, Summary
from study_app.learning.tally import Tally

VERSION: Final = 1

BEFORE_ALL: Final[Key] = (datetime.min.replace(tzinfo=UTC), "")


@dataclass(slots=True)
class State:
    """`begun` has the sessions that are not finished, by id, with the key of their start; `ended`
    those whose end came and whose start has not. `latest` is the greatest key.
    """

    items: dict[str, Summary] = field(default_factory=dict)
    days: dict[date, Tally] = field(default_factory=dict)
    begun: dict[str, Key] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    plan: dict[Setting, tuple[Key, SettingValue]] = field(default_factory=dict)
    latest: Key = BEFORE_ALL

    def copy(self) -> "State":
        return State(
            dict(self.items),
            dict(self.days),
            dict(self.begun),
            set(self.ended),
            dict(self.plan),
            self.latest,
        )


def to_value(state: State) -> dict[str, Any]:
    """`state` as JSON has it."""
    return {
        "items": {item: _from_summary(one) for item, one in state.items.items()},
        "days": {day.isoformat(): _from_tally(tally) for day, tally in state.days.items()},
        "begun": {session: _from_key(key) for session, key in state.begun.items()},
        "ended": sorted(state.ended),
        "plan": {name.value: [*_from_key(key), one] for name, (key, one) in state.plan.items()},
        "latest": _from_key(state.latest),
    }


def from_value(value: Mapping[str, Any]) -> State:
    """The state that `to_value` wrote. Raises KeyError, TypeError or ValueError for another."""
    return State(
        items={item: _to_summary(*one) for item, one in value["items"].items()},
        days={date.fromisoformat(day): Tally(*one) for day, one in value["days"].items()},
        begun={session: _to_key(*key) for session, key in value["begun"].items()},
        ended=set(value["ended"]),
        plan={
            Setting(name): (_to_key(at, key), tuple(one) if isinstance(one, list) else one)
            for name, (at, key, one) in value["plan"].items()
        },
        latest=_to_key(*value["latest"]),
    )


def _from_summary(one: Summary) -> list[Any]:
    return [
        _from_tally(one.tally),
        None if one.last is None else [*_from_key(one.last.key), one.last.verdict.value],
        one.overruled,
        one.undone,
        one.skipped,
        None if one.flag is None else [*_from_key(one.flag.key), one.flag.on],
        sorted(one.waiting),
    ]


def _to_summary(
    tally: list[int],
    last: list[Any] | None,
    overruled: int,
    undone: int,
    skipped: int,
    flag: list[Any] | None,
    waiting: list[str],
) -> Summary:
    return Summary(
        Tally(*tally),
        None if last is None else Last(_to_key(last[0], last[1]), Verdict(last[2])),
        overruled,
        undone,
        skipped,
        None if flag is None else Mark(_to_key(flag[0], flag[1]), bool(flag[2])),
        frozenset(waiting),
    )


def _from_tally(tally: Tally) -> list[int]:
    return [tally.answers, tally.correct, tally.close, tally.wrong]


def _from_key(key: Key) -> list[str]:
    return [key[0].isoformat(), key[1]]


def _to_key(at: str, key: str) -> Key:
    return (datetime.fromisoformat(at), key)
