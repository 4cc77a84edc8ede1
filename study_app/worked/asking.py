"""A template as it is asked: with newly drawn values, or with those in the log."""

from collections.abc import Mapping

from study_app.learning.material.items import Question, Template
from study_app.worked.drawing import draw_surely
from study_app.worked.making import make
from study_app.worked.working import Degenerate, work


def draw_question(template: Template, seed: int, attempt: int) -> Question:
    """The question at this attempt of a session with this seed."""
    return make(template, draw_surely(template, seed, attempt), "en")


def redraw_question(template: Template, values: Mapping[str, object]) -> Question | None:
    """The question with values that were drawn before; None if it has changed since and cannot take
    them."""
    kept = {
        name: value for name, value in values.items() if isinstance(value, bool | int | float | str)
    }
    try:
        return make(template, work(template, kept), "en")
    except Degenerate:
        return None
