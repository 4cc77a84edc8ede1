"""The scenarios of the lab: type to search, choose with the arrows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from study_app.commands.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.everywhere import BACK
from study_app.commands.lab import OPEN_OWN_FILE, OPEN_SCENARIO, SCENARIOS
from study_app.learning.scenarios import Scenario
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.study_screen import StudyScreen
from study_app.tui.text import fitted
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.title_bar import TitleBar

_TITLE_CELLS, _GROUP_CELLS = 46, 26


class ScenariosScreen(StudyScreen):
    """A search box over a list, as that of the topics."""

    places = (SCENARIOS,)
    commands = (OPEN_SCENARIO, OPEN_OWN_FILE, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)
    AUTO_FOCUS = "Input"

    def __init__(self, host: Host, scenarios: Sequence[Scenario]) -> None:
        super().__init__(host)
        # By their place in the list: in a file of one's own two may have the same id.
        self._scenarios = {str(number): one for number, one in enumerate(scenarios)}

    def compose(self) -> ComposeResult:
        yield TitleBar(self.say("Lab"))
        yield Input(placeholder=self.say("Search scenarios"))
        scenarios = OptionList()
        scenarios.can_focus = False
        yield scenarios
        yield KeyBar()

    def on_mount(self) -> None:
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_open()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_open()

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.host.open_lab(self._scenarios[chosen])

    def action_file(self) -> None:
        self.host.ask_for_file(None)

    async def language_changed(self) -> None:
        self.query_one(TitleBar).show(left=self.say("Lab"))
        self.query_one(Input).placeholder = self.say("Search scenarios")
        self._fill(self.query_one(Input).value)

    def _chosen(self) -> str | None:
        scenarios = self.query_one(OptionList)
        if scenarios.highlighted is None:
            return None
        return scenarios.get_option_at_index(scenarios.highlighted).id

    def _fill(self, search: str) -> None:
        shown, chosen = self.query_one(OptionList), self._chosen()
        found = {key: one for key, one in self._scenarios.items() if _fits(one, search)}
        shown.clear_options()
        shown.add_options([Option(self._row(one), id=key) for key, one in found.items()])
        ids = list(found)
        if ids:
            shown.highlighted = ids.index(chosen) if chosen in ids else 0
        self.refresh_bindings()

    def _row(self, scenario: Scenario) -> Content:
        spoken = self.language.spoken
        title = scenario.title.get(spoken) or scenario.title.get("en", scenario.id)
        group = scenario.group.get(spoken) or scenario.group.get("en", "")
        return Content.assemble(
            fitted(title, _TITLE_CELLS), "  ", (fitted(group, _GROUP_CELLS), "$muted")
        )


def _fits(scenario: Scenario, search: str) -> bool:
    texts = (scenario.id, *scenario.title.values(), *scenario.group.values())
    return all(any(word in text.casefold() for text in texts) for word in search.casefold().split())
