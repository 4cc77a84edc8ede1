"""The lab: a case of the simulator, step by step, with the rule that was just applied beside it."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer

from study_app.commands.answers import NUMBER
from study_app.commands.command import Command
from study_app.commands.lab import (
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
from study_app.drawing.curves import charts
from study_app.drawing.pictures import legend, stage, wrapped
from study_app.drawing.pieces import Line
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.study_screen import StudyScreen
from study_app.tui.widgets.answers.area import Unready
from study_app.tui.widgets.drawing import Drawing
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.lab.form import Form, ParameterBox
from study_app.tui.widgets.lab.prediction import PredictionView
from study_app.tui.widgets.lab.reasons import Reasons
from study_app.tui.widgets.title_bar import TitleBar
from study_app.usecases.lab import Lab
from study_app.usecases.study import NotSaved
from study_app.words.width import cut, display_width

SPEEDS = (2.0, 1.0, 0.5, 0.2, 0.05)
"""Seconds a step, from slow to fast."""


_MOST_ABOUT = 2
"""Lines for the parameters above the cluster."""


class LabScreen(StudyScreen):
    """Shows what `lab` says. At most one thing is open beside the cluster: form or prediction."""

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
    AUTO_FOCUS = None

    def __init__(self, host: Host, lab: Lab) -> None:
        super().__init__(host)
        self.lab = lab
        self._speed = 1
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Horizontal(id="lab"):
            with VerticalScroll(id="stage", can_focus=False):
                yield Drawing(self._stage, id="drawing")
            with VerticalScroll(id="side", can_focus=False):
                yield Reasons(self.lab, self.language)
        yield Drawing(self._foot, id="charts")
        yield KeyBar()

    def on_mount(self) -> None:
        self.call_after_refresh(self.show)

    @property
    def is_playing(self) -> bool:
        return self._timer is not None

    @property
    def form(self) -> Form | None:
        """The form beside the cluster, where it is open."""
        return next(iter(self.query(Form)), None)

    @property
    def prediction(self) -> PredictionView | None:
        """The prediction beside the cluster, where one is asked."""
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
                return self.is_playing
            case "file" | "save" | "copy":
                return self._is_free
            case _:
                return True

    def action_forward(self) -> None:
        self._pause()
        self._step(+1)

    def action_backward(self) -> None:
        self._pause()
        self._step(-1)

    def action_to_end(self) -> None:
        self._pause()
        self._step(self.lab.last)

    def action_to_start(self) -> None:
        self._pause()
        self._step(-self.lab.last)

    def action_play(self) -> None:
        if self.is_playing:
            self._pause()
        else:
            self._timer = self.set_interval(SPEEDS[self._speed], self._play_on)
        self.show()

    def action_faster(self) -> None:
        self._play_at(self._speed + 1)

    def action_slower(self) -> None:
        self._play_at(self._speed - 1)

    async def action_predict(self) -> None:
        self._pause()
        try:
            predicted = self.lab.predict(self.language)
        except NotSaved as error:
            self.refused(error)
            return
        await self._put_beside(PredictionView(predicted, self.language))

    async def action_answer(self) -> None:
        view = self.prediction
        if view is None:
            return
        given = view.given()
        if view.area.enter():
            return
        if isinstance(given, Unready):
            self.app.clear_notifications()
            self.notify(given.missing, timeout=3, markup=False)
            return
        try:
            marked = self.lab.answer(view.predicted, given)
        except NotSaved as error:
            self.refused(error)
            return
        self.lab.step(+1)
        await self._put_beside(Reasons(self.lab, self.language, marked))
        self.show()

    async def action_edit(self) -> None:
        self._pause()
        if self.form is None:
            await self._put_beside(Form(self.lab, self.language, self.show))
        else:
            await self._put_beside(Reasons(self.lab, self.language))
        self.show()

    async def action_reset(self) -> None:
        self._pause()
        self.lab.reset()
        if self.form is not None:
            await self._put_beside(Form(self.lab, self.language, self.show))
        self.show()

    def action_scroll_up(self) -> None:
        self.query_one("#side").scroll_page_up(animate=False)

    def action_scroll_down(self) -> None:
        self.query_one("#side").scroll_page_down(animate=False)

    def action_cluster_up(self) -> None:
        self.query_one("#stage").scroll_page_up(animate=False)

    def action_cluster_down(self) -> None:
        self.query_one("#stage").scroll_page_down(animate=False)

    def commands_now(self) -> Iterator[Command]:
        """While a prediction is asked, the keys that choose stand before the others."""
        if self.prediction is not None:
            yield NUMBER
        yield from super().commands_now()

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Of the keys that choose, as many as there is to choose from."""
        keys = super().keys_of(command)
        asked = self.prediction
        return keys[: asked.area.count] if command is NUMBER and asked is not None else keys

    def action_beside(self) -> None:
        self.lab.swap()
        self.show()

    def action_file(self) -> None:
        self._pause()
        self.host.ask_for_file(self.lab)

    def action_save(self) -> None:
        self._pause()
        self.host.ask_where_to_save(self.lab)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.lab.markdown(self.language))
        self.notify(self.say("The trace is in the clipboard, as Markdown."), timeout=3)

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
        await self._put_beside(Reasons(self.lab, self.language))
        self.show()

    async def language_changed(self) -> None:
        """Show everything in the other language; what is open stays open, as far as it was."""
        form, asked = self.form, self.prediction
        focused = self.focused.path if isinstance(self.focused, ParameterBox) else None
        await self.recompose()
        if form is not None:
            anew = Form(self.lab, self.language, self.show)
            await self._put_beside(anew)
            anew.take_over(form)
            for box in self.query(ParameterBox):
                if box.path == focused:
                    box.focus()
        elif asked is not None:
            again = self.lab.retell(asked.predicted, self.language)
            view = PredictionView(again, self.language)
            await self._put_beside(view)
            view.area.take_over(asked.area)
        self.show()

    def on_screen_suspend(self) -> None:
        self._pause()

    def show(self) -> None:
        """Bring everything up to date with the lab."""
        if not self.is_mounted:
            return
        right = f"{self.lab.at}/{self.lab.last}"
        if self.is_playing:
            right = f"▶ {1 / SPEEDS[self._speed]:g}/s  {right}"
        title = self.lab.title(self.language)
        if self.lab.is_edited:
            title = f"{title} · {self.say('edited')}"
        self.query_one(TitleBar).show(left=title, right=right)
        for drawing in self.query(Drawing):
            drawing.redraw()
        for reasons in self.query(Reasons):
            reasons.show()
        if self._is_free:
            self.query_one("#side").scroll_home(animate=False)
        self._follow()
        self.refresh_bindings()

    @property
    def _is_free(self) -> bool:
        return self.form is None and self.prediction is None

    def _step(self, step: int) -> None:
        for reasons in self.query(Reasons):
            reasons.marked = None
        self.lab.step(step)
        self.show()

    def _play_on(self) -> None:
        self._step(+1)
        if self.lab.at == self.lab.last:
            self._pause()
            self.show()

    def _pause(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _play_at(self, speed: int) -> None:
        self._speed = min(len(SPEEDS) - 1, max(0, speed))
        self._pause()
        self.action_play()

    async def _put_beside(self, widget: Form | PredictionView | Reasons) -> None:
        if self.form is not None and not isinstance(widget, Form):
            self.form.end()
        side = self.query_one("#side")
        await side.remove_children()
        await side.mount(widget)
        widget.begin()
        self.refresh_bindings()

    def _follow(self) -> None:
        """Keep the instance that the step is about in sight, where the cluster is a long list."""
        frame = self.lab.frame(self.lab.playback)
        marked = [number for number, box in enumerate(frame.boxes) if box.mark is not None]
        area = self.query_one("#stage", VerticalScroll)
        if marked and len(frame.boxes) > area.size.height:
            chosen = max(marked, key=lambda number: frame.boxes[number].mark == "chosen")
            area.scroll_to(y=chosen - area.size.height // 2, animate=False)

    def _stage(self, width: int) -> Iterator[Line]:
        height = self.query_one("#stage").size.height
        about = list(wrapped(self.lab.about(), width, 1 if self.lab.beside else _MOST_ABOUT))
        yield from about
        yield []
        height -= len(about) + 1
        cases = [self.lab.playback]
        if self.lab.beside is not None:
            cases.append(self.lab.beside)
        labels = self.lab.labels(self.language)
        for number, playback in enumerate(cases):
            frame = self.lab.frame(playback)
            if len(cases) > 1:
                label = f"{labels[number]}  "
                caption = frame.caption.text(self.language.spoken)
                yield [
                    (label, "$muted"),
                    (cut(caption, width - display_width(label)), "" if number else "bold"),
                ]
            yield from stage(frame, width, height if len(cases) == 1 else (height - 3) // 2)
            if number + 1 < len(cases):
                yield []

    def _foot(self, width: int) -> Iterator[Line]:
        playback = self.lab.playback
        last = len(playback.frames) - 1
        at = min(self.lab.at, last)
        both = [one for one in (playback, self.lab.beside) if one is not None]
        yield legend(both, [self.lab.at], self.language)
        yield []
        yield from charts(playback, at, width, self.language, self._curve_rows())

    def _curve_rows(self) -> int:
        """How high a curve is drawn: where there is little else to see, higher."""
        if self.lab.beside is not None:
            return 1
        is_pool = not any(box.meters for box in self.lab.playback.frames[0].boxes)
        room = self.size.height // (len(self.lab.playback.series) or 1)
        return max(1, room // 5 if is_pool else room // 10)
