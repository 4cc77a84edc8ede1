"""What was found, as lines and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Final

from study_app.drawing.matches import around, unmarked
from study_app.drawing.pieces import text_of
from study_app.learning.searching import SearchQuery
from study_app.usecases.search import Hit
from study_app.words.language import Language
from study_app.words.visible import one_line
from study_app.words.width import cut, ljust
from study_app.words.wording import say

_COLUMNS: Final = 80
_INDENT: Final = 10


def found_lines(hits: Sequence[Hit], query: SearchQuery, language: Language) -> Iterator[str]:
    """Two lines per hit: kind, id and title, then the passage that matches."""
    if not hits:
        yield say("Nothing found.", language)
    for hit in hits:
        kind = say("card", language) if hit.is_card else say("question", language)
        yield f"{ljust(kind, _INDENT)}{one_line(hit.item)}"
        if hit.is_card:
            yield f"{' ' * _INDENT}{cut(one_line(unmarked(hit.title)), _COLUMNS - _INDENT)}"
        text = around(one_line(unmarked(hit.passage)), query.pattern, _COLUMNS - _INDENT)
        yield f"{' ' * _INDENT}{text_of([text])}"


def found_as_json(hits: Sequence[Hit]) -> list[dict[str, str]]:
    """`title` is the start of a question's prompt; `text` is the passage that matches."""
    return [
        {
            "id": hit.item,
            "kind": hit.subject.value,
            "topic": hit.item.partition("/")[0],
            "title": unmarked(hit.title),
            "text": unmarked(hit.passage),
        }
        for hit in hits
    ]
