"""Questions with drawn values through a session: asked, logged, undone, resumed and reviewed."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked, TypedText
from study_app.learning.choosing.practice import Practice
from study_app.learning.log.events import Answered, Skipped
from study_app.learning.material.items import Question, QuestionKind, Template, TemplateForm, Typed
from study_app.learning.material.texts import fingerprint
from study_app.simulator.cases.asks import asked_value
from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.kinds.registry import KINDS
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.store.rows import from_row, to_row
from study_app.usecases.sitting import Asked, Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.studies import numbered, study_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SAMPLE = Path(__file__).parents[1] / "data" / "content"
DRAWN = "rolling/drawn-upper"
MakeStudy = Callable[..., Study]


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load((SAMPLE,))


@pytest.fixture
def log() -> Iterator[ReviewLog]:
    with closing(ReviewLog(MEMORY, lambda: NOW)) as opened:
        yield opened


@pytest.fixture
def make_study(bank: Bank, log: ReviewLog) -> MakeStudy:
    """A study over the log of the test, as of a program that was started anew."""
    new_id = numbered()

    def make(of: Bank = bank) -> Study:
        return study_of(of, log, lambda: NOW, new_id=new_id)

    return make


@pytest.fixture
def study(make_study: MakeStudy) -> Study:
    return make_study()


@pytest.fixture
def sitting(study: Study) -> Sitting:
    return Sitting(study, study.sit([DRAWN, "rolling/best-strategy"], retries=2, seed=4))


def shown(sitting: Sitting) -> Asked:
    asked = sitting.show()
    assert asked is not None
    return asked


def key_of(question: Question) -> str:
    assert isinstance(question.form, Typed)
    return question.form.answer.accept[0]


def changed(bank: Bank, **fields: Any) -> Bank:
    """`bank` in a version in which the template is another."""
    template = bank.questions[DRAWN]
    assert isinstance(template, Template)
    return replace(bank, questions={**bank.questions, DRAWN: replace(template, **fields)})


def test_a_template_is_asked_as_a_question_with_values(sitting: Sitting) -> None:
    question = shown(sitting).question
    assert question.kind is QuestionKind.WORKED
    assert question.drawn is not None
    case = question.drawn.case
    assert (
        key_of(question)
        == f"{asked_value(KINDS[case.kind], simulate(case.kind, case.given, {}), 'upper')} tasks"
    )
    assert str(question.drawn.values["desired"]) in question.prompt


def test_the_log_keeps_the_drawn_values(sitting: Sitting, log: ReviewLog) -> None:
    question = shown(sitting).question
    assert question.drawn is not None
    marked = sitting.submit(TypedText(key_of(question).split()[0]))
    assert marked.verdict is Verdict.CORRECT, "the prompt says how many"
    (answer,) = [event for event in log.events() if isinstance(event, Answered)]
    assert answer.drawn == question.drawn.values
    assert answer.item_hash == fingerprint(question)
    assert json.loads(str(to_row(answer)["payload"]))["drawn"] == question.drawn.values


def test_a_skip_keeps_them_too(sitting: Sitting, log: ReviewLog) -> None:
    question = shown(sitting).question
    assert question.drawn is not None
    sitting.skip()
    (skip,) = [event for event in log.events() if isinstance(event, Skipped)]
    assert (skip.drawn, skip.item_hash) == (question.drawn.values, fingerprint(question))
    reviewed = sitting.reviewed(sitting.session.given[0])
    assert (reviewed.question, reviewed.marked) == (question, None)


def test_a_question_that_is_not_drawn_logs_no_values(sitting: Sitting, log: ReviewLog) -> None:
    sitting.skip()
    sitting.submit(Picked(("binpack",)))
    answer = log.events()[-1]
    assert isinstance(answer, Answered)
    assert answer.drawn is None
    assert "drawn" not in json.loads(str(to_row(answer)["payload"]))


def test_rows_of_earlier_versions_have_no_values(sitting: Sitting, log: ReviewLog) -> None:
    sitting.submit(TypedText("1"))
    sitting.skip()
    for event in log.events()[1:]:
        row = to_row(event)
        payload = json.loads(str(row["payload"]))
        payload.pop("drawn", None)
        old = from_row({**row, "payload": json.dumps(payload)})
        assert isinstance(old, Answered | Skipped)
        assert old.drawn is None


def test_a_miss_is_asked_again_with_other_values(sitting: Sitting) -> None:
    first = shown(sitting).question
    sitting.submit(TypedText("0"))
    sitting.submit(Picked(("binpack",)))
    again = shown(sitting)
    assert (again.question.id, again.attempt) == (DRAWN, 1)
    assert again.question.drawn != first.drawn
    assert again.question.prompt != first.prompt


def test_undo_asks_with_the_same_values(sitting: Sitting) -> None:
    first = shown(sitting)
    sitting.submit(TypedText("0"))
    sitting.undo()
    assert shown(sitting) == first


def test_a_resumed_session_asks_with_the_same_values(study: Study, make_study: MakeStudy) -> None:
    sitting = Sitting(study, study.sit(["rolling/best-strategy", DRAWN], seed=9))
    sitting.submit(Picked(("binpack",)))
    before = shown(sitting)
    resumed = make_study()
    (session,) = resumed.resumable()
    assert shown(Sitting(resumed, session)) == before


def test_the_same_seed_draws_the_same_values(make_study: MakeStudy) -> None:
    prompts = set()
    for _ in range(2):
        study = make_study()
        prompts.add(shown(Sitting(study, study.sit([DRAWN], seed=3))).question.prompt)
    assert len(prompts) == 1


def test_each_attempt_is_reviewed_with_its_own_values(sitting: Sitting) -> None:
    asked = []
    while (one := sitting.show()) is not None:
        asked.append(one.question)
        sitting.submit(Picked(("spread",)) if one.question.drawn is None else TypedText("0"))
    assert [question.id for question in asked].count(DRAWN) == 3
    for given, question in zip(sitting.session.given, asked, strict=True):
        reviewed = sitting.reviewed(given)
        assert reviewed.question == question
        assert reviewed.marked is not None
        assert reviewed.marked.verdict is Verdict.WRONG
    assert len({question.prompt for question in asked}) == 4


def test_an_answer_is_reviewed_with_the_values_of_the_log(
    sitting: Sitting, make_study: MakeStudy, bank: Bank
) -> None:
    """A new prompt, and other values to draw from: those of the answer are still taken."""
    question = shown(sitting).question
    sitting.submit(TypedText(key_of(question)))
    given = {
        "desired": tuple(range(30, 40)),
        "minimumHealthyPercent": (50,),
        "maximumPercent": (100,),
    }
    later = Sitting(
        make_study(changed(bank, prompt="At {maximumPercent} %, how many?", given=given)),
        sitting.session,
    )
    reviewed = later.reviewed(later.session.given[0])
    assert reviewed.question.drawn == question.drawn
    assert reviewed.question.prompt.startswith("At 1")
    assert reviewed.marked is not None
    assert reviewed.marked.verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    "fields",
    [
        {"given": {"desired": (8,), "maximumPercent": (150,)}, "prompt": "{desired}"},
        {"only": {"upper": (13,)}},
        {"form": TemplateForm.CHOICE, "mistakes": ()},
        {"simulator": "kubernetes", "input": {"replicas": "{desired}"}, "ask": "upper",
         "mistakes": (), "only": {}},
    ],
    ids=["other names", "other results", "another form", "another simulator"],
)  # fmt: skip
@pytest.mark.parametrize("skipped", [False, True])
def test_a_template_that_has_changed_shows_the_verdict_of_the_log(
    sitting: Sitting, make_study: MakeStudy, bank: Bank, fields: dict[str, Any], skipped: bool
) -> None:
    """Where the values cannot be taken any more the verdict stands, and nothing crashes."""
    if skipped:
        sitting.skip()
    else:
        sitting.submit(TypedText("0"))
    later = Sitting(make_study(changed(bank, **fields)), sitting.session)
    reviewed = later.reviewed(later.session.given[0])
    assert reviewed.question.id == DRAWN
    assert reviewed.marked is None if skipped else reviewed.marked.verdict is Verdict.WRONG  # type: ignore[union-attr]


def test_a_template_that_became_a_question_shows_the_verdict_of_the_log(
    sitting: Sitting, make_study: MakeStudy, bank: Bank
) -> None:
    written = replace(bank.asked("rolling/name-strategy", 1, 0), id=DRAWN)
    answer = key_of(shown(sitting).question)
    sitting.submit(TypedText(answer))
    later = Sitting(
        make_study(replace(bank, questions={**bank.questions, DRAWN: written})), sitting.session
    )
    reviewed = later.reviewed(later.session.given[0])
    assert reviewed.question == written
    assert reviewed.marked is not None
    assert reviewed.marked.verdict is Verdict.CORRECT


def test_readings_are_of_the_same_draw(study: Study, sitting: Sitting) -> None:
    question = shown(sitting).question
    assert study.translations(question, Language.EN) == (question,)
    (korean,) = study.translations(question, Language.KO)
    assert study.translations(question, Language.BOTH) == (question, korean)
    assert question.drawn is not None
    assert korean.drawn == question.drawn
    desired, percent = question.drawn.values["desired"], question.drawn.values["maximumPercent"]
    assert korean.prompt == f"태스크 {desired}개, {percent} 퍼센트. 최대 몇 개가 실행되나요?"
    assert korean.hint == f"{desired}의 {percent} 퍼센트를 내림하세요."
    assert key_of(korean) == key_of(question).replace(" tasks", "개")


def test_a_stale_translation_has_english_beside_it(make_study: MakeStudy, bank: Bank) -> None:
    study = make_study(changed(bank, prompt="Other words for {desired} at {maximumPercent}."))
    question = shown(Sitting(study, study.sit([DRAWN], seed=1))).question
    korean, english = study.translations(question, Language.KO)
    assert english == question
    assert korean.prompt.startswith("태스크")


def test_worked_is_a_kind_of_its_own(study: Study) -> None:
    assert [one.id for one in study.questions(Practice(kind=QuestionKind.WORKED))] == [DRAWN]
    assert DRAWN not in [one.id for one in study.questions(Practice(kind=QuestionKind.TYPED))]
    assert study.quiz(Practice(kind=QuestionKind.WORKED), count=5).started.items == (DRAWN,)


def test_an_answer_in_korean_counts(sitting: Sitting) -> None:
    number = key_of(shown(sitting).question).split()[0]
    assert sitting.submit(TypedText(f"{number}개")).verdict is Verdict.CORRECT
