"""Simulator values in words: as options, as items, and as accepted answers."""

from collections.abc import Mapping
from typing import Final

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.hangul.letters import has_hangul
from study_app.simulator.cases.asks import asked_as
from study_app.simulator.kinds.kind import Kind, ValueWords
from study_app.words.errors import TextError
from study_app.words.text import Text
from study_app.words.wording import say

_YES: Final = ValueWords(words=Text("yes", "예"), also=("valid", "네"))
_NO: Final = ValueWords(words=Text("no", "아니요"), also=("invalid", "아니오"))
_NONE: Final = ValueWords(
    words=Text("none", "없음"), also=("no instance", "nothing", "하나도 없음")
)
_LANGUAGES: Final = ("en", "ko")
_DECIMALS: Final = 3
_TYPED_DECIMALS: Final = 2
"""The most entries of a typed list."""


class NotTyped(TextError, ValueError):
    """A value that cannot be a typed answer; the message says why."""


def in_words(kind: Kind, value: object, language: str, unit: str | None = None) -> str:
    """A value from an ask of a case of `kind`; a number is followed by its `unit`."""
    match value:
        case bool() | None | str():
            words = value_words(kind, value)
            return str(value) if words is None else say(words.words, language)
        case int() | float():
            return with_unit(value, unit)
        case list() | tuple():
            parts = [in_words(kind, part, language, unit) for part in value]
            return ", ".join(parts) or say(_NONE.words, language)
        case Mapping():
            words = kind.words_for(value)
            if words is not None:
                return say(words.words, language)
            parts = [f"{key}: {in_words(kind, part, language)}" for key, part in value.items()]
            return ", ".join(parts) or say(_NONE.words, language)
        case _:
            return str(value)


def answer_of(kind: Kind, what: str, value: object, language: str, unit: str | None) -> Answer:
    """The key of a typed question: the value in `language` first, then all equivalents.

    Raises NotTyped for a list whose order counts, for counts by name, and for too many decimals.
    """
    first = in_words(kind, value, language, unit)
    match value:
        case bool() | None | str():
            same = [first, *(in_words(kind, value, one) for one in _LANGUAGES)]
            words = value_words(kind, value)
            same += () if words is None else words.also
            return Answer(AnswerKind.TEXT, tuple(dict.fromkeys(same)))
        case int() | float():
            if round(value, _TYPED_DECIMALS) != value:
                raise NotTyped("{value} has too many decimal places to type", value=value)
            return Answer(AnswerKind.NUMBER, (first,))
        case list() | tuple() if asked_as(kind, what).is_set:
            if not value:
                return answer_of(kind, what, None, language, unit)
            return Answer(AnswerKind.LIST, (first,))
        case _:
            raise NotTyped("this is not a number, a word or a set; write form: choice or ordering")


def with_unit(number: float, unit: str | None) -> str:
    """`2 tasks`, `1 task`, `66.5%`, `2개`."""
    text = (
        str(number)
        if isinstance(number, int)
        else f"{number:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    )
    if unit is None:
        return text
    if unit == "%" or has_hangul(unit[0]):
        return f"{text}{unit}"
    single = unit.removesuffix("s") if abs(number) == 1 and unit.islower() else unit
    return f"{text} {single}"


def value_words(kind: Kind, value: bool | str | None) -> ValueWords | None:
    """The words for a value that has special ones."""
    match value:
        case None:
            return _NONE
        case bool():
            return _YES if value else _NO
        case _:
            return kind.says.get(value) or kind.words_for(value)
