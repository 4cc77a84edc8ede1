"""How this repository is set up: the app without tools, the tools with an upper bound, one command
that runs the tests."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

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
    assert re.fullmatch(r"[A-Za-z-]+>=[\d.]+,<[\d.]+", tool)
