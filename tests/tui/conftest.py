"""The real app over the shipped content and a real SQLite in memory."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.learning.log.events import StudyEvent
from study_app.settings import Settings
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.tui.app import DvaApp
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.shipped import grader_of, shipped
from tests.studies import numbered, study_of
from tests.tui.idle import until_idle

DATA = Path(__file__).parents[1] / "data"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MakeApp = Callable[..., DvaApp]


_render_update = Compositor.render_update
_parse_rules = Stylesheet._parse_rules
_rules: dict[tuple[object, ...], list[RuleSet]] = {}
"""What the style sheets of the apps so far say, by their texts and the variables of the theme."""


def _parsed_once(sheet: Stylesheet, *source: Any, **options: Any) -> list[RuleSet]:
    key = (*source, *options.items(), *sheet._variables.items())
    if key not in _rules:
        _rules[key] = _parse_rules(sheet, *source, **options)
    return _rules[key]


def _pictures_only(compositor: Compositor, **options: Any) -> RenderableType | None:
    return _render_update(compositor, **options) if options.get("simplify") else None


@pytest.fixture(autouse=True)
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody watches the terminal between two keys: a screen is drawn where a test looks at it.

    A screen is then brought up to date in a quarter of the usual time, and the pilot waits no
    longer than there is something to do. Style sheets and the grader are the same in each app: they
    are parsed and built once.
    """
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 1 / 400)
    monkeypatch.setattr("textual.app.wait_for_idle", until_idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", until_idle)
    monkeypatch.setattr(Compositor, "render_update", _pictures_only)
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parsed_once)
    monkeypatch.setattr(Study, "_grader", property(grader_of))


@pytest.fixture(autouse=True)
def all_colors(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test sees the same colors on every terminal."""
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


@pytest.fixture(autouse=True)
def enter_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test types faster than any hand: Enter waits for none but the tests of that rule."""
    monkeypatch.setattr(QuizScreen, "enter_after", 0)


@pytest.fixture(scope="session")
def bank() -> Bank:
    return shipped()


@pytest.fixture
def log() -> Iterator[ReviewLog]:
    with closing(ReviewLog(MEMORY, lambda: NOW)) as opened:
        yield opened


@pytest.fixture
def make_study(bank: Bank, log: ReviewLog) -> Callable[..., Study]:
    """A study over the log of the test, as of a program that was started anew."""
    ticks = count()
    return _maker(bank, log, lambda: NOW + timedelta(seconds=next(ticks)))


@pytest.fixture
def still_study(log: ReviewLog) -> Callable[..., Study]:
    """A study of a few fixed items for which time stands still, so that it looks the same."""
    return _maker(load((DATA / "looks",)), log, lambda: NOW)


def _maker(bank: Bank, log: ReviewLog, clock: Callable[[], datetime]) -> Callable[..., Study]:
    new_id = numbered()

    def make(language: Language = Language.EN, theme: str = "dva-dark", seed: int = 1) -> Study:
        settings = Settings(language, theme)
        return study_of(bank, log, clock, new_id=new_id, chance=seed, settings=settings)

    return make


@pytest.fixture
def study(make_study: Callable[..., Study]) -> Study:
    return make_study()


@pytest.fixture
def events(log: ReviewLog) -> Callable[[], list[StudyEvent]]:
    """What is in the log now."""
    return log.events
