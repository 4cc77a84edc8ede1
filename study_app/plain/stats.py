"""Statistics as JSON and as lines."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from study_app.learning.readiness.readiness import ENOUGH, PASS_MARK, Readiness
from study_app.learning.statistics import Statistics
from study_app.learning.tally import Tally
from study_app.usecases.readiness import Prospects
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.visible import one_line
from study_app.words.width import ljust
from study_app.words.wording import say


def as_json(found: Statistics, prospects: Prospects) -> dict[str, object]:
    """The fields that `dva stats --json` promises, and what else the log tells."""
    return {
        **asdict(found.total),
        "overruled": sum(found.overruled.values()),
        "overruled_by_question": dict(found.overruled),
        "undone": found.undone,
        "skipped": found.skipped,
        "flagged": list(found.flagged),
        "by_topic": _tallies(found.by_topic),
        "by_domain": {key: _tallies(domains) for key, domains in found.by_domain.items()},
        "exams": [],
        "readiness": {
            exam: _readiness(prospect.readiness) for exam, prospect in prospects.of_exams.items()
        },
    }


def stats_lines(
    found: Statistics, prospects: Prospects, study: Study, language: Language
) -> Iterator[str]:
    """A total, a line a topic, the answers that the learner overruled, the chance of passing."""
    if not found.total.answers:
        yield say("No answers yet. Start with: dva", language)
        return
    yield _tally_line(say("All topics", language), found.total, language)
    for key, tally in found.by_topic.items():
        topic = study.bank.topics.get(key)
        name = study.topic_title(topic, language) if topic else key
        yield _tally_line(one_line(name), tally, language)
    for item, times in found.overruled.items():
        yield say("Overruled: {item} ({times})", language, item=one_line(item), times=times)
    yield from _chance(prospects, study, language)


def _tallies(tallies: Mapping[str, Tally]) -> dict[str, dict[str, int]]:
    return {key: asdict(tally) for key, tally in tallies.items()}


def _tally_line(name: str, tally: Tally, language: Language) -> str:
    counts = say(
        "{answers} {answers:answer|answers}: {correct} ✓ {close} ~ {wrong} ✗",
        language,
        **asdict(tally),
    )
    return f"{ljust(name, 34)}{counts}"


def _readiness(found: Readiness | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "probability": round(found.probability, 4),
        "low": round(found.low, 4),
        "high": round(found.high, 4),
        "expected": round(found.expected, 4),
        "pass_mark": PASS_MARK,
        "answered": found.answered,
    }


def _chance(prospects: Prospects, study: Study, language: Language) -> Iterator[str]:
    """The chance of passing the learner's exam, with its interval."""
    exam = study.bank.blueprints.get(prospects.exam)
    if exam is None:
        return
    found = prospects.readiness()
    if found is None:
        text = "Chance of passing {code}: told after {count} answers"
        yield say(text, language, code=exam.code, count=ENOUGH)
        return
    yield say(
        "Chance of passing {code} today: {chance}% (90% interval {low} to {high}%); "
        "{expected}% of new questions right, {mark}% assumed to pass",
        language,
        code=exam.code,
        chance=round(100 * found.probability),
        low=round(100 * found.low),
        high=round(100 * found.high),
        expected=round(100 * found.expected),
        mark=round(100 * PASS_MARK),
    )
