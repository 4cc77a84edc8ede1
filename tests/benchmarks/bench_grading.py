"""What a typed answer costs: `uv run --group bench pytest tests/benchmarks/bench_grading.py`.

Among 5,000 known terms, beside one `fuzz.ratio` over the accepted forms. The aim is a 99th
percentile under 2 ms an answer, and an index built in under 300 ms.
"""

from itertools import cycle
from pathlib import Path
from random import Random

import pytest
import yaml
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz import fuzz

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.bank.places import shipped_content
from study_app.learning.grading.grader import Grader
from study_app.learning.items import Answer, AnswerKind

TERMS = 5_000
ROWS = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "grading.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load((shipped_content(),))


@pytest.fixture(scope="module")
def answers(bank: Bank) -> list[Answer]:
    """The keys of the labelled rows, and terms made of the bank's own words up to 5,000."""
    words = sorted({entry.en for entry in bank.glossary.values()})
    chance = Random(1)
    made = {" ".join(chance.sample(words, chance.randint(1, 3))) for _ in range(TERMS)}
    return [Answer(AnswerKind.TEXT, (term,)) for term in sorted(made)] + [
        _answer(row) for row in ROWS
    ]


def test_index(benchmark: BenchmarkFixture, bank: Bank, answers: list[Answer]) -> None:
    benchmark.pedantic(lambda: bank.grader(answers), rounds=5)


def test_grade(benchmark: BenchmarkFixture, bank: Bank, answers: list[Answer]) -> None:
    grader: Grader = bank.grader(answers)
    rows = cycle(
        (str(one["text"]), _answer(row), row["prompt"]) for row in ROWS for one in row["responses"]
    )
    benchmark.pedantic(lambda *row: grader.grade(*row), setup=lambda: (next(rows), {}), rounds=2000)


def test_plain_ratio(benchmark: BenchmarkFixture) -> None:
    rows = cycle((str(one["text"]), _answer(row)) for row in ROWS for one in row["responses"])

    def ratio(text: str, answer: Answer) -> float:
        return max(fuzz.ratio(text, accepted) for accepted in answer.accept)

    benchmark.pedantic(ratio, setup=lambda: (next(rows), {}), rounds=2000)


def _answer(row: dict[str, dict[str, list[str]]]) -> Answer:
    given = row["answer"]
    confusables = tuple(given.get("confusables", ()))
    return Answer(AnswerKind(given["kind"]), tuple(given["accept"]), confusables)
