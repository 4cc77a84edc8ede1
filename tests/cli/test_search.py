"""`dva search`: cards and questions by their text."""

import json

from tests.cli.program import Dva


def test_what_has_all_words_is_listed(reader: Dva) -> None:
    lines = reader.lines("search", "DISTINCTINSTANCE", "constraint")
    assert lines[0] == "card      ecs-placement/distinct-instance"
    found = json.loads("\n".join(reader.lines("search", "distinctInstance", "--json")))
    assert found[0]["id"] == "ecs-placement/distinct-instance"
    assert set(found[0]) == {"id", "kind", "topic", "title", "text"}
    assert {one["kind"] for one in found} == {"card", "question"}


def test_korean_is_found_by_its_initials(reader: Dva) -> None:
    found = json.loads("\n".join(reader.lines("search", "ㅂㅊ", "--json", "--lang", "ko")))
    assert any("별칭" in one["text"] for one in found)


def test_nothing_found_says_so(reader: Dva) -> None:
    assert reader.lines("search", "xyzzy") == ["Nothing found."]
    assert reader.lines("search", "xyzzy", "--json") == ["[]"]
