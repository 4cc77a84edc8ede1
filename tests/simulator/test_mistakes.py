"""Named mistakes: each worked out by hand, and what holds of all of them."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from study_app.simulator.cases.asks import asked_value
from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.kinds.registry import KINDS
from study_app.simulator.mistakes.mistake import Mistake
from study_app.simulator.model.problem import CaseError
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[1] / "data"


def read(name: str) -> Any:
    return read_yaml(DATA / name)


ROWS: list[dict[str, Any]] = read("mistakes.yaml")
GOLDEN = read("golden.yaml")
CASES = [*GOLDEN["cases"], *read("timelines.yaml")["cases"]]
ALL = [
    pytest.param(kind.name, mistake, id=f"{kind.name}-{mistake.id}")
    for kind in KINDS.values()
    for mistake in kind.mistakes
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['mistake']}")
def test_a_mistake_by_hand(row: Mapping[str, Any]) -> None:
    kind, given = KINDS[row["kind"]], row["input"]
    mistaken = kind.mistakes_by_id[row["mistake"]].result(given, partial(simulate, kind.name))
    assert mistaken is not None
    assert asked_value(kind, simulate(kind.name, given, {}), row["ask"]) == row["right"]
    assert asked_value(kind, mistaken, row["ask"]) == row["wrong"]


def test_every_mistake_is_worked_out_by_hand() -> None:
    assert {(row["kind"], row["mistake"]) for row in ROWS} == {
        (kind.name, mistake.id) for kind in KINDS.values() for mistake in kind.mistakes
    }


def test_every_kind_has_mistakes() -> None:
    assert all(len(kind.mistakes) >= 3 for kind in KINDS.values())


@pytest.mark.parametrize(("kind", "mistake"), ALL)
def test_a_mistake_speaks_english_and_korean(kind: str, mistake: Mistake) -> None:
    assert mistake.text("en").isascii()
    assert mistake.text("en").endswith(".")
    assert any("가" <= letter <= "힣" for letter in mistake.text("ko"))
    assert mistake.text("ko").endswith(".")


@pytest.mark.parametrize(("kind", "mistake"), ALL)
def test_a_mistake_takes_every_case_of_its_kind(kind: str, mistake: Mistake) -> None:
    """A mistaken result, none, or the room's own error; and the input stays as it was."""
    cases = [with_fixture(case["input"]) for case in CASES if case["kind"] == kind]
    for given in (*cases, *map(in_floats, cases)):
        before = repr(given)
        with suppress(CaseError):
            if simulate(kind, given, {}).get("error") is not True:
                mistake.result(given, partial(simulate, kind))
        assert repr(given) == before


OTHERS: tuple[Any, ...] = (None, True, 0, 1, 2.5, -1, "a", [], {}, [None], 10**12)


@drawn(st.sampled_from([*CASES, *ROWS]), st.sampled_from(OTHERS), st.data())
def test_a_mistake_takes_whatever_the_simulator_takes(
    case: Mapping[str, Any], other: object, data: st.DataObject
) -> None:
    """Whatever can be simulated can be mistaken: a result, none, or the room's own error."""
    whole = with_fixture(case["input"])
    path = data.draw(st.sampled_from([path for path in paths(whole) if path]))
    given = replaced(whole, path, other)
    with suppress(CaseError):
        if simulate(case["kind"], given, {}).get("error") is not True:
            for mistake in KINDS[case["kind"]].mistakes:
                with suppress(CaseError):
                    mistake.result(given, partial(simulate, case["kind"]))


def paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    match value:
        case dict():
            below = [path for name, part in value.items() for path in paths(part, (*at, name))]
        case list():
            below = [path for at_, part in enumerate(value) for path in paths(part, (*at, at_))]
        case _:
            below = []
    return [at, *below]


def replaced(value: Any, path: tuple[Any, ...], other: object) -> Any:
    if not path:
        return other
    head, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[head] = replaced(copy[head], tuple(rest), other)
    return copy


def in_floats(value: Any) -> Any:
    """The same numbers as JSON may have them: 2.0 is a whole number."""
    match value:
        case bool():
            return value
        case int():
            return float(value)
        case list():
            return [in_floats(part) for part in value]
        case dict():
            return {name: in_floats(part) for name, part in value.items()}
        case _:
            return value


def with_fixture(given: Mapping[str, Any]) -> Mapping[str, Any]:
    name = given.get("fixture")
    return {**given, "fixture": GOLDEN["fixtures"][name]} if isinstance(name, str) else given
