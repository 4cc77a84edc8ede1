"""How often the grader is right on the labelled answers of thirteen examiners."""

import importlib.util
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from study_app.grading.grader import Grader

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("confusion.py")


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("grading_confusion", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look for the names of their annotations
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def confusion() -> ModuleType:
    return load()


@pytest.fixture(scope="module")
def graders(confusion: ModuleType) -> Callable[[bool], Grader]:
    """One that knows every row, with or without the authors' confusables."""

    @cache
    def grader(confusables: bool) -> Grader:
        rows = [row for file in confusion.SETS.values() for row in confusion.read_rows(file)]
        built: Grader = confusion.build_grader(rows, confusables=confusables)
        return built

    return grader


# Wrong graded correct, correct not graded correct, close graded close; in percent. What is
# reached, rounded up. The grader was built with the first two sets and met each other one unseen:
# fresh at 0.0, 1.5 and 69, services at 0.9, 9.3 and 67, services-unseen at 0.5, 8.0 and 89,
# third-author at 0.6, 15.7 and 57, fourth-author at 1.2, 3.3 and 50, fifth-author at 0.0, 10.3
# and 44, sixth-author at 0.9, 11.8 and 29, seventh-author at 0.0, 5.6 and 51. After the kinds of
# the sixth were fixed, the seventh was measured once more before it was looked at: 0.0, 5.6 and 63.
# The eighth was met at 0.0, 7.5 and 54, the ninth at 0.0, 3.6 and 51, both with what the questions
# call near; the tenth at 0.0, 4.8 and 61, the eleventh at 0.0, 2.4 and 63, the twelfth at 0.0, 3.8
# and 84, the thirteenth at 0.0, 4.4 and 66.
CEILINGS = [
    ("grading.yaml", 0.3, 0.5, 96.0),
    ("grading-second-author.yaml", 0.3, 0.5, 96.0),
    ("grading-fresh.yaml", 0.3, 0.5, 97.0),
    ("grading-services.yaml", 0.3, 2.3, 95.0),
    ("grading-services-unseen.yaml", 0.3, 2.8, 94.0),
    ("grading-third-author.yaml", 0.3, 0.5, 96.0),
    ("grading-fourth-author.yaml", 0.3, 1.0, 99.0),
    ("grading-fifth-author.yaml", 0.3, 1.5, 94.0),
    ("grading-sixth-author.yaml", 0.3, 0.5, 91.0),
    ("grading-seventh-author.yaml", 0.3, 1.0, 97.0),
    ("grading-eighth-author.yaml", 0.3, 1.0, 83.0),
    ("grading-ninth-author.yaml", 0.3, 0.5, 79.0),
    ("grading-tenth-author.yaml", 0.3, 0.5, 91.0),
    ("grading-eleventh-author.yaml", 0.3, 0.5, 85.0),
    ("grading-twelfth-author.yaml", 0.3, 0.5, 98.0),
    ("grading-thirteenth-author.yaml", 0.3, 0.5, 93.0),
    # Not worked on: what the grader reached on authors it had never seen.
    ("grading-fourteenth-author.yaml", 0.3, 3.0, 88.0),
    ("grading-fifteenth-author.yaml", 0.3, 5.0, 72.0),
]

# Wrong graded close, of any set: a grader that finds everything close keeps every close answer.
# By whether the grader knows the confusables of the authors.
HALF_THROUGH = {True: 2.6, False: 3.6}


@pytest.mark.parametrize("confusables", [True, False], ids=["with", "without"])
@pytest.mark.parametrize(("name", "let_through", "turned_away", "close_kept"), CEILINGS)
def test_labelled_answers_stay_within_their_ceilings(
    confusion: ModuleType,
    graders: Callable[[bool], Grader],
    name: str,
    let_through: float,
    turned_away: float,
    close_kept: float,
    confusables: bool,
) -> None:
    """The grader must not depend on an author's `confusables`."""
    grader = graders(confusables)
    figures = confusion.measure(confusion.read_rows(name), confusion.by(grader))
    assert figures.let_through <= let_through
    assert figures.half_through <= HALF_THROUGH[confusables]
    assert figures.turned_away <= turned_away
    assert figures.close_kept >= close_kept


def test_a_plain_threshold_is_far_worse(confusion: ModuleType) -> None:
    """shared/spec/grading.md: ratio >= 85 lets 13 % through and turns 22-26 % away."""
    figures = confusion.measure(confusion.read_rows("grading.yaml"), confusion.ratio_of(85))
    assert figures.let_through > 10
    assert figures.turned_away > 20


def test_one_command_prints_the_table(
    confusion: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    confusion.main(["--by-category", "second author"])
    table = capsys.readouterr().out
    assert "second author  ratio >= 90" in table
    assert "translit" in table
