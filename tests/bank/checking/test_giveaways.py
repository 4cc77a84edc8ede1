"""A topic whose options give the key away by their length."""

from pathlib import Path

import pytest

from study_app.bank.checking.check import check
from tests.bank.checking.test_check import TODAY

QUESTION = """
  - id: question-{number}
    kind: choice
    card: bounds
    prompt: Which of the {number} words is right?
    options:
      a: {{text: "{a}", correct: true, why: It is.}}
      b: {{text: "{b}", why: It is not.}}
      c: {{text: "{c}", why: It is not.}}
      d: {{text: "{d}", why: It is not.}}
    skills: {{exam-a: [1.1.1]}}
    source: https://docs.aws.amazon.com/bounds.html
    checked: 2026-11-23
    difficulty: 1
"""


def write(content: Path, keys: list[int]) -> None:
    """Append a question for each length of its key, between distractors of 3 to 7 signs."""
    topic = content / "topics" / "rolling.yaml"
    text = topic.read_text(encoding="utf-8")
    for number, length in enumerate(keys, start=100):
        b, c, d = (letter * size for letter, size in zip("bcd", (3, 5, 7), strict=True))
        text += QUESTION.format(number=number, a="a" * length, b=b, c=c, d=d)
    topic.write_text(text, encoding="utf-8")


def problems(content: Path) -> list[str]:
    found = [problem.message for problem in check([content], TODAY, beside=[]).problems]
    return [message for message in found if message.startswith("always picking")]


@pytest.mark.parametrize(("length", "name"), [(9, "longest"), (1, "shortest")])
def test_a_topic_whose_keys_stand_out_by_length_is_refused(
    content: Path, length: int, name: str
) -> None:
    """'a topic where always picking the longest, or the shortest, option beats chance'"""
    write(content, [length] * 20)
    (message,) = problems(content)
    assert message.startswith(f"always picking the {name} option finds ")
    assert message.endswith(f"; vary which option is the {name}")


def test_a_topic_whose_keys_have_any_length_is_not(content: Path) -> None:
    write(content, [1, 4, 6, 9] * 5)
    assert problems(content) == []


def test_of_few_questions_nothing_is_said(content: Path) -> None:
    write(content, [9] * 10)
    assert problems(content) == []
