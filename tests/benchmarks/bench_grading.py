"""The cost of grading a typed answer: `uv run --group dev pytest -n 0
tests/benchmarks/bench_grading.py`.

Among 5,000 known terms, beside one `fuzz.ratio` over the accepted forms. The aim is a 99th
percentile under 2 ms an answer, and an index built in under 300 ms.
"""

from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz import fuzz

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.bank.places import shipped_content
from study_app.grading.answer import Answer, AnswerKind
from tests.yaml_files import read_yaml

TERMS = 5_000
ROWS = read_yaml(Path(__file__).parents[1] / "data" / "grading.yaml")


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
    benchmark(bank.grader, answers)


def test_grade(benchmark: BenchmarkFixture, bank: Bank, answers: list[Answer]) -> None:
    """A round grades every labelled row; divide by their number for one answer."""
    grader = bank.grader(answers)
    rows = _rows()

    def grade_all() -> None:
        for text, answer, prompt in rows:
            grader.grade(text, answer, prompt)

    benchmark.extra_info["rows"] = len(rows)
    benchmark(grade_all)


def test_slowest_answer(benchmark: BenchmarkFixture, bank: Bank, answers: list[Answer]) -> None:
    """The answer that stands at the 99th percentile of all rows."""
    grader = bank.grader(answers)
    times = []
    for text, answer, prompt in _rows():
        began = perf_counter()
        grader.grade(text, answer, prompt)
        times.append((perf_counter() - began, text, answer, prompt))
    times.sort(key=lambda timed: timed[0])
    _, text, answer, prompt = times[round(len(times) * 0.99)]
    benchmark(grader.grade, text, answer, prompt)


def test_plain_ratio(benchmark: BenchmarkFixture) -> None:
    """One `fuzz.ratio` an accepted form, over every labelled row."""
    rows = _rows()

    def ratio_all() -> None:
        for text, answer, _ in rows:
            max(fuzz.ratio(text, accepted) for accepted in answer.accept)

    benchmark(ratio_all)


def _rows() -> list[tuple[str, Answer, str]]:
    return [
        (str(response["text"]), _answer(row), row["prompt"])
        for row in ROWS
        for response in row["responses"]
    ]


def _answer(row: dict[str, Any]) -> Answer:
    given = row["answer"]
    confusables = tuple(given.get("confusables", ()))
    return Answer(AnswerKind(given["kind"]), tuple(given["accept"]), confusables)
