"""Opening and saving files in the lab, by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from study_app.tui.app import DvaApp
from study_app.tui.screens.lab.lab import LabScreen
from study_app.tui.screens.lab.path import PathScreen
from study_app.tui.screens.lab.scenarios import ScenariosScreen
from study_app.usecases.scenarios import open_scenarios
from study_app.usecases.study import Study
from study_app.words.language import Language

SIZE = (80, 24)
NOTES = "notes-rolling-update"
BESIDE = "binpack-or-spread"


def of(study: Study, name: str = NOTES) -> DvaApp:
    return DvaApp(study, scenarios=(study.bank.scenarios[name],))


def lab(app: DvaApp) -> LabScreen:
    assert isinstance(app.screen, LabScreen)
    return app.screen


def dialog(app: DvaApp) -> PathScreen[object]:
    assert isinstance(app.screen, PathScreen)
    return app.screen


def message_of(app: DvaApp) -> str:
    """The error that the dialog shows; empty where it shows none."""
    area = dialog(app).query_one(".error")
    return str(area.query_one(Static).render()) if area.display else ""


def texts(app: DvaApp) -> str:
    return "\n".join(str(one.render()) for one in dialog(app).query(Static))


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def enter(pilot: Pilot[None], app: DvaApp, path: Path | str) -> None:
    dialog(app).query_one(Input).value = str(path)
    await pilot.pause()
    await press(pilot, "enter")


async def test_the_dialog_stays_with_the_path_and_the_message(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.yaml").write_text("cases: [{id: mine, kind: rolling, input: {desired: 3}}]")
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        assert message_of(app) == ""
        await enter(pilot, app, "own.yam")
        assert message_of(app).startswith("own.yam: there is no such file in ")
        assert dialog(app).query_one(Input).value == "own.yam"
        await press(pilot, "l")
        assert message_of(app) == ""
        await press(pilot, "enter")
        assert lab(app).lab.scenario.id == "mine"


@pytest.mark.parametrize("key", ["o", "s"])
@pytest.mark.parametrize("path", ["~nobody-of-this-name/own.yaml", "", "no/such/own.yaml"])
async def test_escape_leaves(study: Study, key: str, path: str) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, key)
        await enter(pilot, app, path)
        assert isinstance(app.screen, PathScreen) is bool(path)
        if path:
            assert message_of(app)
            await press(pilot, "escape")
        assert lab(app).lab.scenario.id == NOTES


@pytest.mark.parametrize(
    ("language", "key", "footer"),
    [
        (Language.EN, "o", "Enter open   Esc back"),
        (Language.EN, "s", "Enter save   Esc back"),
        (Language.KO, "o", "Enter 열기   Esc 뒤로"),
        (Language.KO, "s", "Enter 저장   Esc 뒤로"),
    ],
)
async def test_the_dialog_names_its_keys_and_the_folder(
    make_study: Callable[..., Study],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: Language,
    key: str,
    footer: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    app = of(make_study(language))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, key)
        assert footer in texts(app)
        assert str(tmp_path) in texts(app).replace("\n", "")


@pytest.mark.parametrize("key", ["f1", "f6", "f7"])
async def test_keys_of_the_app_do_no_harm(study: Study, key: str) -> None:
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o", *"own", key, *".y")
        assert dialog(app).query_one(Input).value == "own.y"
        assert len(app.screen_stack) == 3
        await press(pilot, "escape")
        assert lab(app).lab.scenario.id == NOTES


async def test_the_whole_dialog_is_on_the_smallest_screen(study: Study, tmp_path: Path) -> None:
    app = of(study)
    async with app.run_test(size=(64, 18)) as pilot:
        await press(pilot, "o")
        await enter(pilot, app, tmp_path / ("long-" * 40))
        assert message_of(app)
        for part in dialog(app).query("Input, .error, .keys"):
            assert app.screen.region.contains_region(part.region)


async def test_two_cases_of_one_id_can_both_be_chosen(study: Study, tmp_path: Path) -> None:
    case = "{id: x, kind: rolling, input: {desired: %d}}"
    (tmp_path / "own.yaml").write_text(f"cases: [{case % 1}, {case % 2}]")
    app = of(study)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        await enter(pilot, app, tmp_path / "own.yaml")
        assert isinstance(app.screen, ScenariosScreen)
        assert app.screen.listing.count == 2
        for keys, desired in ((("enter",), 1), (("down", "enter"), 2)):
            await press(pilot, *keys)
            assert lab(app).lab.case.given["desired"] == desired
            await press(pilot, "escape")


async def test_a_bad_case_of_a_list_is_told_when_it_is_chosen(study: Study, tmp_path: Path) -> None:
    good, bad = "{kind: rolling, input: {desired: 1}}", "{id: bad, kind: rolling, input: {}}"
    (tmp_path / "own.yaml").write_text(f"cases: [{bad}, {good}]")
    app = of(study)
    said: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        app.notify = lambda text, **_: said.append(text)  # type: ignore[method-assign]
        await press(pilot, "o")
        await enter(pilot, app, tmp_path / "own.yaml")
        await press(pilot, "enter")
        assert isinstance(app.screen, ScenariosScreen)
        await press(pilot, "down", "enter")
        assert lab(app).lab.scenario.id == "2"
    (text,) = said
    assert text.startswith("bad: desired is missing;")


async def test_what_is_saved_keeps_texts_labels_and_the_case_beside(
    study: Study, tmp_path: Path
) -> None:
    saved = tmp_path / "mine.yaml"
    app = of(study, BESIDE)
    async with app.run_test(size=SIZE) as pilot:
        lab(app).lab.edit("count", "5")
        await press(pilot, "s")
        await enter(pilot, app, saved)
        lab(app)
        await press(pilot, "o")
        await enter(pilot, app, saved)
        again = lab(app).lab.scenario
        await press(pilot, "escape")
        before = lab(app).lab.scenario
    assert (again.id, again.case.given["count"]) == ("mine", 5)
    assert (again.title, again.text, again.group) == (before.title, before.text, before.group)
    assert (again.label, again.beside_label) == (before.label, before.beside_label)
    assert again.beside == before.beside


async def test_what_leads_when_it_is_saved_leads_when_it_is_opened(
    study: Study, tmp_path: Path
) -> None:
    app = of(study, BESIDE)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "b", "s")
        await enter(pilot, app, tmp_path / "mine.yaml")
    (again,) = open_scenarios(tmp_path / "mine.yaml", None)
    before = study.bank.scenarios[BESIDE]
    assert (again.case, again.beside) == (before.beside, before.case)
    assert (again.label, again.beside_label) == (before.beside_label, before.label)
