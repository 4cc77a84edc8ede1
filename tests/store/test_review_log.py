"""The review log against a real SQLite."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Paired, Picked, TypedText
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
    Shown,
    Skipped,
    Started,
    Struck,
    StudyEvent,
    Subject,
    Submitted,
    Suspended,
    Undone,
    Unknown,
    WasWrong,
)
from study_app.store.errors import StoreError
from study_app.store.ids import uuid7
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY, sibling
from study_app.store.rows import from_row, to_row
from study_app.store.schema import VERSION
from tests.store.samples import NOW, answer, clock

moments = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC, microsecond=moment.microsecond // 1000 * 1000)
)
# Lone surrogates are what a terminal hands over for bytes that are no UTF-8.
any_text = st.text(st.characters(codec=None, categories=None))
keys = st.lists(st.text(min_size=1), max_size=6).map(tuple)
responses = st.one_of(
    st.builds(Picked, keys),
    st.builds(Paired, st.lists(st.tuples(st.text(), st.text()), max_size=5).map(tuple)),
    st.builds(TypedText, any_text),
)
plain = st.text(min_size=1)
scalars = (
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | any_text
)
drawn = st.none() | st.dictionaries(plain, scalars, max_size=4)
days = st.dates()
modes = st.sampled_from(SessionMode)
common = {"id": plain, "at": moments, "day": days, "session": plain, "mode": modes}
about = common | {"item": plain}
events: st.SearchStrategy[StudyEvent] = st.one_of(
    st.builds(Started, **common, seed=st.integers(0, 2**63), items=keys, retries=st.integers(0, 9)),
    st.builds(
        Answered,
        **about,
        item_hash=plain,
        response=responses,
        verdict=st.sampled_from(Verdict),
        score=st.floats(0, 1),
        elapsed_ms=st.integers(0, 10**9),
        matched=any_text,
        reason=any_text,
        drawn=drawn,
        card=st.none() | plain,
        hinted=st.booleans(),
    ),
    st.builds(Skipped, **about, item_hash=plain, elapsed_ms=st.integers(0, 10**9), drawn=drawn),
    *(st.builds(one, **about, target=plain) for one in (Undone, Overruled, Guessed, WasWrong)),
    st.builds(Rated, **about, target=plain, rating=st.integers(1, 4)),
    st.builds(Read, **about),
    st.builds(Suspended, **about, subject=st.sampled_from(Subject), on=st.booleans()),
    st.builds(Noted, **about, subject=st.sampled_from(Subject), text=any_text),
    st.builds(
        PlanSet,
        **common,
        setting=st.sampled_from(PlanSetting),
        value=st.none() | any_text | st.integers() | st.floats(0, 1) | keys,
    ),
    st.builds(
        ExamTaken,
        **common,
        exam=plain,
        taken_on=st.dates(),
        passed=st.booleans(),
        score=st.none() | st.integers(100, 1000),
    ),
    st.builds(Flagged, **about, on=st.booleans()),
    st.builds(Finished, **common),
    st.builds(
        ExamStarted,
        **common,
        exam=plain,
        seed=st.integers(0, 2**63),
        items=st.just(("t/a", "t/b")),
        domains=st.just(("1", "2")),
        minutes=st.integers(1, 999),
        extra=st.integers(0, 30),
        domain=st.none() | plain,
    ),
    st.builds(Shown, **about, drawn=drawn),
    *(st.builds(one, **about, keys=keys) for one in (Chosen, Struck)),
    *(st.builds(one, **common) for one in (Paused, Resumed)),
    st.builds(Submitted, **common, timed_out=st.booleans()),
)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ReviewLog]:
    with closing(ReviewLog(tmp_path / "kept" / "progress.db", clock)) as opened:
        yield opened


@given(events)
def test_an_event_survives_its_row(event: StudyEvent) -> None:
    """What is read from the log is what was appended."""
    assert from_row(to_row(event)) == event


@given(events, st.sampled_from([{"kind": "dreamt"}, {"mode": "exam_of_old"}]))
def test_an_event_of_an_unknown_kind_is_kept(event: StudyEvent, other: dict[str, str]) -> None:
    """Kept as it is, and ignored."""
    row = to_row(event) | other
    found = from_row(row)
    assert isinstance(found, Unknown)
    assert to_row(found) == row


def test_events_come_back_in_the_order_in_which_they_were_appended(log: ReviewLog) -> None:
    written = [answer(number) for number in (3, 1, 2)]
    for event in written:
        log.append(event)
    with closing(ReviewLog(log.path, clock)) as again:
        assert again.events() == written


def test_reading_creates_nothing(log: ReviewLog) -> None:
    assert log.events() == []
    assert not log.path.parent.exists()


def test_a_log_in_memory_works_the_same() -> None:
    with closing(ReviewLog(MEMORY, clock)) as log:
        log.append(answer(1))
        assert log.events() == [answer(1)]


def test_the_table_refuses_update_and_delete(log: ReviewLog) -> None:
    """Nothing in the log is ever updated or deleted."""
    log.append(answer(1))
    with closing(sqlite3.connect(log.path)) as other:
        for statement in ("UPDATE event SET verdict = 'wrong'", "DELETE FROM event"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                other.execute(statement)


def test_an_id_is_taken_once(log: ReviewLog) -> None:
    log.append(answer(1))
    with pytest.raises(StoreError, match="UNIQUE"):
        log.append(answer(1))


def test_writes_are_durable_and_the_schema_is_recorded(log: ReviewLog) -> None:
    log.append(answer(1))
    assert log._file._connection is not None
    assert log._file._connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert log._file._connection.execute("PRAGMA synchronous").fetchone()[0] == 3
    recorded = log._file._connection.execute("SELECT version FROM migration").fetchall()
    assert [row["version"] for row in recorded] == list(range(1, VERSION + 1))


def test_a_database_of_a_newer_program_is_refused_and_left_untouched(log: ReviewLog) -> None:
    log.append(answer(1))
    log.close()
    with closing(sqlite3.connect(log.path)) as other:
        other.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = log.path.read_bytes()
    for attempt in (log.events, lambda: log.append(answer(2))):
        with pytest.raises(StoreError, match=r"newer dva .* Update dva; the file was left"):
            attempt()
    assert log.path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(StoreError, match="is not a dva progress file"):
        ReviewLog(path, clock).events()


def test_a_file_that_is_no_database_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    path.write_text("not a database, but longer than the header of one " * 10)
    with pytest.raises(StoreError, match=r"not a database. `dva restore --recover`"):
        ReviewLog(path, clock).events()


def test_a_folder_that_cannot_be_made_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    log = ReviewLog(tmp_path / "file" / "progress.db", clock)
    with pytest.raises(StoreError, match="--data-dir"):
        log.append(answer(1))


def test_between_two_answers_a_copy_of_the_file_holds_them_all(log: ReviewLog) -> None:
    """`cp progress.db` beside a running app holds every acknowledged answer."""
    for number in range(5):
        log.append(answer(number))
        copy = log.path.with_name("copy.db")
        copy.write_bytes(log.path.read_bytes())
        with closing(ReviewLog(copy, clock)) as copied:
            assert [event.id for event in copied.events()] == [f"a{n}" for n in range(number + 1)]
        assert sorted(one.name for one in log.path.parent.iterdir()) == ["copy.db", "progress.db"]
        copy.unlink()


def test_a_log_of_version_0_1_is_converted_when_it_is_opened(log: ReviewLog) -> None:
    """It kept the latest answers in a file of their own beside the log."""
    log.append(answer(1))
    log.close()
    with closing(sqlite3.connect(log.path)) as old:
        old.execute("PRAGMA journal_mode = WAL")
        old.execute("UPDATE migration SET at = at")
        old.commit()
        left = {suffix: sibling(log.path, suffix).read_bytes() for suffix in ("", "-wal")}
    for suffix, data in left.items():  # as after a kill
        sibling(log.path, suffix).write_bytes(data)
    assert log.events() == [answer(1)]
    assert [one.name for one in log.path.parent.iterdir()] == ["progress.db"]


@pytest.mark.skipif(os.name == "nt", reason="on Windows the folder of the user says who reads")
def test_files_are_for_their_owner_only(log: ReviewLog) -> None:
    log.append(answer(1))
    assert log.path.stat().st_mode & 0o777 == 0o600
    assert log.path.parent.stat().st_mode & 0o777 == 0o700
    log.close()
    log.path.chmod(0o644)  # as version 0.1 left it
    log.append(answer(2))
    assert log.path.stat().st_mode & 0o777 == 0o600


def test_two_programs_may_write_to_one_log(log: ReviewLog) -> None:
    with closing(ReviewLog(log.path, clock)) as other:
        log.append(answer(1))
        other.append(answer(2))
        log.append(answer(3))
        assert [event.id for event in other.events()] == ["a1", "a2", "a3"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_an_answer_is_on_disk_when_append_returns(tmp_path: Path) -> None:
    """A process that is killed after `append` loses nothing."""
    path = tmp_path / "progress.db"
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from tests.store.samples import ReviewLog, answer, clock\n"
        "ReviewLog(Path(sys.argv[1]), clock).append(answer(1))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    with closing(ReviewLog(path, clock)) as log:
        assert log.events() == [answer(1)]


@given(moments, st.binary(min_size=10, max_size=10))
def test_an_id_is_a_uuid_of_version_7(at: datetime, chance: bytes) -> None:
    """RFC 9562: 48 bits of Unix milliseconds, version 7, variant 10."""
    value = UUID(uuid7(at, lambda size: chance[:size]))
    assert value.version == 7
    assert value.variant == "specified in RFC 4122"
    milliseconds = (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    assert value.int >> 80 == milliseconds


def test_ids_sort_by_time_and_differ_within_a_millisecond() -> None:
    early, late = uuid7(NOW), uuid7(NOW + timedelta(milliseconds=1))
    assert early < late
    assert len({uuid7(NOW) for _ in range(1000)}) == 1000
