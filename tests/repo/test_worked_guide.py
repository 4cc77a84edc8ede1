"""`.github/WORKED.md` names every ask and every mistake, and its example is a sound question."""

import re
from datetime import date
from pathlib import Path

from study_app.bank.checking.check import check
from study_app.simulator.kinds.registry import KINDS
from tests.shipped import shipped_layers

GUIDE = (Path(__file__).parents[2] / ".github" / "WORKED.md").read_text(encoding="utf-8")
HEAD = "topic: guide\ntitle: Guide\nquestions:\n"
REST = """
    skills: {}
    source: https://docs.aws.amazon.com/example.html
    checked: 2026-11-23
    difficulty: 1
"""


def test_every_ask_is_named() -> None:
    named = set(re.findall(r"`([a-z_]+(?:\.NAME)?)`", GUIDE))
    for kind in KINDS.values():
        for name, ask in kind.asks.items():
            assert (name if ask.about is None else f"{name}.NAME") in named


def test_every_mistake_is_told() -> None:
    tables = {part.partition("\n")[0]: part for part in GUIDE.split("### ")[1:]}
    assert list(tables) == list(KINDS)
    for kind in KINDS.values():
        rows = re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", tables[kind.name], re.MULTILINE)
        assert rows == [(mistake.id, mistake.words.en) for mistake in kind.mistakes]


def test_the_example_is_sound(tmp_path: Path) -> None:
    example = (
        GUIDE.partition("```yaml\n")[2].partition("```")[0].replace("how many ...?", "how many?")
    )
    topic = tmp_path / "topics" / "guide.yaml"
    topic.parent.mkdir()
    topic.write_text(HEAD + example + REST, encoding="utf-8")
    report = check([tmp_path], date(2026, 11, 23), below=shipped_layers())
    assert [str(problem) for problem in report.problems] == []
    assert report.by_kind["worked"] == 1
