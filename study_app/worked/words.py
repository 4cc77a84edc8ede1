"""Values of the simulator in words: as options, as items, and as what a learner may type."""

import re
from collections.abc import Mapping
from typing import Final

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.hangul.letters import has_hangul
from study_app.simulator.kinds.ask_texts import ALSO_ACCEPTED, VALUE_TEXTS
from study_app.simulator.kinds.asks import UNORDERED

_STEP: Final = re.compile(r"([-+])([0-9]+)")
_STEP_TEXTS: Final = {"-": "rolling.stop", "+": "rolling.start"}
_LANGUAGES: Final = ("en", "ko")
_DECIMALS: Final = 3
_TYPED_DECIMALS: Final = 2
"""Nobody types more of them."""


class NotTyped(ValueError):
    """A value that cannot be asked for as typed text; the message says why."""


def in_words(kind: str, value: object, language: str, unit: str | None = None) -> str:
    """A value that an ask of a case of `kind` gave; a number has its `unit` behind it."""
    match value:
        case bool() | None | str():
            name = text_name(kind, value)
            return _text(name, language) if name else _step(str(value), language)
        case int() | float():
            return with_unit(value, unit)
        case list() | tuple():
            parts = [in_words(kind, part, language, unit) for part in value]
            return ", ".join(parts) or _text("none", language)
        case {"step": str(step), "old": old, "new": new}:
            moved = _step(step, language)
            return _text("rolling.after", language).format(step=moved, old=old, new=new)
        case Mapping():
            parts = [f"{key}: {in_words(kind, part, language)}" for key, part in value.items()]
            return ", ".join(parts) or _text("none", language)
        case _:
            return str(value)


def answer_of(kind: str, what: str, value: object, language: str, unit: str | None) -> Answer:
    """The key of a typed question: the value in `language` first, then all that is the same.

    Raises NotTyped for a list whose order counts, for counts by name, and for too many decimals.
    """
    first = in_words(kind, value, language, unit)
    match value:
        case bool() | None | str():
            same = [first, *(in_words(kind, value, one) for one in _LANGUAGES)]
            name = text_name(kind, value)
            same += ALSO_ACCEPTED.get(name or "", ())
            if name is None and isinstance(value, str) and _STEP.fullmatch(value):
                same.append(value)
            return Answer(AnswerKind.TEXT, tuple(dict.fromkeys(same)))
        case int() | float():
            if round(value, _TYPED_DECIMALS) != value:
                raise NotTyped(f"{value} has more decimals than anybody types")
            return Answer(AnswerKind.NUMBER, (first,))
        case list() | tuple() if what in UNORDERED.get(kind, ()):
            if not value:
                return answer_of(kind, what, None, language, unit)
            return Answer(AnswerKind.LIST, (first,))
        case _:
            raise NotTyped("this is no number, no word and no set; write form: choice or ordering")


def with_unit(number: float, unit: str | None) -> str:
    """`2 tasks`, `1 task`, `66.5 %`, `2개`."""
    text = (
        str(number)
        if isinstance(number, int)
        else f"{number:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    )
    if unit is None:
        return text
    if has_hangul(unit[0]):
        return f"{text}{unit}"
    single = unit.removesuffix("s") if abs(number) == 1 and unit.islower() else unit
    return f"{text} {single}"


def text_name(kind: str, value: bool | str | None) -> str | None:
    """The name in `VALUE_TEXTS` of a value that has words of its own."""
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case _:
            name = f"{kind}.{value}"
            return name if name in VALUE_TEXTS else None


def _step(text: str, language: str) -> str:
    """A step of a rollout such as `-2` in words; any other text as it is."""
    step = _STEP.fullmatch(text)
    return text if step is None else _text(_STEP_TEXTS[step[1]], language).format(count=step[2])


def _text(name: str, language: str) -> str:
    texts = VALUE_TEXTS[name]
    return texts.get(language, texts["en"])
