"""An answer typed into a box."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Paste
from textual.widgets import Input

from study_app.drawing.pieces import CURSOR, MUTED, PLAIN, Line, cells, hang, on_ground
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.verdict import Verdict
from study_app.learning.answering.difference import TextRun, difference
from study_app.learning.answering.marking import Marked
from study_app.learning.answering.responses import Response, TypedText
from study_app.tui.measure import PANEL_CELLS
from study_app.tui.widgets.answers.area import AnswerArea, Unready
from study_app.tui.widgets.drawing import Drawing
from study_app.words.language import Language
from study_app.words.visible import one_line
from study_app.words.width import display_width, ljust
from study_app.words.wording import say

_NO_CONTROLS = r"[^\x00-\x1f\x7f-\x9f]*"
"""What the box takes: a paste may bring control characters, which would reach the terminal."""
_DIFFERS = "bold underline"


class AnswerBox(Input):
    """A text box that answers at once: a message of its own could come after the next key."""

    async def action_submit(self) -> None:
        await self.run_action("screen.answer")

    def _on_paste(self, event: Paste) -> None:
        """Join several lines into one: Textual would keep only the first."""
        event.prevent_default()
        event.stop()
        text = " ".join(event.text.split())
        kept = "".join(one for one in text if one.isprintable() or one == "\u200d")
        self.insert_text_at_cursor(kept)


class Typing(Vertical, AnswerArea, can_focus=False):
    """A text box. Any printable key types."""

    DEFAULT_CSS = f"""
    Typing {{
        height: auto; max-width: {PANEL_CELLS};
        & > AnswerBox {{ margin: 0 2; }}
        & > Drawing {{ display: none; }}
        &.-judged > AnswerBox {{ display: none; }}
        &.-judged > Drawing {{ display: block; }}
    }}
    """

    def __init__(self, key: str, language: Language) -> None:
        super().__init__()
        self.language = language
        self.box = AnswerBox(
            placeholder=say("Type your answer", language),
            restrict=_NO_CONTROLS,
            select_on_focus=False,
        )
        self._key = one_line(key)
        self._yours = ""
        self._marked: Marked | None = None
        self._graded: Marked | None = None
        """The grader's verdict, even if the learner overrules it."""
        self._drawing = Drawing(self._judged)

    def compose(self) -> ComposeResult:
        yield self.box
        yield self._drawing

    def on_input_changed(self) -> None:
        self.changed()

    def given(self) -> Response | Unready:
        if self.box.value.strip():
            return TypedText(self.box.value)
        return Unready(say("Type your answer", self.language))

    def state(self) -> Line:
        return (
            [(CURSOR + " ", "$accent"), (self.box.value, "bold")] if self.box.value.strip() else []
        )

    def take_focus(self) -> None:
        self.box.focus(scroll_visible=False)

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Typing):
            self.box.value = other.box.value

    def reveal(self, response: Response | None, marked: Marked | None) -> None:
        self._yours = one_line(response.text.strip()) if isinstance(response, TypedText) else ""
        self._marked = self._graded = marked
        self.box.disabled = True
        self.add_class("-judged")
        self._drawing.redraw()

    def overrule(self, *, on: bool = True) -> None:
        """The learner overrules: show the typed text as right; `on` false takes that back."""
        if self._marked is not None:
            self._marked = Marked(Verdict.CORRECT, 1.0) if on else self._graded
            self._drawing.redraw()

    def _judged(self, width: int) -> list[Line]:
        """What was typed above the key, if they differ; the reason below."""
        verdict = self._marked.verdict if self._marked else None
        yours, key = self._compared()
        names = [say(name, self.language) for name in ("your answer", "the answer")]
        name_cells = max(map(display_width, names))
        rows: list[Line] = []
        if self._yours:
            tone = f"{_TONES[verdict]}" if verdict else MUTED
            head: Line = [(ljust(names[0], name_cells) + "  ", f"bold {tone}")]
            rows += _grounded(_marked_rows(head, yours, width - 4), verdict, width)
        if self._yours != self._key:
            head = [(ljust(names[1], name_cells) + "  ", "bold $right")]
            rows += _grounded(_marked_rows(head, key, width - 4), Verdict.CORRECT, width)
        if self._marked and isinstance(self._marked.detail, Grade):
            reason = self._marked.detail.reason
            if reason.code is not ReasonCode.ACCEPTED:
                indent: Line = [(" " * (name_cells + 4), PLAIN)]
                rows += [[], *hang(indent, [(reason.text(self.language.spoken), MUTED)], width - 2)]
        return rows

    def _compared(self) -> tuple[Line, Line]:
        """Both texts; of a near miss the characters that differ stand out."""
        compared = difference(self._yours, self._key)
        missed = self._marked is not None and self._marked.verdict is not Verdict.CORRECT
        if missed and compared.is_near:
            return _pieces(compared.yours), _pieces(compared.key)
        return [(self._yours, PLAIN)], [(self._key, PLAIN)]


_TONES = {Verdict.CORRECT: "$right", Verdict.CLOSE: "$close", Verdict.WRONG: "$wrong"}


def _pieces(pieces: Sequence[TextRun]) -> Line:
    return [(piece.text, PLAIN if piece.same else _DIFFERS) for piece in pieces]


def _marked_rows(head: Line, line: Line, width: int) -> list[Line]:
    """`line` behind `head`, and under each row that differs a row of marks."""
    rows: list[Line] = []
    for row in hang(head, line, width):
        rows.append(row)
        marks = "".join(
            ("^" if style == _DIFFERS else " ") * cells([(text, style)]) for text, style in row
        )
        if "^" in marks:
            rows.append([(marks.rstrip(), MUTED)])
    return rows


def _grounded(rows: list[Line], verdict: Verdict | None, width: int) -> list[Line]:
    """`rows` two cells in, on the ground of their verdict."""
    inset: list[Line] = [[("  ", PLAIN), *row] for row in rows]
    return (
        [on_ground(f"{_TONES[verdict]}-ground", row, width) for row in inset] if verdict else inset
    )
