"""What to do now, and its key: the only filled accent on a page."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from study_app.commands.command import Command
from study_app.commands.keys import key_name
from study_app.drawing.pieces import PLAIN, Line, cells, spread
from study_app.grading.verdict import Verdict
from study_app.tui.measure import edge
from study_app.tui.text import row

_CLASSES = {Verdict.CORRECT: "-right", Verdict.CLOSE: "-close", Verdict.WRONG: "-wrong"}


@dataclass(frozen=True, slots=True)
class NextAction:
    """`state` on the left; `key` runs `command`, which `does` names.

    Without a key there is no action. Of `more`, whole parts are shown as far as they fit.
    """

    state: Line
    command: Command | None = None
    key: str = ""
    does: str = ""
    more: tuple[Line, ...] = ()
    verdict: Verdict | None = None


class ActionBar(Widget):
    """Shows an action in the color of its verdict; a click runs it."""

    DEFAULT_CSS = """
    ActionBar {
        height: 2; background: $panel; border-top: block $panel;
        &.-right { background: $right-ground; border-top: block $right-ground; }
        &.-close { background: $close-ground; border-top: block $close-ground; }
        &.-wrong { background: $wrong-ground; border-top: block $wrong-ground; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.action = NextAction([])

    def show(self, action: NextAction) -> None:
        """Show `action` in place of what was there."""
        if action == self.action:
            return
        for verdict, name in _CLASSES.items():
            self.set_class(action.verdict is verdict, name)
        self.action = action
        self.refresh()

    def render(self) -> Content:
        side, ending = edge(self.size.width), self._key()
        width = self.size.width - 2 * side
        state = self.action.state
        for extra in self.action.more:
            longer = [*state, *([("   ", PLAIN)] if state else []), *extra]
            if cells(longer) + 2 + cells(ending) <= width:
                state = longer
        return row([(" " * side, PLAIN), *spread(width, state, ending)])

    async def on_click(self, event: Click) -> None:
        command, side = self.action.command, edge(self.size.width)
        if command is not None and event.x >= self.size.width - side - cells(self._key()):
            await self.run_action(command.full_action)

    def _key(self) -> Line:
        if not self.action.key:
            return []
        return [chip(self.action.key), (f" {self.action.does}", "bold")]


def chip(key: str) -> tuple[str, str]:
    """The key of the one thing to do."""
    return (f" {key_name(key)} ", "bold $on-accent on $accent")


def small_chip(key: str) -> tuple[str, str]:
    """Another key, beside what it is about."""
    return (f" {key_name(key)} ", "bold on $panel")
