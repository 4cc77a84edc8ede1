"""The YAML tree: texts with their places, and one problem where there can be no tree."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from study_app.bank.problems import (
    MOST_PROBLEMS,
    ContentError,
    ContentProblem,
    DataError,
    SourceFile,
)
from study_app.bank.reading import tree
from study_app.bank.reading.data_files import read_data_file
from study_app.bank.reading.tree import (
    TOO_DEEP,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    parse,
    place_of,
)


def parsed(text: str) -> tuple[Node | None, list[ContentProblem]]:
    source = SourceFile("file.yaml")
    return parse(text, source), source.problems


def scalars(node: Node) -> Iterator[ScalarNode]:
    match node:
        case ScalarNode():
            yield node
        case SequenceNode():
            for item in node.items:
                yield from scalars(item)
        case MappingNode():
            for key, value in node.values.items():
                yield node.keys[key]
                yield from scalars(value)


# Every generated key and text is a word of its own, so that its place is where it is found.
trees = st.recursive(
    st.just("word"),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.integers(0, 99), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def numbered(value: object, counter: Iterator[int]) -> object:
    match value:
        case list():
            return [numbered(item, counter) for item in value]
        case dict():
            return {f"키{next(counter)}x": numbered(item, counter) for item in value.values()}
        case _:
            return f"w{next(counter)}x"


@given(trees, st.booleans())
def test_every_key_and_text_is_reported_where_it_stands(value: object, flow: bool) -> None:
    """'every key of every mapping is reported with the position where it stands'"""
    content = numbered(value, iter(range(1000)))
    text = yaml.safe_dump(content, default_flow_style=flow, allow_unicode=True, width=40)
    root, problems = parsed(text)
    assert root is not None
    assert problems == []
    found = list(scalars(root))
    assert len(found) == text.count("x")
    lines = text.split("\n")
    for node in found:
        assert lines[node.line - 1][node.column - 1 :].startswith(node.text)


@given(st.text())
def test_any_text_gives_a_tree_or_a_problem(text: str) -> None:
    """'any text at all as a file gives values or problems and never another exception'"""
    root, problems = parsed(text)
    assert root is not None or problems


FRAGMENTS = [
    "a", "b: ", "- ", "? ", ": ", "{", "}", "[", "]", ", ", "\n", "\n  ", "&a ", "*a", "!t ", "|\n",
    ">-\n", '"', "'", "\\", "#", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "~", "\\x1b", "\\ud800",
    "\\UFFFFFFFF", "@", "`", "é한", "\x85", "\ufeff", "\t",
]  # fmt: skip


@pytest.fixture(params=["with libyaml", "without libyaml"])
def each_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without libyaml":
        monkeypatch.setattr(tree, "EventLoader", yaml.Loader)


@pytest.mark.usefixtures("each_loader")
class TestEachLoader:
    """PyYAML may come without its C half; the answers are the same."""

    def test_anything_made_of_yaml_signs_gives_a_tree_or_a_problem(self) -> None:
        @given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
        def check(text: str) -> None:
            root, problems = parsed(text)
            assert root is not None or problems

        check()

    def test_scalars_stay_text(self) -> None:
        """'scalars as text': yes, 1.10, 012 and 12:30 are what was typed."""
        root, _ = parsed("[yes, 1.10, 012, 12:30, null, 'null', 2026-11-23, 0x1F, .inf]")
        assert isinstance(root, SequenceNode)
        assert [node.text for node in scalars(root)] == [
            "yes", "1.10", "012", "12:30", "null", "null", "2026-11-23", "0x1F", ".inf",
        ]  # fmt: skip
        assert [node.is_null for node in scalars(root)] == [False] * 4 + [True] + [False] * 4

    @pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
    def test_depth_is_bounded_while_the_events_come(self, opening: str) -> None:
        """'its C loader dies of a segmentation fault on 25 KB of nested ['"""
        root, problems = parsed(opening * (100_000 // len(opening)))
        assert root is None
        assert [problem.message for problem in problems] == ["nested deeper than 20 levels"]

    def test_twenty_levels_are_fine(self) -> None:
        assert parsed("[" * 20 + "]" * 20)[1] == []
        assert parsed("[" * 21 + "]" * 21)[1] == [ContentProblem("file.yaml", 1, 21, TOO_DEEP)]

    @pytest.mark.parametrize(
        "text", ["", "\n\n", "# only a comment\n", "---\n", "~", "--- \n...\n"]
    )
    def test_an_empty_file_is_one_problem(self, text: str) -> None:
        _, problems = parsed(text)
        assert [problem.message for problem in problems] == ["the file is empty"]

    def test_all_problems_of_form_are_found_in_one_run(self) -> None:
        _, problems = parsed("a: &x 1\na: 2\nb: !!int 3\n<<: {c: 4}\n? [d]\n: 5\n")
        assert [(problem.line, problem.column) for problem in problems] == [
            (1, 4), (2, 1), (3, 4), (4, 1), (5, 3),
        ]  # fmt: skip

    def test_a_bomb_of_aliases_is_refused_at_the_first(self) -> None:
        bomb = "a: &a [x]\n" + "".join(
            f"{name}: &{name} [*{last}, *{last}]\n"
            for last, name in zip("abcdefgh", "bcdefghi", strict=True)
        )
        root, problems = parsed(bomb)
        assert root is None
        assert problems[-1].message == "the alias *a is not allowed; write the value out again"


def test_a_path_leads_to_its_node_or_to_the_nearest_around_it() -> None:
    root, _ = parsed("options: {one: {why: x}}\npairs: {two: [left text, right text]}\n")
    assert root is not None
    places = {
        "options.one.why": (1, 22),
        "options.one.text": (1, 16),
        "pairs.two.right": (2, 26),
        "pairs.two.5": (2, 14),
        "prompt": (1, 1),
    }
    for path, place in places.items():
        node = place_of(root, path)
        assert (node.line, node.column) == place


def test_a_file_that_is_something_else_is_given_up() -> None:
    """Problems and values are bounded: a few megabytes can have a million of either."""
    with pytest.raises(ContentError) as caught:
        parse("a: 1\n" * (MOST_PROBLEMS + 10), SourceFile("a.yaml"))
    assert len(caught.value.problems) == MOST_PROBLEMS + 1
    assert f"more than {MOST_PROBLEMS} problems" in str(caught.value)


def test_a_file_of_too_many_values_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("study_app.bank.reading.tree.MAX_NODES", 4)
    source = SourceFile("a.yaml")
    assert parse("[1, 2, 3]", source) is not None
    assert parse("[1, 2, 3, 4]", source) is None
    assert [str(one) for one in source.problems] == [
        "a.yaml:1:11: more than 4 values; split the file"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[1, 2, 3, 4, 5, 6]", "1:11"),
        ('{"a": 1, "b": [2, 3, 4]}', "1:15"),
        ("[[], [], [], [], [], []]", "1:14"),
        (json.dumps(["1, 2, 3, 4, 5:", "\\", '"']), None),
        ("[1, 2, 3]", None),
    ],
)
def test_json_of_too_many_values_is_given_up_as_yaml_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, place: str | None
) -> None:
    """Before anything is built: two million values would take half a gigabyte."""
    monkeypatch.setattr("study_app.bank.reading.tree.MAX_NODES", 4)
    file = tmp_path / "a.json"
    file.write_text(text)
    if place is None:
        assert read_data_file(file).data == json.loads(text)
        return
    with pytest.raises(DataError) as caught:
        read_data_file(file)
    assert str(caught.value) == f"{file}:{place}: more than 4 values; split the file"


def test_garbage_is_collected_again_after_a_file_was_read() -> None:
    assert gc.isenabled()
    for text in ("a: 1", "a: [", "", "a: *b"):
        parse(text, SourceFile("a.yaml"))
        assert gc.isenabled()
