"""Step 2: equal to an accepted form, letter by letter or by value; or to a part of one."""

from collections.abc import Sequence

from study_app.grading.cleaning import squash
from study_app.grading.code.structures import CodeList, Mapping, Structure, structure_of, words_of
from study_app.grading.grades import close, right, wrong
from study_app.grading.keys import Key
from study_app.grading.numbers.dates import date_in
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.tolerance import PARTIAL_SCORE
from study_app.grading.wording.stems import root


def accepted(candidates: Sequence[str], key: Key) -> Grade | None:
    """By the letters alone: an accepted form, or one that counts as its incomplete form."""
    texts = set()
    for candidate in candidates:
        squashed = squash(candidate) or candidate
        texts |= {squashed, squashed.removeprefix("amazon"), squashed.removeprefix("aws")}
    texts.discard("")
    for form in key.forms:
        if form.squashed in texts or form.whole in texts:
            return right(form, ReasonCode.ACCEPTED, shown=key.first)
    if texts & key.near:
        return close(key, PARTIAL_SCORE, ReasonCode.NEAR, key.first)
    return None


def _unnamed(typed: Structure, key: Key) -> Structure:
    """The value alone where it stands under a name that the prompt gives it (`Principal`)."""
    match typed:
        case Mapping(entries=((name, Mapping() | CodeList() as value),)):
            asked = root(name) in key.prompt_roots
            return value if asked and value in {form.structure for form in key.forms} else typed
        case _:
            return typed


def same_date(text: str, key: Key) -> Grade | None:
    """A date by its parts, where a date is asked for: one that says less is incomplete."""
    wanted = [(form, date) for form in key.forms if (date := date_in(form.shown)) is not None]
    typed = date_in(text) if wanted else None
    if typed is None:
        return None
    agreeing = [(form, date) for form, date in wanted if typed.agrees(date)]
    # 2 June contradicts 12 June, also where June alone is accepted.
    contradicted = any(
        date.agrees(agreeing[0][1]) and not typed.agrees(date) for _, date in wanted if agreeing
    )
    if not agreeing or contradicted:
        return wrong(key, ReasonCode.DIGITS, text)
    for form, date in agreeing:
        if typed.says_all_of(date):
            return right(form, ReasonCode.ACCEPTED, shown=key.first)
    return close(key, PARTIAL_SCORE, ReasonCode.NEAR, key.first)


def same_structure(response: str, key: Key) -> Grade | None:
    """JSON or YAML by its value, where case does not count; a part of it is incomplete."""
    typed = structure_of(response.casefold())
    if typed is None:
        return None
    typed = _unnamed(typed, key)
    for form in key.forms:
        match form.structure:
            case None:
                continue
            case same if same == typed:
                return right(form, ReasonCode.ACCEPTED, shown=key.first)
            case Mapping() as whole if isinstance(typed, Mapping) and whole.includes(typed):
                lost = words_of(whole.without(typed))
                return close(key, PARTIAL_SCORE, ReasonCode.INCOMPLETE, form.shown, lost)
            case whole if squash(words_of(whole)) == squash(words_of(typed)):
                return close(key, PARTIAL_SCORE, ReasonCode.STRUCTURE, form.shown)
    return None
