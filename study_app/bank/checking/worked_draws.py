"""Checks a few draws of each worked question like any other question."""

from collections.abc import Iterator, Mapping
from typing import Final

from study_app.bank.checking.quality import markup_problems, reason_of, refuse_same_texts
from study_app.bank.computed import place_to_blame, refuse_undrawable
from study_app.bank.problems import quoted_text
from study_app.bank.reading.tree import Located, place_of
from study_app.grading.answer import AnswerKind
from study_app.grading.grader import Grader
from study_app.grading.verdict import Verdict
from study_app.learning.material.items import Drawn, Question, Scalar, Template, Typed
from study_app.learning.material.texts import texts
from study_app.words.errors import error_text
from study_app.words.text import Text
from study_app.worked.drawing import NoDraw, draw
from study_app.worked.making import make
from study_app.worked.words import in_words, with_unit
from study_app.worked.working import Degenerate, work

DRAWS: Final = 10
TRANSLATED_DRAWS: Final = 5


class Workings:
    """`work` for as long as one check takes: it works the same values of a template out once.

    Draws repeat each other, and those of a translation are the first ones of its English.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], Drawn | Degenerate] = {}

    def __call__(self, template: Template, values: Mapping[str, Scalar]) -> Drawn:
        key = id(template), str(values)  # in a text `1`, `1.0` and `True` are not the same
        if key not in self._known:
            try:
                self._known[key] = work(template, values)
            except Degenerate as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, Degenerate):
            raise found
        return found


def refuse_bad_draws(written: Located[Template], grader: Grader, by: Workings) -> None:
    """Report the problems of the first draw that has any."""
    template = written.value
    if not refuse_undrawable(written, by):
        return
    sound: set[int] = set()
    for seed in range(1, DRAWS + 1):
        try:
            worked = draw(template, seed, by=by)
        except NoDraw as error:
            place = place_to_blame(written.node, error)
            written.source.refuse(
                place,
                "too few draws make a question; most common reason: {what}",
                what=error.reason,
            )
            return
        if id(worked) in sound:
            continue
        problems = list(_problems(template, worked, make(template, worked, "en"), grader))
        for path, message in problems:
            written.source.refuse(
                place_of(written.node, path),
                "{what}; drawn with {values}",
                what=message,
                values=_values(worked),
            )
        if problems:
            return
        sound.add(id(worked))


def refuse_same_when_translated(
    english: Template, translated: Template, overlay: Located[object], by: Workings
) -> None:
    """Refuse a translation in which two options or items of a draw read the same."""
    for seed in range(1, TRANSLATED_DRAWS + 1):
        try:
            worked = draw(english, seed, by=by)
        except NoDraw:  # refused where the English is
            return
        form = make(translated, worked, "ko", explain=False).form  # the same options without it
        refuse_same_texts(form, overlay.node, overlay.source)


def _problems(
    template: Template, worked: Drawn, question: Question, grader: Grader
) -> Iterator[tuple[str, Text]]:
    """What is wrong with one draw, by the path of the field that is to blame."""
    for path, text in texts(question).items():
        for message in markup_problems(path, text):
            yield path, message
    form = question.form
    if not isinstance(form, Typed):
        return
    right = list(form.answer.accept)
    if form.answer.kind is AnswerKind.NUMBER:
        assert isinstance(worked.key, int | float)
        right.append(with_unit(worked.key, None))
    for text in right:
        grade = grader.grade(text, form.answer, question.prompt)
        if grade.verdict is not Verdict.CORRECT:
            message = error_text(
                "the right answer {answer} is graded {verdict}: {reason}",
                answer=quoted_text(text),
                verdict=grade.verdict,
                reason=reason_of(grade),
            )
            yield "prompt", message
    for wrong in worked.wrong:
        text = in_words(worked.kind, wrong.value, "en", template.unit)
        if grader.grade(text, form.answer, question.prompt).verdict is Verdict.CORRECT:
            message = error_text(
                "the wrong answer {answer} is graded correct", answer=quoted_text(text)
            )
            yield "prompt", message


def _values(worked: Drawn) -> str:
    return ", ".join(f"{name} {value}" for name, value in worked.values.items())
