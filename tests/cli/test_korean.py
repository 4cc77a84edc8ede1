"""The commands in Korean: help, errors and output have no English except names and code."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from study_app.cli.main import ON_DEMAND, main
from study_app.simulator.kinds.registry import KINDS
from study_app.words.width import display_width
from tests.latin import english, phrases

METAVARS = {"OPTIONS", "COMMAND", "ARGS", "TEXT", "INTEGER", "FLOAT"}
FORMATS = {"Anki", "anki", "csv", "gift", "jsonl", "markdown", "Moodle", "moodle-xml"}
PAGE = r"\((?:문서에 있음|이 모델의 가정).*"
"""A page of AWS, which has its name in English."""
VERDICTS = {"Correct", "Close", "Wrong", "Result", "Domain", "interval", "of", "to"}
"""Scripts look for these at the beginning of a line."""


def said(*arguments: str, folder: Path, given: str = "") -> str:
    """What `dva --lang ko` prints, errors too."""
    before = ("--data-dir", str(folder), "--lang", "ko")
    return CliRunner().invoke(main, [*before, *arguments], input=given, prog_name="dva").output


def every_command() -> Iterator[tuple[str, ...]]:
    yield ()
    for name in sorted([*main.commands, *ON_DEMAND]):
        yield (name,)
    for kind in KINDS.values():
        yield from (("simulate", one.command.name) for one in kind.modes if one.command)


@pytest.mark.parametrize("command", [*every_command()], ids=" ".join)
def test_help_is_korean(command: tuple[str, ...], tmp_path: Path) -> None:
    text = said(*command, "--help", folder=tmp_path)
    # Options, placeholders and examples are typed as they are.
    code = (
        r"예: .*|^ {9,}--.*|^  \w+ +--.*|--[a-z-]+.*?(?=  )|\[[^]]*\]|^사용법:.*|"
        r"\{version(?:.|\n)*?\}\]\}|\{question.*"
    )
    names = {name for one in every_command() for name in one} | FORMATS | {"none", "both", "az"}
    assert not english(re.sub(code, " ", text, flags=re.MULTILINE)) - names, text
    assert re.search("[가-힣]", text)


@pytest.mark.parametrize("command", ["simulate", "exam"])
def test_examples_stand_below_each_other(command: str, tmp_path: Path) -> None:
    """Each letter of Hangul takes two cells."""
    text = said(command, "--help", folder=tmp_path)
    _usage, first, second = re.findall(rf"^(.*)dva {command} \S", text, flags=re.MULTILINE)
    assert (display_width(first), second.strip()) == (len(second), "")


def test_the_language_may_stand_behind_the_command(tmp_path: Path) -> None:
    behind = CliRunner().invoke(main, ["due", "--help", "--lang", "ko"], prog_name="dva").output
    assert behind == said("due", "--help", folder=tmp_path)
    assert "오늘 할 것" in behind


def test_help_after_korean_is_english_again(tmp_path: Path) -> None:
    said("due", "--help", folder=tmp_path)
    assert (
        "Show what is due today"
        in CliRunner().invoke(main, ["due", "--help", "--lang", "en"]).output
    )


def test_korean_help_keeps_to_the_width(tmp_path: Path) -> None:
    for command in ((), ("restore",), ("simulate", "place")):
        rows = said(*command, "--help", folder=tmp_path).splitlines()
        assert all(display_width(row) <= 80 for row in rows if "--instance" not in row), rows


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("quiz", "--nothing"),
        ("quiz", "-n", "x", "--plain"),
        ("quiz", "-n", "0", "--plain"),
        ("quiz", "--kind", "x"),
        ("quiz", "nothing", "--plain"),
        ("quiz", "--domain", "9", "--plain"),
        ("quiz", "--skill", "9", "--plain"),
        ("quiz", "--content", "nothing", "--plain"),
        ("quiz",),
        ("cards", "nothing", "--plain"),
        ("lab", "nothing", "--plain"),
        ("lab", "nothing.yaml", "--plain"),
        ("exam", "--json"),
        ("exam", "nothing", "--plain"),
        ("exam", "--domain", "9", "--plain"),
        ("plan", "--date", "x"),
        ("plan", "--date", "2001-01-01"),
        ("plan", "--exam", "x"),
        ("backup",),
        ("restore",),
        ("restore", "nothing.db", "--yes"),
        ("grade", "nothing.yaml", "nothing.yaml"),
        ("check", "nothing.yaml"),
        ("search",),
        ("simulate", "nothing.yaml"),
        ("simulate", "rollout", "--desired", "-1"),
        ("simulate", "rollout"),
        ("simulate", "place", "--instance", "a,cpu"),
        ("simulate", "place", "--instance", "a,cpu=x"),
        ("simulate", "place", "--instance", "a", "--strategy", "x"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_an_error_is_korean(arguments: tuple[str, ...], tmp_path: Path) -> None:
    text = said(*arguments, folder=tmp_path)
    names = {"nothing", "none", "lab", "instances"}
    listed = r"(?:쓸 수 있는 것|시험|주제|있는 것|쓰세요|대신): .*|^사용법:.*|도움말: .*"
    assert re.search("[가-힣]", text)
    left = english(re.sub(listed, " ", text, flags=re.MULTILINE))
    assert not left - names, text


PLAIN = ("--plain", "--seed", "3")
OUTPUT: dict[str, Sequence[tuple[tuple[str, ...], str]]] = {
    "quiz": [((*PLAIN, "-n", "4"), "1\n/hint\n2\n\n/flag\n\n"), ((*PLAIN,), "/help\n/skip\n")],
    "review": [(PLAIN, "1\n2\n\n")],
    "exam": [((*PLAIN, "--questions", "3"), "/new\n1\n\n/submit\n"), (("--list",), "")],
    "due": [((), "")],
    "plan": [((), ""), (("--date", "2127-01-31", "--minutes", "20"), "")],
    "stats": [((), "")],
    "where": [((), "")],
    "keys": [((), "")],
    "backup": [((), ""), (("copy.db",), "")],
    "restore": [(("copy.db", "--yes"), ""), (("--recover",), "")],
    "search": [(("xyzzy",), "")],
    "cards": [(("ecs-placement", "--plain"), "")],
    "lab": [(("--plain",), "")],
    "check": [(("mine",), "")],
    "grade": [(("bank.yaml", "answers.yaml"), "")],
    "simulate": [(("cases.yaml",), ""), (("rollout", "--desired", "4", "--trace"), "")],
    "export": [(("cards.md", "--topic", "ecr"), "")],
    "import": [(("questions.gift", "made"), "")],
    "sync": [(("copy.db",), "")],
}
"""What is run of each command, one after the other in one folder, and what is typed there."""

COMMAND_ID = r"\b[a-z]+\.[a-z.-]+\b"
KINDS_OF_QUESTIONS = "choices ordering typed worked"
LEFT = {
    **dict.fromkeys(("due", "stats", "exam", "check"), f"{KINDS_OF_QUESTIONS} ko botocore"),
    "simulate": "floor lower upper old new states",  # fields of a result, and formulas
    "lab": "lab",
    "restore": "restore",
}
"""Names that no quotes mark: kinds as `--kind` takes them, fields, commands."""

GIVEN = {
    "mine/topics/mine.yaml": "topic: mine\ntitle: [x]\n",
    "bank.yaml": "questions:\n- {id: q, kind: typed, answer: {kind: text, accept: [ecr]}}\n",
    "answers.yaml": "- {question: q, response: ecr}\n- {question: q, response: sqs}\n",
    "cases.yaml": "cases: [{id: c, kind: rolling, input: {desired: 2}, expected: {}}]\n",
    "questions.gift": "::one:: Which? {=a ~b ~c ~d}\n::two:: x {\n",
}


def test_every_command_is_run() -> None:
    assert set(OUTPUT) == {*main.commands, *ON_DEMAND}


def test_what_commands_print_is_korean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in GIVEN.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    for command, runs in OUTPUT.items():
        for arguments, given in runs:
            text = said(command, *arguments, folder=tmp_path, given=given)
            names = COMMAND_ID if command == "keys" else rf"{PAGE}|\S+\.(?:db|gift)\S*"
            left = english(re.sub(names, " ", text)) - VERDICTS
            assert not left - set(LEFT.get(command, "").split()), (command, arguments, text)
            assert not phrases(text), (command, arguments, text)


SCENARIOS = ("notes-rolling-update", "az-then-binpack", "distinct-instance-short", "canary-shift")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_is_told_in_korean(scenario: str, tmp_path: Path) -> None:
    text = said("lab", scenario, "--plain", folder=tmp_path)
    # What AWS says, a formula and the name of its page, which AWS has in English.
    code = rf"^! .*|^    \S.*=.*|^    \S+$|{PAGE}"
    assert not english(re.sub(code, " ", text, flags=re.MULTILINE)) - {"mem"}
    assert not re.search(r"tasks of|no limit|remaining|least", text)


def test_click_takes_the_help_page_of_the_program() -> None:
    assert click.Context.formatter_class.__module__ == "study_app.cli.speech"
