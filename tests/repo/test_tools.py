"""How this repository is set up: the app without tools, the tools with an upper bound, one command
that runs the tests."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.yaml_files import read_yaml

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS: dict[str, list[str]] = PROJECT["dependency-groups"]

FENCED = re.compile(r"^```\n(.+)\n```$", re.MULTILINE)


def commands(document: str) -> list[str]:
    """The lines that a document of this repository says to type, each in a block of its own."""
    return FENCED.findall((ROOT / document).read_text(encoding="utf-8"))


def test_the_app_comes_without_the_tools_and_the_tests_with_them() -> None:
    assert PROJECT["tool"]["uv"]["default-groups"] == []
    assert commands("README.md")[:2] == [
        "pip install uv && uv run dva",
        "pip install uv && uv run --group dev pytest",
    ]


def test_the_test_command_is_the_same_wherever_it_stands() -> None:
    _, tests = commands("README.md")[:2]
    assert commands(".github/CONTRIBUTING.md")[0] == tests
    assert tests.removeprefix("pip install uv && uv run ") in (ROOT / ".ci/run").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("tool", [tool for group in GROUPS.values() for tool in group])
def test_a_development_tool_has_an_upper_bound(tool: str) -> None:
    """Warnings are errors, so that a new release of a tool may break what passed the day before."""
    assert re.fullmatch(r"[A-Za-z-]+(\[[a-z]+\])?>=[\d.]+,<[\d.]+", tool)


WORKFLOWS: dict[str, Any] = {
    path.stem: read_yaml(path) for path in (ROOT / ".github" / "workflows").glob("*.yml")
}


def steps(workflow: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = WORKFLOWS[workflow]["jobs"][job]["steps"]
    return found


def test_the_tests_run_on_three_systems_with_the_oldest_and_the_newest_python() -> None:
    matrix = WORKFLOWS["tests"]["jobs"]["tests"]["strategy"]["matrix"]
    assert {system.partition("-")[0] for system in matrix["os"]} == {"ubuntu", "macos", "windows"}
    supported = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["project"]["classifiers"]))
    assert PROJECT["project"]["requires-python"] == f">={supported[0]}"
    assert matrix["python"] == [supported[0], supported[-1]]
    assert steps("tests", "tests")[-1]["run"] == commands("README.md")[1]
    assert steps("tests", "checks")[-1]["run"] == "bash .ci/run"


def test_a_version_is_published_without_a_password_that_is_kept() -> None:
    """Only the job that uploads may ask for an identity, and it runs no code of this repository."""
    build, publish = WORKFLOWS["publish"]["jobs"]["build"], WORKFLOWS["publish"]["jobs"]["publish"]
    assert "permissions" not in build
    assert publish["needs"] == "build"
    assert publish["permissions"] == {"id-token": "write"}
    assert publish["environment"] == "pypi"
    assert not [step for step in publish["steps"] if "run" in step]
    assert "secrets." not in (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_major_version(name: str) -> None:
    used = [
        step["uses"]
        for job in WORKFLOWS[name]["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    ]
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w/-]+@(v|release/v)\d+", one)] == []
