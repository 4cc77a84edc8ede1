"""What the lab draws: cluster, curves, the steps so far, all parameters."""

from collections.abc import Iterator

from study_app.drawing.curves import charts
from study_app.drawing.pictures import legend, stage, wrapped
from study_app.drawing.pieces import MUTED, PLAIN, Line
from study_app.tui.measure import TALL
from study_app.tui.widgets.action_bar import small_chip
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import fact, title
from study_app.usecases.lab import Lab
from study_app.words.language import Language
from study_app.words.width import cut, display_width
from study_app.words.wording import say

INSET = 2
"""Cells before text without a background."""
_MOST_ABOUT = 2
"""Lines for the parameters above the cluster."""
_MOST_TOLD = 8
"""Steps that are listed at once."""


def cluster(lab: Lab, language: Language, width: int, height: int) -> Iterator[Line]:
    """The parameters in short, then the cluster, or both clusters one below the other."""
    room = width - 2 * INSET
    about = list(wrapped(lab.about(), room, 1 if lab.beside else _MOST_ABOUT))
    yield from ([(" " * INSET, PLAIN), *line] for line in about)
    yield []
    height -= len(about) + 1
    cases = [one for one in (lab.playback, lab.beside) if one is not None]
    labels = lab.labels(language)
    for number, playback in enumerate(cases):
        frame = lab.frame(playback)
        if len(cases) > 1:
            label = f"{' ' * INSET}{labels[number]}  "
            caption = cut(frame.caption.text(language.spoken), width - display_width(label))
            yield [(label, MUTED), (caption, PLAIN if number else "bold")]
        yield from stage(frame, width, height if len(cases) == 1 else (height - 3) // 2)
        if number + 1 < len(cases):
            yield []


def curves(lab: Lab, language: Language, width: int, height: int) -> Iterator[Line]:
    """The legend and the curves; `height` is the terminal's."""
    playback = lab.playback
    at = min(lab.at, len(playback.frames) - 1)
    both = [one for one in (playback, lab.beside) if one is not None]
    yield legend(both, [lab.at], language)
    yield []
    yield from charts(playback, at, width, language, _curve_rows(lab, height), axis=True)


def _curve_rows(lab: Lab, height: int) -> int:
    """Rows of a curve: more where there is little else to show."""
    if lab.beside is not None:
        return 1
    is_pool = not any(box.meters for box in lab.playback.frames[0].boxes)
    room = height // (len(lab.playback.series) or 1)
    return max(1, room // 5 if is_pool else room // (6 if height >= TALL else 10))


def step_lines(lab: Lab, language: Language, width: int) -> list[Line]:
    """The steps so far, the latest last."""
    frames = lab.playback.frames
    at = min(lab.at, len(frames) - 1)
    rows: list[Line] = [title(width, say("What happened", language)), []]
    for number in range(max(0, at + 1 - _MOST_TOLD), at + 1):
        text = cut(frames[number].caption.text(language.spoken), width - 8)
        line: Line = [(f"{number:>3}  ", MUTED), (text, PLAIN)]
        rows.append(under_cursor(line, width, here=number == at))
    return rows


def parameters(lab: Lab, language: Language, width: int, keys: tuple[str, ...]) -> list[Line]:
    """All parameters, and the key that edits them."""
    word = say("edit", language)
    ending: Line = [small_chip(keys[0]), (f" {word}", MUTED)] if keys else []
    written = [box for box in lab.boxes() if box.text]
    facts = [fact(width, box.path, cut(box.text, width - 12)) for box in written]
    return [title(width, say("Parameters", language), ending), [], *facts]
