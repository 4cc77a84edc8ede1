"""The log is deleted while a quiz runs on lines: told, asked, and the answer kept."""

import io
from collections.abc import Callable

import pytest

from study_app.learning.log.events import Answered, StudyEvent
from study_app.plain.asking.quiz import PlainQuiz
from study_app.store.log import ReviewLog
from study_app.usecases.journal import LogReplaced
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language

ITEMS = ("rolling/name-strategy", "rolling/lower-bound")
OnDisk = Callable[[], list[StudyEvent]]


class Lines(io.StringIO):
    """Input during which, before its second line, the log is deleted."""

    def __init__(self, log: ReviewLog, *lines: str) -> None:
        super().__init__()
        self._log = log
        self._left = iter(lines)
        self._given = 0

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        self._given += 1
        if self._given == 2:
            self._log.path.unlink()
        return next(self._left, "")


def run(study: Study, log: ReviewLog, *lines: str) -> list[str]:
    out = io.StringIO()
    quiz = PlainQuiz(
        study,
        Sitting(study, study.sit(ITEMS, retries=0)),
        Lines(log, *(f"{line}\n" for line in lines)),
        out,
        Language.EN,
    )
    try:
        quiz.run()
    except LogReplaced:
        return [*out.getvalue().splitlines(), "stopped"]
    return out.getvalue().splitlines()


@pytest.mark.parametrize(("choice", "answers"), [("/back", 2), ("/here", 1)])
def test_the_answer_is_kept_and_saved_where_the_learner_says(
    study: Study, log: ReviewLog, on_disk: OnDisk, choice: str, answers: int
) -> None:
    lines = run(study, log, "binpack", "2", "2", choice)
    asked = next(n for n, line in enumerate(lines) if "was deleted while dva was running" in line)
    assert [line.split()[0] for line in lines[asked + 1 : asked + 4]] == ["/back", "/here", "/stop"]
    assert lines[asked + 4] == "Expected: /back, /here, /stop", "2 is no answer to this"
    assert lines[asked + 5].startswith("Correct")
    found = [event.item for event in on_disk() if isinstance(event, Answered)]
    assert found == list(ITEMS)[-answers:]


@pytest.mark.parametrize("rest", [("/stop",), ()])
def test_without_an_answer_nothing_is_saved_or_judged(
    study: Study, log: ReviewLog, rest: tuple[str, ...]
) -> None:
    lines = run(study, log, "binpack", "2", *rest)
    assert lines[-1] == "stopped"
    assert sum(line.startswith(("Correct", "Close", "Wrong")) for line in lines) == 1
    assert not log.path.exists()
