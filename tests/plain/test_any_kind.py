"""A kind of simulation is one value: the registry knows it, and nothing else has to."""

from datetime import date
from typing import Any

import pytest

from study_app.learning.material.items import Choice, Template, TemplateForm
from study_app.plain.cases import simulation_lines
from study_app.plain.lab import playback_lines
from study_app.simulator.cases.asks import asked_value
from study_app.simulator.cases.editing import boxes, with_parameter
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.parameter import Parameter, whole
from study_app.simulator.kinds import registry
from study_app.simulator.kinds.kind import Ask, Kind, Mode
from study_app.simulator.mistakes.mistake import Changed, Mistake, misread
from study_app.simulator.model.case import Case
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.trace import Applied, Basis, Rule
from study_app.simulator.playback.frames import Box, Caption, Frame, Meter, Reel, Series
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.worked.drawing import draw
from study_app.worked.making import make
from study_app.worked.predictions import prediction

NEEDED = Rule(
    "concurrency.needed",
    Basis.DOCUMENTED,
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html",
    Text("requests a second times their duration", "초당 요청 수 곱하기 실행 시간"),
)
RATE = Parameter(path="rate", read=whole(), short="requests")
DURATION = Parameter(path="seconds", read=whole(1))


def run(fields: CaseFields, explain: bool) -> Outcome[tuple[int, tuple[Applied, ...]]]:
    notes = Notebook(explain=explain)
    rate, seconds = RATE.of(fields), DURATION.of(fields)
    notes.note(NEEDED, "{} x {} = {}", rate, seconds, rate * seconds)
    return Outcome((rate * seconds, notes.trace), trace=notes.trace if explain else None)


def counted(count: int) -> Caption:
    return Caption("concurrency", {"count": count}, words=Text("{count} run", "{count}개 실행"))


def play(outcome: Outcome[tuple[int, tuple[Applied, ...]]]) -> Reel:
    count, trace = outcome.done
    meter = Meter("concurrency", count, 1000)
    return Reel(
        frames=[
            Frame(caption=counted(0)),
            Frame(
                caption=counted(count),
                boxes=(Box(id="function", meters=(meter,), holds_tasks=False),),
                applied=trace,
            ),
        ],
        series=(Series("concurrency", (0, count), words=Text("concurrency", "동시성")),),
        guesses=lambda number: () if number else (counted(count + 1),),
    )


def more(add: int) -> Changed:
    return lambda given: {"rate": RATE.of(CaseFields(given)) + add}


KIND = Kind(
    name="concurrency",
    modes=(
        Mode(
            name="needed",
            run=run,
            write=lambda result: {"needed": result[0]},
            parameters=(RATE, DURATION),
            play=play,
            last_picture=lambda result: Text("all run", "모두 실행") if result[0] else None,
        ),
    ),
    default="needed",
    asks={"doubled": Ask(value=lambda result: 2 * int(str(result["needed"])))},
    mistakes=tuple(
        Mistake(name, misread(more(add)), Text(name, name))
        for add, name in enumerate(("one-more", "two-more", "three-more"), start=1)
    ),
)
CASE = Case("concurrency", {"rate": 60, "seconds": 2})


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.KINDS, KIND.name, KIND)
    monkeypatch.setitem(registry.KINDS_BY_ANY_NAME, KIND.name, KIND)


def test_it_is_simulated_asked_about_and_edited() -> None:
    assert registry.simulate(CASE) == {"needed": 120}
    assert asked_value(KIND, registry.simulate(CASE), "doubled") == 240
    assert [(box.path, box.text, box.short) for box in boxes(CASE)] == [
        ("rate", "60", "requests"),
        ("seconds", "2", "seconds"),
    ]
    assert with_parameter(CASE, "rate", "7").given == {"rate": 7, "seconds": 2}
    with pytest.raises(CaseError, match="secnds is not a known field; did you mean 'seconds'"):
        registry.simulate(Case("concurrency", {"rate": 60, "secnds": 2}))


def test_it_is_drawn_in_both_languages() -> None:
    assert list(playback_lines(registry.play(CASE), Language.KO)) == [
        "",
        "0/1  0개 실행",
        "",
        "1/1  120개 실행",
        "  function: concurrency 1000 중 120",
        "    60 x 2 = 120",
        "        초당 요청 수 곱하기 실행 시간 (문서에 있음: Lambda concurrency)",
        "",
        "동시성: 0, 120",
    ]
    last = list(simulation_lines(registry.simulated(CASE), Language.EN))
    assert last == ["function: concurrency 120 of 1000", "all run"]


def test_it_is_predicted_and_made_into_questions() -> None:
    form = prediction(registry.play(CASE), 0, "lab/x", "en").form
    assert isinstance(form, Choice)
    assert [option.text for option in form.options.values()] == ["120 run", "121 run"]
    fields: dict[str, Any] = {"skills": {}, "source": NEEDED.source, "checked": date(2026, 11, 29)}
    template = Template(
        id="lambda/drawn",
        prompt="{rate} requests a second take {seconds} s each. How many run?",
        simulator="concurrency",
        given={"rate": (10, 20), "seconds": (2, 3)},
        ask="needed",
        form=TemplateForm.CHOICE,
        difficulty=2,
        **fields,
    )
    made = make(template, draw(template, seed=1), "en")
    assert isinstance(made.form, Choice)
    assert set(made.form.options) == {"right", "one-more", "two-more", "three-more"}
