"""A study as the program makes one, of which nothing is left to chance."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import count
from random import Random

from study_app.bank.bank import Bank
from study_app.settings import Settings
from study_app.store.log import ReviewLog
from study_app.usecases.journal import Derive, made_anew
from study_app.usecases.study import Chance, Study

NewId = Callable[[datetime], str]


def numbered() -> NewId:
    """Ids one after the other: id-000000, id-000001."""
    numbers = count()
    return lambda at: f"id-{next(numbers):06}"


def forgotten(choices: Mapping[str, object]) -> None:
    """What the learner chooses is kept by nobody."""


def study_of(
    bank: Bank,
    log: ReviewLog,
    clock: Callable[[], datetime],
    *,
    new_id: NewId | None = None,
    chance: int = 1,
    seed: int | None = None,
    settings: Settings | None = None,
    remember: Callable[[Mapping[str, object]], None] = forgotten,
    derive: Derive = made_anew,
) -> Study:
    """A study of `bank` over `log`, in UTC.

    Studies over one log, as of programs that were started one after the other, share their
    `new_id`. `chance` starts the source of randomness; `seed` is the learner's own.
    """
    return Study(
        bank,
        log,
        clock=clock,
        new_id=new_id or numbered(),
        chance=Chance(Random(chance), seed),
        settings=settings or Settings(),
        remember=remember,
        zone=UTC,
        derive=derive,
    )
