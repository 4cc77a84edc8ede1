"""A quiz as lines: prompt and options out, one line in, the verdict with its reason out."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from string import ascii_lowercase
from typing import TextIO, assert_never

from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Marked, RightPlaces
from study_app.learning.answering.responses import Response
from study_app.learning.answering.solution import key_lines
from study_app.learning.log.session import Session
from study_app.learning.material.items import (
    Choice,
    Choices,
    Form,
    Matching,
    Option,
    Ordering,
    Question,
    Typed,
)
from study_app.learning.material.presentation import Arrangement
from study_app.plain.asking.answers import DoesNotFit, expected, read
from study_app.plain.asking.slashes import FLAG, HELP, HINT, RIGHT, UNDO, help_lines, told_at_start
from study_app.plain.asking.talk import TRIES, Talk, paragraphs
from study_app.usecases.more import note_on_question
from study_app.usecases.practice import count_outside_exam
from study_app.usecases.sitting import Asked, Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.visible import one_line
from study_app.words.wording import say

LEAD = {Verdict.CORRECT: "Correct", Verdict.CLOSE: "Close", Verdict.WRONG: "Wrong"}
"""How a verdict line begins, in every language: scripts look for these words."""


class PlainQuiz(Talk):
    """Runs one sitting over two text streams."""

    def __init__(
        self, study: Study, sitting: Sitting, lines: TextIO, out: TextIO, language: Language
    ) -> None:
        super().__init__(study, lines, out, language)
        self._sitting = sitting
        self._hinted = False

    def run(self) -> None:
        """Ask until the queue is empty, or the input ends or is interrupted (^C), then print the
        summary.
        """
        self._say(told_at_start(self._language))
        with suppress(KeyboardInterrupt):
            self._ask()
        self._kept(self._sitting.finish)
        self._show(_summary_lines(self._sitting, self._language))

    def _ask(self) -> None:
        while (asked := self._sitting.show()) is not None:
            self._show(_question_lines(self._study, asked, self._language))
            if not self._answer(asked):
                self._say("")
                return
            if self._sitting.asked is None:
                self._take_last()

    def _answer(self, asked: Asked) -> bool:
        """Handle one answer, skip or undo. False at the end of the input."""
        self._hinted = False
        tries = 0
        while tries < TRIES:
            line = self._lines.readline()
            if not line:
                return False
            if not line.strip():
                break
            if line.strip() == UNDO and self._undo():
                return True
            if self._takes(line.strip()):
                continue
            try:
                response = read(line.strip(), asked, self._language)
            except DoesNotFit as misfit:
                self._say(say("Expected: {what}", self._language, what=str(misfit)))
                tries += 1
                continue
            self._judge(asked, response)
            return True
        self._kept(self._sitting.skip)
        self._say(say("Skipped.", self._language))
        return True

    def _take_last(self) -> None:
        """On a terminal, let the learner undo the last answer before the session ends."""
        if not self._lines.isatty():
            return
        ends = say("(a blank line ends)", self._language)
        self._say(f"> {UNDO}, {RIGHT} {ends}")
        for line in iter(self._lines.readline, ""):
            word = line.strip()
            if (word == UNDO and self._undo()) or not self._takes(word):
                return

    def _takes(self, line: str) -> bool:
        """Whether `line` was a command rather than an answer, and was carried out."""
        handlers: dict[str, Callable[[], None]] = {
            HINT: self._hint,
            FLAG: self._flag,
            UNDO: lambda: self._say(say("There is nothing to undo.", self._language)),
            RIGHT: self._overrule,
            HELP: lambda: self._show(iter(help_lines(self._language))),
        }
        handler = handlers.get(line)
        if handler is not None:
            handler()
        return handler is not None

    def _hint(self) -> None:
        asked = self._sitting.asked
        hint = None
        if asked is not None:
            hint = self._study.translations(asked.question, self._language)[0].hint
        if hint is None:
            self._say(say("This question has no hint.", self._language))
            return
        self._hinted = True
        self._show(iter(hint.rstrip().splitlines()))

    def _flag(self) -> None:
        asked = self._sitting.asked
        if asked is not None:
            on = self._kept(lambda: self._sitting.flag(asked.question.id))
            flagged, removed = say("Flagged.", self._language), say("Flag removed.", self._language)
            self._say(flagged if on else removed)

    def _undo(self) -> bool:
        """Undo the last answer or skip and ask it again. False if there is none."""
        return self._kept(self._sitting.undo) is not None

    def _overrule(self) -> None:
        last = self._sitting.last
        if last is None or not last.can_be_overruled:
            self._say(say("There is no typed answer to count as right.", self._language))
            return
        self._kept(lambda: self._sitting.overrule(last))
        self._say(say("Counted as right.", self._language))

    def _judge(self, asked: Asked, response: Response) -> None:
        marked = self._kept(lambda: self._sitting.submit(response, hinted=self._hinted))
        translation = self._study.translations(asked.question, self._language)[0]
        self._say(verdict_line(translation, marked, self._language))
        self._show(_reasons(translation, asked.arrangement, self._language))
        for line in note_on_question(self._study, translation.id).splitlines():
            self._say(f"  {say('Your note', self._language)}: {line}")
        checked = say("checked {day}", self._language, day=translation.checked.isoformat())
        self._say(f"  {translation.source} ({checked})")


def verdict_line(question: Question, marked: Marked, language: Language) -> str:
    """The line that starts with `Correct`, `Close` or `Wrong`, followed by the key."""
    key = " · ".join(key_lines(question))
    parts = []
    match marked.detail:
        case Grade(reason=reason):
            if reason.code is not ReasonCode.UNRELATED:  # it says no more than "Wrong"
                parts.append(reason.text(language.spoken))
        case RightPlaces(right, of):
            parts.append(say("{right} of {of} in the right place", language, right=right, of=of))
        case None:
            pass
        case _:
            assert_never(marked.detail)
    if marked.verdict is Verdict.CORRECT:
        return one_line(f"{LEAD[marked.verdict]}: {'. '.join((key, *parts))}")
    answer = say("The answer is {key}", language, key=key)
    return one_line(f"{LEAD[marked.verdict]}. {'. '.join((answer, *parts))}")


def outside_exam(study: Study, session: Session, language: Language) -> Iterator[str]:
    """A notice if the session has questions that the learner's exam does not ask."""
    count, exam = count_outside_exam(study, session), study.bank.blueprints.get(study.goal.exam)
    if count and exam is not None:
        total = len(session.started.items)
        yield say(
            "{count} of {total} {total:question|questions} {count:is|are} not asked in {code}.",
            language,
            count=count,
            total=total,
            code=exam.code,
        )


def _question_lines(study: Study, asked: Asked, language: Language) -> Iterator[str]:
    question = asked.question
    topic = study.bank.topics[question.topic]
    yield ""
    yield say(
        "{number} of {total} · {topic}",
        language,
        number=asked.number,
        total=asked.total,
        topic=study.topic_title(topic, language),
    )
    translations = study.translations(question, language)
    for translation in translations:
        yield from paragraphs(translation.prompt)
    yield from form_lines([translation.form for translation in translations], asked.arrangement)
    hint = say("(a blank line skips)", language)
    yield f"> {expected(asked, language)} {hint}"


def form_lines(forms: list[Form], shown: Arrangement) -> Iterator[str]:
    """The parts to choose from; a second language follows the first on the same line."""

    def words(texts: Iterator[str]) -> str:
        return " / ".join(dict.fromkeys(texts))

    match forms[0]:
        case Choice() | Choices() | Ordering():
            for number, key in enumerate(shown.left, start=1):
                yield f"  {number}) {words(_part(form, key) for form in forms)}"
        case Matching():
            for number, key in enumerate(shown.left, start=1):
                yield f"  {number}) {words(_part(form, key) for form in forms)}"
            for letter, key in zip(ascii_lowercase, shown.right, strict=False):
                yield f"  {letter}) {words(_part(form, key, right=True) for form in forms)}"
        case Typed():
            pass
        case _:
            assert_never(forms[0])


def _part(form: Form, key: str, *, right: bool = False) -> str:
    match form:
        case Choice(options) | Choices(options):
            return options[key].text
        case Ordering(items):
            return items[key]
        case Matching(pairs):
            return pairs[key][right]
        case Typed():
            return ""
        case _:
            assert_never(form)


def _reasons(question: Question, shown: Arrangement, language: Language) -> Iterator[str]:
    match question.form:
        case Choice(options, why):
            yield from _options_lines(shown, options, language)
            yield from (f"  {line}" for line in paragraphs(why))
        case Choices(options):
            yield from _options_lines(shown, options, language)
        case Typed(why=why) | Ordering(why=why) | Matching(why=why):
            yield from (f"  {line}" for line in paragraphs(why))
        case _:
            assert_never(question.form)
    if question.era is not None:
        exam, today = question.era.exam.strip(), question.era.today.strip()
        yield f"  {say('In the exam: {saying}', language, saying=exam)}"
        yield f"  {say('Today: {saying}', language, saying=today)}"


def _options_lines(
    shown: Arrangement, options: Mapping[str, Option], language: Language
) -> Iterator[str]:
    for number, option in enumerate((options[key] for key in shown.left), start=1):
        judged = say("wrong: {text}", language, text=option.text)
        if option.correct:
            judged = say("right: {text}", language, text=option.text)
        yield f"  {number}) {judged}"
        yield f"     {' '.join(option.why.split())}"


def _summary_lines(sitting: Sitting, language: Language) -> Iterator[str]:
    session = sitting.session
    counts = {verdict: session.count(verdict) for verdict in Verdict}
    yield ""
    yield say(
        "Done: {answered} answered, {correct} correct, {close} close, {wrong} wrong, "
        "{skipped} skipped.",
        language,
        answered=sum(counts.values()),
        skipped=session.count(None),
        **{verdict.value: count for verdict, count in counts.items()},
    )
