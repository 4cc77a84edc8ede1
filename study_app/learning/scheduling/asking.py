"""Which of a card's questions a review asks: the fact is scheduled, and the question varies."""

from collections.abc import Callable, Sequence

from study_app.learning.summary import Key
from study_app.learning.syllabus import EXAM_KINDS, Syllabus


def askable(
    card: str, exam: str, syllabus: Syllabus, is_suspended: Callable[[str], bool]
) -> Sequence[str]:
    """The questions of a card that a review may ask.

    Of the card's questions those that are not suspended and have a skill of the chosen exam (all,
    if none has); what belongs to the container chapter alone is asked there.
    """
    standing = [
        question
        for question in syllabus.questions_of.get(card, ())
        if not is_suspended(question) and not syllabus.is_aside(question, exam)
    ]
    of_exam = [one for one in standing if syllabus.questions[one].skills.get(exam)]
    return of_exam or standing


def question_to_ask(
    questions: Sequence[str],
    asked: Callable[[str], Key | None],
    last: str | None,
    syllabus: Syllabus,
) -> str:
    """The one of `questions` that is asked next; `asked` says when one was asked last.

    Never asked first, then the longest not asked; among equals the exam's kinds first. Not the
    question of the last review if there is another.
    """
    others = [one for one in questions if one != last] or list(questions)

    def place(question: str) -> tuple[bool, Key | tuple[()], bool]:
        then = asked(question)
        is_drill = syllabus.questions[question].kind not in EXAM_KINDS
        return (then is not None, then or (), is_drill)

    return min(others, key=place)
