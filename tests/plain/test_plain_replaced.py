"""The log is deleted while a quiz runs on lines: told, asked, and the answer kept."""

import io
from collections.abc import Callable, Mapping

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
    """Input during which something is done before the line of a number, counted from one."""

    def __init__(self, acts: Mapping[int, Callable[[], object]], *lines: str) -> None:
        super().__init__()
        self._acts = acts
        self._left = iter(lines)
        self._given = 0

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        self._given += 1
        self._acts.get(self._given, lambda: None)()
        return next(self._left, "")


def run(
    study: Study,
    log: ReviewLog,
    *lines: str,
    acts: Mapping[int, Callable[[], object]] | None = None,
) -> list[str]:
    out = io.StringIO()
    quiz = PlainQuiz(
        study,
        Sitting(study, study.sit(ITEMS, retries=0)),
        Lines(acts or {2: log.path.unlink}, *(f"{line}\n" for line in lines)),
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


@pytest.mark.parametrize("choice", ["/back", "/here"])
def test_a_file_that_cannot_be_used_is_told_and_asked_about_again(
    study: Study, log: ReviewLog, on_disk: OnDisk, choice: str
) -> None:
    """The earlier answers are in the open file alone: they would be gone with the program."""

    def damage() -> None:
        log.path.unlink()
        log.path.write_bytes(b"no database " * 99)

    acts = {2: damage, 4: log.path.unlink}
    lines = run(study, log, "binpack", "2", choice, "/back", acts=acts)
    place = next(n for n, line in enumerate(lines) if "file is not a database" in line)
    assert [line.split()[0] for line in lines[place + 1 : place + 4]] == ["/back", "/here", "/stop"]
    assert lines[place + 4].startswith("Correct")
    assert [event.item for event in on_disk() if isinstance(event, Answered)] == list(ITEMS)
