"""When an app under test has nothing left to do."""

import asyncio
from typing import Any, Final

from textual._context import active_app
from textual.worker import WorkerState

SOON: Final = 1 / 60
"""Seconds within which a timer counts as work that is left: screens are drawn, and the size of the
terminal is looked at, after less."""

A_MOMENT: Final = 1 / 1000
CALM: Final = 2
"""Rounds of the loop with nothing to do, until nothing will come."""


async def until_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until no callback is ready or due soon and no thread works for the app.

    Textual's `wait_for_idle` sleeps until the process has used no time for a while, twice a key:
    more time than the app itself takes.
    """
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + max_sleep
    calm = 0
    while calm < CALM and loop.time() < end:
        left = _seconds_left(loop)
        calm = calm + 1 if left is None else 0
        await asyncio.sleep(left or 0)


def _seconds_left(loop: Any) -> float | None:
    """How long to wait for what is left to do; None if nothing is."""
    if loop._ready:
        return 0.0
    due = min((one.when() for one in loop._scheduled if not one.cancelled()), default=None)
    if due is not None and due - loop.time() < SOON:
        return float(max(due - loop.time(), 0.0))
    app = active_app.get(None)
    running = (WorkerState.PENDING, WorkerState.RUNNING)
    if app is not None and any(one.state in running for one in app.workers):
        return A_MOMENT
    return None
