"""A mock exam as lines: the contract that scripts and screen readers rely on."""

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from study_app.bank.bank import Bank
from study_app.learning.exam.shape import shape_of
from study_app.learning.log.events import Answered, StudyEvent, Submitted
from study_app.learning.material.items import Choice, Choices
from study_app.plain.asking.exam import AskWhichExam, PlainExam
from study_app.plain.asking.quiz import LEAD
from study_app.usecases.exam.attempts import begin_exam, draw_exam
from study_app.usecases.exam.paused import open_exam
from study_app.usecases.exam.sitting import ExamSitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.shipped import shipped

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OnDisk = Callable[[], list[StudyEvent]]


@pytest.fixture(scope="module")
def bank() -> Bank:
    return shipped()


@pytest.fixture
def sitting(study: Study) -> ExamSitting:
    shape = shape_of(study.bank.blueprints["dva-c03"], questions=6)
    return ExamSitting(study, begin_exam(study, shape, draw_exam(study, shape, 3), 3))


def run(
    study: Study, sitting: ExamSitting, *lines: str, language: Language = Language.EN
) -> list[str]:
    out = io.StringIO()
    given = io.StringIO("".join(f"{line}\n" for line in lines))
    PlainExam(study, sitting, given, out, language).run()
    return out.getvalue().splitlines()


def line_for(sitting: ExamSitting, item: str, *, right: bool) -> str:
    """The line that answers a question, as its options are shown."""
    form = sitting.question(item).form
    assert isinstance(form, Choice | Choices)
    shown = sitting.arrangement(item).left
    fitting = [n for n, key in enumerate(shown, start=1) if form.options[key].correct is right]
    choose = form.choose if isinstance(form, Choices) else 1
    others = [n for n in range(1, len(shown) + 1) if n not in fitting]
    return " ".join(map(str, [*fitting, *others][:choose]))


def test_a_whole_exam_from_a_pipe(study: Study, sitting: ExamSitting, on_disk: OnDisk) -> None:
    """One line a question; no verdict before the end; after the submission
    `Result: 4 of 6 (67%), 95% interval 30 to 90%` and one `Domain N: a of b` each.
    """
    answers = [
        line_for(sitting, item, right=number < 4) for number, item in enumerate(sitting.items)
    ]
    printed = run(study, sitting, *answers)
    (place,) = (number for number, line in enumerate(printed) if line.startswith("Result: "))
    assert printed[place] == "Result: 4 of 6 (67%), 95% interval 30 to 90%"
    domains = [line for line in printed if line.startswith("Domain ")]
    assert printed[place + 1 : place + 1 + len(domains)] == domains
    assert all(re.fullmatch(r"Domain \d: \d of \d", line) for line in domains)
    assert [line[7] for line in domains] == list("1234")
    assert not any(line.startswith(tuple(LEAD.values())) for line in printed)
    assert not any(sitting.question(item).topic in printed for item in sitting.items)
    *answered, end = on_disk()[-7:]
    assert isinstance(end, Submitted)
    assert all(isinstance(one, Answered) and one.at == end.at for one in answered)
    assert "AWS does not publish how raw scores are scaled" in printed[-1]


def test_blank_leaves_open_and_three_misfits_do_and_submit_ends(
    study: Study, sitting: ExamSitting, on_disk: OnDisk
) -> None:
    """A blank leaves it open, a misfit is asked again and is left open after the third, `/submit`
    ends; blanks are no review.
    """
    first, _, third, *_ = sitting.items
    lines = (line_for(sitting, first, right=True), "", "x", "9 9 9", "")
    printed = run(study, sitting, *lines, "x", "0", "99999", "/submit")
    assert sum(line.startswith("Expected: ") for line in printed) == 5
    assert printed.count("Left unanswered.") == 1
    assert sitting.attempt.answers.keys() == {first}
    assert any(line.startswith("Result: 1 of 6 (17%)") for line in printed)
    assert third in sitting.result().left_open
    assert sum(isinstance(one, Answered) for one in on_disk()) == 1


def test_the_end_of_the_input_pauses_and_the_next_run_goes_on_there(
    make_study: Callable[..., Study], sitting: ExamSitting
) -> None:
    study = make_study()
    printed = run(study, sitting, line_for(sitting, sitting.items[0], right=True), "")
    assert printed[-1] == "Paused at 3 of 6, 12:00 left."
    attempt = open_exam(make_study())
    assert attempt == sitting.attempt
    assert attempt is not None
    again = make_study()
    later = ExamSitting(again, attempt)
    answers = [line_for(later, item, right=True) for item in later.items[2:]]
    second = line_for(later, later.items[1], right=True)
    printed = run(again, later, *answers, "no number", "2", second)
    assert printed[0] == "Resumed at 3 of 6, 12:00 left."
    assert "1 unanswered: 2." in printed
    assert any(line.startswith("Result: 6 of 6 (100%)") for line in printed)


def test_left_open_at_the_end_it_waits_for_submit(study: Study, sitting: ExamSitting) -> None:
    printed = run(study, sitting, *[""] * 6)
    assert printed[-1].startswith("Paused at 6 of 6")
    assert "6 unanswered: 1, 2, 3, 4, 5, 6." in printed
    assert not any(line.startswith("Result") for line in printed)
    assert any(line.startswith("Result: 0 of 6 (0%)") for line in run(study, sitting, "/submit"))


def test_after_zero_the_line_does_not_count(
    study: Study, sitting: ExamSitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = iter(range(10**6))
    answer = line_for(sitting, sitting.items[0], right=True)
    monkeypatch.setattr(study, "clock", lambda: NOW + timedelta(minutes=next(hours)))
    printed = run(study, sitting, *[answer] * 9)
    assert "Time is up. The exam was submitted." in printed
    assert "10 minutes left." in printed
    assert "5 minutes left." in printed
    assert sitting.result().used == timedelta(minutes=12)


def test_it_speaks_korean_and_its_result_begins_alike(study: Study, sitting: ExamSitting) -> None:
    printed = run(study, sitting, "", "/submit", language=Language.KO)
    assert any(line.startswith("Result: 0 of 6 (0%), 95% interval 0 to 39%") for line in printed)
    assert "6문제 중 2번 · 12:00 남음" in printed


@pytest.mark.parametrize(
    ("lines", "wanted"), [("x\n/new\n", "/new"), ("/resume\n", "/resume"), ("x\n", None)]
)
def test_another_exam_is_asked_for_before_it_replaces_a_paused_one(
    study: Study, lines: str, wanted: str | None
) -> None:
    out = io.StringIO()
    asking = AskWhichExam(study, io.StringIO(lines), out, Language.EN)
    assert asking.ask(24, 65, timedelta(hours=1, minutes=12, seconds=5)) == wanted
    assert out.getvalue().startswith("An exam is paused at 24 of 65, 1:12:05 left.\n")
