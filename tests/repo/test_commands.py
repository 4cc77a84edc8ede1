"""The command table and what is made from it."""

import ast
import re
from pathlib import Path

import pytest

import study_app
from study_app.commands.command import Command
from study_app.commands.keys import key_name, with_jamo
from study_app.commands.table import PLACES, every_command
from study_app.drawing.curves import CURVES
from study_app.drawing.pictures import LOOKS, OLD_TASKS
from study_app.plain.keys import key_lines, key_table
from study_app.words.language import Language
from study_app.words.wording import KOREAN, say

PACKAGE = Path(study_app.__file__).parent
README = PACKAGE.parent / "README.md"
COMMANDS = list(every_command())
ALIASES = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+s", "ctrl+b", "ctrl+a", "ctrl+enter"}


def test_every_command_stands_in_one_place() -> None:
    classes = set(Command.__subclasses__())
    assert len(COMMANDS) == len(set(COMMANDS))
    assert set(COMMANDS) == classes


def test_ids_are_unique_and_name_their_place() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", one) for one in ids)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_speaks_both_languages(command: type[Command]) -> None:
    assert command.sentence(Language.EN).endswith(".")
    assert command.sentence(Language.KO).endswith(".")
    assert re.search("[가-힣]", command.name(Language.KO))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_no_key_clashes_with_a_terminal_or_a_multiplexer(command: type[Command]) -> None:
    assert not ALIASES & set(command.keys)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_key_that_a_korean_layout_sends(command: type[Command]) -> None:
    """A Korean layout sends jamo for letters, so every action also has another key."""
    other = [key for key in command.keys if len(key) > 1 or key.isdecimal()]
    jamo = set(with_jamo(command.keys)) - set(command.keys)
    assert other or (command.passes_key and jamo) or command.id == "home.leave"


def test_keys_of_one_place_do_not_clash() -> None:
    for place, (_, commands) in PLACES.items():
        keys = [key for command in commands for key in command.keys]
        twice = {key for key in keys if keys.count(key) > 1}
        # `enter` answers before the verdict and goes on after it; in the lab a prediction's.
        assert twice <= ({"enter"} if place in {"quiz", "lab"} else set())


def test_the_readme_has_the_key_table() -> None:
    assert key_table() in README.read_text(encoding="utf-8")


def test_the_key_lines_name_every_command() -> None:
    text = "\n".join(key_lines(Language.EN))
    assert all(command.id in text for command in COMMANDS)


def test_keys_are_written_for_readers() -> None:
    assert [key_name(key) for key in ("ctrl+o", "escape", "f10", "u")] == ["^o", "Esc", "F10", "u"]


def said() -> set[str]:
    """Every text that the program gives to `say`."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                text = node.args[0]
                if name in {"say", "_say"} and isinstance(text, ast.Constant) and text.value:
                    found.add(str(text.value))
    return found


def test_everything_that_is_said_has_its_korean() -> None:
    assert said() <= set(KOREAN)


def test_no_korean_is_left_without_its_english() -> None:
    looked_up = {
        "Right",
        "Close",
        "Not right",
        "Exam",
        "Today",
        *LOOKS.values(),
        *OLD_TASKS.values(),
        *CURVES,
        "there before",
        "waiting",
        "not yet healthy",
    }
    assert set(KOREAN) - said() <= looked_up


@pytest.mark.parametrize("text", KOREAN, ids=str)
def test_a_translation_has_the_same_placeholders(text: str) -> None:
    placeholders = re.findall(r"\{(\w+)\}", text)
    assert sorted(placeholders) == sorted(re.findall(r"\{(\w+)\}", KOREAN[text]))
    values = dict.fromkeys(placeholders, "x")
    assert say(text, Language.EN, **values)
    assert say(text, Language.KO, **values)
