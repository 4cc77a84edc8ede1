"""Kill a sync at random moments: `python -m tests.exchange.kill_sync [TIMES]`.

Half of the events are in the log, the other half in the file of another machine. After each kill
the database is sound and every file in the folder whole; one more sync brings everything together.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from study_app.exchange.sync import with_folder
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.store.test_checkpoint import event
from tests.store.test_review_log import clock

LEFT: Final = 1500
"""So many events has each side."""

WORKER: Final = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from study_app.exchange.sync import with_folder
from study_app.store.log import ReviewLog
log = ReviewLog(Path(sys.argv[1]), lambda: datetime(2026, 11, 29, tzinfo=UTC))
print("ready", flush=True)
with_folder(log, Path(sys.argv[2]), "me")
"""


def fill(path: Path, shared: Path) -> None:
    with closing(ReviewLog(path, clock)) as log:
        log.add_rows(to_row(event(number)) for number in range(LEFT))
    theirs = "".join(
        json.dumps(
            {key: value for key, value in to_row(event(number)).items() if value is not None}
        )
        + "\n"
        for number in range(LEFT, 2 * LEFT)
    )
    (shared / "theirs.jsonl").write_text(theirs)


def main(times: int) -> None:
    killed = 0
    for number in range(times):
        with tempfile.TemporaryDirectory() as home:
            path, shared = Path(home) / "progress.db", Path(home) / "shared"
            shared.mkdir()
            fill(path, shared)
            with subprocess.Popen(
                [sys.executable, "-c", WORKER, str(path), str(shared)], stdout=subprocess.PIPE
            ) as worker:
                assert worker.stdout is not None
                worker.stdout.readline()
                time.sleep(random.Random(number).random() * 0.6)
                worker.send_signal(signal.SIGKILL)
            killed += worker.returncode != 0
            with closing(ReviewLog(path, clock)) as log:
                before = len(log.rows())
                with_folder(log, shared, "me")
                assert len(log.rows()) == len({row["id"] for row in log.rows()}) == 2 * LEFT
            lines = [line for file in shared.glob("*.jsonl") for line in file.open()]
            assert len(lines) == len(set(lines)) == 2 * LEFT
            print(f"{number + 1}: {before} events after the kill, all after the next sync")
    print(f"{killed} of {times} killed in the middle")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
