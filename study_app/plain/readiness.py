"""The chance of passing as JSON and as lines."""

from collections.abc import Iterator

from study_app.learning.exam.result import PASS_MARK
from study_app.learning.readiness.readiness import ENOUGH, Readiness, chance_percent
from study_app.usecases.readiness import Prospects
from study_app.words.language import Language
from study_app.words.wording import say


def readiness_as_json(prospects: Prospects) -> dict[str, object]:
    """What `dva stats --json` promises of every exam; null below 20 standing answers."""
    return {
        "readiness": {
            exam: _values(prospect.readiness) for exam, prospect in prospects.of_exams.items()
        }
    }


def readiness_lines(prospects: Prospects, language: Language) -> Iterator[str]:
    """The chance of passing the learner's exam, with its interval."""
    exam = prospects.blueprints.get(prospects.exam)
    if exam is None:
        return
    found = prospects.readiness()
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
        "Expected on new questions: {expected}% right; {mark}% is assumed as the pass mark",
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
