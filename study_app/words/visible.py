"""Text as it may be shown: control characters become symbols, so that none reaches a terminal."""

import unicodedata
from collections.abc import Mapping
from typing import Final

_SYMBOLS: Final = {code: chr(0x2400 + code) for code in range(0x20)}
_TABLE: Final = _SYMBOLS | {0x7F: chr(0x2421), ord("\n"): "\n", ord("\t"): "    "}
_UNSEEN: Final = frozenset({"Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"})
_JOINERS: Final = frozenset("\u200c\u200d")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """`text` with control characters as symbols (ESC as `␛`), line ends kept, tabs as four spaces.

    Other characters that have no form of their own (C1 controls, direction marks, Unicode's line
    and paragraph separators, lone surrogates) become `�`; joiners stay, since emoji and some
    scripts are written with them.
    """
    return "\n".join(map(_visible_line, text.translate(_TABLE).split("\n")))


def one_line(text: str) -> str:
    """`visible` text on one line: line ends become `␊`."""
    return visible(text.replace("\n", "\N{SYMBOL FOR LINE FEED}"))


def escaped(json: str) -> str:
    """JSON with what is not `visible` written as `\\u` escapes: the same value, nothing raw.

    `json.dumps` escapes control characters of ASCII only; a terminal obeys U+009B as well.
    """
    return "\n".join(map(_escaped_line, json.split("\n")))


def inline(value: object) -> str:
    """A plain value on one line, as YAML has it."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{key}: {inline(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(inline, value)) + "]"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _visible_line(line: str) -> str:
    return line if line.isprintable() else "".join(map(_visible_character, line))


def _escaped_line(line: str) -> str:
    return line if line.isprintable() else "".join(map(_escaped_character, line))


def _escaped_character(character: str) -> str:
    if _visible_character(character) == character:
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _visible_character(character: str) -> str:
    if character in _JOINERS:
        return character
    return _REPLACEMENT if unicodedata.category(character) in _UNSEEN else character
