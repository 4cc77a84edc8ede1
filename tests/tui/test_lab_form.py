"""The form of the lab, by keyboard: what its boxes take, refuse and explain."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from study_app.learning.material.scenarios import Scenario
from study_app.simulator.model.case import Case
from study_app.tui.app import DvaApp
from study_app.tui.screens.lab.lab import LabScreen
from study_app.tui.widgets.lab.form import CaseForm, ParameterBox
from study_app.usecases.study import Study

SIZE = (80, 24)
ROLLING = Case("rolling", {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 100})
CANARY = Case("traffic", {"strategy": "CANARY", "desired": 4, "canaryPercent": 10})
WATCH = Case("circuit_breaker", {"mode": "watch", "desired": 4, "events": ["RUNNING"]})
TIMELINE = Case(
    "scaling",
    {
        "policy": "timeline",
        "current": 2,
        "max": 8,
        "policies": [{"target": 50}],
        "readings": [{"at": 0, "metric": 60}],
    },
)
PLACEMENT = Case(
    "placement",
    {
        "count": 2,
        "task": {"cpu": 256, "memory": 512},
        "instances": [
            {"id": f"i-{number}", "az": "z", "cpu": 1024, "memory": 2048} for number in range(9)
        ],
    },
)
NO_NUMBER = "! desired is 'many'; write a whole number from 0 to"


def of(study: Study, case: Case) -> DvaApp:
    scenario = Scenario(id="one", group={}, title={"en": "One"}, text={}, case=case)
    return DvaApp(study, scenarios=(scenario,))


def lab(app: DvaApp) -> LabScreen:
    assert isinstance(app.screen, LabScreen)
    return app.screen


def form(app: DvaApp) -> CaseForm:
    found = lab(app).form
    assert found is not None
    return found


def boxes(app: DvaApp) -> dict[str, ParameterBox]:
    return {box.path: box for box in form(app).boxes}


def message_of(app: DvaApp) -> str:
    return str(form(app).query_one(".message", Static).render())


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def write(pilot: Pilot[None], app: DvaApp, path: str, text: str) -> None:
    """Type `text` in place of what is in the box of `path`."""
    box = boxes(app)[path]
    box.focus()
    await press(pilot, "end", "ctrl+u")
    await press(pilot, *({" ": "space"}.get(key, key) for key in text))
    assert box.value == text


async def test_a_strategy_of_traffic_is_a_word_that_brings_its_own_boxes(study: Study) -> None:
    app = of(study, CANARY)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        assert "canaryPercent" in boxes(app)
        assert boxes(app)["strategy"].value == "CANARY"
        await write(pilot, app, "strategy", "LINEAR")
        assert lab(app).lab.case.given["strategy"] == "LINEAR"
        assert list(boxes(app)) == [
            *("strategy", "desired"),
            *("stepPercent", "stepBakeTimeInMinutes", "bakeTimeInMinutes"),
            *("network_load_balancer", "fails_at"),
        ]
        assert [box.path for box in lab(app).query(ParameterBox)] == list(boxes(app))
        assert app.focused is boxes(app)["strategy"]
        await write(pilot, app, "stepPercent", "25")
        assert lab(app).lab.case.given["stepPercent"] == 25


async def test_a_text_that_waits_for_another_box_is_taken_with_it(study: Study) -> None:
    """BLUE_GREEN wants a bake time of its own"""
    app = of(study, CANARY)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, app, "strategy", "BLUE_GREEN")
        assert "! strategy: bakeTimeInMinutes is missing; write" in message_of(app)
        await write(pilot, app, "bakeTimeInMinutes", "5")
        assert lab(app).lab.case.given["strategy"] == "BLUE_GREEN"
        assert form(app).message == ""


async def test_a_wrong_box_stays_marked_while_another_is_right(study: Study) -> None:
    app = of(study, ROLLING)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, app, "desired", "many")
        assert NO_NUMBER in message_of(app)
        await write(pilot, app, "maximumPercent", "150")
        assert lab(app).lab.case.given == {**ROLLING.given, "maximumPercent": 150}
        assert NO_NUMBER in message_of(app)
        assert [str(one.render()) for one in form(app).query("FormEntry.-wrong > .name")] == [
            "! desired"
        ]
        await write(pilot, app, "minimumHealthyPercent", "200")
        assert [line.split(";")[0] for line in form(app).message.splitlines()] == [
            "desired is 'many'",
            "minimumHealthyPercent is 200",
        ]
        await write(pilot, app, "desired", "4")
        assert form(app).message.startswith("minimumHealthyPercent is 200")
        await write(pilot, app, "minimumHealthyPercent", "0")
        assert form(app).message == ""
        assert not form(app).query(".-wrong")


async def test_a_required_box_that_is_empty_says_so_until_it_is_mended(study: Study) -> None:
    app = of(study, ROLLING)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, app, "desired", "")
        assert "! desired is missing" in message_of(app)
        await write(pilot, app, "maximumPercent", "150")
        assert "! desired is missing" in message_of(app)
        assert lab(app).lab.case.given["desired"] == 4
        await write(pilot, app, "desired", "6")
        assert form(app).message == ""


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_closing_tells_which_texts_were_not_taken(study: Study, key: str) -> None:
    app = of(study, ROLLING)
    heard: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        app.notify = lambda text, **_: heard.append(text)  # type: ignore[method-assign]
        await press(pilot, "e")
        await write(pilot, app, "desired", "many")
        await press(pilot, key)
        assert lab(app).form is None
        assert lab(app).lab.case == ROLLING
    assert heard == ["Not applied: desired 'many'. The case keeps its last valid values."]


async def test_closing_a_form_without_a_fault_says_nothing(study: Study) -> None:
    app = of(study, ROLLING)
    heard: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        app.notify = lambda text, **_: heard.append(text)  # type: ignore[method-assign]
        await press(pilot, "e")
        await write(pilot, app, "desired", "5")
        await press(pilot, "escape")
    assert heard == []


async def test_another_language_keeps_the_text_that_waits(study: Study) -> None:
    app = of(study, ROLLING)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, app, "desired", "many")
        await press(pilot, "f6")
        assert boxes(app)["desired"].value == "many"
        assert "! desired의 값: 'many'" in message_of(app)


async def test_an_emptied_box_is_there_again_when_the_form_is_opened_again(study: Study) -> None:
    app = of(study, Case("rolling", {**ROLLING.given, "cluster_room": 4}))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        before = list(boxes(app))
        await write(pilot, app, "cluster_room", "")
        assert lab(app).lab.case.given == ROLLING.given
        await press(pilot, "escape", "e")
        assert list(boxes(app)) == before
        assert boxes(app)["cluster_room"].value == ""


async def test_a_value_that_was_emptied_comes_back_to_its_place(study: Study) -> None:
    app = of(study, ROLLING)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, app, "minimumHealthyPercent", "75")
        given = lab(app).lab.case.given
        assert list(given) == ["desired", "minimumHealthyPercent", "maximumPercent"]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    ("case", "path", "example"),
    [
        (PLACEMENT, "strategy", "spread:attribute:ecs.availability-zone, binpack:memory"),
        (PLACEMENT, "constraints", "memberOf:attribute:stack == prod; distinctInstance"),
        (PLACEMENT, "instances", "i1,az=z1,cpu=1024,memory=2048,stack=prod; i2"),
        (PLACEMENT, "task.hostPorts", "80 8080"),
        (CANARY, "strategy", "BLUE_GREEN"),
        (TIMELINE, "readings", "0:240 60:480"),
        (TIMELINE, "schedule", "0:2..8 60:..4"),
        (WATCH, "events", "DID_NOT_RUN RUNNING desired=6"),
    ],
)
async def test_the_focused_box_explains_its_notation(
    make_study: Callable[..., Study], language: str, case: Case, path: str, example: str
) -> None:
    app = of(make_study(), case)
    async with app.run_test(size=(200, 50)) as pilot:
        await press(pilot, *(["f6"] if language == "ko" else []), "e")
        boxes(app)[path].focus()
        await pilot.pause()
        assert example in message_of(app)
        assert any("가" <= letter <= "힣" for letter in message_of(app)) is (language == "ko")


async def test_events_and_a_schedule_are_typed_on_one_line(study: Study) -> None:
    app = of(study, WATCH)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, app, "events", "DID_NOT_RUN RUNNING desired=6")
        assert lab(app).lab.case.given["events"] == ["DID_NOT_RUN", "RUNNING", {"desired": 6}]


async def test_message_and_box_stay_in_sight_at_the_foot_of_a_long_form(study: Study) -> None:
    app = of(study, PLACEMENT)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        assert form(app).query_one(".boxes").scroll_y == 0, "the name of the first box is in sight"
        await write(pilot, app, "instances", "a,cpu=x")
        side: Any = lab(app).query_one("#side")
        assert app.focused is boxes(app)["instances"]
        assert side.region.contains_region(boxes(app)["instances"].region)
        assert side.region.contains_region(form(app).query_one(".message").region)
        assert "cpu must be a whole number" in message_of(app)
