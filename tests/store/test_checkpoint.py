"""A checkpoint plus the rest equals the whole log; anything else is recounted."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, timedelta, timezone
from pathlib import Path

import pytest

from study_app.learning.history.history import History
from study_app.learning.log.events import Finished, Overruled, Started, Undone
from study_app.store.checkpoint import AFTER, load_history
from study_app.store.log import ReviewLog
from study_app.store.schema import VERSION
from tests.store import kill
from tests.store.samples import DAY, NOW, answer, clock, event, fill, of_version_0_1


class Counted:
    """Which events were read: `whole` is set where all of them were."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.whole = False
        self._logs: list[ReviewLog] = []

    def __call__(self) -> History:
        self.whole = False
        self._logs.append(ReviewLog(self.path, clock))
        with closing(self._logs[-1]) as log:
            history = load_history(log, self.path.with_name("history"), self._progress)
            assert history.state == History(log.events()).state
            assert history.flagged == History(log.events()).flagged
        return history

    def close(self) -> None:
        """Close the logs again: a history opens its own where it looks up a session."""
        for log in self._logs:
            log.close()

    def _progress(self, _done: int, _total: int) -> None:
        self.whole = True


@pytest.fixture(scope="module")
def counted_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    counted = Counted(tmp_path_factory.mktemp("counted") / "progress.db")
    fill(counted.path, *map(event, range(AFTER + 50)))
    counted()
    assert counted.whole
    return counted.path.parent


@pytest.fixture
def load(counted_once: Path, tmp_path: Path) -> Iterator[Counted]:
    """A log of some length of which there is a checkpoint."""
    # With the times of its files: a checkpoint fits only the log file that it was made of.
    folder = shutil.copytree(counted_once, tmp_path / "counted")
    with closing(Counted(folder / "progress.db")) as counted:
        yield counted


def kept(load: Counted) -> Path:
    return load.path.with_name("history")


def test_a_second_start_reads_the_rest_only(load: Counted) -> None:
    load()
    assert not load.whole
    for number in range(1000, 1005):
        fill(load.path, event(number))
    load()
    assert not load.whole


def test_a_short_log_has_no_checkpoint(tmp_path: Path) -> None:
    counted = Counted(tmp_path / "progress.db")
    fill(counted.path, *map(event, range(AFTER - 1)))
    counted()
    assert not kept(counted).exists()


def test_a_new_one_is_written_once_enough_has_come(load: Counted) -> None:
    before = kept(load).read_bytes()
    fill(load.path, *map(event, range(1000, 1000 + AFTER - 1)))
    load()
    assert kept(load).read_bytes() == before
    fill(load.path, event(2000))
    load()
    assert kept(load).read_bytes() != before
    load()
    assert not load.whole


def test_events_that_come_late_are_counted_where_they_belong(load: Counted) -> None:
    """From another machine: older than the checkpoint, and about what is in it."""
    late = replace(event(3), id="late", at=NOW - timedelta(days=400), day=DAY - timedelta(days=400))
    common = {"at": NOW, "day": DAY, "session": "s0"}
    first, second = event(0), event(1)
    fill(
        load.path,
        late,
        Undone(id="u", target=first.id, item=first.item, **common),  # type: ignore[arg-type]
        Overruled(id="o", target=second.id, item=second.item, **common),  # type: ignore[arg-type]
        Undone(id="u2", target="to come", item="t/q5", **common),  # type: ignore[arg-type]
    )
    history = load()
    assert not load.whole
    assert history.undone == 1
    fill(load.path, replace(event(5), id="to come"))
    assert load().undone == 2


def test_a_session_from_before_the_checkpoint_is_resumed(load: Counted) -> None:
    items = ("t/q1", "t/q2")
    common = {"day": DAY, "session": "left"}
    fill(
        load.path,
        Started(id="st", at=NOW, seed=1, items=items, retries=0, **common),  # type: ignore[arg-type]
        replace(event(1), id="x", session="left"),
        *map(event, range(1000, 1000 + AFTER)),
    )
    load()
    history = load()
    assert not load.whole
    (session,) = history.unfinished()
    assert session.started.items == items
    assert [given.event.id for given in session.given] == ["x"]
    history.add(Finished(id="e", at=NOW, **common))  # type: ignore[arg-type]
    assert history.unfinished() == []


def steps(path: Path, act: Callable[[ReviewLog], object]) -> int:
    """How many tens of steps of SQLite's machine `act` takes over the log in `path`."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    with closing(ReviewLog(path, clock)) as log:
        log.end()
        assert log._file.connection is not None
        log._file.connection.set_progress_handler(count, 10)
        act(log)
    return taken


@pytest.fixture(scope="module")
def of_two_sizes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A short log and a long one, to which a test may append."""
    folder = tmp_path_factory.mktemp("logs")
    short, long = folder / "short.db", folder / "long.db"
    fill(short, *map(event, range(100, 300)))
    fill(long, *map(event, range(100, 4100)))
    return short, long


@pytest.mark.parametrize(
    "act",
    [
        ReviewLog.end,
        lambda log: log.append(answer(9)),
        lambda log: list(log.latest_of(("answered", "skipped"), 50)),
        lambda log: log.of_session("s1"),
        lambda log: log.id_at(100),
    ],
    ids=["end", "append", "latest", "session", "id"],
)
def test_the_size_of_the_log_does_not_matter(
    of_two_sizes: tuple[Path, Path], act: Callable[[ReviewLog], object]
) -> None:
    """A start reads no more of the log than it must; an append costs the same at any size."""
    short, long = of_two_sizes
    assert steps(long, act) <= steps(short, act) * 1.2 + 2


@pytest.mark.parametrize("data", [b"", b"{}", b"x" * 5000, None], ids=["empty", "no", "x", "none"])
def test_a_wrong_or_missing_one_is_made_again(load: Counted, data: bytes | None) -> None:
    whole = kept(load).read_bytes()
    if data is None:
        kept(load).unlink()
    else:
        kept(load).write_bytes(data)
    load()
    assert load.whole
    assert kept(load).read_bytes() == whole
    load()
    assert not load.whole


@pytest.mark.parametrize("at", [0, 40, 400, -1])
def test_one_with_a_flipped_bit_is_made_again(load: Counted, at: int) -> None:
    data = bytearray(kept(load).read_bytes())
    data[at] ^= 1
    kept(load).write_bytes(data)
    load()
    assert load.whole


def test_one_of_another_log_is_made_again(load: Counted) -> None:
    load.path.unlink()
    fill(load.path, *map(event, range(500, 800)))
    load()
    assert load.whole


def test_one_of_a_later_time_of_the_same_log_is_made_again(load: Counted) -> None:
    """A backup was copied over the log: shorter, or gone on with otherwise."""
    older = load.path.read_bytes()
    fill(load.path, *map(event, range(1000, 1000 + AFTER)))
    load()
    load.path.write_bytes(older)
    load()
    assert load.whole
    fill(load.path, *map(event, range(1000, 1000 + AFTER)))
    load()
    load.path.write_bytes(older)
    for begin in (2000, 3000):
        fill(load.path, *map(event, range(begin, begin + AFTER)))
    load()
    assert load.whole


def test_what_another_program_changed_in_the_log_is_seen(load: Counted) -> None:
    with closing(sqlite3.connect(load.path, isolation_level=None)) as other:
        other.execute("DROP TRIGGER event_is_never_updated")
        other.execute("UPDATE event SET verdict = 'nonsense' WHERE position = 3")
    with closing(ReviewLog(load.path, clock)) as log:
        load_history(log, kept(load))
        assert list(log.set_aside) == [3]
        reported = dict(log.set_aside)
    with closing(ReviewLog(load.path, clock)) as log:
        load_history(log, kept(load))
        assert log.set_aside == reported, "at every start"
    load()
    assert not load.whole


def test_what_is_counted_in_parts_is_the_whole(
    load: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where an event speaks of one in another part."""
    common = {"at": NOW, "day": DAY, "session": "s0"}
    fill(
        load.path,
        *(
            Undone(id=f"u{n}", target=event(n).id, item=event(n).item, **common)  # type: ignore[arg-type]
            for n in range(0, 60, 7)
        ),
        *(
            Overruled(id=f"o{n}", target=event(n).id, item=event(n).item, **common)  # type: ignore[arg-type]
            for n in range(0, 60, 5)
        ),
    )
    for size in (1, 7, 100):
        monkeypatch.setattr("study_app.store.log.AT_ONCE", size)
        monkeypatch.setattr("study_app.store.checkpoint.TOGETHER", 2 * size)
        kept(load).unlink()
        load()
        assert load.whole


SEOUL = timezone(timedelta(hours=9))


def test_a_log_of_version_0_1_is_read_as_it_is(tmp_path: Path) -> None:
    """Rows of version 0.1 take the study day from the time zone of the migration."""
    path = tmp_path / "progress.db"
    events = [replace(answer(n), at=NOW + timedelta(hours=n), day=DAY) for n in range(0, 72, 7)]
    of_version_0_1(path, *events)
    with closing(ReviewLog(path, clock, SEOUL)) as log:
        found = log.events()
    days = [(one.at.astimezone(SEOUL) - timedelta(hours=4)).date() for one in events]
    assert found == [replace(one, day=day) for one, day in zip(events, days, strict=True)]
    with closing(ReviewLog(path, clock, UTC)) as log:
        assert log.events() == found, "the days were stored"
    with closing(sqlite3.connect(path)) as other:
        recorded = other.execute("SELECT version, zone FROM migration").fetchall()
    assert recorded == [(1, None), *((n, "UTC+09:00+0900") for n in range(2, VERSION + 1))]
    (backup,) = path.parent.glob("*.backup")
    with closing(sqlite3.connect(backup)) as other:
        assert other.execute("SELECT count(*) FROM event").fetchone() == (len(events),)


def test_a_few_kills_lose_nothing() -> None:
    """The script kills at hundreds of moments; here a few show that it can."""
    kill.main(appends=3, migrations=2, checkpoints=2, old=1000)
