"""The parameters of a case as boxes; what is typed shows in the cluster at once."""

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from study_app.simulator.cases.editing import InputBox
from study_app.simulator.inputs.values.parameter import TYPE_A_VALUE
from study_app.simulator.model.problem import CaseError, steps_of
from study_app.tui.text import plain
from study_app.usecases.lab import Lab
from study_app.words.errors import error_text
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.wording import say

_NO_CONTROLS = r"[^\x00-\x1f\x7f-\x9f]*"
_MOST_SHOWN = 40


class ParameterBox(Input):
    """The value of one parameter."""

    def __init__(self, parameter: InputBox) -> None:
        super().__init__(parameter.text, restrict=_NO_CONTROLS, select_on_focus=False)
        self.path = parameter.path
        self.used = parameter.text
        """The text of this parameter in the case on screen."""
        self.wrong = ""
        """Why the text in the box cannot be used, and what to write."""

    async def action_submit(self) -> None:
        await self.run_action("screen.edit")


class FormEntry(Vertical):
    """A box under the name of its parameter."""

    DEFAULT_CSS = """
    FormEntry {
        height: auto;
        & > .name { color: $muted; }
        &.-wrong > .name { color: $close; }
        &.-wrong > ParameterBox { border-left: outer $close; }
    }
    """

    def __init__(self, parameter: InputBox) -> None:
        super().__init__()
        self.box = ParameterBox(parameter)
        self.hint = parameter.hint

    def compose(self) -> ComposeResult:
        yield Static(plain(self.box.path), classes="name")
        yield self.box

    def show(self) -> None:
        """Mark the box where its text is not used."""
        wrong = bool(self.box.wrong)
        self.set_class(wrong, "-wrong")
        for name in self.query(".name").results(Static):
            name.update(plain(f"! {self.box.path}" if wrong else self.box.path))


class CaseForm(Vertical):
    """A box for each parameter.

    `changed` is called whenever the case changes. An invalid text stays in its box and is retried
    whenever the case changes.
    """

    BINDINGS = [  # noqa: RUF012 - Textual's own
        ("up", "previous", "previous"),
        ("down", "next", "next"),
    ]
    # The message stays in sight while the boxes scroll.
    DEFAULT_CSS = """
    CaseForm {
        height: 100%; padding: 0 1;
        & > .message { height: auto; max-height: 50%; margin: 0 0 1 0; }
        & > .boxes { height: 1fr; overflow-y: auto; scrollbar-size-vertical: 1; }
    }
    """

    def __init__(self, lab: Lab, language: Language, changed: Callable[[], None]) -> None:
        super().__init__()
        self._lab = lab
        self._language = language
        self._changed = changed
        self._entries = {one.path: FormEntry(one) for one in lab.boxes()}
        self.message = ""
        """Why texts cannot be used, one line each, or what AWS would say about the case."""

    def compose(self) -> ComposeResult:
        yield Static(Content(""), classes="message")
        with Vertical(classes="boxes"):
            yield from self._entries.values()

    @property
    def boxes(self) -> tuple[ParameterBox, ...]:
        """The boxes in order."""
        return tuple(entry.box for entry in self._entries.values())

    def begin(self) -> None:
        """Put the focus into the first box."""
        for box in self.boxes[:1]:
            box.focus(scroll_visible=False)  # its name is above it
        self._tell()

    def end(self) -> None:
        """Say which texts were not taken, before the form is closed."""
        texts = [f"{box.path} {box.value[:_MOST_SHOWN]!r}" for box in self._waiting()]
        if texts:
            notice = say(
                "Not applied: {texts}. The case keeps its last valid values.",
                self._language,
                texts=", ".join(texts),
            )
            self.notify(notice, severity="warning", markup=False)

    def take_over(self, other: "CaseForm") -> None:
        """Take over the invalid texts of the form that this one replaces."""
        for box in other._waiting():  # noqa: SLF001 - one of its own kind
            if box.path in self._entries:
                self._entries[box.path].box.value = box.value

    def on_input_changed(self, event: Input.Changed) -> None:
        box = event.input
        if not isinstance(box, ParameterBox) or self._entries.get(box.path) is None:
            return
        if self._take(box):
            # An invalid text may be valid with the new value.
            while any(self._take(other) for other in self._waiting()):
                pass
            self._renew()
            self._changed()
        self._tell()

    def on_descendant_focus(self) -> None:
        self._tell()

    def action_previous(self) -> None:
        self.screen.focus_previous(ParameterBox)

    def action_next(self) -> None:
        self.screen.focus_next(ParameterBox)

    def _waiting(self) -> Iterator[ParameterBox]:
        return (box for box in self.boxes if box.wrong)

    def _take(self, box: ParameterBox) -> bool:
        """Use the text in `box`. False if that changes nothing."""
        box.wrong = ""
        if box.value == box.used:
            return False
        try:
            self._lab.edit(box.path, box.value)
        except CaseError as error:
            box.wrong = say(_named(box.path, error), self._language)
            return False
        box.used = box.value
        return True

    def _renew(self) -> None:
        """Bring the boxes in line with the case: another strategy has other parameters."""
        offered = {one.path: one for one in self._lab.boxes()}
        for path in [path for path in self._entries if path not in offered]:
            self._entries.pop(path).remove()
        if len(self._entries) == len(offered):
            return
        area = self.query_one(".boxes")
        entries: dict[str, FormEntry] = {}
        last: FormEntry | None = None
        for path, parameter in offered.items():
            entry = self._entries.get(path)
            if entry is None:
                entry = FormEntry(parameter)
                area.mount(entry, **({"before": 0} if last is None else {"after": last}))
            entries[path] = last = entry
        self._entries = entries

    def _tell(self) -> None:
        for entry in self._entries.values():
            entry.show()
        lines = [box.wrong for box in self._waiting()] or list(self._refused())
        self.message = "\n".join(lines)
        problems = "\n".join(f"! {line}" for line in lines)
        shown = plain(problems, "$close") if problems else plain(self._hint(), "$muted")
        self.query_one(".message", Static).update(shown)
        # A longer message leaves the boxes less room.
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        focused = self.screen.focused if self.is_attached else None
        if isinstance(focused, ParameterBox):
            focused.scroll_visible(animate=False)

    def _refused(self) -> tuple[str, ...]:
        """What AWS says about the case on screen."""
        message = self._lab.playback.message
        messages = (message,) if message.en else self._lab.warnings()
        return tuple(say(one, self._language) for one in messages)

    def _hint(self) -> str:
        focused = self.screen.focused
        path = focused.path if isinstance(focused, ParameterBox) else ""
        entry = self._entries.get(path)
        hint = TYPE_A_VALUE if entry is None else entry.hint
        return say(hint, self._language)


def _named(path: str, error: CaseError) -> Text:
    """The error with the name of its box, if the field has another name."""
    field = ".".join(steps_of(error.place))
    if f"{field}.".startswith(f"{path}."):
        return error.text
    return error_text("{place}: {what}", place=path, what=error.text)
