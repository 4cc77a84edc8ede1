"""What is shown once an answer is judged: the verdict, the key, the reasons, the source."""

from collections.abc import Iterable
from typing import assert_never

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Markdown, Static

from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.verdict import Verdict
from study_app.learning.difference import Piece, difference
from study_app.learning.items import Card, Choice, Choices, Matching, Ordering, Question, Typed
from study_app.learning.marking import Marked, Places
from study_app.tui.text import plain
from study_app.tui.verdicts import STYLES
from study_app.words.language import Language
from study_app.words.visible import one_line, visible
from study_app.words.wording import say

_WORDS = {Verdict.CORRECT: "Right", Verdict.CLOSE: "Close", Verdict.WRONG: "Not right"}


def verdict_content(
    marked: Marked | None, language: Language, *, overruled: bool = False
) -> Content:
    """The verdict line: a shape, a word, and what the grader or the count of places adds."""
    if marked is None:
        return Content.styled(say("· Skipped", language), "bold $muted")
    verdict = Verdict.CORRECT if overruled else marked.verdict
    head = f"{verdict.sign} {say(_WORDS[verdict], language)}"
    match marked.detail:
        case _ if overruled:
            more = say("You said that you were right. It is in the log.", language)
        case Grade(reason=reason) if reason.code is not ReasonCode.ACCEPTED:
            more = reason.text(language.spoken)
        case Places(right, of) if right < of:
            more = say("{right} of {of} in the right place", language, right=right, of=of)
        case Grade() | Places() | None:
            more = ""
        case _:
            assert_never(marked.detail)
    return Content.assemble(
        (head, f"bold {STYLES[verdict]}"), plain(f"  {more}" if more else "", "$foreground")
    )


class Verdicts(Static):
    """The verdict line; empty until there is one."""

    DEFAULT_CSS = "Verdicts { height: auto; max-width: 76; padding: 0 2; margin: 0 0 1 0; }"


class TypedKey(Static):
    """The typed answer above its key, with a mark under every character that differs."""

    DEFAULT_CSS = "TypedKey { height: auto; padding: 0 2; margin: 1 0 0 0; }"

    def __init__(self, yours: str, key: str, language: Language) -> None:
        compared = difference(one_line(yours), one_line(key))
        labels = [say("you", language), say("key", language)]
        width = max(map(cell_len, labels))
        lines: list[Content] = []
        for label, pieces in zip(labels, (compared.yours, compared.key), strict=True):
            head = label + " " * (width - cell_len(label)) + "  "
            lines += [
                Content.assemble((head, "$muted"), *_shown(pieces)),
                Content.styled(" " * cell_len(head) + _carets(pieces), "$muted"),
            ]
        super().__init__(Content("\n").join(line for line in lines if line.plain.strip()))


class Background(Vertical):
    """Below the answer: the reason, what exam and today say, the source and its date."""

    DEFAULT_CSS = """
    Background {
        height: auto; max-width: 76; padding: 0 2; margin: 1 0 0 0;
        & > .source { color: $muted; }
        & > .era { height: auto; border-left: outer $line; padding: 0 0 0 1; margin: 0 0 1 0; }
    }
    """

    def __init__(self, readings: Iterable[Card | Question], language: Language) -> None:
        super().__init__()
        self._readings = tuple(readings)
        self._language = language

    def compose(self) -> ComposeResult:
        for item in self._readings:
            if isinstance(item, Question) and (why := _why(item)):
                yield Prose(why)
            if item.era is not None:
                lines = {"Exam": item.era.exam, "Today": item.era.today}
                yield Prose(
                    "\n\n".join(
                        f"**{say(label, self._language)}:** {text.strip()}"
                        for label, text in lines.items()
                    ),
                    classes="era",
                )
        first = self._readings[0]
        checked = say("checked {day}", self._language, day=first.checked.isoformat())
        yield Static(plain(f"{_short(first.source)}  {checked}"), classes="source")


class Prose(Markdown):
    """Our Markdown, without the margins of a document."""

    DEFAULT_CSS = """
    Prose {
        height: auto; padding: 0; margin: 0; background: transparent; max-width: 76;
        & > MarkdownBlock:last-child { margin: 0 0 1 0; }
    }
    """

    def __init__(self, markdown: str, classes: str | None = None) -> None:
        super().__init__(visible(markdown), classes=classes, open_links=False)


def _why(question: Question) -> str:
    match question.form:
        case Choice(why=why) | Typed(why=why) | Ordering(why=why) | Matching(why=why):
            return why
        case Choices():
            return ""
        case _:
            assert_never(question.form)


def _shown(pieces: Iterable[Piece]) -> list[Content]:
    return [Content.styled(piece.text, "" if piece.same else "bold underline") for piece in pieces]


def _carets(pieces: tuple[Piece, ...]) -> str:
    if not any(piece.same for piece in pieces):
        return ""  # a mark under every character marks nothing
    return "".join((" " if piece.same else "^") * cell_len(piece.text) for piece in pieces)


def _short(address: str) -> str:
    """`docs.aws.amazon.com/…/page.html`: an address that fits its line."""
    host, _, path = address.removeprefix("https://").partition("/")
    head, _, page = path.rpartition("/")
    return f"{host}/…/{page}" if head else f"{host}/{page}"
