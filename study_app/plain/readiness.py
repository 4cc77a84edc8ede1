"""The chance of passing as JSON and as lines."""

from collections.abc import Iterator, Mapping

from study_app.learning.exam.result import PASS_MARK
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.readiness.readiness import ENOUGH, Readiness, chance_percent
from study_app.words.language import Language
from study_app.words.wording import say


def readiness_as_json(found: Mapping[str, Readiness | None]) -> dict[str, object]:
    """What `dva stats --json` promises of every exam; null below 20 standing answers."""
    return {"readiness": {exam: _values(one) for exam, one in found.items()}}


def readiness_lines(
    exam: Blueprint | None, found: Readiness | None, language: Language
) -> Iterator[str]:
    """The chance of passing `exam`, with its interval; nothing where the content has no exam."""
    if exam is None:
        return
    if found is None:
        yield say(
            "Chance of passing {code}: shown after {count} answers",
            language,
            code=exam.code,
            count=ENOUGH,
        )
        return
    yield say(
        "Chance of passing {code} today: {chance}% (90% interval: {low} to {high}%)",
        language,
        code=exam.code,
        chance=chance_percent(found.probability),
        low=chance_percent(found.low),
        high=chance_percent(found.high),
    )
    yield say(
        "Expected on new questions: {expected}% right; {mark}% is assumed as the passing score",
        language,
        expected=round(100 * found.expected),
        mark=round(100 * PASS_MARK),
    )


def _values(found: Readiness | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "probability": found.probability,
        "low": found.low,
        "high": found.high,
        "expected": found.expected,
        "pass_mark": PASS_MARK,
        "answered": found.answered,
    }
