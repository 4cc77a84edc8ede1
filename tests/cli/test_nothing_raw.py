"""Nothing from a file, a name or the log reaches the terminal as control characters."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study_app.bank.places import shipped_content
from study_app.bank.reading.data_files import read_data_file
from study_app.cli.main import main
from study_app.words.visible import escaped, visible

RAW = "\x1b[31m\x9b2J\x1b]0;owned\x07\u202e\x7f\x08\r\ud800"
"""Colors, a cleared screen, a title, the other direction, and half a character."""

GOLDEN = Path(__file__).parents[1] / "data" / "golden.yaml"
SCENARIOS = sorted((shipped_content() / "scenarios").glob("*.yaml"))

Step = str | int


def entries() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """A case of each kind and mode, and those of scenarios, with the fixtures of their files."""
    found: dict[object, tuple[dict[str, Any], dict[str, Any]]] = {}
    for path in (GOLDEN, *SCENARIOS):
        file: Any = read_data_file(path).data
        for case in file["cases"] if path == GOLDEN else (file.get("cases") or file["scenarios"]):
            key = (path == GOLDEN, case["kind"], case["input"].get("mode"))
            found.setdefault(key, (case, file.get("fixtures") or {}))
    return list(found.values())


def leaves(value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The path of each scalar, and of each name of a field with `*` behind it."""
    match value:
        case dict():
            for key, one in value.items():
                yield (*path, key, "*")
                yield from leaves(one, (*path, key))
        case list():
            for number, one in enumerate(value):
                yield from leaves(one, (*path, number))
        case _:
            yield path


def spoiled(value: Any, path: tuple[Step, ...]) -> Any:
    """A copy of `value` with `RAW` at the end of what is at `path`."""
    match value, path:
        case dict(), (key, "*"):
            return {f"{one}{RAW}" if one == key else one: kept for one, kept in value.items()}
        case dict() | list(), (key, *rest):
            inner: Any = value
            copy = inner.copy()
            copy[key] = spoiled(inner[key], tuple(rest))
            return copy
        case _:
            return f"{value}{RAW}"


ENTRIES = entries()
DOCUMENTS = [
    {"version": 1, "fixtures": fixtures, "title": {"en": "A"}, "cases": [case]}
    for case, fixtures in ENTRIES
]


@st.composite
def documents(draw: st.DrawFn) -> Any:
    document = draw(st.sampled_from(DOCUMENTS))
    for path in draw(st.lists(st.sampled_from(list(leaves(document))), min_size=1, max_size=2)):
        try:
            document = spoiled(document, path)
        except (KeyError, IndexError):  # below a name that was spoiled
            continue
    return document


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("raw")


def shown(folder: Path, *arguments: str, given: str | None = None) -> str:
    """What `dva` prints on both streams; nothing in it may be raw."""
    outcome = CliRunner().invoke(
        main, [*arguments, "--data-dir", str(folder / "data")], input=given, catch_exceptions=False
    )
    text = outcome.output
    assert visible(text) == text, (arguments, text)
    return text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_whatever_a_case_holds_nothing_is_printed_raw(folder: Path, document: Any) -> None:
    """Every field, every name of a field, of every kind of simulation."""
    file = folder / "case.json"
    file.write_text(json.dumps(document))
    for arguments in (
        ("simulate", str(file)),
        ("simulate", str(file), "--json", "--trace"),
        ("lab", str(file), "--plain"),
    ):
        shown(folder, *arguments)


def everything_else(folder: Path) -> dict[str, list[tuple[list[str], str | None]]]:
    """Calls of each command with raw text wherever it takes any."""
    (folder / "settings").mkdir(exist_ok=True)
    (folder / "settings" / "settings.json").write_text(json.dumps({"keys": {RAW: RAW}}))
    (folder / "theme").mkdir(exist_ok=True)
    (folder / "theme" / "settings.json").write_text(json.dumps({RAW: 1}))
    bank = folder / "bank.json"
    answer = {"accept": [f"a{RAW}"], "reject": {f"x{RAW}": f"because{RAW}"}}
    asked = {"id": f"q{RAW}", "kind": "typed", "prompt": f"p{RAW}", "answer": {"accept": ["a"]}}
    bank.write_text(json.dumps({"questions": [asked]}))
    bad_bank = folder / "bad-bank.json"
    bad_bank.write_text(json.dumps({"questions": [{**asked, "answer": answer, RAW: RAW}]}))
    answers = folder / "answers.json"
    answers.write_text(json.dumps([{"question": f"q{RAW}", "response": f"b{RAW}"}]))
    unknown = folder / "unknown.json"
    unknown.write_text(json.dumps([{"question": RAW, "response": RAW}, {RAW: RAW}]))
    content = folder / "content"
    (content / "topics").mkdir(parents=True, exist_ok=True)
    name = "t\x1b[31m\u202e.yaml"
    topic = 'title: "a\\e[31m"\nquestions: [{id: "\\e[31m", "\\x9b": 1}]\nx\x1b: 1\n'
    (content / "topics" / name).write_text(topic)
    (content / "topics" / "u.yaml").write_text(topic.replace("x\x1b: 1\n", ""))
    version = folder / "version.json"
    version.write_text(json.dumps({"version": RAW, "cases": []}))
    kind = folder / "kind.json"
    kind.write_text(json.dumps({"cases": [{"id": RAW, "kind": RAW}]}))
    typed = f"{RAW.replace(chr(0xD800), '').replace(chr(13), '')}\n"
    odd = "\x1b[31m\x9b2J\u202e\x7f"
    return {
        "": [
            (["--content", odd], None),
            (["--lang", odd], None),
            ([odd], None),
            ([f"-{odd}"], None),
        ],
        "backup": [([f"{folder}/{odd}/b.db"], None), ([f"{folder}/{odd}.db"], None)],
        "cards": [([odd, "--plain"], None)],
        "check": [([str(content)], None), ([str(content), "--json"], None), ([odd], None)],
        "due": [([odd], None)],
        "exam": [([odd, "--plain"], None), (["--domain", odd, "--plain"], None)],
        "export": [([odd], None), (["csv", f"--{odd}"], None)],
        "grade": [
            ([str(bank), str(answers)], None),
            ([str(bank), str(answers), "--json"], None),
            ([str(bad_bank), str(answers)], None),
            ([str(bank), str(unknown)], None),
            ([odd, odd], None),
        ],
        "import": [([odd], None), ([str(answers)], None), ([str(bank)], None)],
        "keys": [(["--data-dir", str(folder / "settings")], None)],
        "lab": [([odd, "--plain"], None), ([str(kind), "--plain"], None)],
        "plan": [(["--exam", odd], None), (["--date", odd], None)],
        "quiz": [
            (["--plain", "--kind", "typed", "-n", "2"], typed * 4),
            (["--plain", "--kind", "choice", "-n", "1"], typed * 4),
            ([odd, "--plain"], None),
            (["--skill", odd, "--plain"], None),
        ],
        "restore": [([odd], None), ([str(bank), "--yes"], None), (["--recover", odd], None)],
        "review": [(["--plain"], typed * 8)],
        "search": [([odd], None), ([odd, "--json"], None)],
        "simulate": [
            ([str(version)], None),
            ([str(kind)], None),
            ([odd], None),
            (["place", "--instance", odd], None),
            (["query", odd], None),
        ],
        "stats": [([], None), (["--json"], None), (["--data-dir", str(folder / "theme")], None)],
        "sync": [
            ([f"{folder}/{odd}.db"], None),
            ([odd], None),
            ([f"postgresql://a:{odd}@b@c/d", "--as", "me"], None),
            (["postgresql://b/d", "--as", odd], None),
        ],
        "where": [(["--data-dir", f"{folder}/{odd}"], None)],
    }


CONNECTING = frozenset({"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"})


def test_no_command_prints_anything_raw_or_opens_a_connection(folder: Path) -> None:
    """All commands, with raw text wherever they take any; the list is the program's own."""
    connections: list[str] = []
    watching = True

    def watch(event: str, _: object) -> None:
        if watching and event in CONNECTING:
            connections.append(event)

    sys.addaudithook(watch)  # one can never be taken away again
    calls = everything_else(folder)
    assert isinstance(main, click.Group)
    assert calls.keys() == {"", *main.list_commands(click.Context(main))}
    for command, each in calls.items():
        for arguments, given_lines in each:
            words = [command] if command else []
            own = "--data-dir" in arguments
            outcome = CliRunner().invoke(
                main,
                [*words, *arguments, *([] if own else ["--data-dir", str(folder / "data")])],
                input=given_lines,
                catch_exceptions=False,
            )
            assert visible(outcome.output) == outcome.output, (command, arguments, outcome.output)
    watching = False
    assert connections == []


def test_json_has_the_same_value_and_nothing_raw() -> None:
    """The same value, nothing raw."""
    value = {f"k{RAW}\U000e0001": [f"é 한 🙂{RAW}", "\n\t"]}
    text = escaped(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(text) == value
    assert visible(text) == text
    assert "é 한 🙂" in text
