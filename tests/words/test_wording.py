"""What the program says, in both languages."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import study_app
import study_app.words.wording
from study_app.drawing.curves import CURVES
from study_app.words.language import Language
from study_app.words.planning import PLANNING
from study_app.words.progress import PROGRESS
from study_app.words.readiness import READINESS
from study_app.words.wording import KOREAN, say

PACKAGE = Path(study_app.__file__).parent


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


def test_no_text_is_in_two_tables() -> None:
    path = Path(study_app.words.wording.__file__)
    tables = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
    ]
    keys = [ast.literal_eval(key) for table in tables for key in table.keys if key is not None]
    assert keys
    assert not PROGRESS.keys() & set(keys)
    assert not PLANNING.keys() & {*keys, *PROGRESS}
    assert not READINESS.keys() & {*keys, *PROGRESS, *PLANNING}


def test_no_korean_is_left_without_its_english() -> None:
    looked_up = {
        "Right",
        "Close",
        "Not right",
        "Exam",
        "Today",
        *CURVES,
    }
    assert set(KOREAN) - said() <= looked_up


@pytest.mark.parametrize("text", KOREAN, ids=str)
def test_a_translation_has_the_same_placeholders(text: str) -> None:
    placeholders = re.findall(r"\{(\w+)\}", text)
    assert sorted(placeholders) == sorted(re.findall(r"\{(\w+)\}", KOREAN[text]))
    values = dict.fromkeys(placeholders, "x")
    assert say(text, Language.EN, **values)
    assert say(text, Language.KO, **values)


@pytest.mark.parametrize("name", re.findall(r"\{(\w+):", " ".join(KOREAN)), ids=str)
def test_a_plural_is_of_a_number_that_is_shown(name: str) -> None:
    for text in KOREAN:
        if f"{{{name}:" in text:
            assert f"{{{name}}}" in text


def test_one_is_singular() -> None:
    assert say("{count} {count:question|questions}", Language.EN, count=1) == "1 question"
    assert say("{count} {count:question|questions}", Language.EN, count=2) == "2 questions"
    assert say("{count} {count:question|questions}", Language.KO, count=1) == "1문제"


def texts_side_by_side() -> list[tuple[str, str]]:
    """The English and the Korean of every `Text` that is written in the code."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                words = [str(one.value) for one in node.args if isinstance(one, ast.Constant)]
                if len(words) == 2:
                    found.append((words[0], words[1]))
    return found


@pytest.mark.parametrize(("english", "korean"), texts_side_by_side(), ids=str)
def test_both_languages_say_the_same_placeholders(english: str, korean: str) -> None:
    def names(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    assert names(english) == names(korean)
    assert not re.search(r"[은을이와으]\([는를가과로]\)|\(으\)로", korean)
