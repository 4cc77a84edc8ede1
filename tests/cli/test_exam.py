"""`dva exam` as scripts run it."""

import json
from collections import Counter

import pytest

from tests.cli.program import Dva, refused


def test_an_exam_is_listed_as_one_json_object_and_nothing_starts(reader: Dva) -> None:
    """{"exam", "minutes", "questions": [{"id", "domain", "kind"}]}; the history is ignored."""
    first, again = (
        reader.lines("exam", "dva-c03", "--list", "--json", "--seed", "7") for _ in range(2)
    )
    assert first == again
    found = json.loads("\n".join(first))
    assert list(found) == ["exam", "minutes", "questions"]
    assert (found["exam"], found["minutes"]) == ("dva-c03", 130)
    assert all(list(one) == ["id", "domain", "kind"] for one in found["questions"])
    assert Counter(one["domain"] for one in found["questions"]) == {
        "1": 20,
        "2": 17,
        "3": 14,
        "4": 14,
    }
    assert not reader.log.exists()
    lines = reader.lines("exam", "DVA-C02", "--list", "--seed", "7", "--domain", "4")
    assert lines[0] == "12 questions in 24 minutes"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("dva-c99", "--list"), "There is no exam 'dva-c99'. Exams: "),
        (("dva-c03", "--list", "--domain", "9"), "DVA-C03 has no domain '9'. It has 1, 2, 3, 4"),
        (("--json",), "--json goes with --list."),
        ((), "The app needs a terminal. Try: dva exam --plain"),
    ],
)
def test_what_cannot_be_is_refused(reader: Dva, arguments: tuple[str, ...], said: str) -> None:
    assert refused(reader("exam", *arguments)).startswith(said)


def test_a_paused_exam_goes_on_and_another_asks_before_it_takes_its_place(dva: Dva) -> None:
    lines = dva.lines("exam", "--questions", "3", "--plain", "--seed", "5", given="\n")
    assert lines[-1].startswith("Paused at 2 of 3, ")
    other = dva.lines("exam", "--questions", "4", "--plain", given="")
    assert other[0].startswith("An exam is paused at 2 of 3, ")
    assert dva.lines("exam", "--plain", given="/submit\n")[0].startswith("Resumed at 2 of 3, ")
    (exam,) = dva.stats()["exams"]
    (counted,) = [line for line in dva.lines("stats") if line.startswith("Mock exam ")]
    assert f": {exam['right']} of {exam['questions']} right" in counted
    assert exam["questions"] == 3
