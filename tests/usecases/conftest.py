"""A study over a log in memory; a module brings its `bank` and its `clock`."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from random import Random

import pytest

from study_app.bank.bank import Bank
from study_app.settings import Settings
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.usecases.study import Chance, Study

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def log() -> Iterator[ReviewLog]:
    with closing(ReviewLog(MEMORY, lambda: BEGUN)) as opened:
        yield opened


@pytest.fixture
def make_study(bank: Bank, log: ReviewLog, clock: Callable[[], datetime]) -> Callable[..., Study]:
    numbers = count()

    def make(seed: int | None = None) -> Study:
        return Study(
            bank,
            log,
            clock=clock,
            new_id=lambda at: f"id-{next(numbers):06}",
            chance=Chance(Random(1), seed),
            settings=Settings(),
            remember=lambda settings: None,
            zone=UTC,
        )

    return make
