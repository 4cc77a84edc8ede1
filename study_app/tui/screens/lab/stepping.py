"""Going through the steps of a case: with a key each, from end to end, or played."""

from study_app.drawing.pieces import Line
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.lab.player import Player
from study_app.tui.widgets.lab.reasons import Reasons
from study_app.usecases.lab import Lab


class SteppingPage(Page):
    """A page that shows one step of `lab` at a time."""

    def __init__(self, host: Host, lab: Lab) -> None:
        super().__init__(host)
        self.lab = lab
        self.player = Player(self, self._play_on)

    def show(self) -> None:
        """Update everything from the lab."""
        raise NotImplementedError

    def corner(self) -> Line:
        speed: Line = []
        if self.player.is_playing:
            speed = [(f"▶ {self.player.steps_a_second:g}/s   ", "$accent")]
        return [*speed, (str(self.lab.at), "bold"), (f" / {self.lab.last}", "$muted")]

    def action_forward(self) -> None:
        self.player.pause()
        self._step(+1)

    def action_backward(self) -> None:
        self.player.pause()
        self._step(-1)

    def action_to_end(self) -> None:
        self.player.pause()
        self._step(self.lab.last)

    def action_to_start(self) -> None:
        self.player.pause()
        self._step(-self.lab.last)

    def action_play(self) -> None:
        if self.player.is_playing:
            self.player.pause()
        else:
            self.player.play()
        self.show()

    def action_faster(self) -> None:
        self.player.play(faster=+1)
        self.show()

    def action_slower(self) -> None:
        self.player.play(faster=-1)
        self.show()

    def on_screen_suspend(self) -> None:
        self.player.pause()

    def _step(self, step: int) -> None:
        for reasons in self.query(Reasons):
            reasons.marked = None
        self.lab.step(step)
        self.show()

    def _play_on(self) -> None:
        self._step(+1)
        if self.lab.at == self.lab.last:
            self.player.pause()
            self.show()
