"""`dva grade BANK ANSWERS`: a teacher's input, and the output."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from study_app.bank.gradebook import read_questions
from study_app.cli.output import Bar
from tests.cli.program import Dva
from tests.shipped import shipped
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[1] / "data"
BANK = """\
topic: class
questions:
  - id: capital
    kind: typed
    prompt: Which strategy fills instances?
    answer: {kind: text, accept: [binpack], confusables: [spread]}
  - {id: wait, kind: typed, prompt: How long?, answer: {kind: number, accept: ["1.10 seconds"]}}
  - {id: other, kind: choice, prompt: Not typed, options: {}}
"""


def grade(
    tmp_path: Path, bank: str, answers: str, *options: str
) -> subprocess.CompletedProcess[str]:
    (tmp_path / "bank.yaml").write_text(bank, encoding="utf-8")
    (tmp_path / "answers.yaml").write_text(answers, encoding="utf-8")
    return Dva(tmp_path)("grade", "bank.yaml", "answers.yaml", *options)


def test_every_answer_comes_back_graded_and_in_order(tmp_path: Path) -> None:
    answers = (
        "- {question: capital, response: Binpack}\n"
        "- {question: wait, response: 1.10 seconds}\n"
        "- {question: capital, response: spread}\n"
        "- {question: capital, response: ''}\n"
    )
    done = grade(tmp_path, BANK, answers, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    rows = json.loads(done.stdout)
    assert [row["verdict"] for row in rows] == ["correct", "correct", "wrong", "wrong"]
    fields = {"question", "response", "verdict", "score", "matched", "reason"}
    assert all(set(row) == fields for row in rows)
    assert [row["response"] for row in rows] == ["Binpack", "1.10 seconds", "spread", ""]


def test_a_description_in_the_words_of_the_file_is_close(tmp_path: Path) -> None:
    bank = """\
cards:
  - {id: modes, title: Strategies, body: "`binpack` leaves the fewest instances in use."}
questions:
  - id: few
    kind: typed
    card: modes
    prompt: Which strategy is the cheapest?
    answer: {kind: text, accept: [binpack], confusables: [spread]}
    why: [not, a, text]
"""
    answers = "- {question: few, response: the fewest instances are in use}"
    done = grade(tmp_path, bank, answers, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    row = json.loads(done.stdout)[0]
    assert (row["verdict"], row["matched"]) == ("close", "binpack")
    assert row["reason"].startswith("Describes it")


def test_json_is_read_like_yaml_whatever_it_holds(tmp_path: Path) -> None:
    answers = (
        '[{"question": "capital", "response": "bin\\u200bpack \\ud83d\\ude00 \\ud800 \\u001b"}]'
    )
    done = grade(tmp_path, BANK, answers, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["response"] == "bin\u200bpack \U0001f600 \ud800 \x1b"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_and_sets_nothing_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A hidden cursor would stay hidden where a signal ends the program."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    bar = Bar("grading", 1_000)
    for done in range(1, 1_001):
        bar.show(done)
    drawn = terminal.getvalue()
    assert "\x1b" not in drawn
    assert drawn.count("\r") == 101
    assert drawn.endswith(f"\rgrading  [{'#' * Bar.WIDTH}]  100%\n")
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    Bar("grading", 1).show(1)
    assert pipe.getvalue() == ""


TOPICS = sorted((Path(__file__).parents[2] / "content" / "topics").glob("*.yaml"))


def test_every_shipped_topic_is_a_bank() -> None:
    """One reader for one format: also answers that a scenario gives are read."""
    scenarios = shipped().scenarios
    found = {path.stem: read_questions(path, scenarios) for path in TOPICS}
    assert found["ecs-rolling-update"]["worked-lower"].answer.accept == ("2 tasks",)
    assert all(question.answer.accept for topic in found.values() for question in topic.values())


def test_a_shipped_topic_is_described_in_korean_too(tmp_path: Path) -> None:
    """`일반 태그` is in the Korean explanation alone."""
    bank = (Path(__file__).parents[2] / "content/topics/docker.yaml").read_text("utf-8")
    answers = "- {question: missing-tag, response: 일반 태그}\n"
    rows = json.loads(grade(tmp_path, bank, answers, "--json").stdout)
    assert [row["verdict"] for row in rows] == ["close"]


def test_an_answer_of_a_scenario_is_graded(tmp_path: Path) -> None:
    bank = (Path(__file__).parents[2] / "content/topics/ecs-rolling-update.yaml").read_text("utf-8")
    done = grade(tmp_path, bank, "- {question: worked-lower, response: two tasks}\n", "--json")
    assert json.loads(done.stdout)[0]["verdict"] == "correct"


def test_lines_for_a_reader_end_with_the_totals(tmp_path: Path) -> None:
    done = grade(tmp_path, BANK, "- {question: capital, response: binpack}\n")
    assert done.stdout.splitlines()[-1] == "1 answer: 1 correct, 0 close, 0 wrong"


@pytest.mark.parametrize(
    ("bank", "answers", "message"),
    [
        (BANK, "- {question: capitol, response: x}", "unknown question 'capitol'; did you mean"),
        (BANK, "- {question: other, response: x}", "unknown question 'other'"),
        (BANK, "- just text", "answer 1 must be {question: ID, response: TEXT}"),
        (BANK, "question: capital", "answers must be a list"),
        (BANK, "- [", "not valid YAML"),
        ("topic: x", "[]", "a bank must have a list 'questions'"),
        ("questions: [{id: a, kind: typed}]", "[]", "bank.yaml:1:13: missing field 'answer'"),
        ("questions:\n- {id: a, answer: {kind: text, acept: [x]}}", "[]", "did you mean 'accept'"),
        ("questions: [{id: a, answer: {kind: text, accept: []}}]", "[]", "must not be empty"),
    ],
)
def test_bad_input_gets_one_message_and_exit_2(
    tmp_path: Path, bank: str, answers: str, message: str
) -> None:
    done = grade(tmp_path, bank, answers, "--json")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_the_labelled_rows_are_graded_through_the_command(tmp_path: Path) -> None:
    rows = read_yaml(DATA / "grading-second-author.yaml")
    bank = {"questions": [{"kind": "typed", **row} for row in rows]}
    answers = [
        {"question": row["id"], "response": response["text"]}
        for row in rows
        for response in row["responses"]
    ]
    done = grade(tmp_path, json.dumps(bank), json.dumps(answers), "--json")
    graded = json.loads(done.stdout)
    labels = [response["label"] for row in rows for response in row["responses"]]
    wrong = [row["verdict"] for row, label in zip(graded, labels, strict=True) if label == "wrong"]
    assert wrong.count("correct") == 0
