"""The start of the app: what waits for the first paint."""

import asyncio

import pytest

from study_app.tui import app as app_module
from study_app.tui.app import DvaApp
from study_app.usecases.study import Study


async def test_who_waits_for_the_start_is_called_after_the_first_paint(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "PAINTED", 0.2)
    called = asyncio.Event()
    app = DvaApp(study, started=called.set)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not called.is_set()
        await asyncio.wait_for(called.wait(), timeout=10)
