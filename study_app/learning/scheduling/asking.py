"""Which of a card's questions a review asks: the fact is scheduled, and the question varies."""

from collections.abc import Callable, Iterator, Sequence

from study_app.learning.log.summary import Key
from study_app.learning.material.syllabus import EXAM_KINDS, Syllabus


def standing(
    card: str, exam: str, syllabus: Syllabus, is_suspended: Callable[[str], bool]
) -> Iterator[str]:
    """The card's questions that are not suspended, without those that belong only to the container
    chapter: they are asked there.
    """
    for question in syllabus.questions_of.get(card, ()):
        if not is_suspended(question) and not syllabus.is_aside(question, exam):
            yield question


def askable(
    card: str, exam: str, syllabus: Syllabus, is_suspended: Callable[[str], bool]
) -> Sequence[str]:
    """The questions of a card that a review may ask.

    These are the standing ones that have a skill of the chosen exam (all, if none has).
    """
    found = list(standing(card, exam, syllabus, is_suspended))
    of_exam = [one for one in found if syllabus.questions[one].skills.get(exam)]
    return of_exam or found


def question_to_ask(
    questions: Sequence[str],
    asked: Callable[[str], Key | None],
    last: str | None,
    syllabus: Syllabus,
) -> str:
    """The question to ask next; `asked` says when each was last asked.

    Never asked first, then longest ago; ties prefer the exam's kinds. Not the question of the last
    review if there is another.
    """
    others = [one for one in questions if one != last] or list(questions)

    def place(question: str) -> tuple[bool, Key | tuple[()], bool]:
        then = asked(question)
        is_drill = syllabus.questions[question].kind not in EXAM_KINDS
        return (then is not None, then or (), is_drill)

    return min(others, key=place)
