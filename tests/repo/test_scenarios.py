"""The scenarios of the lab: written in both languages, with a source and a key, and playable."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import pytest

from study_app.bank.bank import Bank
from study_app.bank.places import shipped_content
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.kinds.registry import play
from study_app.simulator.playback.frames import Playback
from study_app.words.width import display_width
from tests.shipped import shipped
from tests.yaml_files import read_yaml

LEAST: Final = 24
WIDEST_TITLE: Final = 50
LONGEST_TEXT: Final = 330
HANGUL: Final = re.compile("[가-힣]")

WRITTEN: Final[list[dict[str, Any]]] = [
    case
    for path in sorted((shipped_content() / "scenarios").glob("*.yaml"))
    for case in read_yaml(path)["cases"]
]
IDS: Final[list[str]] = [case["id"] for case in WRITTEN]

LEAST_BY_SORT: Final[Mapping[str, int]] = {
    "rolling": 7,
    "rolling beside rolling": 2,
    "rolling beside kubernetes": 1,
    "rolling drain": 1,
    "circuit_breaker watch": 2,
    "circuit_breaker watch beside circuit_breaker": 1,
    "traffic CANARY": 1,
    "traffic LINEAR": 1,
    "traffic BLUE_GREEN that fails": 1,
    "placement": 7,
    "placement beside placement": 2,
    "placement daemon": 1,
    "query": 1,
    "query beside query": 1,
    "scaling timeline": 4,
    "capacity_provider timeline": 1,
    "capacity_provider timeline beside capacity_provider": 1,
    "capacity_provider distribute": 1,
    "fargate_size": 2,
}
"""How many there are at least, by kind, mode and what stands beside."""

ROLLOUTS: Final[Mapping[str, list[str]]] = {
    "4/50/100": ["-2", "+2", "-2", "+2"],
    "4/100/200": ["+4", "-4"],
    "4/100/200 without room": [],
    "2/75/100": [],
    "3/100/125": [],
    "4/100/100": [],
    "6/50/200": ["-3", "+5", "-3", "+1"],
    "6/100/150": ["+3", "-3", "+3", "-3"],
    "1/0/100": ["-1", "+1"],
}
"""Rollouts that have to be there, with their steps: desired/minimum/maximum."""


@pytest.fixture(scope="module")
def bank() -> Bank:
    return shipped()


@pytest.fixture
def scenario(bank: Bank, request: pytest.FixtureRequest) -> Scenario:
    return bank.scenarios[request.param]


@pytest.fixture
def playbacks(scenario: Scenario) -> list[Playback]:
    return [play(case) for case in (scenario.case, scenario.beside) if case is not None]


def test_there_are_enough_and_all_are_read(bank: Bank) -> None:
    assert len(IDS) >= LEAST
    assert sorted(bank.scenarios) == sorted(IDS)


def test_the_required_sorts_are_there(bank: Bank) -> None:
    found = Counter(_sort(scenario) for scenario in bank.scenarios.values())
    too_few = {sort: found[sort] for sort, least in LEAST_BY_SORT.items() if found[sort] < least}
    assert too_few == {}


def test_the_required_rollouts_are_there_on_instances() -> None:
    found: dict[str, list[str]] = {}
    for case in WRITTEN:
        given, expected = case["input"], case["expected"]
        if case["kind"] == "rolling" and "mode" not in given and given.get("instances"):
            limits = (given["desired"], given["minimumHealthyPercent"], given["maximumPercent"])
            without_room = expected["result"] == "STUCK" and expected["lower"] < expected["upper"]
            name = "/".join(map(str, limits)) + (" without room" if without_room else "")
            found[name] = expected["steps"]
    assert ROLLOUTS.items() <= found.items()


def test_the_rollout_of_the_notes_is_what_cards_and_questions_say(bank: Bank) -> None:
    result = simulate("rolling", bank.scenarios["notes-rolling-update"].case.given, {})
    assert (result["lower"], result["upper"], result["result"]) == (2, 4, "COMPLETED")
    assert result["steps"] == ["-2", "+2", "-2", "+2"]


def test_a_fargate_size_that_exists_and_one_that_does_not(bank: Bank) -> None:
    sizes = [
        simulate(one.case.kind, one.case.given, {})["valid"]
        for one in bank.scenarios.values()
        if one.case.kind == "fargate_size"
    ]
    assert set(sizes) == {True, False}


def test_cards_show_scenarios_of_all_groups(bank: Bank) -> None:
    shown = [card.scenario for card in bank.cards.values() if card.scenario is not None]
    assert len(shown) >= 15
    groups = {scenario.group["en"] for scenario in bank.scenarios.values()}
    assert {bank.scenarios[name].group["en"] for name in shown} == groups


@pytest.mark.parametrize("case", WRITTEN, ids=IDS)
def test_each_has_a_source_and_something_expected(case: Mapping[str, Any]) -> None:
    assert case["source"].startswith("https://")
    assert case["expected"]


@pytest.mark.parametrize("scenario", IDS, indirect=True)
def test_each_speaks_both_languages(scenario: Scenario) -> None:
    for texts in (scenario.group, scenario.title, scenario.text):
        assert texts["en"]
        assert not HANGUL.search(texts["en"])
        assert HANGUL.search(texts["ko"])


@pytest.mark.parametrize("scenario", IDS, indirect=True)
def test_two_cases_beside_each_other_are_told_apart(scenario: Scenario) -> None:
    if scenario.beside is not None:
        for language in ("en", "ko"):
            assert scenario.label[language] != scenario.beside_label[language]


@pytest.mark.parametrize("scenario", IDS, indirect=True)
def test_each_is_short_enough_for_its_column(scenario: Scenario) -> None:
    for language in ("en", "ko"):
        assert display_width(scenario.title[language]) <= WIDEST_TITLE
        assert display_width(scenario.text[language]) <= LONGEST_TEXT


@pytest.mark.parametrize("scenario", IDS, indirect=True)
def test_each_plays(playbacks: list[Playback]) -> None:
    for playback in playbacks:
        assert len(playback.frames) >= 1
        for frame in playback.frames:
            assert frame.caption.text("en")
            assert not HANGUL.search(frame.caption.text("en"))
            assert HANGUL.search(frame.caption.text("ko"))


@pytest.mark.parametrize("scenario", IDS, indirect=True)
def test_every_rule_that_is_shown_speaks_both_languages(playbacks: list[Playback]) -> None:
    for playback in playbacks:
        for frame in playback.frames:
            for applied in frame.applied:
                assert not HANGUL.search(applied.rule.text("en"))
                assert HANGUL.search(applied.rule.text("ko"))


def _sort(scenario: Scenario) -> str:
    case = scenario.case
    words = [case.kind]
    words += [
        word
        for name in ("mode", "policy", "strategy")
        if isinstance(word := case.given.get(name), str)
    ]
    if "fails_at" in case.given:
        words.append("that fails")
    if scenario.beside is not None:
        words.append(f"beside {scenario.beside.kind}")
    return " ".join(words)
