"""A study over a log in memory; a module brings its `bank` and its `clock`."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from study_app.bank.bank import Bank
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.usecases.study import Study
from tests.studies import numbered, study_of

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def log() -> Iterator[ReviewLog]:
    with closing(ReviewLog(MEMORY, lambda: BEGUN)) as opened:
        yield opened


@pytest.fixture
def make_study(bank: Bank, log: ReviewLog, clock: Callable[[], datetime]) -> Callable[..., Study]:
    new_id = numbered()

    def make(seed: int | None = None) -> Study:
        return study_of(bank, log, clock, new_id=new_id, seed=seed)

    return make
