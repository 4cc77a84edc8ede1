"""What can be done about an answer: the proposed rating, the keys that change it, and more."""

from typing import ClassVar

from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.usecases.journal import NotSaved
from study_app.usecases.review import RatingProposal, proposal
from study_app.usecases.sitting import Sitting

_STEPS = {"better": 1, "worse": -1}


class RatingPage(Page):
    """A page that shows questions of `sitting` and the verdicts on their answers."""

    enter_after: ClassVar[float] = 0.3
    """Seconds after a new question or verdict during which Enter, + and - do nothing: they were
    meant for the one before."""

    def __init__(self, host: Host, sitting: Sitting) -> None:
        super().__init__(host)
        self.sitting = sitting
        self._notice = ""
        self._waiting = False
        self._found: tuple[str, RatingProposal | None] | None = None

    @property
    def is_rated(self) -> bool:
        """Whether the verdict on an answer is shown."""
        raise NotImplementedError

    @property
    def proposed(self) -> RatingProposal | None:
        """The rating of the answer whose verdict is shown; None if it is not a review."""
        last = self.sitting.last
        if last is None or not self.is_rated:
            return None
        state = self.sitting.session.events[-1].id
        if self._found is None or self._found[0] != state:
            self._found = (state, proposal(self.study, last))
        return self._found[1]

    @property
    def card(self) -> str | None:
        """The card of the question on screen, if it has one."""
        raise NotImplementedError

    def can_rate(self, action: str) -> bool:
        """Whether the rating can be changed by `action`."""
        return self.proposed is not None and self.proposed.beside(_STEPS[action]) is not None

    def tell(self, text: str) -> None:
        """Show `text` in the action bar until something changes."""
        self._notice = text
        self.refresh_parts()

    def action_better(self) -> None:
        self._rate("better")

    def action_worse(self) -> None:
        self._rate("worse")

    def action_more(self) -> None:
        """A note, and other actions on the answer."""
        from study_app.tui.screens.more.more import MoreScreen

        given = self.sitting.last
        if given is not None and self.is_rated:
            sitting, card = self.sitting, self.card
            more = MoreScreen(self.host, self.tell, card=card, sitting=sitting, given=given)
            self.app.push_screen(more)

    def _wait(self) -> None:
        """Ignore Enter for a moment."""
        if self.enter_after:
            self._waiting = True
            self.set_timer(self.enter_after, self._go_on)

    def _go_on(self) -> None:
        self._waiting = False

    def _rate(self, action: str) -> None:
        last, found = self.sitting.last, self.proposed
        wanted = None if found is None else found.beside(_STEPS[action])
        if last is None or wanted is None or self._waiting:
            return
        try:
            self.sitting.rate(last, wanted)
        except NotSaved as error:
            self.refused(error, lambda: self._rate(action))
        self.tell("")
