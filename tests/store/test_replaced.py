"""The file of the log is replaced, deleted or overwritten while it is open."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from study_app.store import opening
from study_app.store.errors import Replaced, StoreError
from study_app.store.log import ReviewLog
from tests.store.samples import answer, clock


def ids(path: Path) -> list[str]:
    """What another program finds in the file now."""
    with closing(ReviewLog(path, clock)) as log:
        return [event.id for event in log.events()]


def other(folder: Path, *numbers: int) -> Path:
    """Another log."""
    path = folder / "other.db"
    with closing(ReviewLog(path, clock)) as log:
        for number in numbers:
            log.append(answer(number))
    return path


def replace(path: Path) -> None:
    other(path.parent, 7, 8).replace(path)


def delete(path: Path) -> None:
    path.unlink()


def overwrite(path: Path) -> None:
    path.write_bytes(other(path.parent, 7, 8).read_bytes())


def overwrite_by_a_longer_one(path: Path) -> None:
    path.write_bytes(other(path.parent, *range(7, 40)).read_bytes())


CHANGES = [replace, delete, overwrite, overwrite_by_a_longer_one]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_acknowledged_that_is_not_in_the_file(
    path: Path, change: Callable[[Path], None]
) -> None:
    """Noticed before the next append, and each time until it is settled."""
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(1))
        change(path)
        before = path.read_bytes() if path.exists() else None
        for _ in range(2):
            with pytest.raises(Replaced, match="while dva was running"):
                log.append(answer(2))
        with pytest.raises(Replaced) if change in {replace, delete} else closing(log):
            log.events()
    assert (path.read_bytes() if path.exists() else None) == before


@pytest.mark.parametrize("change", CHANGES)
def test_going_on_with_what_is_there(path: Path, change: Callable[[Path], None]) -> None:
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(1))
        change(path)
        there = ids(path) if path.exists() else []
        with pytest.raises(Replaced):
            log.append(answer(2))
        log.use_what_is_there()
        log.append(answer(2))
        assert [event.id for event in log.events()] == [*there, "a2"]
    assert ids(path) == [*there, "a2"]


@pytest.mark.parametrize("change", CHANGES)
def test_putting_back_what_was_there(path: Path, change: Callable[[Path], None]) -> None:
    """Events that the file has already are left alone."""
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(8))
        log.append(answer(1))
        change(path)
        there = ids(path) if path.exists() else []
        with pytest.raises(Replaced):
            log.append(answer(2))
        assert log.put_back() == len({"a8", "a1"} - set(there))
        log.append(answer(2))
    assert ids(path) == [*there, *(key for key in ("a8", "a1") if key not in there), "a2"]


def test_events_of_an_earlier_run_are_put_back_too(path: Path) -> None:
    with closing(ReviewLog(path, clock)) as earlier:
        earlier.append(answer(1))
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(2))
        delete(path)
        log.put_back()
    assert ids(path) == ["a1", "a2"]


def test_a_file_that_cannot_be_used_leaves_the_old_one_open(path: Path) -> None:
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(1))
        path.unlink()
        path.write_text("no database at all, but longer than a header " * 9)
        for attempt in (log.use_what_is_there, log.put_back):
            with pytest.raises(StoreError, match="not a database"):
                attempt()
        path.unlink()
        assert log.put_back() == 1
    assert ids(path) == ["a1"]


def test_an_answer_that_only_the_old_file_took_is_not_put_back_twice(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file goes between the writing and the look after it, nothing is acknowledged."""
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(1))
        expect, looks = log._file._expect_in_place, iter([None, None, path.unlink])

        def look() -> None:
            act = next(looks, None)
            if act is not None:
                act()
            expect()

        monkeypatch.setattr(log._file, "_expect_in_place", look)
        with pytest.raises(Replaced):
            log.append(answer(2))
        assert log.put_back() == 1
        log.append(answer(3))
    assert ids(path) == ["a1", "a3"]


def test_a_second_program_that_writes_is_no_replacement(path: Path) -> None:
    with closing(ReviewLog(path, clock)) as log, closing(ReviewLog(path, clock)) as second:
        for number in range(10):
            (log, second)[number % 2].append(answer(number))
    assert ids(path) == [f"a{number}" for number in range(10)]


def test_a_file_that_is_locked_for_long_is_told_and_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(1))
    with closing(ReviewLog(path, clock)) as log, closing(sqlite3.connect(path)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match=r"locked. Another program is writing") as found:
            log.append(answer(2))
        assert not isinstance(found.value, Replaced)
        holder.rollback()
        log.append(answer(2))
    assert ids(path) == ["a1", "a2"]
