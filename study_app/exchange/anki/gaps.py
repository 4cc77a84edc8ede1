"""A cloze as Anki renders it, with gaps in place of the hidden text."""

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Final

from study_app.exchange.formats.markup import Markup, plain

GAP: Final = "_____"

_HINT: Final = re.compile(
    r'<span class="cloze" data-cloze="[^"]*" data-ordinal="(\d+)">\[(.*?)\]</span>', re.DOTALL
)
_NO_HINT: Final = "..."


def with_gaps(questions: Sequence[str]) -> tuple[str, list[str]]:
    """Merge the question sides of a note's cards: the HTML with a gap for each cloze of any card,
    and the hidden texts in order. A nested cloze is part of the outer one.
    """
    hints: dict[str, list[str]] = {}
    for question in questions:
        for place, hint in _HINT.findall(question):
            hints.setdefault(place, []).append("" if hint == _NO_HINT else hint)
    parser = _Gaps(hints)
    parser.feed(questions[0])
    parser.close()
    return "".join(parser.out), parser.hidden


class _Gaps(HTMLParser):
    """Walks through a question side, on which one cloze is hidden and the others are marked."""

    def __init__(self, hints: Mapping[str, list[str]]) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.hidden: list[str] = []
        self._hints = hints
        self._spans: list[bool] = []
        """For each open span, whether it is a cloze."""
        self._kept = self.out
        """Where text goes: to the output, or to the visible part of a cloze."""
        self._asked: str | None = None
        """What Anki hides here; what it shows instead is a hint."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        is_cloze = tag == "span" and named.get("class") in {"cloze", "cloze-inactive"}
        if is_cloze and not any(self._spans):
            self._begin(named.get("data-ordinal") or "", named.get("data-cloze"))
        elif not is_cloze:
            self._kept.append(self.get_starttag_text() or "")
        if tag == "span":
            self._spans.append(is_cloze)

    def handle_endtag(self, tag: str) -> None:
        was_cloze = tag == "span" and bool(self._spans) and self._spans.pop()
        if not was_cloze:
            self._kept.append(f"</{tag}>")
        elif not any(self._spans):
            shown = "".join(self._kept)
            self.hidden.append(plain(shown if self._asked is None else self._asked, Markup.HTML))
            self._kept = self.out

    def handle_data(self, data: str) -> None:
        self._kept.append(data)

    def handle_entityref(self, name: str) -> None:
        self._kept.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._kept.append(f"&#{name};")

    def _begin(self, place: str, hidden: str | None) -> None:
        """A gap; `hidden` is what Anki hides there, None where it shows it."""
        waiting = self._hints.get(place)
        hint = waiting.pop(0) if waiting else ""
        self.out.append(f"{GAP} ({hint})" if hint else GAP)
        self._kept, self._asked = [], hidden
