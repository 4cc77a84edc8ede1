"""What stands beside the cluster: the reasons of the step, a form or a prediction."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from study_app.learning.answering.marking import Marked
from study_app.tui.measure import WIDE
from study_app.tui.widgets.drawing import Draw, Panel
from study_app.tui.widgets.lab.form import CaseForm, ParameterBox
from study_app.tui.widgets.lab.prediction import PredictionView
from study_app.tui.widgets.lab.reasons import Reasons
from study_app.usecases.lab import Lab, Predicted
from study_app.words.language import Language


class LabSide(VerticalScroll, can_focus=False):
    """`parameters` stand below the reasons, where there is room for them.

    `edited` is called when the form changes the case, `changed` when something else is open.
    """

    def __init__(
        self,
        lab: Lab,
        language: Language,
        parameters: Draw,
        *,
        edited: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        super().__init__(id="side")
        self._lab = lab
        self._language = language
        self._parameters = parameters
        self._edited = edited
        self._changed = changed

    def compose(self) -> ComposeResult:
        yield Reasons(self._lab, self._language)
        if self.app.size.width >= WIDE:
            yield Panel(self._parameters)

    async def explain(self, marked: Marked | None = None) -> None:
        """Show the reasons of the step, and the verdict on what was predicted of it."""
        for form in self.query(CaseForm):
            form.end()
        await self._put(Reasons(self._lab, self._language, marked))
        if self.app.size.width >= WIDE:
            await self.mount(Panel(self._parameters))
        self._changed()

    async def edit(self, before: CaseForm | None = None, focused: object = None) -> None:
        """Show the form, with what was typed `before`, the cursor in the box of `focused`."""
        form = CaseForm(self._lab, self._language, self._edited)
        await self._put(form)
        if before is not None:
            form.take_over(before)
        for box in self.query(ParameterBox):
            if box.path == focused:
                box.focus()
        self._changed()

    async def ask(self, predicted: Predicted, before: PredictionView | None = None) -> None:
        """Ask for a prediction, with what was answered `before`."""
        for form in self.query(CaseForm):
            form.end()
        view = PredictionView(predicted, self._language)
        await self._put(view)
        view.area.changed = self._changed
        if before is not None:
            view.area.take_over(before.area)
        self._changed()

    async def _put(self, widget: CaseForm | PredictionView | Reasons) -> None:
        await self.remove_children()
        await self.mount(widget)
        widget.begin()
