"""Kill a program that writes to a log at random moments, and see that nothing is lost.

    python -m tests.store.kill [APPENDS] [MIGRATIONS] [CHECKPOINTS]

A worker appends answers and acknowledges each on its standard output; migrates a log of version
0.1; or makes checkpoints. It is ended by SIGKILL. After each kill every acknowledged answer must be
in the file, in a plain copy of the file alone wherever no journal was left, and the file sound.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from study_app.learning.history.history import History
from study_app.store.checkpoint import load_history
from study_app.store.ids import uuid7
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.store.test_checkpoint import event, of_version_0_1
from tests.store.test_review_log import NOW, answer, clock

OLD = 3000
"""Answers in the log of version 0.1."""


def work(what: str, path: Path) -> None:
    """What the worker does until it is killed."""
    print("ready", flush=True)
    number = 0
    while True:
        with closing(ReviewLog(path, clock)) as log:
            if what == "migrations":
                log.events()
                print("done", flush=True)
                time.sleep(60)
            if what == "checkpoints":
                path.with_name("history").unlink(missing_ok=True)
                load_history(log, path.with_name("history"))
            for _ in range(1 if what == "checkpoints" else 20):
                number += 1
                one = replace(answer(number), id=uuid7(NOW + timedelta(seconds=number)))
                log.append(one)
                print(one.id, flush=True)


def killed(what: str, path: Path, wait: float) -> list[str]:
    """What the worker printed until it was killed, `wait` seconds after it was ready."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.kill", "--work", what, str(path)],
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        time.sleep(wait)
        os.kill(running.pid, signal.SIGKILL)
        lines = running.stdout.read().splitlines(keepends=True)
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def ids_in(path: Path) -> set[str]:
    """Of a log whose every row can be read and whose every page is sound."""
    with closing(ReviewLog(path, clock)) as log:
        found = {one.id for one in log.events()}
        assert log.set_aside == {}
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return found


def main(appends: int, migrations: int, checkpoints: int) -> None:
    chance = random.Random(5834)
    acknowledged: set[str] = set()
    left = inside = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, copy = folder / "progress.db", folder / "copy.db"
        for what, times in (("appends", appends), ("checkpoints", checkpoints)):
            if what == "checkpoints":
                with closing(ReviewLog(path, clock)) as log:
                    log.add_rows(to_row(event(number)) for number in range(4000))
            for _ in range(times):
                acknowledged.update(killed(what, path, chance.uniform(0, 0.6)))
                journal = path.with_name("progress.db-journal").exists()
                left += journal
                if not journal:
                    shutil.copyfile(path, copy)
                    assert acknowledged <= ids_in(copy), "lost in a copy of the file"
                assert acknowledged <= ids_in(path), "lost"
                with closing(ReviewLog(path, clock)) as log:
                    history = load_history(log, path.with_name("history"))
                    assert history.state == History(log.events()).state, "a wrong checkpoint"
        old = folder / "old.db"
        before = [event(number) for number in range(OLD)]
        of_version_0_1(old, *before)
        wanted = {one.id for one in before}
        for number in range(migrations):
            migrated = folder / str(number) / "progress.db"
            migrated.parent.mkdir()
            shutil.copyfile(old, migrated)
            inside += "done" not in killed("migrations", migrated, chance.uniform(0, 0.25))
            assert ids_in(migrated) == wanted, "lost in a migration"
    print(
        f"{appends} kills while appending, {checkpoints} while making checkpoints, {migrations} at "
        f"a migration ({inside} before it was over): {len(acknowledged)} answers were "
        f"acknowledged, none lost; a journal was left {left} times."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2], Path(sys.argv[3]))
    else:
        given = [int(one) for one in sys.argv[1:]] or [240, 30, 30]
        main(*given)
