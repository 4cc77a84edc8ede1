"""Kill a sync at random moments: `python -m tests.exchange.kill_sync [TIMES] [folder|server]`.

Half of the events are in the log, the other half on the other side: a folder, or a PostgreSQL
server. After each kill the database is sound and every file in the folder whole; one more sync
brings everything together. The server is one that waits for its disk.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from study_app.exchange.sync.postgresql import with_server
from study_app.exchange.sync.sync import with_folder
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.postgresql_server import Server, running
from tests.store.samples import clock, event

LEFT: Final = 1500
"""So many events has each side."""

WORKER: Final = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from study_app.exchange.sync.postgresql import is_server, with_server
from study_app.exchange.sync.sync import with_folder
from study_app.store.log import ReviewLog
log = ReviewLog(Path(sys.argv[1]), lambda: datetime(2026, 11, 29, tzinfo=UTC))
target = sys.argv[2]
if is_server(target):
    import psycopg
print("ready", flush=True)
with_server(log, target, sys.argv[3]) if is_server(target) else with_folder(log, Path(target), "me")
"""


def write(path: Path, numbers: Iterable[int]) -> None:
    with closing(ReviewLog(path, clock)) as log:
        log.add_rows(to_row(event(number)) for number in numbers)


def fill(path: Path, shared: Path) -> None:
    write(path, range(LEFT))
    theirs = "".join(
        json.dumps(
            {key: value for key, value in to_row(event(number)).items() if value is not None}
        )
        + "\n"
        for number in range(LEFT, 2 * LEFT)
    )
    (shared / "theirs.jsonl").write_text(theirs)


def fill_server(path: Path, url: str, learner: str) -> None:
    write(path, range(LEFT))
    other = path.with_name("theirs.db")
    write(other, range(LEFT, 2 * LEFT))
    with closing(ReviewLog(other, clock)) as log:
        assert with_server(log, url, learner).went == LEFT


def killed(path: Path, target: str, learner: str, after: float) -> bool:
    """Whether a sync was killed, that is, had not ended so many seconds after it began."""
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, str(path), target, learner], stdout=subprocess.PIPE
    ) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()  # it is ready and begins
        time.sleep(after)
        worker.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    return worker.returncode != 0


def ids_in(log: ReviewLog) -> list[str]:
    return [str(row["id"]) for row in log.rows()]


def on_server(server: Server, learner: str) -> list[str]:
    rows = server.execute(f"SELECT id FROM dva_event WHERE learner = '{learner}' ORDER BY id")
    return [key for (key,) in rows]


def through_folder(home: Path, after: float) -> tuple[bool, int]:
    path, shared = home / "progress.db", home / "shared"
    shared.mkdir()
    fill(path, shared)
    was_killed = killed(path, str(shared), "", after)
    with closing(ReviewLog(path, clock)) as log:
        before = len(log.rows())
        with_folder(log, shared, "me")
        assert len(log.rows()) == len(set(ids_in(log))) == 2 * LEFT
    lines = [line for file in shared.glob("*.jsonl") for line in file.open()]
    assert len(lines) == len(set(lines)) == 2 * LEFT
    return was_killed, before


def through_server(home: Path, after: float, server: Server, learner: str) -> tuple[bool, int, int]:
    path = home / "progress.db"
    fill_server(path, server.url(), learner)
    was_killed = killed(path, server.url(), learner, after)
    there = len(on_server(server, learner))
    with closing(ReviewLog(path, clock)) as log:
        before = len(log.rows())
        with_server(log, server.url(), learner)
        expected = sorted(event(number).id for number in range(2 * LEFT))
        assert sorted(ids_in(log)) == on_server(server, learner) == expected
    return was_killed, before, there


def main(times: int, side: str) -> None:
    """Until so many syncs were killed in the middle."""
    count = number = 0
    chance = random.Random(times)
    with running({}) as server:
        while count < times:
            number += 1
            with tempfile.TemporaryDirectory() as home:
                after = chance.random() * 0.4
                if side == "folder":
                    was_killed, before = through_folder(Path(home), after)
                    found = f"{before} events"
                else:
                    learner = f"learner {number}"
                    was_killed, before, there = through_server(Path(home), after, server, learner)
                    found = f"{before} events here and {there} there"
            if was_killed:
                count += 1
                print(f"{count}: {found} after the kill, all after the next sync")
    print(f"{count} of {number} were killed in the middle")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 20,
        sys.argv[2] if len(sys.argv) > 2 else "folder",
    )
