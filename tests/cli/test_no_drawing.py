"""What a screen reader is given: words and numbers, and nothing that is drawn."""

import re
from pathlib import Path

import pytest

from tests.cli.program import Dva
from tests.shipped import shipped

DATA = Path(__file__).parents[1] / "data"
DRAWN = re.compile("[\u2500-\u259f\u2800-\u28ff✓✔✗✘✕●○◉◌■□▪▫▲▼▶▸◀◂★☆⚑]")
"""Box-drawing, block and Braille characters, and marks that stand for a word."""

ANSWERS = "\n".join(["1", "1 2", "lambda", "2 1 3", "1a 2b 3c", "/hint", "/flag", "2", ""] * 6)
KINDS = ("choice", "choices", "typed", "ordering", "matching", "worked")
OF_LAB = {scenario.case.kind: name for name, scenario in shipped().scenarios.items()}
"""A scenario of each kind."""


@pytest.mark.parametrize(
    "command",
    [
        *(f"quiz -n 3 --kind {kind} --seed 1 --plain" for kind in KINDS),
        *(f"lab {name} --plain" for name in OF_LAB.values()),
        "exam --questions 3 --plain",
        "cards ecs-rolling-update --plain",
        f"simulate {DATA / 'golden.yaml'} --trace",
        f"simulate {DATA / 'timelines.yaml'}",
        "simulate rollout --desired 4 --min 50 --max 100",
        "search placement",
        "lab --plain",
    ],
)
def test_plain_lines_have_no_drawing(dva: Dva, command: str) -> None:
    for language in ("en", "ko"):
        found = dva(*command.split(), "--lang", language, given=ANSWERS)
        assert len(found.stdout) > 100, found.stderr
        assert DRAWN.findall(found.stdout + found.stderr) == []


def test_what_is_told_of_answers_has_no_drawing(dva: Dva) -> None:
    dva("quiz", "-n", "6", "--plain", given=ANSWERS)
    dva("exam", "--questions", "3", "--plain", given="1\n1 2\n1\n1 2\n/submit\n/submit\n")
    for command in ("review --plain", "stats", "plan", "due"):
        for language in ("en", "ko"):
            found = dva(*command.split(), "--lang", language, given=ANSWERS)
            assert found.stdout, found.stderr
            assert DRAWN.findall(found.stdout + found.stderr) == []


def test_a_drawing_is_found() -> None:
    assert DRAWN.findall("a ━ ✓ b ▄⣿ ● c → … · ×") == ["━", "✓", "▄", "⣿", "●"]
