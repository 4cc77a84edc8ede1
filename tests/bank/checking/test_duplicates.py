"""Nobody should be asked the same thing twice."""

from datetime import date
from pathlib import Path

from study_app.bank.checking.check import check
from tests.shipped import shipped_layers

ITEM = """\
  - id: {id}
    kind: typed
    prompt: {prompt}
    answer: {{kind: text, accept: [binpack]}}
    why: It packs.
    skills: {{}}
    source: https://docs.aws.amazon.com/page.html
    checked: 2026-11-23
    difficulty: 1
"""
PROMPT = "Which placement strategy type uses the fewest container instances of a cluster?"


def problems(tmp_path: Path, *prompts: str) -> list[str]:
    file = tmp_path / "mine.yaml"
    items = [ITEM.format(id=f"q{n}", prompt=prompt) for n, prompt in enumerate(prompts)]
    text = "topic: mine\ntitle: Mine\nservices: []\ncards: []\nquestions:\n" + "".join(items)
    file.write_text(text, encoding="utf-8")
    report = check([file], date(2026, 11, 23), below=shipped_layers())
    return [problem.message for problem in report.problems]


def test_the_same_question_in_other_order_is_refused(tmp_path: Path) -> None:
    turned = "Of a cluster, which placement strategy type uses the fewest container instances?"
    (message,) = problems(tmp_path, PROMPT, turned)
    assert message.startswith("nearly the same question as 'mine/q0'")


def test_of_many_that_are_alike_each_is_named_once(tmp_path: Path) -> None:
    """A question is reported with one earlier one: a thousand of a kind had half a million."""
    alike = [f"{PROMPT} Take cluster {number}." for number in range(40)]
    assert len(problems(tmp_path, *alike)) == 39


def test_another_question_on_the_same_matter_is_not(tmp_path: Path) -> None:
    assert problems(tmp_path, PROMPT, "Which strategy type leaves the fewest instances idle?") == []
