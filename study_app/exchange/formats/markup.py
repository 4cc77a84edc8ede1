"""Converts other programs' text to the Markdown of content: paragraphs, lists, tables, code, bold.

Other markup is dropped and its words kept; what has no words (pictures, sound) is reported.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from html import unescape
from html.parser import HTMLParser
from textwrap import wrap
from typing import Final

from study_app.bank.checking.markup import markdown_problems
from study_app.words.text import Text
from study_app.words.width import display_width

Attributes = list[tuple[str, str | None]]
"""The attributes of an HTML tag, as the standard library gives them."""


WIDTH: Final = 90
"""The most columns of a line in a text of several lines."""

_POINT: Final = re.compile(r" *(?:(?:-|\d+\.) +)?")
_BEGINS_MARKUP: Final = re.compile(r"[-+*=#>|~`]|\d+[.)]")


class Markup(StrEnum):
    """How a text is marked up, by the names of Moodle."""

    HTML = "html"
    MOODLE = "moodle"
    """HTML in which line ends are significant."""
    PLAIN = "plain"
    MARKDOWN = "markdown"


_TAG: Final = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>|&(?:#\d+|#x[\da-fA-F]+|\w+);", re.DOTALL)
_BLOCKS: Final = frozenset(
    ["p", "div", "section", "article", "blockquote", "dl", "dt", "dd", "table", "figure"]
)
_SIGN: Final = re.compile(r"[*_<>&\\~\[\]]")
_FENCED: Final = re.compile(r"(```[\w+-]*\n.*?\n```)", re.DOTALL)
_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_BOLD: Final = frozenset({"b", "strong", *_HEADINGS})
_CODE: Final = frozenset({"code", "tt", "kbd", "samp"})
_SILENT: Final = frozenset({"script", "style", "head", "title"})
_MEDIA: Final = frozenset(
    {"img", "audio", "video", "object", "embed", "iframe", "svg", "canvas", "math"}
)


def to_markdown(text: str, markup: Markup, notes: list[Text]) -> str:
    """`text` as Markdown; what is lost is added to `notes`."""
    match markup:
        case Markup.MARKDOWN:
            return text.strip()
        case Markup.MOODLE if not _TAG.search(text):
            return _shielded(text.strip())
        case Markup.PLAIN:
            return _shielded(text.strip())
        case Markup.MOODLE:
            return _of_html(text.replace("\n", "<br>"), notes)
        case _:
            return _of_html(text, notes)


def plain(text: str, markup: Markup) -> str:
    """`text` without markup, on one line."""
    if markup in {Markup.HTML, Markup.MOODLE}:
        text = unescape(re.sub(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", " ", text, flags=re.DOTALL))
    if markup is not Markup.PLAIN:
        text = text.replace("`", "")
    return " ".join(text.split())


def _shielded(text: str) -> str:
    """Plain text; a word that Markdown would alter becomes code."""
    if not markdown_problems(text):
        return text
    words = re.split(r"(\s+)", text)
    alone = "".join(f"`{word}`" if _is_markup(word) else word for word in words)
    if not markdown_problems(alone):
        return alone
    return "".join(
        f"`{word}`" if _SIGN.search(word) and "`" not in word else word for word in words
    )


def _is_markup(word: str) -> bool:
    return "`" not in word and bool(_SIGN.search(word)) and bool(markdown_problems(word))


def _of_html(text: str, notes: list[Text]) -> str:
    parser = _Converter()
    parser.feed(text)
    parser.close()
    if parser.lost:
        lost = ", ".join(sorted(parser.lost))
        notes.append(
            Text("left out of its text: {lost}", "글에서 빠진 것: {lost}").filled(lost=lost)
        )
    return parser.markdown()


class _Converter(HTMLParser):
    """Walks through HTML and writes Markdown; unclosed tags do no harm."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lost: set[str] = set()
        self._out: list[str] = []
        self._starts: list[tuple[str, int]] = []
        """The open marks, each with the index in `_out` where it began."""
        self._lists: list[int] = []
        """The numbers of open lists; 0 for a bulleted one."""
        self._links: list[str] = []
        self._silent = 0
        self._verbatim = 0
        self._fence = 0
        """The index in `_out` of the last code block."""
        self._cells: list[list[str]] | None = None

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Also one of a name that the library raises AssertionError at: a comment, to browsers."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.rawdata.find(">", i) + 1 or -1

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        match tag:
            case _ if tag in _SILENT:
                self._silent += 1
            case "br" | "hr":
                self._out.append("\n" if tag == "br" else "\n\n")
            case "ul" | "ol":
                self._lists.append(_start(attrs) if tag == "ol" else 0)
                self._out.append("\n\n" if len(self._lists) == 1 else "\n")
            case "li":
                self._point()
            case "pre":
                self._verbatim += 1
                self._out.append("\n\n```\n")
                self._fence = len(self._out) - 1
            case "a":
                self._links.append(dict(attrs).get("href") or "")
            case "table" | "tr" | "td" | "th":
                self._open_in_table(tag)
            case "code" if self._verbatim:
                self._out[self._fence] = f"\n\n```{_written_in(attrs)}\n"
            case _ if tag in _MEDIA:
                self.lost.add(f"<{tag}>")
                self._out.append(dict(attrs).get("alt") or "")
            case _:
                self._open(tag)

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case _ if tag in _SILENT:
                self._silent = max(0, self._silent - 1)
            case "ul" | "ol" if self._lists:
                self._lists.pop()
                self._out.append("\n" if self._lists else "\n\n")
            case "pre" if self._verbatim:
                self._verbatim -= 1
                self._out[-1] = self._out[-1].removesuffix("\n")
                self._out.append("\n```\n\n")
            case "a" if self._links:
                href = self._links.pop()
                if href.startswith(("https://", "http://")) and href not in "".join(self._out):
                    self._out.append(f" ({href})")
            case "table" if self._cells is not None:
                self._end("table", lambda _: self._table())
                self._cells = None
            case "td" | "th" if self._cells is not None:
                self._end("cell", self._keep_cell)
            case _ if tag in _BOLD:
                self._end("bold", lambda text: _wrapped(text, "**"))
                self._out.append("\n\n" if tag in _HEADINGS else "")
            case _ if tag in _CODE and not self._verbatim:
                self._end("code", lambda text: _wrapped(text.replace("`", ""), "`"))
            case _ if tag in _BLOCKS:
                self._out.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._verbatim:
            self._out.append(data)
            return
        text = re.sub(r"\s+", " ", data)
        in_code = any(name == "code" for name, _ in self._starts)
        self._out.append(text if in_code else _shielded(text))

    def markdown(self) -> str:
        parts = _FENCED.split("".join(self._out))
        parts[::2] = map(_tidy, parts[::2])
        return _folded("".join(parts).strip())

    def _open(self, tag: str) -> None:
        if tag in _HEADINGS or tag in _BLOCKS:
            self._out.append("\n\n")
        if tag in _BOLD:
            self._starts.append(("bold", len(self._out)))
        elif tag in _CODE and not self._verbatim:
            self._starts.append(("code", len(self._out)))

    def _open_in_table(self, tag: str) -> None:
        if tag == "table":
            self._cells = []
            self._starts.append(("table", len(self._out)))
        elif self._cells is not None and tag == "tr":
            self._cells.append([])
        elif self._cells is not None:
            self._starts.append(("cell", len(self._out)))

    def _end(self, name: str, made: Callable[[str], str]) -> None:
        """Replace everything since the mark `name` was opened."""
        if name not in [one for one, _ in self._starts]:
            return
        while self._starts:
            one, start = self._starts.pop()
            if one == name:
                text = "".join(self._out[start:])
                del self._out[start:]
                self._out.append(made(text))
                return

    def _point(self) -> None:
        number = self._lists[-1] if self._lists else 0
        indent = "  " * max(0, len(self._lists) - 1)
        self._out.append(f"\n{indent}{f'{number}.' if number else '-'} ")
        if number:
            self._lists[-1] += 1

    def _keep_cell(self, text: str) -> str:
        if self._cells:
            self._cells[-1].append(" ".join(text.split()).replace("|", "\\|"))
        return ""

    def _table(self) -> str:
        rows = [row for row in self._cells or [] if row]
        if not rows:
            return ""
        width = max(map(len, rows))
        lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        lines.insert(1, f"|{' --- |' * width}")
        return "\n\n" + "\n".join(lines) + "\n\n"


def _start(attributes: Attributes) -> int:
    """The number that a list begins with."""
    number = dict(attributes).get("start") or ""
    return int(number) if re.fullmatch(r"[1-9]\d{0,4}", number) else 1


def _written_in(attributes: Attributes) -> str:
    """The language of a code block, from its `class` as HTML suggests."""
    found = re.search(r"\blanguage-([\w+-]+)", dict(attributes).get("class") or "")
    return found[1] if found else ""


def _tidy(text: str) -> str:
    text = re.sub(r"[ \t]+\n", "\n", re.sub(r"\n[ \t]+(?![-\d])", "\n", text))
    return re.sub(r"\n{3,}", "\n\n", text)


def _folded(text: str) -> str:
    """Wrap paragraphs and bullets at `WIDTH`, as if written by hand.

    A one-line text stays on one line, and so does a line that would break before something that
    looks like markup.
    """
    if "\n" not in text:
        return text
    parts = _FENCED.split(text)
    parts[::2] = ["\n".join(map(_fold, part.split("\n"))) for part in parts[::2]]
    return "".join(parts)


def _fold(line: str) -> str:
    columns = display_width(line)
    if columns <= WIDTH or line.startswith("|"):
        return line
    width = WIDTH * len(line) // columns
    indent = " " * (len(line) - len(_POINT.sub("", line, count=1)))
    parts = wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    begins_anew = any(_BEGINS_MARKUP.match(part.strip()) for part in parts[1:])
    return line if begins_anew else "\n".join(parts)


def _wrapped(text: str, mark: str) -> str:
    """`text` between marks, with no space inside them."""
    core = text.strip()
    if not core or "\n\n" in core:
        return text
    before = text[: len(text) - len(text.lstrip())]
    return f"{before}{mark}{core}{mark}{text[len(text.rstrip()) :]}"
