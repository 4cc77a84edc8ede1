"""The command table and what is made from it."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import study_app.commands.places
from study_app.commands.command import Command
from study_app.commands.keys import key_name, with_jamo
from study_app.commands.places.everywhere import EVERYWHERE
from study_app.commands.places.home import LISTED
from study_app.commands.table import PLACES, every_command
from study_app.plain.keys import key_lines
from study_app.words.language import Language
from tests.repo.refresh_readme import key_table

README = Path(__file__).parents[2] / "README.md"
COMMANDS = list(every_command())
ALIASES = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+s", "ctrl+b", "ctrl+a", "ctrl+enter"}


def test_every_command_stands_in_one_place() -> None:
    found = [
        value
        for module in iter_modules(study_app.commands.places.__path__)
        for value in vars(import_module(f"study_app.commands.places.{module.name}")).values()
        if isinstance(value, Command)
    ]
    assert len(COMMANDS) == len(set(COMMANDS))
    assert set(COMMANDS) == set(found)


def test_ids_are_unique_and_name_their_place() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", one) for one in ids)


def test_every_command_speaks_both_languages() -> None:
    for command in COMMANDS:
        assert command.sentence.en.endswith("."), command.id
        assert command.sentence.ko.endswith("."), command.id
        assert re.search("[가-힣]", command.name.ko), command.id


def test_no_key_clashes_with_a_terminal_or_a_multiplexer() -> None:
    assert {one.id: one.keys for one in COMMANDS if ALIASES & set(one.keys)} == {}


def test_every_command_has_a_key_that_a_korean_layout_sends() -> None:
    """A Korean layout sends jamo for letters, so every action also has another key."""
    for command in COMMANDS:
        other = [key for key in command.keys if len(key) > 1 or key.isdecimal()]
        jamo = set(with_jamo(command.keys)) - set(command.keys)
        by_digit = command in LISTED  # of its row
        leaves = command.id == "home.leave"
        assert other or by_digit or (command.passes_key and jamo) or leaves, command.id


def test_keys_of_one_place_do_not_clash() -> None:
    for place in PLACES:
        keys = [key for command in place.commands for key in command.keys]
        twice = {key for key in keys if keys.count(key) > 1}
        # `enter` answers before the verdict and goes on after it; in the lab a prediction's.
        assert twice <= ({"enter"} if place.id in {"quiz", "lab"} else set())


def test_no_place_takes_a_key_that_works_everywhere() -> None:
    everywhere = {key for command in EVERYWHERE.commands for key in command.keys}
    for place in PLACES:
        if place is not EVERYWHERE:
            keys = {key for command in place.commands for key in command.keys}
            assert keys & everywhere <= {"escape"}, place.id


def test_the_readme_has_the_key_table() -> None:
    assert key_table() in README.read_text(encoding="utf-8")


def test_the_key_lines_name_every_command() -> None:
    text = "\n".join(key_lines(Language.EN))
    assert all(command.id in text for command in COMMANDS)


def test_keys_are_written_for_readers() -> None:
    assert [key_name(key) for key in ("ctrl+o", "escape", "f10", "u")] == ["^o", "Esc", "F10", "u"]
