"""The commands in Korean: help, errors and what they print have no English but names and code."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from study_app.cli.main import ON_DEMAND, main
from study_app.simulator.kinds.registry import KINDS
from study_app.words.width import display_width
from tests.latin import english

METAVARS = {"OPTIONS", "COMMAND", "ARGS", "TEXT", "INTEGER", "FLOAT"}
FORMATS = {"Anki", "anki", "csv", "gift", "jsonl", "markdown", "Moodle", "moodle-xml"}
PAGE = r"\(= 문서에 있음.*"
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


def test_what_commands_print_is_korean(tmp_path: Path) -> None:
    def left(*arguments: str, given: str = "") -> set[str]:
        text = said(*arguments, folder=tmp_path, given=given)
        return english(re.sub(PAGE, " ", text)) - VERDICTS

    plain = ("--plain", "--seed", "3")
    assert not left("quiz", *plain, "-n", "4", given="1\n/hint\n2\n\n/flag\n\n")
    assert not left("review", *plain, given="1\n2\n\n")
    assert not left("exam", *plain, "--questions", "3", given="/new\n1\n\n/submit\n")
    for command in ("due", "plan", "stats", "where", "backup"):
        assert not left(command) - {"typed"}, command  # a kind, as --kind takes it
    assert not left("search", "xyzzy") - {"xyzzy"}
    assert not left("cards", "ecs-placement", "--plain")


SCENARIOS = ("notes-rolling-update", "az-then-binpack", "distinct-instance-short", "canary-shift")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_is_told_in_korean(scenario: str, tmp_path: Path) -> None:
    text = said("lab", scenario, "--plain", folder=tmp_path)
    # Pictures, what AWS says, a formula and the name of its page, which AWS has in English.
    code = r"^.*[│┌└─■▪●□].*$|^! .*|^    \S.*=.*|^    \S+$|\(= 문서에 있음.*|\(≈ .*"
    assert not english(re.sub(code, " ", text, flags=re.MULTILINE)) - {"mem"}
    assert not re.search(r"tasks of|no limit|remaining|least", text)


def test_click_takes_the_help_page_of_the_program() -> None:
    assert click.Context.formatter_class.__module__ == "study_app.cli.speech"
