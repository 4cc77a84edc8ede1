"""Kill a program that writes to a log at random moments, and see that nothing is lost.

    python -m tests.store.kill [APPENDS] [MIGRATIONS] [CHECKPOINTS] [OLD]

A worker appends answers and acknowledges each on its standard output; migrates a log of version
0.1; or writes checkpoints. It is ended by SIGKILL, while it appends at any moment, else between the
begin of the migration (or of the checkpoint's file) and its end: what hits another moment is
checked too, but does not count. OLD answers are in the log of both. After each kill every
acknowledged answer must be in the file, in a plain copy of the file alone wherever no journal was
left, and the file sound.
"""

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import IO, Any

from study_app.learning.history.history import History
from study_app.store import checkpoint
from study_app.store.checkpoint import load_history
from study_app.store.ids import uuid7
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.store.samples import NOW, answer, clock, event, of_version_0_1

BEGUN, OVER = "begun", "over"


def telling(act: Callable[..., Any]) -> Callable[..., Any]:
    """`act`, which tells when it begins and when it is over."""

    def announced(*values: Any, **named: Any) -> Any:
        print(BEGUN, flush=True)
        found = act(*values, **named)
        print(OVER, flush=True)
        return found

    return announced


def work(what: str, path: Path) -> None:
    """What the worker does until it is killed."""
    if what == "appends":
        print(BEGUN, flush=True)
    checkpoint._keep = telling(checkpoint._keep)
    number = 0
    while True:
        with closing(ReviewLog(path, clock)) as log:
            if what == "migrations":
                telling(log.end)()
            if what == "checkpoints":
                path.with_name("history").unlink(missing_ok=True)
                load_history(log, path.with_name("history"))
            for _ in range(1 if what == "checkpoints" else 20):
                number += 1
                one = replace(answer(number), id=uuid7(NOW + timedelta(seconds=number)))
                log.append(one)
                print(one.id, flush=True)


@contextmanager
def begun(what: str, path: Path) -> Iterator[tuple["subprocess.Popen[str]", IO[str]]]:
    """A worker that has begun, and what it prints; ended by SIGKILL at the latest here."""
    command = [sys.executable, "-m", "tests.store.kill", "--work", what, str(path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert any(line == f"{BEGUN}\n" for line in worker.stdout), "the worker did not begin"
        try:
            yield worker, worker.stdout
        finally:
            worker.kill()


def seconds_of(what: str, path: Path) -> float:
    """How long it takes to come to the end of what was begun."""
    with begun(what, path) as (_, printed):
        began = time.perf_counter()
        assert any(line == f"{OVER}\n" for line in printed)
        return time.perf_counter() - began


def killed(what: str, path: Path, wait: float) -> tuple[set[str], bool]:
    """The ids that were acknowledged until the kill, `wait` seconds after the worker had begun,
    and whether the kill came before the end of what was begun.
    """
    with begun(what, path) as (worker, printed):
        time.sleep(wait)
        worker.kill()
        lines = [line for line in printed if line.endswith("\n")]
    written = {line.rstrip("\n") for line in lines}
    return written - {BEGUN, OVER}, OVER not in written


def ids_in(path: Path) -> set[str]:
    """Of a log whose every row can be read and whose every page is sound."""
    with closing(ReviewLog(path, clock)) as log:
        found = {one.id for one in log.events()}
        assert log.set_aside == {}
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return found


def check(path: Path, acknowledged: set[str]) -> bool:
    """Whether a journal was left; raises where an answer is lost or a checkpoint is wrong."""
    if not path.exists():
        assert not acknowledged, "lost with the file"
        return False
    copy, kept = path.with_name("copy.db"), path.with_name("history")
    journal = path.with_name(f"{path.name}-journal").exists()
    if not journal:
        shutil.copyfile(path, copy)
        assert acknowledged <= ids_in(copy), "lost in a copy of the file"
    assert acknowledged <= ids_in(path), "lost"
    with closing(ReviewLog(path, clock)) as log:
        history = load_history(log, kept)
        assert history.state == History(log.events()).state, "a wrong checkpoint"
    return journal


def main(appends: int, migrations: int, checkpoints: int, old: int) -> None:
    chance = random.Random(5834)
    acknowledged: set[str] = set()
    journals = answers = 0
    tried = {"migrations": 0, "checkpoints": 0}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "progress.db"
        for _ in range(appends):
            acknowledged |= killed("appends", path, chance.uniform(0, 0.6))[0]
            journals += check(path, acknowledged)
        answers += len(acknowledged)
        # Each about an item of its own: the larger a checkpoint, the longer it takes to write.
        before = [replace(event(number), item=f"t/q{number}") for number in range(old)]
        wanted = {one.id for one in before}
        of_version_0_1(folder / "old.db", *before)
        with closing(ReviewLog(folder / "new.db", clock)) as log:
            log.add_rows(to_row(one) for one in before)
        for what, times, source in (
            ("migrations", migrations, "old.db"),
            ("checkpoints", checkpoints, "new.db"),
        ):
            inside = 0
            shutil.copyfile(folder / source, folder / f"timed-{source}")
            lasts = seconds_of(what, folder / f"timed-{source}")
            while inside < times:
                tried[what] += 1
                path = folder / what / str(tried[what]) / "progress.db"
                path.parent.mkdir(parents=True)
                shutil.copyfile(folder / source, path)
                acknowledged, early = killed(what, path, chance.uniform(0, lasts))
                inside += early
                answers += len(acknowledged)
                journals += check(path, acknowledged | wanted)
                shutil.rmtree(path.parent)
    print(
        f"{appends} kills while appending, {migrations} inside a migration (of "
        f"{tried['migrations']}), {checkpoints} inside a checkpoint (of {tried['checkpoints']}): "
        f"{answers} answers were acknowledged, none lost; a journal was left {journals} times."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2], Path(sys.argv[3]))
    else:
        given = [int(one) for one in sys.argv[1:]] or [240, 30, 30, 5000]
        main(*given)
