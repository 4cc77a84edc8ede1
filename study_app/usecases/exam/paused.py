"""The mock exam that can be resumed; home needs it before the first paint."""

from study_app.learning.exam.attempt import Attempt
from study_app.usecases.study import Study


def open_exam(study: Study) -> Attempt | None:
    """The exam that can be resumed; None if the content no longer has all its questions."""
    found = study.history.exams.open()
    known = study.syllabus.questions.keys()
    return found if found is not None and known >= set(found.items) else None
