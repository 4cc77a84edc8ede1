"""What gets mixed up, the leeches, and the verdicts that the learner overruled."""

from collections.abc import Sequence

from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, cells, spread
from study_app.learning.statistics.mistakes import Confusion, Leech
from study_app.tui.widgets.action_bar import small_chip
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import title
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.width import cut, display_width
from study_app.words.wording import say

_BETWEEN = " ⇄ "


def pairs(
    found: Sequence[Confusion],
    cursor: int,
    language: Language,
    width: int,
    height: int,
    *,
    key: str,
) -> list[Line]:
    """The pairs around the cursor, each with how often it was wrong and of how many answers.

    A pair that is too long for one line takes two.
    """
    name = say("Mixed up", language)
    if not found:
        return [title(width, name), [], [(say("Nothing so far.", language), MUTED)]]
    ending: Line = []
    if key:
        ending = [small_chip(key), (f" {say('both', language)}", MUTED)]
        if display_width(name) + cells(ending) + 2 > width:
            ending = [small_chip(key)]
    blocks = [_pair(one, width, here=n == cursor) for n, one in enumerate(found)]
    first = _first_shown([len(block) for block in blocks], cursor, height - 2)
    rows = [line for block in blocks[first:] for line in block]
    return [title(width, name, ending), [], *rows]


def stubborn(
    found: Sequence[Leech], overruled: int, study: Study, language: Language, width: int
) -> list[Line]:
    """The leeches, and how many answers the learner overruled."""
    count = say("{count} {count:card|cards}", language, count=len(found)) if found else ""
    rows = [title(width, say("Often forgotten", language), count), []]
    for one in found:
        card = study.bank.cards.get(one.card)
        name = one.card if card is None else study.translations(card, language)[0].title
        rows.append(spread(width, [(name, PLAIN)], [(f"{one.lapses} ", BOLD), ("✗", MUTED)]))
    if not found:
        rows.append([(say("No card so far.", language), MUTED)])
    text = say("{count} {count:answer|answers} you marked as right", language, count=overruled)
    return [*rows, *([[], [(text, MUTED)]] if overruled else [])]


def _first_shown(sizes: Sequence[int], cursor: int, room: int) -> int:
    """The first pair to draw so that the one under the cursor is visible."""
    first, used = cursor, sizes[cursor]
    while first and used + sizes[first - 1] <= room:
        first -= 1
        used += sizes[first]
    return first


def _pair(one: Confusion, width: int, *, here: bool) -> list[Line]:
    count: Line = [(str(one.times), BOLD), (f"/{one.of}", MUTED)]
    room = width - 1 - cells(count) - 2
    style = BOLD if here else PLAIN
    both = display_width(one.asked) + display_width(_BETWEEN) + display_width(one.answered)
    if both <= room:
        line: Line = [(one.asked, style), (_BETWEEN, MUTED), (one.answered, style)]
        return [under_cursor(spread(width - 1, line, count), width, here=here)]
    second: Line = [(_BETWEEN, MUTED), (cut(one.answered, width - 1 - len(_BETWEEN)), style)]
    return [
        under_cursor(spread(width - 1, [(cut(one.asked, room), style)], count), width, here=here),
        under_cursor(second, width, here=here),
    ]
