"""Statistics as JSON and as lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from study_app.learning.exam.result import percent
from study_app.learning.log.tally import Tally
from study_app.learning.statistics.answers import Statistics
from study_app.usecases.exam.attempts import SubmittedExam
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.visible import one_line
from study_app.words.width import ljust
from study_app.words.wording import say


def as_json(found: Statistics, exams: Sequence[SubmittedExam]) -> dict[str, object]:
    """The documented fields of `dva stats --json`; `exams` are the submitted ones."""
    return {
        **asdict(found.total),
        "overruled": sum(found.overruled.values()),
        "overruled_by_question": dict(found.overruled),
        "own_forms": {item: list(forms) for item, forms in found.own_forms.items()},
        "undone": found.undone,
        "skipped": found.skipped,
        "flagged": list(found.flagged),
        "by_topic": _tallies(found.by_topic),
        "by_domain": {key: _tallies(domains) for key, domains in found.by_domain.items()},
        "exams": [_exam(one) for one in exams],
    }


def stats_lines(found: Statistics, study: Study, language: Language) -> Iterator[str]:
    """A total, one line per topic, and the answers that the learner overruled."""
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
        for form in found.own_forms.get(item, ()):
            yield f"  {one_line(form)}"


def exam_lines(exams: Sequence[SubmittedExam], language: Language) -> Iterator[str]:
    """A line for each mock exam that was submitted."""
    for taken in exams:
        whole = taken.result.whole
        low, high = whole.interval
        counted = say(
            "{right} of {of} right ({share}%), 95% interval {low} to {high}%",
            language,
            right=whole.right,
            of=whole.of,
            share=percent(whole.share),
            low=percent(low),
            high=percent(high),
        )
        on = taken.attempt.started.day
        yield f"{say('Mock exam', language)} {taken.attempt.started.exam}, {on}: {counted}"


def _exam(taken: SubmittedExam) -> dict[str, object]:
    started, found = taken.attempt.started, taken.result
    low, high = found.whole.interval
    return {
        "exam": started.exam,
        "domain": started.domain,
        "submitted": taken.at.isoformat(timespec="milliseconds"),
        "questions": found.whole.of,
        "answered": found.whole.of - len(found.left_open),
        "right": found.whole.right,
        "share": found.whole.share,
        "low": low,
        "high": high,
        "minutes_used": found.used.total_seconds() / 60,
        "timed_out": found.timed_out,
    }


def _tallies(tallies: Mapping[str, Tally]) -> dict[str, dict[str, int]]:
    return {key: asdict(tally) for key, tally in tallies.items()}


def _tally_line(name: str, tally: Tally, language: Language) -> str:
    counts = say(
        "{answers} {answers:answer|answers}: {correct} correct, {close} close, {wrong} wrong",
        language,
        **asdict(tally),
    )
    return f"{ljust(name, 34)}{counts}"
