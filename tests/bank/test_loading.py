"""From content folders to a bank: values, order, layers and translations."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study_app.bank.checking.check import check
from study_app.bank.loading import load
from study_app.bank.places import shipped_content
from study_app.bank.problems import ContentError
from study_app.grading.answer import Answer, AnswerKind, Computed
from study_app.learning.material.items import (
    Choice,
    Choices,
    Era,
    Matching,
    Ordering,
    QuestionKind,
    Typed,
)
from study_app.simulator.model.case import Case

TODAY = date(2026, 11, 23)


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def topic(name: str, header: str = "") -> str:
    return f"topic: {name}\ntitle: {name.title()}\n{header}"


CARD = """
cards:
  - id: bounds
    title: Changed
    body: Changed.
    skills: {}
    source: https://docs.aws.amazon.com/changed.html
    checked: 2026-11-23
  - id: added
    title: Added
    body: Added.
    skills: {}
    source: https://docs.aws.amazon.com/added.html
    checked: 2026-11-23
"""


def test_each_kind_of_question_becomes_its_form(content: Path) -> None:
    bank = load([content])
    assert [question.kind for question in bank.questions.values()] == [
        QuestionKind.CHOICE,
        QuestionKind.CHOICES,
        QuestionKind.TYPED,
        QuestionKind.TYPED,
        QuestionKind.ORDERING,
        QuestionKind.MATCHING,
        QuestionKind.WORKED,
    ]
    forms = {name.partition("/")[2]: question.form for name, question in bank.questions.items()}
    match forms["best-strategy"], forms["two-roles"]:
        case Choice(one), Choices(many) as choices:
            assert [key for key, option in one.items() if option.correct] == ["binpack"]
            assert list(one) == ["binpack", "spread", "random", "distinct"]
            assert [key for key, option in many.items() if option.correct] == ["task", "execution"]
            assert choices.choose == 2
        case other:
            pytest.fail(f"{other}")
    assert forms["name-strategy"] == Typed(
        Answer(AnswerKind.TEXT, ("binpack", "빈팩"), ("spread",), ("bin",)), "It packs."
    )
    assert forms["order-steps"] == Ordering(
        {"stop": "stop two old tasks", "start": "start two new tasks"}, "No room for a fifth."
    )
    assert forms["match-roles"] == Matching(
        {
            "task": ("task role", "calls of the code"),
            "execution": ("task execution role", "pulling the image"),
        },
        "Two roles.",
    )


def test_an_item_says_where_it_comes_from(content: Path) -> None:
    bank = load([content])
    question, card = bank.questions["rolling/best-strategy"], bank.cards["rolling/bounds"]
    assert (question.card, question.difficulty) == ("rolling/bounds", 1)
    assert question.hint == "It fills one after the other."
    assert card.scenario == "four-tasks"
    assert card.skills == {"exam-a": ("1.1.1",), "exam-b": ("1.1.1",)}
    assert (card.source, card.checked) == ("https://docs.aws.amazon.com/bounds.html", TODAY)
    assert card.era == Era("The exam says two.", "Today it is two.")
    assert card.tags == ("deployment",)
    assert card.body.startswith("The **lower** bound")
    assert card.body.endswith("| 4 | 2 |")


@pytest.mark.parametrize(
    ("ask", "accepted"),
    [("lower", "2 tasks"), ("upper", "4 tasks"), ("first_stop", "2 tasks"), ("steps", "4 tasks")],
)
def test_a_computed_key_is_what_the_simulator_gives(content: Path, ask: str, accepted: str) -> None:
    text = (content / "topics/rolling.yaml").read_text(encoding="utf-8")
    write(content, "topics/rolling.yaml", text.replace("ask: lower", f"ask: {ask}"))
    bank = load([content])
    kept = bank.questions["rolling/lower-bound"].form
    assert isinstance(kept, Typed)
    assert kept.answer.accept == ()  # nothing is simulated to read it
    form = bank.asked("rolling/lower-bound", 0, 0).form
    assert isinstance(form, Typed)
    assert form.answer == Answer(
        AnswerKind.NUMBER, (accepted,), computed=Computed("four-tasks", ask, "tasks")
    )


def test_blueprints_scenarios_and_glossary_are_values(content: Path) -> None:
    bank = load([content])
    exam = bank.blueprints["exam-a"]
    assert [skill.id for skill in exam.skills()] == ["1.1.1", "1.1.2", "2.1.1"]
    assert [domain.weight for domain in exam.domains] == [60, 40]
    assert (exam.code, exam.minutes, exam.scored, exam.unscored) == ("EXAM-A", 130, 50, 15)
    assert (exam.available_from, exam.last_day) == (None, date(2026, 11, 30))
    assert exam.services == ("Amazon ECS", "Amazon ECR")
    assert exam.moved == {"1.1.1": ("1.1.1",), "1.1.2": ()}
    scenario = bank.scenarios["four-tasks"]
    assert scenario.title == {"en": "Four tasks", "ko": "태스크 네 개"}
    assert scenario.case == Case(
        "rolling", {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 100}
    )
    assert list(bank.glossary) == ["concurrency", "rollback"]


def test_topics_stand_by_position_then_by_id(tmp_path: Path) -> None:
    for name, header in [("b", ""), ("a", ""), ("z", "position: 1"), ("y", "position: 2")]:
        write(tmp_path, f"topics/{name}.yaml", topic(name, header))
    assert list(load([tmp_path]).topics) == ["z", "y", "a", "b"]


def test_what_a_later_folder_has_under_the_same_id_replaces_the_earlier(
    content: Path, tmp_path: Path
) -> None:
    """'same ids there override'"""
    own = tmp_path / "own"
    write(own, "topics/rolling.yaml", topic("rolling", CARD))
    bank = load([content, own])
    assert bank.cards["rolling/bounds"].title == "Changed"
    assert list(bank.cards) == ["rolling/bounds", "rolling/added"]
    assert list(bank.questions) == list(load([content]).questions)
    assert bank.topics["rolling"].title == "Rolling"
    assert bank.is_stale("rolling/bounds", "ko")
    (problem,) = check([own], TODAY, beside=[content]).problems
    assert problem.message == "no question is about 'rolling/added'"


def test_a_scenario_of_a_later_folder_counts_for_the_keys_of_an_earlier(
    content: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    text = (content / "scenarios/rolling.yaml").read_text(encoding="utf-8")
    write(own, "scenarios/own.yaml", text.replace("Percent: 50", "Percent: 75"))
    form = load([content, own]).asked("rolling/lower-bound", 0, 0).form
    assert isinstance(form, Typed)
    assert form.answer.accept == ("3 tasks",)


def test_an_own_question_may_name_a_card_of_the_folder_below(content: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    text = (content / "topics/rolling.yaml").read_text(encoding="utf-8")
    write(
        own, "topics/rolling.yaml", text[: text.index("cards:")] + text[text.index("questions:") :]
    )
    assert check([own], TODAY, beside=[content]).problems == ()
    with pytest.raises(ContentError) as raised:
        load([own])
    assert [problem.message for problem in raised.value.problems] == [
        "unknown card 'bounds'",
        "unknown scenario 'four-tasks'",
    ]


def test_a_translation_replaces_the_texts_that_it_has(content: Path) -> None:
    bank = load([content])
    question = bank.asked("rolling/best-strategy", 1, 0)
    korean = bank.translated(question, "ko")
    assert korean is not None
    assert isinstance(korean.form, Choice)
    assert korean.prompt == "인스턴스를 가장 적게 쓰는 전략은?"
    assert korean.form.options["binpack"].text == "메모리 기준 binpack"
    assert korean.form.options["binpack"].correct
    assert korean.form.options["random"].text == "random"
    assert korean.hint == question.hint
    assert bank.translated(bank.asked("rolling/two-roles", 1, 0), "ko") is None
    assert bank.translated(question, "fr") is None
    assert bank.topic_title("rolling", "ko") == "롤링 업데이트"
    assert bank.topic_title("rolling", "en") == bank.topic_title("rolling", "fr")


def test_a_translation_is_stale_once_the_english_has_changed(content: Path) -> None:
    """'where it no longer fits, the item counts as stale'"""
    assert not load([content]).is_stale("rolling/bounds", "ko")
    text = (content / "topics/rolling.yaml").read_text(encoding="utf-8")
    write(content, "topics/rolling.yaml", text.replace("rounded up", "rounded down"))
    bank = load([content])
    assert bank.is_stale("rolling/bounds", "ko")
    assert not bank.is_stale("rolling/best-strategy", "ko")
    assert not bank.is_stale("rolling/two-roles", "ko")


def test_two_glossaries_that_contradict_each_other_are_refused(
    content: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    write(own, "glossary.yaml", "entries:\n- {en: parallelism, ko: [동시성]}\n")
    with pytest.raises(ContentError) as raised:
        load([content, own])
    assert str(raised.value) == (
        f"{own}/glossary.yaml:2:3: "
        "'동시성' belongs to 'concurrency' and to 'parallelism'; keep it in one"
    )


def test_a_term_without_a_word_is_refused(content: Path, tmp_path: Path) -> None:
    """Found by throwing damaged content at the check: the grader could not be built."""
    own = tmp_path / "own"
    write(own, "glossary.yaml", 'entries:\n- {en: "#", ko: [해시]}\n')
    with pytest.raises(ContentError, match=r"glossary.yaml:2:3: '#' has no letter or digit"):
        load([content, own])


def test_all_problems_are_raised_at_once_and_in_order(tmp_path: Path) -> None:
    write(tmp_path, "topics/b.yaml", "topic: b\n")
    write(tmp_path, "topics/a.yaml", "topic: a\ntitle: []\n")
    with pytest.raises(ContentError) as raised:
        load([tmp_path])
    assert str(raised.value) == "\n".join(
        [
            f"{tmp_path}/topics/a.yaml:2:8: 'title' must be text, not a list",
            f"{tmp_path}/topics/b.yaml:1:1: missing field 'title'",
        ]
    )


SAMPLE = Path(__file__).parent.parent / "data" / "content"
NAMES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yaml"))
LINES = {name: (SAMPLE / name).read_text(encoding="utf-8").split("\n") for name in NAMES}
PIECES = sorted({line for lines in LINES.values() for line in lines})


@st.composite
def damaged_files(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the sample with some lines dropped, replaced or cut into."""
    name = draw(st.sampled_from(NAMES))
    lines = list(LINES[name])
    for _ in range(draw(st.integers(1, 4))):
        index = draw(st.integers(0, len(lines) - 1))
        line, column = lines[index], draw(st.integers(0, 60))
        lines[index : index + 1] = draw(
            st.sampled_from(
                [[], [line, line], [draw(st.sampled_from(PIECES))], [line[:column], line[column:]],
                 [line[:column] + draw(st.text(max_size=5)) + line[column:]],
                 [line[:column] + draw(st.sampled_from("-?:,[]{}#&*!|>'\"%@`~")) + line[column:]]]
            )
        ) or [""]  # fmt: skip
    return name, "\n".join(lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(file=st.tuples(st.sampled_from(NAMES), st.text()) | damaged_files())
def test_any_text_as_any_file_gives_values_or_problems(
    tmp_path: Path, file: tuple[str, str]
) -> None:
    """'any text at all as a file gives values or problems and never another exception'"""
    name, text = file
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for problem in check([path], TODAY, beside=[SAMPLE]).problems:
        assert problem.file == str(path)
        assert 1 <= problem.line <= text.count("\n") + text.count("\r") + 2
        assert problem.column >= 1


def test_the_shipped_content_is_that_of_the_checkout() -> None:
    assert shipped_content() == Path(__file__).parents[2] / "content"
