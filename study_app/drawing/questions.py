"""The prompt of a question: what is asked stands out, exhibits on a ground of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from study_app.drawing.pieces import Line
from study_app.drawing.prose import Block, Code, Paragraph, blocks, drawn

_END: Final = re.compile(r"(?<=[.!?:])\s+(?=[A-Z0-9가-힣`*(\"'])")
_ASIDE: Final = re.compile(r"\([^()]*\)[.?]?")
"""`(Select TWO.)`: it belongs to the sentence before."""


def prompt(markdown: str, width: int, style: str = "", *, exhibits: bool = True) -> list[Line]:
    """The prompt in rows of at most `width` cells; without `exhibits` these stand elsewhere."""
    parts = asking_last(blocks(markdown))
    kept = [part for part in parts if exhibits or not isinstance(part, Code)]
    return drawn(kept, width, style)


def exhibits_of(markdown: str) -> list[Code]:
    """The fenced code of a prompt."""
    return [part for part in blocks(markdown) if isinstance(part, Code)]


def asking_last(parts: Sequence[Block]) -> list[Block]:
    """`parts` with the sentence that asks in a bold paragraph of its own.

    That is the last one that ends with a question mark, else the last of all.
    """
    found = _asking(parts)
    if found is None:
        return list(parts)
    place, sentences, number = found
    cut: list[Block] = []
    before, asks, after = sentences[:number], sentences[number], sentences[number + 1 :]
    while after and _ASIDE.fullmatch(after[0]):
        asks, after = f"{asks} {after[0]}", after[1:]
    if before:
        cut.append(Paragraph(" ".join(before)))
    cut.append(replace(Paragraph(asks), bold=True))
    if after:
        cut.append(Paragraph(" ".join(after)))
    return [*parts[:place], *cut, *parts[place + 1 :]]


def _asking(parts: Sequence[Block]) -> tuple[int, list[str], int] | None:
    """The paragraph that asks, its sentences, and which of them it is."""
    paragraphs = [
        (place, _sentences(part.text))
        for place, part in enumerate(parts)
        if isinstance(part, Paragraph) and part.text
    ]
    for place, sentences in reversed(paragraphs):
        for number in range(len(sentences) - 1, -1, -1):
            if sentences[number].endswith("?"):
                return place, sentences, number
    if not paragraphs:
        return None
    place, sentences = paragraphs[-1]
    last = len(sentences) - 1
    while last and _ASIDE.fullmatch(sentences[last]):
        last -= 1
    return place, sentences, last


def _sentences(text: str) -> list[str]:
    """`text` cut after its full stops, but never inside of code or of strong text."""
    sentences: list[str] = []
    for part in _END.split(text):
        if sentences and (sentences[-1].count("`") % 2 or sentences[-1].count("**") % 2):
            sentences[-1] = f"{sentences[-1]} {part}"
        else:
            sentences.append(part)
    return sentences
