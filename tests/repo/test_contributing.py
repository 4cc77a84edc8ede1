"""Everything that `CONTRIBUTING.md` names exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.-]*(?:/[\w.-]*)+|[\w-]+\.(?:md|toml)")
ROOM = re.compile(r"^\| (`\w+`(?:, `\w+`)*) \| [^|]+ \|$", re.MULTILINE)

PATHS = sorted(
    {word for code in CODE.findall(TEXT) for word in code.split() if PATH.fullmatch(word)}
)


@pytest.mark.parametrize("path", PATHS)
def test_a_path_exists(path: str) -> None:
    named = ROOT / path
    assert named.is_dir() if path.endswith("/") else named.is_file()


def test_every_room_is_told_and_every_room_that_is_told_exists() -> None:
    named = {name for row in ROOM.findall(TEXT) for name in CODE.findall(row)}
    rooms = {path.parent.name for path in (ROOT / "study_app").glob("*/__init__.py")}
    assert named == rooms


@pytest.mark.parametrize("word", ["ask", "case", "kind", "item", "card", "form", "draw"])
def test_a_word_of_the_project_is_explained(word: str) -> None:
    (row,) = re.findall(rf"^\| {word} \|.+$", TEXT, re.MULTILINE)
    assert len(CODE.findall(row)) >= 1


@pytest.mark.parametrize(
    "what",
    ["A kind of simulation", "A kind of question", "A screen", "A topic", "A file format"],
)
def test_what_can_be_added_is_told_in_five_steps_with_paths(what: str) -> None:
    steps = TEXT.partition(f"**{what}.**")[2].partition("\n\n")[0]
    assert re.findall(r"^(\d)\. ", steps, re.MULTILINE) == list("12345")
    assert len(set(CODE.findall(steps)) & set(PATHS)) >= 3
