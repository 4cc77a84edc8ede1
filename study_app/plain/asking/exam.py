"""A mock exam as lines: one line per answer, no verdict before the end."""

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum
from typing import TextIO

from study_app.learning.answering.responses import Picked
from study_app.learning.exam.draw import Draw
from study_app.learning.exam.result import PASS_MARK, ExamResult, percent
from study_app.learning.exam.shape import Shape
from study_app.plain.asking.answers import DoesNotFit, expected, read
from study_app.plain.asking.quiz import form_lines
from study_app.plain.asking.talk import TRIES, Talk, paragraphs
from study_app.usecases.exam.sitting import ExamSitting
from study_app.usecases.sitting import Asked
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.times import clock, countdown
from study_app.words.wording import say

SUBMIT, NEW, RESUME = "/submit", "/new", "/resume"


class Then(Enum):
    """What a line leads to."""

    NEXT = "next"
    SUBMIT = "submit"
    PAUSE = "pause"


class PlainExam(Talk):
    """Runs one exam over two text streams. Asks each open question from the current one on, and
    lists those left open at the end. End of input pauses the exam.
    """

    def __init__(
        self, study: Study, sitting: ExamSitting, lines: TextIO, out: TextIO, language: Language
    ) -> None:
        super().__init__(study, lines, out, language)
        self._sitting = sitting

    def run(self) -> None:
        """Run until the exam is submitted, its time is up, or the input ends."""
        sitting = self._sitting
        begun = sitting.attempt.current is not None
        self._kept(sitting.go_on)
        if begun and not sitting.is_over:
            self._say(
                say("Resumed at {place} of {total}, {left} left.", self._language, **self._place())
            )
        then = self._ask_all()
        while then is Then.NEXT and not sitting.is_over:
            then = self._ask_about_open()
        if then is Then.PAUSE and not sitting.is_over:
            self._say("")
            self._kept(sitting.pause)
        if not sitting.is_over:
            self._say(
                say("Paused at {place} of {total}, {left} left.", self._language, **self._place())
            )
            return
        result = sitting.result()
        if result.timed_out:
            self._say(say("Time is up. The exam was submitted.", self._language))
        self._show(result_lines(result, self._language))

    def _ask_all(self) -> Then:
        sitting = self._sitting
        for item in sitting.items[sitting.attempt.place - 1 :]:
            if sitting.is_answered(item):
                continue
            then = self._ask(item)
            if then is not Then.NEXT or sitting.is_over:
                return then
        return Then.NEXT

    def _ask_about_open(self) -> Then:
        """At the end: submit if nothing is open, else ask for a question number or `/submit`."""
        sitting = self._sitting
        left = {sitting.items.index(item) + 1: item for item in sitting.left_open}
        if not left:
            self._kept(sitting.submit)
            return Then.SUBMIT
        numbers = ", ".join(map(str, left))
        self._say("")
        self._say(
            say("{count} unanswered: {numbers}.", self._language, count=len(left), numbers=numbers)
        )
        self._say(
            say("> /submit ends the exam; a number takes you to that question", self._language)
        )
        line = self._lines.readline()
        if not line:
            return Then.PAUSE
        word = line.strip()
        if word == SUBMIT:
            self._kept(sitting.submit)
            return Then.SUBMIT
        number = int(word) if word.isascii() and word.isdecimal() else 0
        if number in left:
            return self._ask(left[number])
        what = f"{SUBMIT}, {numbers}"
        self._say(say("Expected: {what}", self._language, what=what))
        return Then.NEXT

    def _ask(self, item: str) -> Then:
        """Show one question and read its answer; a blank line, or three invalid ones, leaves it
        open."""
        sitting = self._sitting
        self._kept(lambda: sitting.show(item))
        for warning in sitting.warnings():
            self._say(warning_line(warning, self._language))
        if sitting.is_over:
            return Then.NEXT
        asked = Asked(
            question=sitting.question(item),
            arrangement=sitting.arrangement(item),
            number=sitting.items.index(item) + 1,
            total=len(sitting.items),
            attempt=0,
        )
        self._show(self._question_lines(asked))
        for _ in range(TRIES):
            line = self._lines.readline()
            if not line:
                return Then.PAUSE
            word = line.strip()
            if not word:
                return Then.NEXT
            if word == SUBMIT:
                self._kept(sitting.submit)
                return Then.SUBMIT
            try:
                response = read(word, asked, self._language)
            except DoesNotFit as misfit:
                self._say(say("Expected: {what}", self._language, what=str(misfit)))
                continue
            keys = response.keys if isinstance(response, Picked) else ()
            self._kept(lambda keys=keys: sitting.choose(item, keys))  # type: ignore[misc]
            return Then.NEXT
        self._say(say("Left unanswered.", self._language))
        return Then.NEXT

    def _question_lines(self, asked: Asked) -> Iterator[str]:
        yield ""
        yield say("{place} of {total} · {left} left", self._language, **self._place())
        translations = self._study.translations(asked.question, self._language)
        for translation in translations:
            yield from paragraphs(translation.prompt)
        yield from form_lines([translation.form for translation in translations], asked.arrangement)
        hint = say("(a blank line leaves it unanswered, /submit ends the exam)", self._language)
        yield f"> {expected(asked, self._language)} {hint}"

    def _place(self) -> dict[str, object]:
        attempt = self._sitting.attempt
        left = countdown(self._sitting.left)
        return {"place": attempt.place, "total": len(attempt.items), "left": left}


class AskWhichExam(Talk):
    """Asks whether to resume the paused exam or start the one that was requested."""

    def ask(self, place: int, total: int, left: timedelta) -> str | None:
        """`NEW`, `RESUME`, or None at the end of the input."""
        paused = say(
            "An exam is paused at {place} of {total}, {left} left.",
            self._language,
            place=place,
            total=total,
            left=countdown(left),
        )
        self._say(paused)
        self._say(say("/resume continues it; /new gives it up and starts another.", self._language))
        for line in iter(self._lines.readline, ""):
            if line.strip() in {NEW, RESUME}:
                return line.strip()
            self._say(say("Expected: {what}", self._language, what=f"{RESUME}, {NEW}"))
        return None


def exam_as_json(shape: Shape, drawn: Draw) -> dict[str, object]:
    """The documented fields of `dva exam --list --json`."""
    return {
        "exam": shape.exam,
        "minutes": shape.minutes,
        "questions": [
            {"id": one.id, "domain": one.domain, "kind": one.kind.value} for one in drawn.questions
        ],
    }


def exam_list_lines(shape: Shape, drawn: Draw, language: Language) -> Iterator[str]:
    """What `dva exam --list` prints."""
    yield say(
        "{questions} {questions:question|questions} in {minutes} {minutes:minute|minutes}",
        language,
        questions=len(drawn.questions),
        minutes=shape.minutes,
    )
    for number, one in enumerate(drawn.questions, start=1):
        yield f"{number:>3}  {one.domain}  {one.kind.value:<8}  {one.id}"


def warning_line(left: timedelta, language: Language) -> str:
    minutes = left // timedelta(minutes=1)
    return say("{minutes} minutes left.", language, minutes=minutes)


def result_lines(result: ExamResult, language: Language) -> Iterator[str]:
    """The result. The first words of its lines are the same in every language, for scripts."""
    low, high = result.whole.interval
    whole = result.whole
    yield (
        f"Result: {whole.right} of {whole.of} ({percent(whole.share)}%), "
        f"95% interval {percent(low)} to {percent(high)}%"
    )
    for domain, part in result.by_domain.items():
        yield f"Domain {domain}: {part.right} of {part.of}"
    yield say(
        "{used} of {limit} used.",
        language,
        used=clock(result.used.total_seconds()),
        limit=clock(result.limit.total_seconds()),
    )
    if result.stops:
        yield say("The clock stopped {count} {count:time|times}.", language, count=result.stops)
    yield say(
        "AWS does not publish how raw scores are scaled; {mark}% is assumed as the passing score.",
        language,
        mark=percent(PASS_MARK),
    )
