"""What takes too long for a paint: worked out on another thread, and shown once it is known."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from study_app.tui.study_screen import StudyScreen
from study_app.usecases.study import Unreadable

if TYPE_CHECKING:
    from study_app.usecases.readiness import Prospects

T = TypeVar("T")


def in_thread(
    screen: StudyScreen, work: Callable[[], T], show: Callable[[T], object], group: str
) -> None:
    """Do `work`, which must not read what goes on; then `show` what it gave, unless the screen is
    gone or asked again in the same `group`.
    """

    def run() -> None:
        found = work()
        with suppress(RuntimeError):  # the app has ended meanwhile
            screen.app.call_from_thread(told, found)

    def told(found: T) -> None:
        if screen.is_attached and worker.is_running:
            show(found)

    worker = screen.run_worker(run, thread=True, exclusive=True, group=group)


def ask_prospects(
    screen: StudyScreen,
    work: Callable[["Prospects"], object],
    show: Callable[["Prospects"], object],
) -> None:
    """Read the log, do `work` on another thread, then `show` what it made.

    `work` asks for all that `show` will. A log that cannot be read shows nothing here: whatever
    records next says why.
    """
    # Imported here: home is painted before.
    from study_app.usecases.readiness import prospects_of

    try:
        found = prospects_of(screen.study)
    except Unreadable:
        return

    def done() -> "Prospects":
        work(found)
        return found

    in_thread(screen, done, show, "prospects")
