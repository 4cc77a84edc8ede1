"""The lab on screen, by keyboard: state and log rows first, then what is drawn."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from study_app.bank.case_files import read_cases
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import Answered, Finished, SessionMode, Started, StudyEvent
from study_app.learning.material.items import Template, Typed
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.cases.case_runs import run_written as run
from study_app.simulator.kinds.registry import play
from study_app.simulator.model.case import Case
from study_app.simulator.playback.frames import Mark
from study_app.tui.app import DvaApp
from study_app.tui.screens.cards import CardsScreen
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.lab.lab import LabScreen
from study_app.tui.screens.lab.path import PathScreen
from study_app.tui.screens.lab.scenarios import ScenariosScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.screens.quiz.review import ReviewScreen
from study_app.tui.widgets.drawing import Drawing
from study_app.tui.widgets.lab.form import ParameterBox
from study_app.usecases.scenarios import scenario_of
from study_app.usecases.study import Study

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)
NOTES = "notes-rolling-update"
AWS = Path(__file__).parents[1] / "data" / "aws"


def lab(app: DvaApp) -> LabScreen:
    assert isinstance(app.screen, LabScreen)
    return app.screen


def shown(app: DvaApp, where: str) -> str:
    """The text that a drawing of the lab shows."""
    return str(lab(app).query_one(where, Drawing).render())


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def of(study: Study, scenario: Scenario | None = None) -> DvaApp:
    return DvaApp(study, scenarios=(scenario or study.bank.scenarios[NOTES],))


FREE = Scenario(
    id="free",
    group={},
    title={"en": "Four tasks, and room for all"},
    text={},
    case=Case("rolling", {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 100}),
)
"""A rollout that names no instances."""


async def test_from_home_to_a_scenario_and_back(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l")
        assert isinstance(app.screen, ScenariosScreen)
        assert app.screen.listing.count == len(study.bank.scenarios)
        await press(pilot, *NOTES, "enter")
        assert lab(app).lab.scenario.id == NOTES
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_every_step_forward_and_back(study: Study) -> None:
    """What is on screen is what the simulator gives: a step, its tasks, its formula."""
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        states: Any = lab(app).lab.playback.result["states"]
        for number, (step, state) in enumerate(
            zip(["-2", "+2", "-2", "+2"], states, strict=True), start=1
        ):
            await press(pilot, "right")
            assert lab(app).lab.at == number
            frame = lab(app).lab.frame(lab(app).lab.playback)
            verb = "stop" if step.startswith("-") else "start"
            assert frame.caption.text("en").startswith(f"{verb} {step[1:]}")
            assert f"= {step[1:]}" in shown(app, "Reasons")
            assert shown(app, "#drawing").count("A") == state["old"]
        await press(pilot, "right", "right")
        assert lab(app).lab.at == lab(app).lab.last == 5
        assert "COMPLETED" in shown(app, "Reasons")
        await press(pilot, "left", "backspace")
        assert lab(app).lab.at == 3
        await press(pilot, "end")
        assert lab(app).lab.at == 5
        await press(pilot, "home")
        assert lab(app).lab.at == 0


async def test_curves_show_no_more_than_has_happened(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        lengths = []
        for _ in range(3):
            *_, curve, axis = shown(app, "#charts").splitlines()
            lengths.append(len(curve.rstrip()))
            assert axis.split()[-1] == "5"  # how much is still to come
            await press(pilot, "right")
        assert lengths == sorted(set(lengths))


async def test_playing_goes_on_by_itself_and_stops_at_the_end(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "space")
        assert lab(app).player.is_playing
        await press(pilot, "plus", "plus", "plus")
        for _ in range(40):
            await pilot.pause(0.05)
            if not lab(app).player.is_playing:
                break
        assert (lab(app).lab.at, lab(app).player.is_playing) == (5, False)


async def test_playing_pauses_on_the_same_key_and_under_another_screen(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "space", "minus")
        assert lab(app).player.is_playing
        await press(pilot, "space")
        assert not lab(app).player.is_playing
        await press(pilot, "space", "f1", "escape")
        assert not lab(app).player.is_playing


async def test_editing_shows_at_once_what_dva_simulate_prints(study: Study, tmp_path: Path) -> None:
    """'Nothing on screen is scripted: what is shown is what `dva simulate` prints'"""
    app = of(study, FREE)
    saved = tmp_path / "mine.yaml"
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "right", "e")
        for path, value in (
            ("desired", "6"),
            ("minimumHealthyPercent", "100"),
            ("maximumPercent", "150"),
        ):
            box = next(one for one in lab(app).query(ParameterBox) if one.path == path)
            box.focus()
            await press(pilot, *["backspace"] * 4, *value)
            assert box.value == value
        assert (lab(app).lab.at, lab(app).lab.is_edited) == (0, True)
        steps: Any = lab(app).lab.playback.result["steps"]
        assert steps == ["+3", "-3", "+3", "-3"]
        await press(pilot, "escape", "end")
        assert "lower = ceil(6 x 100 / 100) = 6" not in shown(app, "Reasons")
        await press(pilot, "s")
        assert isinstance(app.screen, PathScreen)
        app.screen.query_one(Input).value = str(saved)
        await press(pilot, "enter")
        shown_here = lab(app).lab.playback
    captions = [frame.caption.text("en") for frame in shown_here.frames[1:-1]]
    (case,) = read_cases(saved).cases
    printed: Any = run(case, {}).written()["result"]
    assert printed == shown_here.result
    words = {"+": "start", "-": "stop"}
    assert [f"{words[step[0]]} {step[1:]}" for step in printed["steps"]] == [
        " ".join(caption.split()[:2]) for caption in captions
    ]


async def test_a_value_that_means_nothing_says_so_and_changes_nothing(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *["backspace"] * 3, *"many")
        form = lab(app).form
        assert form is not None
        assert "write a whole number" in form.message
        assert lab(app).lab.playback.result["result"] == "COMPLETED"


async def test_aws_speaks_where_it_would_refuse(study: Study) -> None:
    """'form with validation that speaks AWS's messages'"""
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "down", "backspace", "backspace", *"100")
        form = lab(app).form
        assert form is not None
        assert "Both maximumPercent and minimumHealthyPercent cannot be 100" in form.message
        assert lab(app).lab.playback.result["result"] == "STUCK"


async def test_letters_type_while_a_box_has_the_focus(study: Study) -> None:
    """'No printable key does anything but type while an Input has the focus'"""
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *"peobsc")
        box = app.focused
        assert isinstance(box, ParameterBox)
        assert box.value.endswith("peobsc")


async def test_reset_brings_back_what_was_opened(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *"0", "escape")
        assert lab(app).lab.is_edited
        await press(pilot, "r")
        assert lab(app).lab.case == study.bank.scenarios[NOTES].case


@pytest.mark.parametrize("right", [True, False])
async def test_a_prediction_is_graded_and_logged(study: Study, events: Events, right: bool) -> None:
    """'graded and logged like any answer', with the case and the step that it was about"""
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "right", "p")
        view = lab(app).prediction
        assert view is not None
        keys = view.area.keys
        key = next(number for number, one in enumerate(keys, 1) if ("start:2" in one) is right)
        await press(pilot, str(key), "enter")
        assert lab(app).prediction is None
        assert lab(app).lab.at == 2
        expected = Verdict.CORRECT if right else Verdict.WRONG
        assert ("✓ Right" if right else "✗ Not right") in shown(app, "Reasons")
    started, answered, finished = events()
    assert isinstance(started, Started)
    assert isinstance(answered, Answered)
    assert isinstance(finished, Finished)
    assert (answered.mode, answered.item, answered.verdict) == (
        SessionMode.LAB,
        f"lab/{NOTES}",
        expected,
    )
    assert answered.response == Picked((keys[key - 1],))
    case = study.bank.scenarios[NOTES].case
    assert answered.drawn == {"kind": case.kind, "input": case.given, "frame": 1}
    assert study.resumable() == []


async def test_a_prediction_can_be_left(study: Study, events: Events) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p", "escape")
        assert lab(app).prediction is None
        assert lab(app).lab.at == 0
    assert [type(event) for event in events()] == [Started, Finished]
    assert study.overview().unfinished == []


async def test_the_next_step_is_not_shown_while_it_is_asked(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p", "right", "end", "space")
        assert lab(app).lab.at == 0


async def test_a_file_of_ones_own_is_opened(study: Study, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("cases: [{id: mine, kind: rolling, input: {desired: 3, maximumPercent: 125}}]")
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        app.screen.query_one(Input).value = str(own)
        await press(pilot, "enter")
        assert lab(app).lab.scenario.id == "mine"
        await press(pilot, "end")
        assert "STUCK" in shown(app, "Reasons")
        await press(pilot, "escape")
        assert lab(app).lab.scenario.id == NOTES


async def test_json_of_the_aws_cli_is_laid_over_the_case(study: Study) -> None:
    app = of(study)
    files = sorted(AWS.glob("*instances*.json"))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        app.screen.query_one(Input).value = str(files[0])
        await press(pilot, "enter")
        case = lab(app).lab.case
        assert (case.kind, case.given["desired"]) == ("rolling", 4)
        listed: Any = json.loads(files[0].read_text("utf-8"))["containerInstances"]
        assert len(case.given["instances"]) == len(listed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("cases: [{id: x, kind: rolling, input: {}}]", "desired is missing"),
        ("cases: [{id: x, kind: roling, input: {}}]", "unknown kind 'roling'"),
        ("cases: [", "not valid YAML"),
        ("[" * 100_000, "nested deeper"),
        ("\x1b[31m", "not valid YAML"),
        ('{"services": []}', "services"),
        ('{"containerInstances": 7}', "containerInstances"),
        ('{"family": "\\ud800", "containerDefinitions": [{"memory": -1}]}', "family"),
        ("cases: []", "0 cases"),
    ],
)
async def test_a_bad_file_gives_one_message_with_the_place(
    study: Study, tmp_path: Path, content: str, message: str
) -> None:
    """'own files (good, malformed, hostile)': a message, and the case on screen stays"""
    own = tmp_path / "own.yaml"
    own.write_text(content, encoding="utf-8")
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        app.screen.query_one(Input).value = str(own)
        await press(pilot, "enter")
        assert isinstance(app.screen, PathScreen), "the path can be corrected"
        error = str(app.screen.query_one(".error Static", Static).render())
        await press(pilot, "escape")
        assert lab(app).lab.scenario.id == NOTES
    assert str(own) in error
    assert message in error


async def test_saving_never_writes_over_a_file(study: Study, tmp_path: Path) -> None:
    there = tmp_path / "there.yaml"
    there.write_text("mine")
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        app.screen.query_one(Input).value = str(there)
        await press(pilot, "enter")
        assert isinstance(app.screen, PathScreen)
        error = str(app.screen.query_one(".error Static", Static).render())
    assert there.read_text() == "mine"
    assert "exists already; choose another name" in error


async def test_the_trace_is_copied_as_markdown(study: Study) -> None:
    app = of(study)
    copied: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        app.copy_to_clipboard = copied.append  # type: ignore[method-assign,assignment]
        await press(pilot, "c")
    (text,) = copied
    assert text.startswith("# ")
    assert "`lower = ceil(4 x 50 / 100) = 2`" in text
    assert "<https://docs.aws.amazon.com/" in text


async def test_a_case_beside_steps_along_and_can_lead(study: Study) -> None:
    scenario = Scenario(
        id="both",
        group={},
        title={"en": "Both"},
        text={},
        case=Case("rolling", {"desired": 3, "minimumHealthyPercent": 100, "maximumPercent": 125}),
        label={"en": "Amazon ECS"},
        beside=Case("kubernetes", {"replicas": 3, "maxSurge": "25%", "maxUnavailable": 0}),
        beside_label={"en": "Kubernetes"},
    )
    app = DvaApp(study, scenarios=(scenario,))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "end")
        assert lab(app).lab.last == 7
        assert "Kubernetes" in shown(app, "#drawing")
        assert "STUCK" in shown(app, "Reasons")
        await press(pilot, "b")
        assert lab(app).lab.case.kind == "kubernetes"


async def test_a_card_opens_its_example_in_the_lab_and_returns(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        app.open_cards("ecs-rolling-update", "ecs-rolling-update/worked-example")
        await press(pilot, "l")
        assert lab(app).lab.scenario.id == NOTES
        await press(pilot, "escape")
        assert isinstance(app.screen, CardsScreen)


async def test_the_language_switches_where_it_stands(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "right", "f6")
        assert lab(app).lab.at == 1
        assert "기존 태스크 2개 중지" in shown(app, "Reasons")


async def test_two_thousand_tasks_on_two_hundred_instances_step_without_a_stutter(
    study: Study,
) -> None:
    """Each step is there at once, to the last (how fast is in benchmarks/lab_speed.py)."""
    machines = [
        {"id": f"i-{number}", "az": f"us-east-1{'abc'[number % 3]}", "cpu": 8192, "memory": 16384}
        for number in range(200)
    ]
    case = Case(
        "placement", {"count": 2000, "task": {"cpu": 256, "memory": 512}, "instances": machines}
    )
    scenario = Scenario(id="large", group={}, title={"en": "Large"}, text={}, case=case)
    app = DvaApp(study, scenarios=(scenario,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = lab(app)
        for number in range(1, 7):
            await press(pilot, "right")
            boxes = screen.lab.frame(screen.lab.playback).boxes
            chosen = [box.id for box in boxes if box.mark is Mark.CHOSEN]
            assert (screen.lab.at, chosen) == (number, [f"i-{number - 1}"])
            assert f"▸ i-{number - 1}" in shown(app, "#drawing")
        await press(pilot, "end")
        assert screen.lab.at == 2000
        placed_on: Any = screen.lab.playback.result["placed_on"]
        assert f"task 2000 goes to {placed_on[-1]}" in shown(app, "Reasons")


BESIDE = Scenario(
    id="both",
    group={},
    title={"en": "Both"},
    text={"en": "What to watch for."},
    case=Case("rolling", {"desired": 4, "minimumHealthyPercent": 50}),
    label={"en": "minimum 50"},
    beside=Case("rolling", {"desired": 4, "minimumHealthyPercent": 100}),
    beside_label={"en": "minimum 100"},
)


async def test_each_of_two_cases_is_edited_and_reset_by_itself(study: Study) -> None:
    app = of(study, BESIDE)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "b")
        assert lab(app).lab.case == BESIDE.beside
        assert not lab(app).lab.is_edited
        await press(pilot, "e", "backspace", "6", "escape")
        assert (lab(app).lab.case.given["desired"], lab(app).lab.is_edited) == (6, True)
        await press(pilot, "r")
        assert lab(app).lab.case == BESIDE.beside
        await press(pilot, "b")
        assert lab(app).lab.case == BESIDE.case


async def test_the_language_switches_under_an_open_prediction(study: Study) -> None:
    """What is open stays open: the same options, the same choice, in the other language."""
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p", "3")
        before = lab(app).prediction
        assert before is not None
        await press(pilot, "f6")
        after = lab(app).prediction
        assert after is not None
        assert (after.area.keys, after.area.cursor) == (before.area.keys, 2)
        assert after.predicted.question.prompt == "다음에 무슨 일이 일어날까요?"
        assert app.focused is after.area
        assert lab(app).lab.at == 0


async def test_the_language_switches_under_an_open_form(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "down", "f6")
        box = app.focused
        assert isinstance(box, ParameterBox)
        assert box.path == "minimumHealthyPercent"


async def test_the_box_that_is_typed_into_stays_in_sight(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *["down"] * 7, "backspace")
        box = app.focused
        assert isinstance(box, ParameterBox)
        assert lab(app).query_one("#side").region.contains_region(box.region)


async def test_tasks_that_find_no_instance_at_first_are_told(study: Study) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "backspace", "9", "escape")
        assert "placed = " in shown(app, "Reasons")


async def test_draining_calls_tasks_running_and_elsewhere(study: Study) -> None:
    app = of(study, study.bank.scenarios["drain-instance"])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "end")
        assert "elsewhere" in shown(app, "#charts")
        assert "A running" in shown(app, "#charts")
        assert "draining = 0" in shown(app, "Reasons")


async def test_a_judged_worked_question_opens_its_own_numbers_and_returns(study: Study) -> None:
    """'From any worked question or card one key opens its scenario in the lab and returns.'"""
    app = DvaApp(study, session=study.sit(["ecs-rolling-update/drawn-lower"], seed=3))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f9")
        screen = app.screen
        assert isinstance(screen, QuizScreen), "nothing is shown before it is answered"
        asked = screen.sitting.asked
        assert asked is not None
        assert asked.question.drawn is not None
        await press(pilot, "1", "enter", "l")
        assert lab(app).lab.case == asked.question.drawn.case
        await press(pilot, "escape")
        assert app.screen is screen
        await press(pilot, "enter")
        while isinstance(app.screen, QuizScreen):
            await press(pilot, "s")
        await press(pilot, "a", "l")
        assert lab(app).lab.case == asked.question.drawn.case
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)


def test_every_question_with_a_case_behind_it_leads_to_the_lab(study: Study) -> None:
    """All templates, and typed questions whose key is computed, have something to open."""
    for question in study.bank.questions.values():
        if isinstance(question, Template):
            asked = study.bank.asked(question.id, 1, 0, None)
        elif isinstance(question.form, Typed) and question.form.answer.computed is not None:
            asked = question
        else:
            continue
        scenario = scenario_of(study, asked)
        assert scenario is not None
        assert play(scenario.case).frames
