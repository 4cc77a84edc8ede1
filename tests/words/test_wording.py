"""What the program says, in every language of the interface."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

import pytest

from study_app.drawing.curves import CURVES
from study_app.words.errors import ERRORS, OF_OTHER_PROGRAMS
from study_app.words.interface.command_line import HELP
from study_app.words.interface.errors.click import CLICK
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.wording import INTERFACE, say
from tests.words.source import nodes

TRANSLATIONS = [one.name for one in fields(Text) if one.name != "en"]
VERDICTS = {"Right", "Close", "Not right"}


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of one of `names` with an argument, as a function or as a method."""
    for path, module in nodes().items():
        for node in module:
            if (
                isinstance(node, ast.Call)
                and node.args
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in names
            ):
                yield path, node


def said() -> set[str]:
    """Every text that the program gives to `say`."""
    texts = (call.args[0] for _, call in calls("say", "_say"))
    return {str(one.value) for one in texts if isinstance(one, ast.Constant) and one.value}


def written() -> list[Text]:
    """Every `Text` that is written in the code, in a table or with the value that it is about."""
    found = []
    for _, call in calls("Text"):
        words = [str(one.value) for one in call.args if isinstance(one, ast.Constant)]
        if len(words) == len(call.args):
            found.append(Text(*words))
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_everything_that_is_said_is_in_a_table() -> None:
    assert said() <= set(INTERFACE)


def test_nothing_in_a_table_is_never_said() -> None:
    assert set(INTERFACE) - said() <= {*VERDICTS, *CURVES}


def test_no_text_is_written_twice_in_the_tables() -> None:
    counts = Counter(
        call.args[0].value
        for path, call in calls("Text")
        if path.startswith("words/interface/") and isinstance(call.args[0], ast.Constant)
    )
    known = {*INTERFACE, *(one.en for one in (*HELP, *ERRORS, *CLICK))}
    assert set(counts) == known
    assert not [text for text, times in counts.items() if times > 1 and text in INTERFACE]


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_has_the_placeholders_of_the_english(language: str) -> None:
    texts = written()
    assert len(texts) > len(INTERFACE)
    for text in texts:
        if text in OF_OTHER_PROGRAMS:  # never filled: a brace is a brace
            continue
        assert placeholders(getattr(text, language)) == placeholders(text.en), text


def test_no_particle_is_left_to_the_reader() -> None:
    """`{name:을/를}` finds the one that is right; 을(를) in a text would leave it open."""
    for text in written():
        assert not re.search(r"[은을이와으]\([는를가과로]\)|\(으\)로", text.ko), text


def test_a_plural_is_of_a_number_that_is_shown() -> None:
    for text in INTERFACE:
        for name in re.findall(r"\{(\w+):[^}]*\|", text):
            assert f"{{{name}}}" in text


def test_one_is_singular() -> None:
    assert say("{count} {count:question|questions}", Language.EN, count=1) == "1 question"
    assert say("{count} {count:question|questions}", Language.EN, count=2) == "2 questions"
    assert say("{count} {count:question|questions}", Language.KO, count=1) == "1문제"


def test_english_stands_in_for_a_language_that_a_text_lacks() -> None:
    """So that a language can be added text by text."""
    text = Text("Everything is saved.", "")
    assert say(text, Language.KO) == say(text, Language.BOTH) == say(text, "fr") == text.en


def test_there_is_one_lookup() -> None:
    """`say` alone chooses between the languages of a text."""
    readers = {
        path
        for path, module in nodes().items()
        for node in module
        if isinstance(node, ast.Attribute) and node.attr in TRANSLATIONS
    }
    assert readers == {
        "exchange/provenance.py",  # reads the labels of every language back
        "bank/reading/blueprints.py",  # checks the width of every language
        "grading/terms/entry.py",  # what a learner may type in Korean, no text of the program
    }
