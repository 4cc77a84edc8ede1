"""A study over the sample content and a log in a file, and how a test reads it back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.learning.log.events import StudyEvent
from study_app.store.log import ReviewLog
from study_app.usecases.study import Study
from tests.studies import numbered, study_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SAMPLE = Path(__file__).parent.parent / "data" / "content"


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The sample content: one topic with every kind of question."""
    return load((SAMPLE,))


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ReviewLog]:
    with closing(ReviewLog(tmp_path / "progress.db", lambda: NOW)) as opened:
        yield opened


@pytest.fixture
def make_study(bank: Bank, log: ReviewLog) -> Callable[..., Study]:
    """A study over the log of the test, with the sample content or another."""
    new_id = numbered()

    def make(of: Bank = bank) -> Study:
        return study_of(of, log, lambda: NOW, new_id=new_id)

    return make


@pytest.fixture
def study(make_study: Callable[..., Study]) -> Study:
    return make_study()


@pytest.fixture
def on_disk(log: ReviewLog) -> Callable[[], list[StudyEvent]]:
    """What another program finds in the file now."""

    def read() -> list[StudyEvent]:
        with closing(ReviewLog(log.path, lambda: NOW)) as other:
            return other.events()

    return read
