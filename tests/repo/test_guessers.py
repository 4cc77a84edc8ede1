"""A guesser who goes by the form of the options does no better than chance."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.shipped import shipped

POINTS = 5.0
SCRIPT = Path(__file__).with_name("guessers.py")


def guessers() -> ModuleType:
    spec = importlib.util.spec_from_file_location("guessers", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look for the names of their annotations
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    found = guessers().scores(shipped())
    return {name: score.gain for name, score in found.items()}


@pytest.mark.parametrize("name", guessers().GUESSERS)
def test_a_guesser_stays_near_chance(scores: dict[str, float], name: str) -> None:
    assert abs(scores[name]) <= POINTS
