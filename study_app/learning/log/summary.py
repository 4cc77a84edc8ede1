"""What the log says about one item, as sums: two parts of the log can be added up.

Only references from one event to another, by id, tie the parts together; `Summary.waiting` has the
ids that a part refers to but does not contain.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, TypeAlias, TypeVar, assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.log.events import (
    NO_REVIEW,
    Answered,
    Flagged,
    Overruled,
    Said,
    SessionMode,
    Skipped,
    StudyEvent,
    Undone,
)
from study_app.learning.log.tally import NO_ANSWERS, Tally, tally_verdicts

Key = tuple[datetime, str]

WrongResponse: TypeAlias = Picked | TypedText
"""A wrong response in a form that can be counted."""

LONGEST_RESPONSE: Final = 60
"""Longer texts do not name a confusion: they are not kept."""

CountedT = TypeVar("CountedT")


@dataclass(frozen=True, slots=True)
class Last:
    """The latest standing answer, with its study day and the verdict that counts."""

    key: Key
    day: date
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class FlagSetting:
    """The latest change of the flag."""

    key: Key
    on: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """`tally` counts standing answers, `overruled` those that the learner overruled, `forms` what
    was typed in these. `undone` counts answers and skips that were taken back, `skipped` standing
    skips.

    `firsts` counts first attempts: the earliest standing answer in its session, without the lab.
    `seconds` has how many standing quiz answers took so many whole seconds, `mistakes` how often a
    standing answer that was not correct gave what.
    """

    tally: Tally = NO_ANSWERS
    last: Last | None = None
    overruled: int = 0
    undone: int = 0
    skipped: int = 0
    flag: FlagSetting | None = None
    waiting: frozenset[str] = frozenset()
    firsts: Tally = NO_ANSWERS
    seconds: Mapping[int, int] = field(default_factory=dict)
    mistakes: Mapping[WrongResponse, int] = field(default_factory=dict)
    forms: frozenset[str] = frozenset()

    def __add__(self, other: "Summary") -> "Summary":
        """The sum of both parts; correct only if neither waits for an event of the other."""
        return Summary(
            self.tally + other.tally,
            max(self.last, other.last, key=_key_of),
            self.overruled + other.overruled,
            self.undone + other.undone,
            self.skipped + other.skipped,
            max(self.flag, other.flag, key=_key_of),
            self.waiting | other.waiting,
            self.firsts + other.firsts,
            _together(self.seconds, other.seconds),
            _together(self.mistakes, other.mistakes),
            self.forms | other.forms,
        )


NOTHING = Summary()


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of standing answers: verdicts by study day, and quiz answers by tenths of a second."""

    days: Mapping[date, Tally]
    tenths: Mapping[int, int]


NO_COUNTS = Counts({}, {})


def summarize(events: Iterable[StudyEvent]) -> tuple[Summary, Counts]:
    """Summarize `events`, all of one item and in any order, with what they add to the counts.

    Targets are resolved by id, even if the target comes later. What was typed for drawn numbers is
    not a form: next time the numbers differ.
    """
    answers: dict[str, Answered] = {}
    skips: set[str] = set()
    said: dict[str, Said] = {}
    taken_back: set[str] = set()
    flags: list[FlagSetting] = []
    for event in events:
        match event:
            case Answered():
                answers[event.id] = event
            case Skipped():
                skips.add(event.id)
            case Undone(target=target):
                taken_back.add(target)
            case Flagged(on=on):
                flags.append(FlagSetting(event.key, on))
            case _ if isinstance(event, Said):
                said[event.id] = event
            case _:
                pass  # not counted
    targets = taken_back | {one.target for one in said.values()}
    gone = {key for key in taken_back if key in answers or key in skips}
    overruled = {
        one.target
        for key, one in said.items()
        if key not in taken_back and isinstance(one, Overruled)
    }
    standing = [(one, _verdict(one, overruled)) for key, one in answers.items() if key not in gone]
    firsts: dict[str, tuple[Answered, Verdict]] = {}
    for one, verdict in standing:
        if one.mode not in NO_REVIEW:
            earliest = firsts.get(one.session)
            if earliest is None or one.key < earliest[0].key:
                firsts[one.session] = (one, verdict)
    by_day: dict[date, list[Verdict]] = {}
    for one, verdict in standing:
        by_day.setdefault(one.day, []).append(verdict)
    summary = Summary(
        tally=tally_verdicts(verdict for _, verdict in standing),
        last=max(
            (Last(one.key, one.day, verdict) for one, verdict in standing),
            key=_key_of,
            default=None,
        ),
        overruled=sum(one.id in overruled for one, _ in standing),
        undone=len(gone),
        skipped=len(skips - gone),
        flag=max(flags, key=_key_of, default=None),
        waiting=frozenset(targets - answers.keys() - skips - said.keys()),
        firsts=tally_verdicts(verdict for _, verdict in firsts.values()),
        seconds=Counter(
            one.elapsed_ms // 1000 for one, _ in standing if one.mode is SessionMode.QUIZ
        ),
        mistakes=Counter(
            mistake
            for one, verdict in standing
            if verdict is not Verdict.CORRECT
            and (mistake := wrong_response(one.response)) is not None
        ),
        forms=frozenset(
            one.response.text
            for one, _ in standing
            if one.id in overruled and isinstance(one.response, TypedText) and one.drawn is None
        ),
    )
    tenths = Counter(one.elapsed_ms // 100 for one, _ in standing if one.mode is SessionMode.QUIZ)
    return summary, Counts({day: tally_verdicts(own) for day, own in by_day.items()}, tenths)


def wrong_response(response: Response) -> WrongResponse | None:
    """How a `response` that is not correct is counted; None if it is not informative."""
    match response:
        case Picked():
            return response
        case TypedText(text=text):
            clean = " ".join(text.split()).casefold()
            return TypedText(clean) if 0 < len(clean) <= LONGEST_RESPONSE else None
        case Paired():
            return None
        case _:
            assert_never(response)


def standing(events: Iterable[StudyEvent]) -> list[tuple[Answered, Verdict]]:
    """The standing answers among `events` of one item, in order, with their effective verdicts."""
    every = list(events)
    gone = {event.target for event in every if isinstance(event, Undone)}
    overruled = {
        event.target for event in every if isinstance(event, Overruled) and event.id not in gone
    }
    answers = [event for event in every if isinstance(event, Answered) and event.id not in gone]
    answers.sort(key=lambda answer: answer.key)
    return [(answer, _verdict(answer, overruled)) for answer in answers]


def _verdict(answer: Answered, overruled: set[str]) -> Verdict:
    return Verdict.CORRECT if answer.id in overruled else answer.verdict


def _key_of(one: Last | FlagSetting | None) -> tuple[float, str]:
    return (one.key[0].timestamp(), one.key[1]) if one is not None else (float("-inf"), "")


def _together(one: Mapping[CountedT, int], other: Mapping[CountedT, int]) -> Mapping[CountedT, int]:
    """The sums of both."""
    if not one or not other:
        return one or other
    summed = dict(one)
    for key, times in other.items():
        summed[key] = summed.get(key, 0) + times
    return summed
