"""What a room imports: each is imported in a clean process, which then checks `sys.modules`."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable
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

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
STAIRCASE = next(one["layers"] for one in CONTRACTS if one["type"] == "layers")
"""The rooms from the top; those of one step stand beside each other."""

STEPS = [step.replace("study_app.", "").split(" | ") for step in STAIRCASE]
CORE = next(one for one in CONTRACTS if one["name"] == "The core is pure")
CORE_ROOMS = sorted(name.removeprefix("study_app.") for name in CORE["source_modules"])
STANDARD = {"os", "io", "time", "pathlib"}
"""What Python itself, or a library that the core may use, has loaded anyway."""


def forbidden(room: str) -> set[str]:
    """What no module of `room` may reach, by the contracts."""
    return {
        name
        for one in CONTRACTS
        if one["type"] == "forbidden" and not one.get("allow_indirect_imports")
        for name in one["forbidden_modules"]
        if f"study_app.{room}" in one["source_modules"]
    }


def above(room: str) -> set[str]:
    """The rooms that `room` may not know: those of a step above, and those beside it."""
    number = next(number for number, step in enumerate(STEPS) if room in step)
    return {other for step in STEPS[: number + 1] for other in step} - {room}


def extras(modules: Iterable[str]) -> set[str]:
    """Which of the libraries among `modules` are extras."""
    return {name.partition(".")[0] for name in modules} & {"anki", "psycopg"}


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


@pytest.mark.parametrize("room", [room for step in STEPS[2:] for room in step])
def test_importing_a_room_loads_nothing_that_it_may_not_know(room: str) -> None:
    """The contracts read the imports; this looks at what they load, as an import inside a
    library or by name would. No room loads an extra."""
    modules = loaded(f"study_app.{room}")
    assert not extras(modules)
    assert f"study_app.{room}" in modules
    # wcwidth loads `secrets` for the marks of its hyperlinks, which we do not use.
    elsewhere = STANDARD | (loaded("wcwidth") if room in CORE_ROOMS else set())
    assert not modules & (forbidden(room) - elsewhere)
    assert not {f"study_app.{other}" for other in above(room)} & modules


def test_home_reads_no_yaml() -> None:
    """The bank that was read last is kept: what starts the app loads no parser."""
    assert "yaml" not in loaded("study_app.usecases")


@pytest.mark.parametrize("room", [room for step in STEPS[:2] for room in step])
def test_no_front_end_loads_an_extra(room: str) -> None:
    """They are imported when somebody asks for what needs them; for the other rooms see above."""
    assert not extras(loaded(f"study_app.{room}"))


def test_this_test_sees_what_is_loaded() -> None:
    assert {"textual", "rich", "sqlite3"} <= loaded("study_app.tui")
    assert extras(["json", "psycopg.rows"]) == {"psycopg"}
    assert {"yaml", "sqlite3"} <= forbidden("learning")
    assert above("bank") >= {"cli", "tui", "usecases", "store", "settings"}
