"""Random logs of a few cards, and what py-fsrs says of them where it is used naively."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from fsrs import Card, Rating, Scheduler
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import TypedText
from study_app.learning.log.events import (
    Answered,
    Guessed,
    Overruled,
    Rated,
    Said,
    SessionMode,
    Started,
    StudyEvent,
    Undone,
    WasWrong,
)

START = datetime(2026, 9, 1, 8, tzinfo=UTC)
ITEMS = ("t/a", "t/b", "t/c", "u/d")
CARD_OF = {"t/a": "t/one", "t/b": "t/one", "t/c": "t/two"}
"""`u/d` is gone from the content."""
RATING = {Verdict.WRONG: 1, Verdict.CLOSE: 2, Verdict.CORRECT: 3}


def answer(number: int, item: str, at: datetime, session: str = "s", **more: Any) -> Answered:
    fields: dict[str, Any] = {
        "id": f"e{number:05}",
        "at": at,
        "day": at.date(),
        "session": session,
        "item": item,
        "item_hash": "",
        "response": TypedText(""),
        "verdict": Verdict.CORRECT,
        "score": 1.0,
        "elapsed_ms": 1000,
        "card": CARD_OF.get(item),
    }
    return Answered(**{**fields, **more})


@st.composite
def logs(draw: st.DrawFn) -> list[StudyEvent]:
    """Answers in sessions over some weeks, and what was said of them, in any order."""
    events: list[StudyEvent] = []
    answers: list[Answered] = []
    said: list[Said] = []
    for number in range(draw(st.integers(0, 14))):
        at = START + timedelta(hours=draw(st.integers(0, 24 * 40)))
        item = draw(st.sampled_from(ITEMS))
        named = draw(st.sampled_from([CARD_OF.get(item), CARD_OF.get(item), None, "t/two"]))
        one = answer(
            number,
            item,
            at,
            session=draw(st.sampled_from("pqrst")),
            # A day that began in another time zone.
            day=at.date() + timedelta(days=draw(st.sampled_from([0, 0, 0, 1]))),
            verdict=draw(st.sampled_from(Verdict)),
            hinted=draw(st.booleans()),
            card=named,
            mode=draw(
                st.sampled_from(
                    [SessionMode.QUIZ, SessionMode.QUIZ, SessionMode.QUIZ, SessionMode.LAB]
                )
            ),
        )
        answers.append(one)
    events += [
        Started(
            id=f"begin-{session}",
            at=START,
            day=START.date(),
            session=session,
            seed=1,
            items=ITEMS,
            retries=1,
        )
        for session in draw(st.sets(st.sampled_from("pqrst")))
    ]
    for number in range(draw(st.integers(0, 6)) if answers else 0):
        of = draw(st.sampled_from(answers))
        at = START + timedelta(hours=draw(st.integers(0, 24 * 40)))
        common: dict[str, Any] = {
            "id": f"s{number:05}",
            "at": at,
            "day": at.date(),
            "session": "x",
            "item": of.item,
            "target": of.id,
        }
        match draw(st.integers(0, 4)):
            case 0:
                said.append(Rated(**common, rating=draw(st.integers(1, 4))))
            case 1:
                said.append(Guessed(**common))
            case 2:
                said.append(WasWrong(**common))
            case 3:
                said.append(Overruled(**common))
            case _:
                events.append(Undone(**common))
    for number, opinion in enumerate(said):
        if draw(st.integers(0, 3)) == 0:
            events.append(
                Undone(
                    id=f"u{number:05}",
                    at=opinion.at,
                    day=opinion.day,
                    session="x",
                    item=opinion.item,
                    target=opinion.id,
                )
            )
    return draw(st.permutations([*answers, *said, *events]))


@dataclass
class Naive:
    card: Card
    reviews: int
    lapses: int


def naive(
    events: Sequence[StudyEvent], card_of: Mapping[str, str], retention: float = 0.9
) -> dict[str, Naive]:
    """The rules of study-engine.md, sentence by sentence, over the library's own cards."""
    scheduler = Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    ordered = sorted(events, key=lambda one: (one.at, one.id))
    undone = {one.target for one in ordered if isinstance(one, Undone)}
    found: dict[str, Naive] = {}
    attempted: set[tuple[str, str]] = set()
    days: set[tuple[str, date]] = set()
    for one in ordered:
        if not isinstance(one, Answered) or one.id in undone or one.mode is SessionMode.LAB:
            continue
        if (one.session, one.item) in attempted:
            continue
        attempted.add((one.session, one.item))
        name = one.card or card_of.get(one.item)
        if name is None or (name, one.day) in days:
            continue
        days.add((name, one.day))
        rating = RATING[one.verdict]
        if one.hinted and one.verdict is Verdict.CORRECT:
            rating = 2
        standing = [
            two
            for two in ordered
            if isinstance(two, Said) and two.target == one.id and two.id not in undone
        ]
        if one.verdict is not Verdict.WRONG or any(isinstance(s, Overruled) for s in standing):
            for two in standing:
                match two:
                    case Rated():
                        rating = two.rating
                    case Overruled():
                        rating = 3
                    case _:
                        rating = 1
        state = found.setdefault(name, Naive(Card(card_id=7, due=START), 0, 0))
        state.lapses += rating == 1 and state.reviews > 0
        state.reviews += 1
        at = datetime.combine(one.day, time(12), UTC)
        state.card, _ = scheduler.review_card(state.card, Rating(rating), at)
    return found
