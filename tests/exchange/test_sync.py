"""Whatever order machines study and sync in, they end with the same history, once."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Barrier, Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.exchange.sync.event_lines import MOST_BAD
from study_app.exchange.sync.sync import Synced, log_of_other, with_file, with_folder
from study_app.learning.history.history import History
from study_app.learning.log.events import Flagged, Overruled, StudyEvent, Undone, Unknown
from study_app.store.checkpoint import load_history
from study_app.store.errors import StoreError
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.exchange.kill_sync import LEFT, WORKER, fill, ids_in, killed, write
from tests.store.samples import clock, event

MACHINES = ("a", "b", "c")


def rows_of(log: ReviewLog) -> dict[str, object]:
    return {str(row["id"]): {**row, "position": None} for row in log.rows()}


def made(number: int, machine: str, chance: Random) -> StudyEvent:
    """An answer, or what is said of an earlier one; the clock of each machine is off by hours."""
    answer = event(number)
    at = answer.at + timedelta(hours=chance.randrange(-3, 4))
    common: dict[str, Any] = {"at": at, "day": at.date(), "session": answer.session}
    match chance.randrange(6):
        case 0:
            return Undone(id=f"u{number}", target=event(number - 1).id, item="t/q1", **common)
        case 1:
            return Overruled(id=f"o{number}", target=event(number - 2).id, item="t/q2", **common)
        case 2:
            return Flagged(id=f"f{number}", item=f"t/q{number % 5}", on=number % 2 == 0, **common)
        case 3 if machine == "c":
            later = to_row(answer) | {"kind": "of_a_later_version"}
            fields = {key: later[key] for key in later if key not in {"id", "at", "day", "session"}}
            return Unknown(id=f"n{number}", fields=fields, **common)
        case _:
            return replace(answer, at=at, day=at.date())


@contextmanager
def three(folder: Path) -> Iterator[dict[str, ReviewLog]]:
    logs = {name: ReviewLog(folder / name / "progress.db", clock) for name in MACHINES}
    try:
        yield logs
    finally:
        for log in logs.values():
            log.close()


STEP = st.one_of(
    st.tuples(st.just("study"), st.sampled_from(MACHINES)),
    st.tuples(st.just("folder"), st.sampled_from(MACHINES)),
    st.tuples(st.sampled_from(MACHINES), st.sampled_from(MACHINES)),
)


def follow(
    steps: Iterable[tuple[str, str]],
    logs: Mapping[str, ReviewLog],
    chance: Random,
    ways: Mapping[str, Callable[[str], object]],
) -> dict[str, StudyEvent]:
    """Study and sync by `steps`, with one of the `ways` or from file to file: all events, by id."""
    everything: dict[str, StudyEvent] = {}
    for number, (what, machine) in enumerate(steps, start=5):
        if what == "study":
            one = made(number, machine, chance)
            everything[one.id] = one
            logs[machine].append(one)
        elif what in ways:
            ways[what](machine)
        elif what != machine:
            with_file(logs[what], logs[machine])
    return everything


def expect_equal(logs: Mapping[str, ReviewLog], everything: Mapping[str, StudyEvent]) -> None:
    """All logs have all events, and tell the same of them."""
    found = [rows_of(log) for log in logs.values()]
    assert found[0] == found[1] == found[2]
    assert found[0].keys() == everything.keys()
    states = [load_history(log, None).state for log in logs.values()]
    assert states[0] == states[1] == states[2] == History(list(everything.values())).state


def at_once(*works: partial[Synced]) -> list[Synced]:
    """All begin at the same moment, each in a thread of its own."""
    barrier, found, failed = Barrier(len(works)), list[Synced](), list[Exception]()

    def run(work: partial[Synced]) -> None:
        barrier.wait()
        try:
            found.append(work())
        except Exception as error:  # noqa: BLE001 - shown by the thread that asked
            failed.append(error)

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    return found


@settings(max_examples=12, deadline=None)
@given(steps=st.lists(STEP, max_size=14), seed=st.integers(0, 99), last=st.permutations(MACHINES))
def test_any_order_ends_equal(steps: list[tuple[str, str]], seed: int, last: list[str]) -> None:
    """The union of append-only logs: nothing lost, nothing twice, whatever the order of syncs."""
    chance = Random(seed)
    with TemporaryDirectory() as home, three(Path(home)) as logs:
        shared = Path(home) / "shared"
        shared.mkdir()
        everything = follow(
            steps, logs, chance, {"folder": lambda one: with_folder(logs[one], shared, one)}
        )
        for machine in (*last, *last):
            with_folder(logs[machine], shared, machine)
        expect_equal(logs, everything)
        for machine in MACHINES:
            again = with_folder(logs[machine], shared, machine)
            assert (again.came, again.went, again.unread) == (0, 0, [])


def test_a_file_both_ways_and_again(tmp_path: Path) -> None:
    with three(tmp_path) as logs:
        logs["a"].append(*map(event, range(3)))
        logs["b"].append(*map(event, range(2, 6)))
        first = with_file(logs["a"], logs["b"])
        assert (first.came, first.went) == (3, 2)
        assert rows_of(logs["a"]) == rows_of(logs["b"])
        again = with_file(logs["a"], logs["b"])
        assert (again.came, again.went) == (0, 0)


def syncing(path: Path, other: Path) -> Synced:
    """Through the folder `other`, or with the log `other`."""
    with closing(ReviewLog(path, clock)) as log:
        if other.suffix != ".db":
            return with_folder(log, other, path.stem)
        with closing(log_of_other(other, clock)) as theirs:
            return with_file(log, theirs)


@pytest.mark.parametrize("through", ["folder", "file"])
def test_syncs_at_once_lose_nothing_and_write_nothing_twice(through: str, tmp_path: Path) -> None:
    """Three through one folder, one of them twice; two files with each other, from both ends."""
    sizes = {"a": range(400), "b": range(200, 600), "c": range(500, 900)}
    paths = {name: tmp_path / f"{name}.db" for name in sizes}
    for name, numbers in sizes.items():
        write(paths[name], numbers)
    if through == "folder":
        shared = tmp_path / "shared"
        shared.mkdir()
        arguments = [sys.executable, "-c", WORKER, str(paths["a"]), str(shared)]
        twice = [subprocess.Popen(arguments, stdout=subprocess.DEVNULL) for _ in range(2)]
        at_once(*(partial(syncing, paths[name], shared) for name in "bc"))
        assert [one.wait() for one in twice] == [0, 0]
        for name in "abcab":
            syncing(paths[name], shared)
        lines = [line for file in shared.glob("*.jsonl") for line in file.read_text().splitlines()]
        assert len({json.loads(line)["id"] for line in lines}) == 900
        count = 900
    else:
        at_once(
            partial(syncing, paths["a"], paths["b"]),
            partial(syncing, paths["b"], paths["a"]),
            partial(syncing, paths["a"], paths["b"]),
        )
        count = 600
        del paths["c"]
    for path in paths.values():
        with closing(ReviewLog(path, clock)) as log:
            assert sorted(ids_in(log)) == sorted(event(number).id for number in range(count))


def test_a_file_of_another_kind_is_told_once_and_left_alone(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "junk.jsonl").write_text("junk\n" * (MOST_BAD + 9))
    (shared / "zeros.jsonl").write_bytes(bytes(2**24))
    if sys.platform != "win32":
        os.mkfifo(shared / "pipe.jsonl")
    with three(tmp_path) as logs:
        logs["a"].append(event(1))
        found = with_folder(logs["a"], shared, "a")
        assert (found.came, found.went) == (0, 1)
        assert len(found.unread) == len(list(shared.iterdir())) - 1
        assert all(
            "jsonl: " in one.en and "Fix or move the file." in one.en for one in found.unread
        )
        with pytest.raises(StoreError, match=r"junk\.jsonl: most of its lines were not written by"):
            with_folder(logs["b"], shared, "junk")  # its own file: it would be overwritten
        assert (shared / "junk.jsonl").stat().st_size == 5 * (MOST_BAD + 9)
        assert with_folder(logs["b"], shared, "b").came == 1


def test_a_target_that_is_no_log_is_told_by_its_kind(tmp_path: Path) -> None:
    (tmp_path / "junk.db").write_text("junk\n" * 99)
    with pytest.raises(StoreError, match=r"it is not a dva progress file\. Name a progress file"):
        log_of_other(tmp_path / "junk.db", clock)
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.db")
        with pytest.raises(StoreError, match=r"is not a regular file\. Name a progress file"):
            log_of_other(tmp_path / "pipe.db", clock)


def test_lines_that_are_no_events_are_told_and_left_alone(tmp_path: Path) -> None:
    good = json.dumps({key: value for key, value in to_row(event(1)).items() if value is not None})
    bad = [
        good[:-9],
        "[]",
        "7",
        '{"id": 7}',
        good.replace('"t/q1"', '"\\ud800"'),
        json.dumps({**json.loads(good), "elapsed_ms": "x"}),
        json.dumps({**json.loads(good), "kind": "later", "elapsed_ms": 2**63}),
        json.dumps({**json.loads(good), "kind": "later", "score": float("nan")}),
        "\xff",
        "[" * 99_999,
    ]
    theirs = tmp_path / "other.jsonl"
    theirs.write_bytes("\n".join([good, *bad]).encode("latin-1"))
    before = theirs.read_bytes()
    with three(tmp_path) as logs:
        found = with_folder(logs["a"], tmp_path, "a")
        assert (found.came, found.went, len(found.unread)) == (1, 0, len(bad))
        assert all(f"other.jsonl:{place}:" in found.unread[place - 2].en for place in range(2, 12))
        for one in found.unread:
            _, _, said = one.ko.partition(".jsonl:")
            assert re.search("[가-힣].*건너뛰었습니다", said), said
    assert theirs.read_bytes() == before


def test_a_field_of_a_later_version_stays_in_its_file(tmp_path: Path) -> None:
    row = {key: value for key, value in to_row(event(1)).items() if value is not None}
    (tmp_path / "later.jsonl").write_text(json.dumps({**row, "mood": "fine"}) + "\n")
    with three(tmp_path) as logs:
        assert with_folder(logs["a"], tmp_path, "a").came == 1
        assert with_folder(logs["a"], tmp_path, "a").went == 0
    assert [file.name for file in tmp_path.glob("*.jsonl")] == ["later.jsonl"]


def test_killed_in_the_middle_nothing_is_lost_and_nothing_is_twice(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    path = tmp_path / "progress.db"
    fill(path, shared)
    chance = Random(7)
    for _ in range(4):
        killed(path, str(shared), "", chance.random() * 0.15)
        with closing(sqlite3.connect(path)) as found:
            assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for file in shared.glob("*.jsonl"):
            assert file.read_bytes().endswith(b"\n")
    with closing(ReviewLog(path, clock)) as log:
        with_folder(log, shared, "me")
        expected = {event(number).id for number in range(2 * LEFT)}
        assert rows_of(log).keys() == expected
        assert len(log.rows()) == len(expected)
    lines = [line for file in shared.glob("*.jsonl") for line in file.read_text().splitlines()]
    assert {json.loads(line)["id"] for line in lines} == expected
    assert len(lines) == len(expected)
