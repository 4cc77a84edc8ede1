"""The part of the app that screens know; importing its class would be circular."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from study_app.commands.command import Command
from study_app.learning.log.session import Session
from study_app.learning.material.scenarios import Scenario
from study_app.usecases.journal import NotSaved
from study_app.usecases.study import Study

if TYPE_CHECKING:
    from study_app.learning.exam.attempt import Attempt
    from study_app.learning.exam.shape import Shape
    from study_app.usecases.lab import Lab


class Host(Protocol):
    """The study, the learner's keys, and navigation to other screens.

    Navigation is immediate: a message would arrive after the next key, which belongs to the new
    screen.
    """

    study: Study

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys of `command`: the learner's own where there are any."""
        ...

    def start(self, begin: Callable[[], Session | None], *, replace: bool = False) -> None:
        """Begin a session, if there is one, and show it; report it if it cannot be saved."""
        ...

    def refused(self, error: NotSaved, again: Callable[[], object] | None = None) -> None:
        """Report that something could not be written; `again` retries it once that is settled."""
        ...

    def open_quiz(self, session: Session, *, replace: bool = False) -> None:
        """Show a session, above this screen or in place of it."""
        ...

    def open_exam_start(self, shape: "Shape | None" = None) -> None:
        """Offer the paused mock exam or a new one, of `shape` if given."""
        ...

    def open_exam(self, attempt: "Attempt") -> None:
        """Start or resume a mock exam; Esc pauses it and returns here."""
        ...

    def open_cards(self, topic: str, card: str | None = None, *, asks: bool = True) -> None:
        """Read the cards of `topic`; `asks` offers their questions as a separate session."""
        ...

    def open_search(self, words: str = "") -> None:
        """Search all cards and questions, starting with `words`."""
        ...

    def open_scenarios(self, scenarios: Sequence[Scenario] | None = None) -> None:
        """List lab scenarios, by default the bank's."""
        ...

    def open_lab(self, scenario: Scenario) -> None:
        """Show a scenario; Esc returns here."""
        ...

    def ask_for_file(self, lab: "Lab | None") -> None:
        """Ask for one of the learner's files and open it; AWS's JSON is merged into `lab`."""
        ...

    def ask_where_to_save(self, lab: "Lab") -> None:
        """Ask for a name and write the case on screen to it."""
        ...

    def go_home(self) -> None:
        """Close every screen above home."""
        ...
