"""Questions with drawn values: draws, forms, words, and the trace as the explanation."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.verdict import Verdict
from study_app.learning.material.items import (
    Choice,
    Ordering,
    Question,
    QuestionKind,
    Scalar,
    Template,
    TemplateForm,
    Typed,
)
from study_app.learning.material.texts import fingerprint, text_hash, texts, with_texts
from study_app.simulator.cases.asks import asked_value
from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.kinds.registry import KINDS
from study_app.worked.drawing import NoDraw, draw, draw_surely
from study_app.worked.making import make
from study_app.worked.words import NotTyped, answer_of, in_words
from study_app.worked.working import Degenerate, case_of, work

LIMITS: dict[str, tuple[Scalar, ...]] = {
    "desired": tuple(range(2, 13)),
    "minimumHealthyPercent": (0, 25, 50, 75, 100),
    "maximumPercent": (100, 125, 150, 200),
}
PROMPT = "{desired} tasks at {minimumHealthyPercent} and {maximumPercent} percent. How many tasks?"
FOUR = {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 150}


def template(form: TemplateForm, asked: str, **fields: Any) -> Template:
    plain: dict[str, Any] = {
        "id": "rolling/drawn",
        "skills": {"dva-c02": ("3.4.11",)},
        "source": "https://example.com",
        "checked": date(2026, 11, 23),
        "prompt": PROMPT,
        "simulator": "rolling",
        "given": LIMITS,
        "difficulty": 2,
    }
    return Template(form=form, ask=asked, **plain | fields)


LOWER = template(TemplateForm.CHOICE, "lower", unit="tasks")
UPPER = template(TemplateForm.TYPED, "upper", unit="tasks", why="Count {desired} tasks.")
STEPS = template(TemplateForm.ORDERING, "steps_in_order")
EVERY = (LOWER, UPPER, STEPS)


def question(of: Template, language: str = "en", **values: Scalar) -> Question:
    return make(of, work(of, FOUR | values), language)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.form.value)
def test_the_same_seed_makes_the_same_question(one: Template) -> None:
    """Same values -> same question, byte for byte."""
    for seed in range(20):
        first, second = draw(one, seed), draw(one, seed)
        assert first == second
        assert repr(make(one, first, "en")) == repr(make(one, second, "en"))


def test_another_attempt_draws_other_values() -> None:
    drawn = [draw(UPPER, 1, attempt).values for attempt in range(20)]
    assert len({repr(values) for values in drawn}) > 10


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.form.value)
def test_every_draw_is_a_question(one: Template) -> None:
    """No duplicate options, the key is the simulator's answer, the prompt is filled."""
    for seed in range(50):
        worked = draw(one, seed)
        assert all(worked.values[name] in values for name, values in LIMITS.items())
        made = make(one, worked, "en")
        assert made.drawn is not None
        assert made.drawn.values == worked.values
        result = simulate(made.drawn.case.kind, made.drawn.case.given, {})
        assert worked.key == asked_value(KINDS["rolling"], result, one.ask)
        assert "{" not in made.prompt
        assert made.kind is QuestionKind.WORKED
        match made.form:
            case Choice(options):
                assert len({option.text for option in options.values()}) == 4
                (right,) = [option for option in options.values() if option.correct]
                assert right.text == in_words(KINDS["rolling"], worked.key, "en", "tasks")
                assert all(option.why for option in options.values())
            case Ordering(items):
                assert 3 <= len(set(items.values())) == len(items) <= 6


def test_a_choice_of_four() -> None:
    """5 x 0.5 is 2.5: up 3, down 2; swapped 5 x 1.5 = 7.5, up 8; without a limit none."""
    form = question(LOWER, desired=5).form
    assert isinstance(form, Choice)
    assert {key: option.text for key, option in form.options.items()} == {
        "right": "3 tasks",
        "round-lower-down": "2 tasks",
        "swap-min-max": "8 tasks",
        "ignore-lower": "0 tasks",
    }
    assert [key for key, option in form.options.items() if option.correct] == ["right"]
    assert form.options["right"].why == (
        "`lower = ceil(5 x 50 / 100) = 3`: healthy running tasks never fall below this "
        "(rounded up) (documented)."
    )
    assert form.options["round-lower-down"].why == (
        "The lower limit was rounded down; it is rounded up."
    )
    assert form.why == ""


def test_an_author_chooses_the_mistakes_and_their_order() -> None:
    chosen = ("min-may-stop", "ignore-lower", "swap-min-max")
    form = question(replace(LOWER, mistakes=chosen), desired=8, minimumHealthyPercent=25).form
    assert isinstance(form, Choice)
    assert list(form.options) == ["right", *chosen]


def test_mistakes_with_the_same_answer_share_an_option() -> None:
    """At 4 x 100 % both leave 4 + 4 tasks: the first names the option, both are told."""
    one = template(
        TemplateForm.CHOICE,
        "first_start",
        mistakes=("ignore-upper", "max-on-top", "swap-min-max", "one-at-a-time"),
    )
    form = question(one, minimumHealthyPercent=100).form
    assert isinstance(form, Choice)
    assert list(form.options) == ["right", "ignore-upper", "swap-min-max", "one-at-a-time"]
    assert form.options["ignore-upper"].why.count(".") == 2


def test_a_long_trace_stands_below_the_options() -> None:
    form = question(template(TemplateForm.CHOICE, "sequence", why="See."), desired=3).form
    assert isinstance(form, Choice)
    assert form.options["right"].why == "This is what the rules give; the steps are below."
    assert form.why.startswith("See.\n\n- `lower = ceil(3 x 50 / 100) = 2`: ")


def test_a_typed_answer_with_its_reason() -> None:
    form = question(UPPER, desired=5, maximumPercent=125).form
    assert isinstance(form, Typed)
    assert form.answer == Answer(AnswerKind.NUMBER, ("6 tasks",))
    assert form.why == (
        "Count 5 tasks.\n\n"
        "- `upper = floor(5 x 125 / 100) = 6`: running and pending tasks never exceed this "
        "(rounded down) (documented)\n\n"
        "Where other answers come from:\n\n"
        "- **7 tasks**: The upper limit was rounded up; it is rounded down.\n"
        "- **2 tasks**: `minimumHealthyPercent` and `maximumPercent` were swapped.\n"
        "- **10 tasks**: The upper limit was ignored: all new tasks were allowed beside the old "
        "ones."
    )


def test_steps_to_be_put_into_order() -> None:
    form = question(STEPS).form
    assert isinstance(form, Ordering)
    assert list(form.items.values()) == [
        "stop 2 old (then 2 old, 0 new)",
        "start 4 new (then 2 old, 4 new)",
        "stop 2 old (then 0 old, 4 new)",
    ]
    assert "- `old = 0, new = 4: COMPLETED`" in form.why


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.form.value)
def test_a_question_without_reasons_is_the_same_question(one: Template) -> None:
    worked = draw(one, 3)
    full, quick = make(one, worked, "en"), make(one, worked, "en", explain=False)
    assert (quick.prompt, quick.drawn) == (full.prompt, full.drawn)
    match full.form, quick.form:
        case Choice(long), Choice(short):
            assert [option.text for option in short.values()] == [
                option.text for option in long.values()
            ]
        case Typed(long), Typed(short):
            assert short == long
        case Ordering(long), Ordering(short):
            assert short == long
        case _:
            pytest.fail("another form")


def test_korean_is_the_same_draw_in_korean() -> None:
    korean = with_texts(
        UPPER, {"prompt": "{desired}개, 몇 개?", "unit": "개", "why": "{desired}개."}
    )
    made = question(korean, "ko")
    assert made.prompt == "4개, 몇 개?"
    assert isinstance(made.form, Typed)
    assert made.form.answer.accept == ("6개",)
    assert made.form.why.startswith(
        "4개.\n\n- `upper = floor(4 x 150 / 100) = 6`: 실행·대기 태스크는 이보다 많아지지 "
        "않습니다(내림) (문서에 있음)"
    )
    assert made.drawn == question(UPPER).drawn


def test_words_for_a_bare_number_are_accepted() -> None:
    made = question(UPPER)
    assert isinstance(made.form, Typed)
    grader = Grader(KnownTerms())
    for text in ("6", "6 tasks", "six", "6개"):
        assert grader.grade(text, made.form.answer, made.prompt).verdict is Verdict.CORRECT
    assert grader.grade("7", made.form.answer, made.prompt).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("one", "values", "field", "reason"),
    [
        (LOWER, {"minimumHealthyPercent": 0}, "mistakes", "the mistakes make fewer than 3 options"),
        (template(TemplateForm.TYPED, "lower", mistakes=("round-lower-down",)), {}, "mistakes",
         "no mistake leads to a different answer"),
        (template(TemplateForm.ORDERING, "lower"), {}, "form",
         "an ordering needs a list to put in order"),
        (STEPS, {"minimumHealthyPercent": 100, "maximumPercent": 200}, "ask",
         "there are 2 things to put in order, not 3 to 6"),
        (template(TemplateForm.ORDERING, "sequence"), {"maximumPercent": 100}, "ask",
         "two of the things to put in order read the same"),
        (template(TemplateForm.TYPED, "sequence"), {}, "form",
         "this is not a number, a word or a set; write form: choice or ordering"),
        (template(TemplateForm.TYPED, "least_running"),
         {"minimumHealthyPercent": 100, "maximumPercent": 100}, "ask",
         "a case of kind rolling has no 'least_running'; "),
        (replace(LOWER, only={"outcome": ("STUCK",)}), {}, "only",
         "outcome is COMPLETED, not STUCK"),
        (replace(LOWER, only={"otucome": ("STUCK",)}), {}, "only",
         "a case of kind rolling has no 'otucome'; did you mean 'outcome'?"),
        (replace(LOWER, input={"desired": -1}), {}, "input.desired",
         "the simulator cannot read it: desired is -1; write a whole number from 0 to 100000"),
        (replace(LOWER, simulator="circuit_breaker", input={"desired": 4, "value": 101}), {},
         "input", "it is refused: value is 101; write a percentage from 1 to 100"),
        (template(TemplateForm.CHOICE, "sequence"),
         {"desired": 12, "minimumHealthyPercent": 100, "maximumPercent": 110}, "ask",
         "the answer is longer than 100 characters"),
    ],
)  # fmt: skip
def test_a_draw_that_is_no_question_says_why(
    one: Template, values: Mapping[str, Scalar], field: str, reason: str
) -> None:
    with pytest.raises(Degenerate) as raised:
        work(one, {**FOUR, **values})
    assert raised.value.field == field
    assert str(raised.value).startswith(reason)


def test_values_of_another_version_make_no_question() -> None:
    with pytest.raises(Degenerate, match="another version"):
        work(LOWER, {"desired": 4})


def test_degenerate_draws_are_drawn_again() -> None:
    """Without a lower limit there are two wrong options only."""
    always = replace(LOWER, given={**LIMITS, "minimumHealthyPercent": (0, 50)})
    assert {draw(always, seed).values["minimumHealthyPercent"] for seed in range(20)} == {50}


def test_a_template_without_a_question_says_what_is_to_blame() -> None:
    never = replace(LOWER, only={"outcome": ("STUCK",), "upper": (1,)})
    with pytest.raises(
        NoDraw, match="none of 30 draws makes a question; most common reason: "
    ) as raised:
        draw(never, 1, tries=30)
    assert raised.value.field == "only"


def test_where_a_seed_fails_the_sure_one_stands_in() -> None:
    rare = replace(LOWER, given={**LIMITS, "desired": (*(1,) * 400, 8)})
    for seed in range(5):
        try:
            expected = draw(rare, seed, 0)
        except NoDraw:
            expected = draw(rare, 0)
        assert draw_surely(rare, seed, 0) == expected


def test_values_are_filled_into_the_input_with_their_types() -> None:
    one = template(
        TemplateForm.TYPED,
        "placed",
        simulator="placement",
        given={"count": (3,), "zone": ("us-east-1a",), "connected": (True,)},
        input={
            "count": "{count}",
            "instances": [{"id": "i-{count}", "az": "{zone}", "agent_connected": "{connected}"}],
            "group": "{other} {",
        },
    )
    values: dict[str, Scalar] = {"count": 3, "zone": "us-east-1a", "connected": True, "other": 1}
    assert case_of(one, values).given == {
        "count": 3,
        "instances": [{"id": "i-3", "az": "us-east-1a", "agent_connected": True}],
        "group": "1 {",
    }


@pytest.mark.parametrize(
    ("kind", "value", "unit", "en", "ko"),
    [
        ("rolling", 2, "tasks", "2 tasks", "2 tasks"),
        ("rolling", 1, "tasks", "1 task", "1 task"),
        ("rolling", -1, "tasks", "-1 task", "-1 task"),
        ("rolling", 1, "MiB", "1 MiB", "1 MiB"),
        ("rolling", 2, "개", "2개", "2개"),
        ("rolling", 200 / 3, "%", "66.667%", "66.667%"),
        ("rolling", 125.0, None, "125", "125"),
        ("rolling", True, None, "yes", "예"),
        ("rolling", None, None, "none", "없음"),
        ("rolling", [], None, "none", "없음"),
        ("rolling", "-2", None, "stop 2 old", "기존 2개 중지"),
        ("rolling", ["+4", "STUCK"], None, "start 4 new, stuck", "새 4개 시작, 멈춤"),
        ("rolling", {"i-1": 2, "i-2": 1}, None, "i-1: 2, i-2: 1", "i-1: 2, i-2: 1"),
        ("scaling", "out", None, "scales out", "스케일 아웃"),
        ("placement", "i-1", "tasks", "i-1", "i-1"),
    ],
)
def test_values_in_words(kind: str, value: object, unit: str | None, en: str, ko: str) -> None:
    assert in_words(KINDS[kind], value, "en", unit) == en
    assert in_words(KINDS[kind], value, "ko", unit) == ko


def test_what_may_be_typed() -> None:
    assert answer_of(KINDS["query"], "matches", ["i-1", "i-2"], "en", None) == Answer(
        AnswerKind.LIST, ("i-1, i-2",)
    )
    assert answer_of(KINDS["query"], "matches", [], "ko", None).accept[:2] == ("없음", "none")
    assert answer_of(KINDS["rolling"], "first_step", "-2", "en", None).accept == (
        "stop 2 old",
        "기존 2개 중지",
        "-2",
    )
    assert answer_of(KINDS["rolling"], "outcome", "STUCK", "ko", None).accept[:2] == (
        "멈춤",
        "stuck",
    )
    with pytest.raises(NotTyped, match="too many decimal places"):
        answer_of(KINDS["capacity_provider"], "reservation", 200 / 3, "en", "%")


PLACED = template(
    TemplateForm.TYPED,
    "tasks_on.i-1",
    simulator="placement",
    given={"count": (6,)},
    input={
        "count": "{count}",
        "task": {"cpu": 256, "memory": 512},
        "strategy": [{"type": "spread", "field": "instanceId"}],
        "instances": [
            {"id": "i-1", "cpu": 2048, "memory": 4096},
            {"id": "i-2", "cpu": 2048, "memory": 4096},
            {"id": "i-3", "cpu": 128, "memory": 4096},
        ],
    },
    prompt="{count}",
)


def test_a_trace_about_instances_is_told_task_by_task() -> None:
    form = make(PLACED, draw(PLACED, 1), "en").form
    assert isinstance(form, Typed)
    lines = form.why.splitlines()
    assert [line.rpartition("`")[0] + "`" for line in lines[:5]] == [
        "- i-3: `256 <= 128`",
        "- task 1: `tasks of the group on i-1 = 0, least = 0`",
        "- task 1: `i-1 of [i-1, i-2]`",
        "- task 2: `tasks of the group on i-2 = 0, least = 0`",
        "- task 2: `i-2 of [i-2]`",
    ]
    assert lines[0].endswith(": the CPU units of the task must fit into what remains (documented)")
    assert lines[2].endswith(
        ": of several equal instances the one registered first gets the task (assumed)"
    )
    assert lines[3].endswith("`")


def test_a_long_trace_is_cut_in_its_middle() -> None:
    one = template(TemplateForm.TYPED, "steps")
    form = question(one, desired=12, minimumHealthyPercent=100, maximumPercent=110).form
    assert isinstance(form, Typed)
    trace = form.why.partition("\n\n")[0].splitlines()
    assert len(trace) == 14
    assert trace[9] == "- … 16 more lines"
    assert trace[-1].startswith("- `old = 0, new = 12: COMPLETED`")


def test_a_trace_of_a_query_is_told_part_by_part() -> None:
    one = template(
        TemplateForm.TYPED,
        "matches",
        simulator="query",
        given={"value": ("prod",)},
        input={
            "expression": "attribute:stack != {value}",
            "instances": [
                {"id": "i-1", "attributes": {"stack": "prod"}},
                {"id": "i-2", "attributes": {"stack": "test"}},
                {"id": "i-3"},
            ],
        },
        prompt="{value}",
    )
    form = make(one, draw(one, 1), "en").form
    assert isinstance(form, Typed)
    assert form.answer == Answer(AnswerKind.LIST, ("i-2",))
    assert form.why.splitlines()[0] == (
        "- i-2: `attribute:stack != prod`: how the instance evaluates this part of the expression "
        "(documented)"
    )


def test_texts_of_a_template() -> None:
    one = replace(UPPER, hint="Look at {maximumPercent}.")
    assert texts(one) == {
        "prompt": PROMPT,
        "hint": "Look at {maximumPercent}.",
        "why": "Count {desired} tasks.",
        "unit": "tasks",
    }
    assert texts(with_texts(one, {"unit": "개"}))["unit"] == "개"
    assert text_hash(one) != text_hash(replace(one, unit="instances"))
    assert fingerprint(question(one)) != fingerprint(question(one, desired=6))


def test_hints_are_filled() -> None:
    one = replace(UPPER, hint="Look at {maximumPercent}.")
    assert question(one).hint == "Look at 150."
