"""Print how long 100,000 events take to a PostgreSQL server and down to another machine.

    python -m tests.benchmarks.sync_speed [EVENTS]

The server is a real one on this machine, which waits for its disk. Each sync is one call of what
`dva sync postgresql://...` runs; one more each way, when there is nothing to do, is shown as well.
"""

import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from study_app.exchange.sync.postgresql import with_server
from study_app.exchange.sync.sync import Synced
from study_app.store.log import ReviewLog
from tests.exchange.kill_sync import ids_in, write
from tests.postgresql_server import Server, running
from tests.store.samples import clock


def timed(what: str, path: Path, server: Server) -> float:
    with closing(ReviewLog(path, clock)) as log:
        began, busy = time.perf_counter(), time.process_time()
        found = with_server(log, server.url(), "learner")
        took, busy = time.perf_counter() - began, time.process_time() - busy
    print(
        f"{what:<10} {took:6.2f} s, {busy:5.2f} s of them computing here: "
        f"{found.came:>7} came {found.went:>7} went"
    )
    assert not found.unread
    return took if found != Synced() else 0


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name, running({}) as server:
        first, second = Path(name) / "first.db", Path(name) / "second.db"
        write(first, range(events))
        total = timed("up", first, server) + timed("down", second, server)
        timed("up again", first, server)
        timed("down again", second, server)
        with closing(ReviewLog(first, clock)) as one, closing(ReviewLog(second, clock)) as other:
            assert sorted(ids_in(one)) == sorted(ids_in(other))
        print(f"up and down: {total:.1f} s for {events} events")


if __name__ == "__main__":
    main()
