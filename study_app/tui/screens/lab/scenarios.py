"""Lab scenarios: type to search, choose with the arrows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.lab import OPEN_OWN_FILE, OPEN_SCENARIO, SCENARIOS
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, fitted
from study_app.drawing.prose import prose
from study_app.learning.material.scenarios import Scenario
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.listing import Listing
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import title

_GROUP_CELLS = 24


class ScenariosScreen(Page):
    """A search box over a list, as on the topics screen."""

    places = (SCENARIOS,)
    commands = (OPEN_SCENARIO, OPEN_OWN_FILE, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host, scenarios: Sequence[Scenario]) -> None:
        super().__init__(host)
        # By position in the list: in the learner's file two may have the same id.
        self._scenarios = list(scenarios)
        self._found = list(scenarios)

    def crumbs(self) -> Sequence[str]:
        return (self.say("Lab"),)

    def corner(self) -> Line:
        return [(str(len(self._found)), BOLD), (f" {self.say('scenarios')}", MUTED)]

    def action(self) -> NextAction:
        scenario = self.chosen
        if scenario is None:
            return NextAction([(self.say("No scenario matches."), MUTED)])
        return self.act([(self._text(scenario.title, scenario.id), BOLD)], OPEN_SCENARIO)

    def _above(self) -> Iterator[Widget]:
        yield Input(placeholder=self.say("Search scenarios"), select_on_focus=False)

    def area(self) -> Widget:
        return self.with_list(
            self._above(), Listing(self._row, lambda _: self.action_open(), self._moved)
        )

    def side(self) -> Iterator[Widget]:
        yield Panel(self._about)

    def on_mount(self) -> None:
        self.query_one(Input).focus(scroll_visible=False)
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_open()

    @property
    def listing(self) -> Listing:
        return self.query_one(Listing)

    @property
    def chosen(self) -> Scenario | None:
        """The scenario under the cursor."""
        found = self.query(Listing)
        cursor = found.first().cursor if found else None
        return None if cursor is None else self._found[cursor]

    def action_up(self) -> None:
        self.listing.move(-1)

    def action_down(self) -> None:
        self.listing.move(+1)

    def action_open(self) -> None:
        scenario = self.chosen
        if scenario is not None:
            self.host.open_lab(scenario)

    def action_file(self) -> None:
        self.host.ask_for_file(None)

    async def language_changed(self) -> None:
        self.query_one(Input).placeholder = self.say("Search scenarios")
        self._fill(self.query_one(Input).value)

    def _moved(self) -> None:
        for panel in self.query(Panel):
            panel.redraw()
        self.refresh_parts()

    def _fill(self, search: str) -> None:
        chosen = self.chosen
        self._found = [one for one in self._scenarios if _fits(one, search)]
        same = [number for number, one in enumerate(self._found) if one is chosen]
        self.listing.cursor = None
        self.listing.fill(len(self._found), same[0] if same else 0)

    def _row(self, number: int, width: int, here: bool) -> list[Line]:
        scenario = self._found[number]
        name = fitted(self._text(scenario.title, scenario.id), width - _GROUP_CELLS - 4)
        group = fitted(self._text(scenario.group, ""), _GROUP_CELLS)
        line: Line = [(f"{name}  ", BOLD if here else PLAIN), (group, MUTED)]
        return [under_cursor(line, width, here=here)]

    def _about(self, width: int) -> list[Line]:
        scenario = self.chosen
        if scenario is None:
            return [title(width, self.say("Lab"))]
        name = self._text(scenario.title, scenario.id)
        text = self._text(scenario.text, "")
        rows = [title(width, name), []]
        return [*rows, *prose(text, width)] if text else rows

    def _text(self, texts: Mapping[str, str], otherwise: str) -> str:
        spoken = self.language.spoken
        return texts.get(spoken) or texts.get("en", otherwise)


def _fits(scenario: Scenario, search: str) -> bool:
    texts = (scenario.id, *scenario.title.values(), *scenario.group.values())
    return all(any(word in text.casefold() for text in texts) for word in search.casefold().split())
