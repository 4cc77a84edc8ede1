"""The notes that this project grew from are served completely."""

from pathlib import Path

import pytest

from study_app.bank.bank import Bank
from tests.shipped import shipped
from tests.yaml_files import read_yaml

STATEMENTS: list[dict[str, str]] = read_yaml(
    Path(__file__).parents[1] / "data" / "seed-statements.yaml"
)
CHAPTER = {
    "docker",
    "ecs",
    "ecs-task-definition",
    "ecs-placement",
    "ecs-auto-scaling",
    "ecs-rolling-update",
    "ecr",
    "copilot",
    "eks",
}


@pytest.fixture(scope="module")
def bank() -> Bank:
    return shipped()


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: row["statement"][:60])
def test_every_statement_of_the_notes_has_a_card(row: dict[str, str], bank: Bank) -> None:
    assert row["card"] in bank.cards


def test_the_statements_reach_every_topic_of_the_chapter() -> None:
    assert {row["card"].partition("/")[0] for row in STATEMENTS} == CHAPTER
