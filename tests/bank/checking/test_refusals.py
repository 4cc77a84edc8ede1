"""Every refusal of `dva check`, with the place that it names."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.yaml_files import read_yaml

ROWS: list[dict[str, Any]] = read_yaml(Path(__file__).parents[2] / "data" / "refusals.yaml")


@pytest.mark.parametrize("row", ROWS, ids=[row["rule"] for row in ROWS])
def test_each_mistake_is_named_with_its_place(
    refused: Callable[..., list[str]], row: dict[str, Any]
) -> None:
    assert refused(row["file"], row["old"], row["new"]) == row["problems"]


def test_mistakes_are_reported_together(refused: Callable[..., list[str]], content: Path) -> None:
    """'all problems in one run'"""
    assert refused("topics/rolling.yaml", "checked: 2026-11-23\n    era", "checked: never\n    era")
    assert len(refused("ko/topics/rolling.yaml", "  - id: match-roles", "  - id: match-rules")) == 2


def test_a_skill_without_a_question_is_refused_only_when_completeness_is_asked_for(
    refused: Callable[..., list[str]],
) -> None:
    assert refused("exams/exam-b.yaml", "minutes: 130", "minutes: 131") == []
    assert refused("exams/exam-b.yaml", "minutes: 131", "minutes: 130", complete=True) == [
        "exams/exam-a.yaml:21:18: exam-a skill 1.1.2 has no question",
        "exams/exam-b.yaml:16:18: exam-b skill 1.1.1 has no question",
    ]
