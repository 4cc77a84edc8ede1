"""The lab: a case of the simulator, step by step, with the rule that was just applied beside it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize

from study_app.commands.command import Command
from study_app.commands.places.answers import NUMBER
from study_app.commands.places.lab import (
    BACKWARD,
    BESIDE,
    CLUSTER_DOWN,
    CLUSTER_UP,
    COPY_TRACE,
    EDIT,
    FASTER,
    FORWARD,
    GIVE_PREDICTION,
    LAB,
    LEAVE_LAB,
    OPEN_FILE,
    PLAY,
    PREDICT,
    RESET,
    SAVE,
    SCROLL_DOWN,
    SCROLL_UP,
    SLOWER,
    TO_END,
    TO_START,
)
from study_app.drawing.pieces import Line
from study_app.tui.bindings import bindings
from study_app.tui.measure import edge
from study_app.tui.screens.lab.stepping import SteppingPage
from study_app.tui.screens.lab.views import INSET, cluster, curves, parameters, step_lines
from study_app.tui.widgets.action_bar import ActionBar, NextAction
from study_app.tui.widgets.answers.area import Unready
from study_app.tui.widgets.drawing import Drawing, Panel
from study_app.tui.widgets.header import Header
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.lab.form import CaseForm, ParameterBox
from study_app.tui.widgets.lab.prediction import PredictionView
from study_app.tui.widgets.lab.reasons import Reasons
from study_app.tui.widgets.lab.side import LabSide
from study_app.usecases.journal import NotSaved


class LabScreen(SteppingPage):
    """Shows the state of `lab`. Next to the cluster either the form or a prediction is open."""

    places = (LAB,)
    commands: ClassVar[tuple[Command, ...]] = (
        GIVE_PREDICTION,
        FORWARD,
        BACKWARD,
        PLAY,
        FASTER,
        SLOWER,
        PREDICT,
        BESIDE,
        EDIT,
        RESET,
        OPEN_FILE,
        SAVE,
        COPY_TRACE,
        TO_END,
        TO_START,
        SCROLL_UP,
        SCROLL_DOWN,
        CLUSTER_UP,
        CLUSTER_DOWN,
        LEAVE_LAB,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)

    def crumbs(self) -> Sequence[str]:
        title = self.lab.title(self.language)
        edited = (self.say("edited"),) if self.lab.is_edited else ()
        return (self.say("Lab"), title, *edited)

    def action(self) -> NextAction:
        asked = self.prediction
        if asked is not None:
            area, given = asked.area, asked.given()
            if area.enter_picks:
                return self.act(area.state(), GIVE_PREDICTION, self.say("choose"))
            if isinstance(given, Unready):
                how = self.say("a number, ↑↓ and Space, or a click")
                return NextAction([(given.missing, "bold")], more=([(how, "$muted")],))
            return self.act(area.state(), GIVE_PREDICTION)
        caption = self.lab.frame(self.lab.playback).caption.text(self.language.spoken)
        state: Line = [(caption, "bold")]
        if self.form is not None:
            return self.act(state, EDIT, self.say("close"))
        if self.lab.at < self.lab.last:
            return self.act(state, FORWARD, self.say("next step"))
        return NextAction(state)

    def compose(self) -> ComposeResult:
        yield Header(self.crumbs, self.corner)
        with Horizontal(id="lab"):
            with VerticalScroll(id="stage", can_focus=False):
                yield Drawing(self._stage, id="drawing")
                if self.is_tall:
                    yield Panel(self._happened, id="happened")
            yield LabSide(
                self.lab,
                self.language,
                self._parameters,
                edited=self.show,
                changed=self.refresh_parts,
            )
        yield Drawing(self._foot, id="charts")
        yield ActionBar()
        yield KeyBar()

    def on_mount(self) -> None:
        self._place()
        self.call_after_refresh(self.show)

    async def on_resize(self, event: Resize) -> None:
        self._place()

    def _place(self) -> None:
        """Indents the text to line up with the header's."""
        left = edge(self.app.size.width) - INSET
        self.query_one("#lab").styles.padding = (1, left, 0, left)
        self.query_one("#charts").styles.padding = (0, left + INSET, 1, left + INSET)

    @property
    def form(self) -> CaseForm | None:
        """The form beside the cluster, if it is open."""
        return next(iter(self.query(CaseForm)), None)

    @property
    def prediction(self) -> PredictionView | None:
        """The prediction beside the cluster, if one is being asked."""
        return next(iter(self.query(PredictionView)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        asked = self.prediction is not None
        match action:
            case "answer":
                return asked
            case "edit":
                return not asked
            case "forward" | "to_end" | "play":
                return self._is_free and self.lab.at < self.lab.last
            case "backward" | "to_start":
                return self._is_free and self.lab.at > 0
            case "predict":
                return self._is_free and self.lab.can_predict()
            case "beside":
                return self._is_free and self.lab.beside is not None
            case "reset":
                return not asked and self.lab.is_edited
            case "faster" | "slower":
                return self.player.is_playing
            case "file" | "save" | "copy":
                return self._is_free
            case _:
                return True

    async def action_predict(self) -> None:
        self.player.pause()
        try:
            predicted = self.lab.predict(self.language)
        except NotSaved as error:
            self.refused(error)
            return
        await self._side.ask(predicted)

    async def action_answer(self) -> None:
        view = self.prediction
        if view is None:
            return
        given = view.given()
        if view.area.enter():
            return
        if isinstance(given, Unready):
            return
        try:
            marked = self.lab.answer(view.predicted, given)
        except NotSaved as error:
            self.refused(error)
            return
        self.lab.step(+1)
        await self._side.explain(marked)
        self.show()

    async def action_edit(self) -> None:
        self.player.pause()
        if self.form is None:
            await self._side.edit()
        else:
            await self._side.explain()
        self.show()

    async def action_reset(self) -> None:
        self.player.pause()
        self.lab.reset()
        if self.form is not None:
            await self._side.edit()
        self.show()

    def action_scroll_up(self) -> None:
        self._side.scroll_page_up(animate=False)

    def action_scroll_down(self) -> None:
        self._side.scroll_page_down(animate=False)

    def action_cluster_up(self) -> None:
        self.query_one("#stage").scroll_page_up(animate=False)

    def action_cluster_down(self) -> None:
        self.query_one("#stage").scroll_page_down(animate=False)

    def commands_now(self) -> Iterator[Command]:
        """While a prediction is being asked, the keys that choose come first."""
        if self.prediction is not None:
            yield NUMBER
        yield from super().commands_now()

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """For the keys that choose, as many as there are choices."""
        keys = super().keys_of(command)
        asked = self.prediction
        return keys[: asked.area.count] if command is NUMBER and asked is not None else keys

    def action_beside(self) -> None:
        self.lab.swap()
        self.show()

    def action_file(self) -> None:
        self.player.pause()
        self.host.ask_for_file(self.lab)

    def action_save(self) -> None:
        self.player.pause()
        self.host.ask_where_to_save(self.lab)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.lab.markdown(self.language))
        self.app.clear_notifications()
        self.notify(self.say("Copied the trace to the clipboard as Markdown."), timeout=3)

    async def action_leave(self) -> None:
        if self._is_free:
            self.app.clear_notifications()
            self.dismiss()
            return
        asked = self.prediction
        if asked is not None:
            try:
                self.lab.leave(asked.predicted)
            except NotSaved as error:
                self.refused(error)
        await self._side.explain()
        self.show()

    async def language_changed(self) -> None:
        """Show everything in the other language; what is open stays open."""
        form, asked = self.form, self.prediction
        focused = self.focused.path if isinstance(self.focused, ParameterBox) else None
        await self.recompose()
        if form is not None:
            await self._side.edit(form, focused)
        elif asked is not None:
            await self._side.ask(self.lab.retell(asked.predicted, self.language), asked)
        self.show()

    def show(self) -> None:
        """Update everything from the lab."""
        if not self.is_mounted:
            return
        for drawing in self.query(Drawing):
            drawing.redraw()
        for reasons in self.query(Reasons):
            reasons.show()
        if self._is_free:
            self._side.scroll_home(animate=False)
        self._follow()
        self.refresh_parts()

    @property
    def _side(self) -> LabSide:
        return self.query_one(LabSide)

    @property
    def _is_free(self) -> bool:
        return self.form is None and self.prediction is None

    def _follow(self) -> None:
        """Keep the instance of the current step in sight when the cluster is a long list."""
        frame = self.lab.frame(self.lab.playback)
        marked = [number for number, box in enumerate(frame.boxes) if box.mark is not None]
        area = self.query_one("#stage", VerticalScroll)
        if marked and len(frame.boxes) > area.size.height:
            chosen = max(marked, key=lambda number: frame.boxes[number].mark == "chosen")
            area.scroll_to(y=chosen - area.size.height // 2, animate=False)

    def _stage(self, width: int) -> Iterator[Line]:
        return cluster(self.lab, self.language, width, self.query_one("#stage").size.height)

    def _foot(self, width: int) -> Iterator[Line]:
        return curves(self.lab, self.language, width, self.size.height)

    def _happened(self, width: int) -> list[Line]:
        return step_lines(self.lab, self.language, width)

    def _parameters(self, width: int) -> list[Line]:
        return parameters(self.lab, self.language, width, self.keys_of(EDIT))
