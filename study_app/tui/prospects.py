"""Work too slow for a paint: done on another thread and shown when ready."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from study_app.tui.study_screen import StudyScreen
from study_app.usecases.journal import Unreadable

if TYPE_CHECKING:
    from study_app.usecases.readiness import Prospects

T = TypeVar("T")


def in_thread(
    screen: StudyScreen, work: Callable[[], T], show: Callable[[T], object], group: str
) -> None:
    """Run `work`, which must not read changing state, then `show` its result unless the screen is
    gone or has asked again in the same `group`.
    """

    def run() -> None:
        found = work()
        with suppress(RuntimeError):  # the app has ended meanwhile
            screen.app.call_from_thread(show_if_wanted, found)

    def show_if_wanted(found: T) -> None:
        if screen.is_attached and worker.is_running:
            show(found)

    worker = screen.run_worker(run, thread=True, exclusive=True, group=group)


def ask_prospects(
    screen: StudyScreen,
    work: Callable[["Prospects"], object],
    show: Callable[["Prospects"], object],
) -> None:
    """Read the log, run `work` on another thread, then `show` its result.

    `work` computes everything that `show` needs. An unreadable log shows nothing here: the next
    write reports why.
    """
    # Imported here so that home is painted first.
    from study_app.usecases.readiness import prospects_of

    try:
        found = prospects_of(screen.study)
    except Unreadable:
        return

    def done() -> "Prospects":
        work(found)
        return found

    in_thread(screen, done, show, "prospects")
