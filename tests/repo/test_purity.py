"""What a room loads: each is imported whole in a clean process, which then looks around."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import study_app

ROOT = Path(study_app.__file__).parent.parent

LOOK = """
import importlib, json, pkgutil, sys

room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""

SCREENS = {"textual", "rich"}
LIBRARIES = {*SCREENS, "yaml", "sqlite3", "click", "platformdirs", "anki"}
FRONT = {"cli", "tui", "plain"}
CORE = {"words", "simulator", "grading", "learning", "worked"}
ROOMS = {
    *FRONT,
    *CORE,
    "usecases",
    "commands",
    "drawing",
    "exchange",
    "bank",
    "store",
    "settings",
}
# Per room: the libraries that it may load, and the other rooms. `usecases` loads no YAML, because
# the bank that was read last is kept.
MAY: dict[str, tuple[set[str], set[str]]] = {
    "words": (set(), set()),
    "simulator": (set(), {"words"}),
    "grading": (set(), {"words"}),
    "learning": (set(), {"grading", "simulator", "words"}),
    "worked": (set(), CORE),
    "bank": ({"yaml"}, CORE),
    "store": ({"sqlite3"}, CORE - {"worked"}),
    "settings": ({"platformdirs"}, {"words"}),
    "commands": (set(), {"words"}),
    "drawing": (set(), CORE),
    "exchange": ({"yaml", "sqlite3"}, {*CORE, "bank", "store"}),
    "usecases": ({"sqlite3"}, ROOMS - FRONT),
    "plain": ({"sqlite3"}, ROOMS - {"cli", "tui"}),
}


@cache
def loaded(package: str) -> set[str]:
    """The names of all modules after `package` was imported with everything in it."""
    found = subprocess.run(
        [sys.executable, "-c", LOOK, package],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    return set(json.loads(found.stdout))


@pytest.mark.parametrize("room", MAY)
def test_a_room_loads_nothing_that_it_may_not_know(room: str) -> None:
    """Whoever opens a file knows from its folder what it may touch."""
    modules = loaded(f"study_app.{room}")
    assert f"study_app.{room}" in modules
    libraries, rooms = MAY[room]
    assert {name.partition(".")[0] for name in modules} & LIBRARIES <= libraries
    ours = {name.split(".")[1] for name in modules if name.startswith("study_app.")}
    assert ours & ROOMS <= {room, *rooms}


@pytest.mark.parametrize("room", sorted(CORE))
def test_the_core_has_no_clock_of_its_own_and_no_log(room: str) -> None:
    """Time and chance come in as arguments, and the core does not log."""
    # wcwidth loads `secrets` for the marks of its hyperlinks, which we do not use.
    ours = loaded(f"study_app.{room}") - loaded("wcwidth")
    assert not {"logging", "secrets", "uuid", "subprocess"} & ours


def test_this_test_sees_what_is_loaded() -> None:
    modules = loaded("study_app.tui")
    assert {*SCREENS, "sqlite3"} <= {name.partition(".")[0] for name in modules}
