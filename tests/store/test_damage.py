"""Damage to the file of the log: each is named, and what can be read is kept."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from study_app.learning.log.events import Finished, Flagged, Skipped, Started, StudyEvent
from study_app.store import opening
from study_app.store.errors import StoreError
from study_app.store.log import ReviewLog
from study_app.store.opening import Dating
from study_app.store.recovery import recover
from study_app.words.errors import error_text
from tests.store.samples import DAY, NOW, answer, clock

EVENTS: list[StudyEvent] = [
    Started(id="s1", at=NOW, day=DAY, session="s", seed=1, items=("t/q",), retries=0),
    answer(1),
    Skipped(id="k1", at=NOW, day=DAY, session="s", item="t/q", item_hash="", elapsed_ms=1),
    Flagged(id="f1", at=NOW, day=DAY, session="s", item="t/q", on=True),
    answer(2),
    Finished(id="e1", at=NOW, day=DAY, session="s"),
]
DEEP = "[" * 100_000 + "]" * 100_000
FIELDS: list[tuple[int, str, object]] = [
    *((2, name, b"\xff\xfe") for name in ("id", "at", "kind", "session", "mode", "item")),
    *((2, name, b"\xff\xfe") for name in ("item_hash", "response", "verdict", "payload")),
    *((2, name, None) for name in ("item", "item_hash", "response", "verdict", "score")),
    *((2, name, "") for name in ("at", "mode", "response", "verdict", "payload")),
    *((2, name, DEEP) for name in ("response", "payload")),
    *((2, name, "[]") for name in ("response", "payload")),
    *((2, name, "null") for name in ("response", "payload")),
    *((2, "at", text) for text in ("yesterday", "2026-11-23", "2026-11-23T09:00:00", "0" * 99)),
    *((2, "at", text) for text in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00")),
    *((2, "score", value) for value in (-1.0, 2.0, float("inf"))),
    *((2, "verdict", text) for text in ("right", "CORRECT", "0")),
    (2, "elapsed_ms", None),
    *((2, "response", text) for text in ("{}", '{"picked": 1}', '{"picked": [1]}')),
    *((2, "response", text) for text in ('{"paired": [["a"]]}', '{"written": 3}', '{"written"')),
    *((2, "response", text) for text in ('{"paired": 1}', '{"paired": [1]}')),
    *((2, "payload", text) for text in ("{}", '{"matched": 1, "reason": ""}', "1" * 5000)),
    (2, "payload", '{"matched": "", "reason": "", "drawn": 3}'),
    *((1, "payload", text) for text in ('{"seed": 1}', '{"seed": "1", "items": [], "retries": 0}')),
    (1, "payload", '{"seed": 1, "items": [1], "retries": 0}'),
    (1, "payload", '{"seed": true, "items": [], "retries": 0}'),
    *((3, name, None) for name in ("item", "item_hash", "elapsed_ms")),
    *((4, "payload", text) for text in ("{}", '{"on": 1}', '{"on": null}')),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "progress.db"
    with closing(ReviewLog(path, clock)) as log:
        for event in EVENTS:
            log.append(event)
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    """A log of `EVENTS` for one test to damage."""
    return Path(shutil.copy(sound, tmp_path))


def damage(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """What a program or a disk could do that does not keep to the rules of the table."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DROP TRIGGER event_is_never_updated")
        other.execute("DROP TRIGGER event_is_never_deleted")
        for statement in statements:
            other.execute(statement, values)


def put(path: Path, position: int, name: str, value: object) -> None:
    """Write any value into a field, past what the schema allows."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = ON")
        (schema,) = other.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'event'"
        ).fetchone()
        loose = schema.replace(" NOT NULL", "").replace("STRICT", "").replace(" TEXT", " BLOB")
        other.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'event'", (loose,))
    if isinstance(value, bytes):
        text = f"CAST(x'{value.hex()}' AS TEXT)"
        damage(path, f"UPDATE event SET {name} = {text} WHERE position = {position}")
    else:
        damage(path, f"UPDATE event SET {name} = ? WHERE position = {position}", values=(value,))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'event'", (schema,))


@pytest.mark.parametrize(("position", "name", "value"), FIELDS)
def test_a_row_that_cannot_be_read_is_set_aside(
    path: Path, position: int, name: str, value: object
) -> None:
    """By its position, and all others are read."""
    put(path, position, name, value)
    with closing(ReviewLog(path, clock)) as log:
        events = log.events()
        assert list(log.set_aside) == [position]
        assert log.set_aside[position].ko
        assert events == [one for n, one in enumerate(EVENTS, start=1) if n != position]
        log.append(answer(9))
    target = path.with_name("recovered.db")
    found = recover(path, target, Dating(clock))
    assert (found.events, found.lost) == (len(EVENTS), 1)
    with closing(ReviewLog(target, clock)) as log:
        assert log.events() == [*events, answer(9)]
        assert log.set_aside == {}


def test_a_log_that_lost_its_name_is_damaged(path: Path) -> None:
    damage(path, "DELETE FROM log")
    with (
        closing(ReviewLog(path, clock)) as log,
        pytest.raises(StoreError, match=r"malformed\. `dva restore --recover`"),
    ):
        log.events()
    assert recover(path, path.with_name("recovered.db"), Dating(clock)).events == len(EVENTS)


def test_rows_that_are_missing_are_told(path: Path) -> None:
    damage(path, "DELETE FROM event WHERE position IN (2, 4, 5)")
    with closing(ReviewLog(path, clock)) as log:
        assert log.events() == [EVENTS[0], EVENTS[2], EVENTS[5]]
        assert log.set_aside == {
            2: error_text("missing"),
            4: error_text("missing, as are all up to {last}", last=5),
        }


def test_an_id_at_the_end_that_is_no_text_is_set_aside(path: Path) -> None:
    put(path, len(EVENTS), "id", b"\xff")
    with closing(ReviewLog(path, clock)) as log:
        assert log.events() == EVENTS[:-1]
        assert log.set_aside == {len(EVENTS): error_text("{name} is not UTF-8", name="id")}


def cut(length: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        os.truncate(path, length)

    return change


def fill(start: int, data: bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        whole[start : start + len(data)] = data
        path.write_bytes(whole)

    return change


def run(*statements: str) -> Callable[[Path], None]:
    return lambda path: damage(path, *statements)


WHOLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (cut(0), r"is empty \(0 bytes\).*dva restore FILE"),
    "half a header": (cut(50), "malformed.*--recover"),
    "half a page": (cut(1000), "--recover"),
    "no header": (fill(0, b"x" * 100), "not a database.*--recover"),
    "no magic": (fill(0, b"SQLite format 2"), "not a database.*--recover"),
    "an impossible page size": (fill(16, b"\x00\x03"), "--recover"),
    "no application id": (fill(68, bytes(4)), "application_id.*--recover"),
    "no version": (fill(60, bytes(4)), "user_version.*--recover"),
    "a version below zero": (fill(60, b"\xff" * 4), "user_version.*--recover"),
    "no schema": (fill(100, bytes(8)), "--recover"),
    "no table of events": (run("DROP TABLE event"), "no table event.*--recover"),
    "no record of its version": (run("DELETE FROM migration"), "user_version.*--recover"),
    "no column": (run("ALTER TABLE event DROP COLUMN verdict"), "no.* column.*verdict.*--recover"),
    "a root page of noise": (fill(4096, b"\xee" * 4096), "--recover"),
}


@pytest.mark.parametrize(("change", "message"), WHOLE.values(), ids=WHOLE)
def test_damage_to_the_whole_is_named_with_its_remedy(
    path: Path, change: Callable[[Path], None], message: str
) -> None:
    change(path)
    before = path.read_bytes()
    with closing(ReviewLog(path, clock)) as log:
        with pytest.raises(StoreError, match=message):
            log.events()
        with pytest.raises(StoreError, match=message):
            log.append(answer(9))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [WHOLE[name][0] for name in ("no header", "no magic", "no version", "no schema")],
)
def test_events_are_recovered_without_a_header(path: Path, change: Callable[[Path], None]) -> None:
    """What can be read goes into a new file, and the old one is not touched."""
    change(path)
    before = path.read_bytes()
    target = path.with_name("recovered.db")
    assert recover(path, target, Dating(clock)).events == len(EVENTS)
    with closing(ReviewLog(target, clock)) as log:
        assert log.events() == EVENTS
    assert path.read_bytes() == before


def test_random_damage_never_ends_in_another_error(path: Path) -> None:
    """A message or the events that can be read; and no event that nobody wrote."""
    long = Started(
        id="s2",
        at=NOW + timedelta(seconds=1),
        day=DAY,
        session="s2",
        seed=1,
        items=tuple(f"topic/question-{number}" for number in range(900)),
        retries=0,
    )
    with closing(ReviewLog(path, clock)) as log:
        log.append(long)
        for number in range(100, 140):
            log.append(answer(number))
        whole = log.events()
    data, chance = path.read_bytes(), Random(12)
    ids = {event.id for event in whole}
    for _ in range(40):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 5, 60))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        target = path.with_name("recovered.db")
        target.unlink(missing_ok=True)
        with closing(ReviewLog(path, clock)) as log:
            with suppress(StoreError):
                log.events()
            with suppress(StoreError):
                log.append(answer(999))
        assert recover(path, target, Dating(clock)).events > len(ids) // 2
        target.unlink()


def test_rows_in_a_page_that_is_cut_short_are_recovered(path: Path) -> None:
    """SQLite fills a page from its end: what is cut off has its first rows."""
    with closing(ReviewLog(path, clock)) as log:
        for number in range(10, 200):
            log.append(answer(number))
    data = path.read_bytes()
    # The page of a table with the most rows.
    begin = max(
        (n for n in range(4096, len(data), 4096) if data[n] == 0x0D), key=lambda n: data[n + 4]
    )
    target, kept = path.with_name("recovered.db"), []
    for length in (begin, begin + 3000, begin + 4096):
        path.write_bytes(data[:length])
        target.unlink(missing_ok=True)
        kept.append(recover(path, target, Dating(clock)).events)
    assert kept[0] < kept[1] < kept[2]


def test_a_long_row_is_recovered_from_its_chain_of_pages(path: Path) -> None:
    long = Started(
        id="s2", at=NOW, day=DAY, session="s2", seed=1, items=("t/" + "x" * 30_000,), retries=0
    )
    with closing(ReviewLog(path, clock)) as log:
        log.append(long)
    fill(0, b"x" * 100)(path)
    target = path.with_name("recovered.db")
    recover(path, target, Dating(clock))
    with closing(ReviewLog(target, clock)) as log:
        assert log.events() == [*EVENTS, long]


class TestOnlyRead:
    """On a disk or in a folder that can only be read, progress can still be read."""

    @pytest.fixture
    def fixed(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """As for a program that may not write: whoever runs the tests may be root."""

        def refuse(*_: object) -> sqlite3.Connection:
            error = sqlite3.OperationalError("attempt to write a readonly database")
            error.sqlite_errorname = "SQLITE_READONLY"
            raise error

        monkeypatch.setattr("study_app.store.file.open_for_writing", refuse)
        return path

    def test_events_are_read(self, fixed: Path) -> None:
        before = sorted((one.name, one.read_bytes()) for one in fixed.parent.iterdir())
        with closing(ReviewLog(fixed, clock)) as log:
            assert log.events() == EVENTS
            assert log.only_read is not None
            assert "writable" in log.only_read.en
            with pytest.raises(StoreError, match=r"readonly database. Make the file"):
                log.append(answer(9))
        assert sorted((one.name, one.read_bytes()) for one in fixed.parent.iterdir()) == before

    def test_answers_in_the_write_ahead_log_of_an_earlier_version_are_read(
        self, path: Path, fixed: Path
    ) -> None:
        with closing(sqlite3.connect(path)) as old:
            old.execute("PRAGMA journal_mode = WAL")
            row = f"'w', '{NOW.isoformat()}', '{DAY}', 'read', '', 'none', 't/q', '{{}}'"
            old.execute(
                "INSERT INTO event (id, at, day, kind, session, mode, item, payload) "
                f"VALUES ({row})"
            )
            old.commit()
            with closing(ReviewLog(fixed, clock)) as log:
                assert [event.id for event in log.events()][-1] == "w"


def test_what_another_program_is_writing_is_not_read_past_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        with closing(ReviewLog(path, clock)) as log:
            with pytest.raises(StoreError, match="Another program is writing"):
                log.events()
            writer.execute("ROLLBACK")
            assert log.events() == EVENTS
            assert log.only_read is None


def test_a_folder_below_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with closing(ReviewLog(tmp_path / "file" / "deep" / "progress.db", clock)) as log:
        for attempt in (log.events, lambda: log.append(answer(1))):
            with pytest.raises(StoreError, match="A folder is needed there"):
                attempt()


def test_a_folder_in_the_place_of_the_log_is_named(tmp_path: Path) -> None:
    (tmp_path / "progress.db").mkdir()
    log = ReviewLog(tmp_path / "progress.db", clock)
    with pytest.raises(StoreError, match="It is a folder"):
        log.events()
    with pytest.raises(StoreError, match="dva restore --recover FILE"):
        recover(log.path, tmp_path / "recovered.db", Dating(clock))
