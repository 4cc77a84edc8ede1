"""Full copies of the log, and how to restore them."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from study_app.store.backup import KEPT_DAYS, back_up, back_up_daily, backups_of, restore
from study_app.store.errors import Replaced, StoreError
from study_app.store.log import ReviewLog
from study_app.store.opening import Dating
from tests.store.samples import NOW, answer, clock


def ids(path: Path) -> list[str]:
    with closing(ReviewLog(path, clock)) as log:
        return [event.id for event in log.events()]


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "progress.db"
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(1))
    return path


def test_a_copy_is_whole_while_the_app_runs(path: Path, tmp_path: Path) -> None:
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(2))
        back_up(path, tmp_path / "copy.db", Dating(clock))
        log.append(answer(3))
    assert ids(tmp_path / "copy.db") == ["a1", "a2"]


@pytest.mark.skipif(os.name == "nt", reason="on Windows the folder of the user says who reads")
def test_a_copy_is_for_its_owner_only(path: Path, tmp_path: Path) -> None:
    back_up(path, tmp_path / "copy.db", Dating(clock))
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600


def test_without_progress_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no progress yet"):
        back_up(tmp_path / "progress.db", tmp_path / "copy.db", Dating(clock))
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.mkdir(), "It is a folder"),
        (lambda path: path.symlink_to("nowhere"), "No such file"),
        (lambda path: path.parent.rmdir() or path.parent.write_text(""), "A folder is needed"),
    ],
    ids=["folder", "link to nothing", "below a file"],
)
def test_what_is_no_file_is_not_taken_for_no_progress(
    tmp_path: Path, make: Callable[[Path], object], message: str
) -> None:
    path = tmp_path / "data" / "progress.db"
    path.parent.mkdir()
    make(path)
    with pytest.raises(StoreError, match=message):
        back_up(path, tmp_path / "copy.db", Dating(clock))
    assert not (tmp_path / "copy.db").exists()


def test_one_copy_a_day_and_seven_kept(path: Path) -> None:
    for day in range(10):
        back_up_daily(path, (NOW + timedelta(days=day)).date(), Dating(clock))
        back_up_daily(path, (NOW + timedelta(days=day)).date(), Dating(clock))
    assert names(backups_of(path)) == [
        f"progress-{(NOW + timedelta(days=day)).date()}.db" for day in range(10 - KEPT_DAYS, 10)
    ]


def test_restoring_keeps_the_old_file_beside(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    back_up(path, copy, Dating(clock))
    with closing(ReviewLog(path, clock)) as log:
        log.append(answer(2))
    first = restore(copy, path, Dating(clock))
    second = restore(copy, path, Dating(clock))
    assert ids(path) == ["a1"]
    assert first is not None
    assert second is not None
    assert (ids(first), ids(second)) == (["a1", "a2"], ["a1"])
    assert len(names(path.parent)) == 3


def test_a_running_app_notices_that_its_log_was_restored(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(ReviewLog(path, clock)) as log:
        back_up(path, copy, Dating(clock))
        log.append(answer(2))
        restore(copy, path, Dating(clock))
        with pytest.raises(Replaced):
            log.append(answer(3))


def test_a_log_is_restored_where_there_is_none(path: Path, tmp_path: Path) -> None:
    assert restore(path, tmp_path / "new" / "progress.db", Dating(clock)) is None
    assert ids(tmp_path / "new" / "progress.db") == ["a1"]


def test_a_damaged_log_is_kept_with_what_lies_beside_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    back_up(path, copy, Dating(clock))
    path.write_bytes(b"x" * 5000)
    path.with_name("progress.db-journal").write_bytes(b"y" * 600)
    kept = restore(copy, path, Dating(clock))
    assert kept is not None
    assert kept.read_bytes() == b"x" * 5000
    assert not path.with_name("progress.db-journal").exists()
    assert ids(path) == ["a1"]


@pytest.mark.parametrize(
    ("data", "message"),
    [(None, "no such file"), (b"", "empty"), (b"x" * 999, "not a database")],
)
def test_what_is_no_copy_replaces_nothing(path: Path, data: bytes | None, message: str) -> None:
    source = path.with_name("copy.db")
    if data is not None:
        source.write_bytes(data)
    before = path.read_bytes(), names(path.parent)
    with pytest.raises(StoreError, match=message):
        restore(source, path, Dating(clock))
    assert (path.read_bytes(), names(path.parent)) == before


def test_a_copy_with_a_damaged_page_replaces_nothing(path: Path, tmp_path: Path) -> None:
    with closing(ReviewLog(path, clock)) as log:
        for number in range(100, 200):
            log.append(answer(number))
    copy = tmp_path / "copy.db"
    back_up(path, copy, Dating(clock))
    data = bytearray(copy.read_bytes())
    data[-4096:] = b"\xee" * 4096
    copy.write_bytes(data)
    with pytest.raises(StoreError, match=r"damaged.*--recover"):
        restore(copy, path, Dating(clock))
    assert len(ids(path)) == 101


def test_the_log_itself_is_no_copy(path: Path) -> None:
    with pytest.raises(StoreError, match="the progress file itself"):
        restore(path, path, Dating(clock))


def test_another_database_is_no_copy(path: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.db"
    with closing(sqlite3.connect(theirs)) as other:
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(StoreError, match="not a dva progress file"):
        restore(theirs, path, Dating(clock))
