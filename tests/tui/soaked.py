"""The app under a soak: the program as it is, which tells at a pipe what is on screen.

    python -m tests.tui.soaked ASKED TOLD [ARGUMENTS OF DVA]

A line at the file descriptor ASKED is the number of keys that were typed until then. Once the app
has dealt with them, a line of JSON at TOLD says what is on screen.
"""

import asyncio
import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

import study_app.tui.app
from study_app.cli.start import main
from study_app.tui.app import DvaApp
from study_app.tui.screens.exam.question import ExamScreen
from study_app.tui.screens.lab.lab import LabScreen
from study_app.tui.screens.more.more import MoreScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.widgets.answers.area import AnswerArea
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.tui.widgets.answers.lines import Lines

PATIENCE = 20.0
"""Seconds until keys that were typed count as lost."""


class Watched(DvaApp):
    """Counts the keys that it was given, and says what is on screen."""

    CSS_PATH = str(Path(study_app.tui.app.__file__).with_name("app.tcss"))
    asked: int
    reports: int

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._keys = threading.Semaphore(0)

    def on_ready(self) -> None:
        threading.Thread(target=self._answer, daemon=True).start()

    async def on_event(self, event: events.Event) -> None:
        is_typed = isinstance(event, events.Key) and not event.is_forwarded
        await super().on_event(event)
        if is_typed:  # and not one that comes back, since no widget wanted it
            self._keys.release()

    def _answer(self) -> None:
        seen = 0
        with os.fdopen(self.asked) as lines, os.fdopen(self.reports, "w") as out:
            for line in lines:
                for _ in range(int(line) - seen):
                    if not self._keys.acquire(timeout=PATIENCE):
                        raise SystemExit(f"Key {seen + 1} never came.")
                    seen += 1
                state: dict[str, Any] = self.call_from_thread(self._state)
                print(json.dumps(state), file=out, flush=True)

    async def _state(self) -> dict[str, Any]:
        pilot = Pilot(self)
        for _ in range(5):  # a key goes from widget to widget, and of an action comes a screen
            await asyncio.sleep(0)
            await pilot._wait_for_screen()
        return {"stack": [type(one).__name__ for one in self.screen_stack], **_of(self.screen)}


def _of(screen: Screen[Any]) -> dict[str, Any]:
    match screen:
        case QuizScreen():
            asked, judged = screen._asked, screen._judged is not None
            left = 0 if asked is None else asked.total - asked.number + (not judged)
            return {"judged": judged, "left": left, **_of_area(screen.view.area)}
        case ExamScreen():
            return {
                "left": len(screen.sitting.left_open),
                "item": screen.sitting.current,
                **_of_area(screen.view.area),
            }
        case LabScreen():
            view = screen.prediction
            playing = {"playing": screen.player.is_playing}
            return playing | ({} if view is None else _of_area(view.area))
        case MoreScreen():
            return {"rows": len(screen.entries)}
        case _:
            return {}


def _of_area(area: AnswerArea) -> dict[str, Any]:
    return {
        "area": type(area).__name__,
        "count": area.count if isinstance(area, Lines) else 0,
        "required": area.required if isinstance(area, ChoosingArea) else 0,
    }


def run() -> None:
    """Be `dva`, watched."""
    Watched.asked, Watched.reports = map(int, sys.argv[1:3])
    study_app.tui.app.DvaApp = Watched  # type: ignore[misc]
    QuizScreen.enter_after = 0
    sys.argv = ["dva", *sys.argv[3:]]
    main()


if __name__ == "__main__":
    run()
