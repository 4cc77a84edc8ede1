"""What screens know of the app: this, and not its class, or each would import the other."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from study_app.commands.command import Command
from study_app.learning.scenarios import Scenario
from study_app.learning.session import Session
from study_app.usecases.study import NotSaved, Study

if TYPE_CHECKING:
    from study_app.learning.exam.attempt import Attempt
    from study_app.learning.exam.shape import Shape
    from study_app.usecases.lab import Lab


class Host(Protocol):
    """The study, the learner's keys, and the ways to other screens.

    A way is taken at once: a message would come after the next key, which belongs to the screen
    that opens.
    """

    study: Study

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys of `command`: the learner's own where there are any."""
        ...

    def start(self, begin: Callable[[], Session | None], *, replace: bool = False) -> None:
        """Begin a session, where there is one, and show it; say so where it cannot be saved."""
        ...

    def refused(self, error: NotSaved, again: Callable[[], object] | None = None) -> None:
        """Tell that something could not be written; `again` does it once that is settled."""
        ...

    def open_quiz(self, session: Session, *, replace: bool = False) -> None:
        """Show a session, above this screen or in place of it."""
        ...

    def open_exam_start(self, shape: "Shape | None" = None) -> None:
        """Offer the paused mock exam or a new one, of `shape` where one was asked for."""
        ...

    def open_exam(self, attempt: "Attempt") -> None:
        """Take a mock exam, or go on with it; Esc pauses it and leads back here."""
        ...

    def open_cards(self, topic: str, card: str | None = None, *, asks: bool = True) -> None:
        """Read the cards of `topic`; `asks` offers their questions, as a session of their own."""
        ...

    def open_search(self, words: str = "") -> None:
        """Search all cards and questions, at first for `words`."""
        ...

    def open_scenarios(self, scenarios: Sequence[Scenario] | None = None) -> None:
        """List scenarios of the lab, by default those of the bank."""
        ...

    def open_lab(self, scenario: Scenario) -> None:
        """Look at a scenario; Esc leads back here."""
        ...

    def ask_for_file(self, lab: "Lab | None") -> None:
        """Ask for a file of the learner's own and open it; AWS's JSON is laid over `lab`."""
        ...

    def ask_where_to_save(self, lab: "Lab") -> None:
        """Ask for a name and write the case on screen to it."""
        ...

    def go_home(self) -> None:
        """Leave every screen above home."""
        ...
