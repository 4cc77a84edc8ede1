"""Markup that would not show as it was typed.

Uses the parser that the screens use. Content may have paragraphs, lists, tables, code and **bold**;
any other Markdown would be dropped or restyled.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from study_app.bank.checking.sound_markup import is_sound
from study_app.bank.problems import quoted_text
from study_app.words.errors import error_text
from study_app.words.text import Text

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PARSER.disable("text_join")  # keeps `\*` and `&lt;` apart from the text around them

_REFUSED_BLOCKS = {
    "heading_open": "a heading; write a line in **bold** instead",
    "blockquote_open": "a line that begins with > becomes a block quote",
    "hr": "a line of - or * becomes a horizontal rule",
    "code_block": "four spaces at the start of a line make code; fence it with ```",
    "html_block": "HTML outside code; write it as `code`, or in words",
}
_UNPAIRED = {
    "**": "bold that begins or ends with a bracket, a quote or a ` needs a space outside it",
    "`": "it is unmatched",
}
EXCERPT_CHARACTERS = 30
_LINE_END = re.compile(r"\r\n?|\n")
_CELL_EDGE = re.compile(r"(?<!\\)\|")


@lru_cache(maxsize=4096)
def markdown_problems(text: str) -> tuple[Text, ...]:
    """What is wrong with `text` as Markdown, one message each.

    Cached, because the draws of a worked question share most of their texts.
    """
    return () if is_sound(text) else tuple(problems_by_parser(text))


def problems_by_parser(text: str) -> Iterator[Text]:
    """The same of any text, sound or not."""
    lines = _LINE_END.split(text)
    definitions: dict[str, Any] = {}
    for token in _PARSER.parse(text, definitions):
        if token.type in _REFUSED_BLOCKS:
            yield error_text(_REFUSED_BLOCKS[token.type])
        elif token.type == "fence" and not _is_closed(token, lines):
            yield error_text("a code block is not closed with {fence}", fence=token.markup)
        elif token.type == "table_open":
            yield from _table_problems(token, lines)
        elif token.type == "inline":
            yield from _inline_problems(token.children or [])
            yield from _unpaired(token.children or [])
    for name in definitions.get("references", {}):
        yield error_text(
            "the line that defines the link {name} disappears; remove it", name=quoted_text(name)
        )


def plain_problems(text: str) -> Iterator[Text]:
    """What is wrong with `text` as plain text, which stands on one line."""
    if "`" in text:
        yield error_text("this text is plain; remove the `")
    if "\n" in text:
        yield error_text("this text is a single line; join its lines")


def _inline_problems(tokens: Sequence[Token]) -> Iterator[Text]:
    for index, token in enumerate(tokens):
        match token.type:
            case "html_inline":
                yield error_text(
                    "HTML {found} outside code; write it as `code`, or in words",
                    found=quoted_text(token.content),
                )
            case "strong_open" if token.markup == "__":
                yield _lost(_marked(tokens, index), token.markup)
            case "em_open" | "s_open":
                yield _lost(_marked(tokens, index), token.markup)
            case "link_open" | "image":
                yield error_text(
                    "a link ({found}); only 'source' holds addresses",
                    found=quoted_text(_inside(tokens, index)),
                )
            case "text_special":
                yield error_text(
                    "{typed} shows as {found}; write it as `code`",
                    typed=quoted_text(token.markup),
                    found=quoted_text(token.content),
                )
            case "hardbreak":
                yield error_text("a line ends with two spaces or a backslash; remove them")


def _lost(typed: str, sign: str) -> Text:
    return error_text("{typed} loses its {sign}; write it as `code`", typed=typed, sign=sign)


def _unpaired(tokens: Sequence[Token]) -> Iterator[Text]:
    """Unmatched markup characters that stay visible, one message per kind."""
    refused = set()
    for index, token in enumerate(tokens):
        for sign, reason in _UNPAIRED.items():
            if token.type == "text" and sign in token.content and sign not in refused:
                refused.add(sign)
                rest = "".join(map(_as_typed, tokens[index:]))
                excerpt = rest[rest.index(sign) :][:EXCERPT_CHARACTERS]
                yield error_text(
                    "{sign} stays visible in {excerpt}: {reason}",
                    sign=sign,
                    excerpt=quoted_text(excerpt),
                    reason=error_text(reason),
                )


def _as_typed(token: Token) -> str:
    closing = token.markup if token.type == "code_inline" else ""
    return f"{token.markup}{token.content}{closing}" if token.type != "softbreak" else "\n"


def _is_closed(fence: Token, lines: Sequence[str]) -> bool:
    first, end = fence.map or (0, 0)
    return end - first > 1 and lines[end - 1].strip().startswith(fence.markup)


def _table_problems(table: Token, lines: Sequence[str]) -> Iterator[Text]:
    """Rows with more or fewer cells than the head: the parser drops or fills them silently."""
    first, end = table.map or (0, 0)
    cells = [len(_CELL_EDGE.split(row.strip().strip("|"))) for row in lines[first:end]]
    for row, count in zip(lines[first:end], cells, strict=True):
        if count != cells[0]:
            yield error_text(
                "the table row {row} has {count} cells, its header {needed}; "
                "inside a cell write {bar}",
                row=quoted_text(row.strip()),
                count=count,
                needed=cells[0],
                bar="\\|",
            )


def _marked(tokens: Sequence[Token], opening: int) -> str:
    markup = tokens[opening].markup
    return quoted_text(f"{markup}{_inside(tokens, opening)}{markup}")


def _inside(tokens: Sequence[Token], opening: int) -> str:
    """The text from the token `opening` to the one that closes it."""
    text = tokens[opening].content
    for token in tokens[opening + 1 :]:
        if token.level == tokens[opening].level:
            break
        text += token.content
    return text
