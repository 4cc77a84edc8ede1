"""The lab as lines."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from study_app.learning.material.scenarios import Scenario
from study_app.plain.lab import lab_lines, scenario_lines
from study_app.plain.pictures import MOST_VALUES, curve_lines
from study_app.simulator.model.case import Case
from study_app.usecases.journal import Unreadable
from study_app.usecases.lab import Lab
from study_app.usecases.scenarios import open_scenarios
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.shipped import shipped

SCENARIOS = shipped().scenarios


def scenario(case: Case, **more: Any) -> Scenario:
    texts = {"title": {"en": "A title", "ko": "제목"}, "text": {"en": "A text.", "ko": "글."}}
    return Scenario(id="one", group={}, case=case, **{**texts, **more})


ROLLOUT = Case("rolling", {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 100})


def printed(study: Study, one: Scenario, language: Language = Language.EN) -> list[str]:
    return list(lab_lines(Lab(study, one), language))


def test_a_rollout_reads_like_this(study: Study) -> None:
    assert printed(study, scenario(ROLLOUT))[:15] == [
        "# A title",
        "",
        "A text.",
        "",
        "0/5  before the deployment: 4 old",
        "  service: 4 old",
        "    lower = ceil(4 x 50 / 100) = 2",
        (
            "        healthy running tasks never fall below this (rounded up)"
            " (documented: DeploymentConfiguration (API))"
        ),
        "    upper = floor(4 x 100 / 100) = 4",
        (
            "        running and pending tasks never exceed this (rounded down)"
            " (documented: DeploymentConfiguration (API))"
        ),
        "",
        "1/5  stop 2 old",
        "  service: 2 old, 2 free",
        "    stop = min(old, running - lower) = min(4, 4 - 2) = 2",
        (
            "        first stop as many old tasks as the lower limit allows"
            " (assumed by this model: Service options)"
        ),
    ]


def test_it_ends_with_the_values_of_the_curves(study: Study) -> None:
    assert printed(study, scenario(ROLLOUT))[-3:] == [
        "",
        "old: 4, 2, 2, 0, 0, 0",
        "new: 0, 0, 2, 2, 4, 4",
    ]


def test_of_a_long_curve_the_last_values_are_told(study: Study) -> None:
    long = Case("rolling", {"desired": 2, "minimumHealthyPercent": 100, "maximumPercent": 150})
    playback = Lab(study, scenario(long)).playback
    (series, *_) = playback.series
    values = series.values
    stretched = replace(playback.reel, series=(replace(series, values=values * MOST_VALUES),))
    (line,) = curve_lines(replace(playback, reel=stretched), Language.EN)
    assert line.startswith("old: ... ")
    assert line.count(", ") == MOST_VALUES - 1


def test_korean(study: Study) -> None:
    lines = printed(study, scenario(ROLLOUT), Language.KO)
    assert lines[:3] == ["# 제목", "", "글."]
    assert "1/5  기존 태스크 2개 중지" in lines


def test_two_cases_stand_one_below_the_other_with_their_labels(study: Study) -> None:
    both = scenario(
        ROLLOUT,
        label={"en": "ECS"},
        beside=Case("kubernetes", {"replicas": 4}),
        beside_label={"en": "Kubernetes"},
    )
    lines = printed(study, both)
    assert lines.index("## ECS") < lines.index("## Kubernetes")


def test_what_aws_would_refuse_is_said_at_the_top(study: Study) -> None:
    case = Case("rolling", {"desired": 1, "minimumHealthyPercent": 100, "maximumPercent": 100})
    assert printed(study, scenario(case))[1].startswith("! Both maximumPercent and minimum")


def test_the_passed_over_are_named_with_their_numbers(study: Study) -> None:
    case = Case(
        "placement",
        {
            "task": {"cpu": 512, "memory": 512},
            "instances": [
                {"id": "small", "az": "a", "cpu": 256, "memory": 1024},
                {"id": "fits", "az": "b", "cpu": 1024, "memory": 1024},
            ],
        },
    )
    assert "    not small  512 <= 256" in printed(study, scenario(case))


@pytest.mark.parametrize("one", SCENARIOS.values(), ids=lambda one: one.id)
@pytest.mark.parametrize("language", [Language.EN, Language.KO])
def test_every_scenario_can_be_told(study: Study, one: Scenario, language: Language) -> None:
    lines = printed(study, one, language)
    last = len(Lab(study, one).playback.frames) - 1
    assert any(line.startswith(f"{last}/{last}  ") for line in lines)
    assert all(line.isprintable() for line in lines)


def test_the_list_names_every_scenario(study: Study) -> None:
    lines = list(scenario_lines(SCENARIOS.values(), Language.EN))
    assert [line.split()[0] for line in lines[:-2]] == list(SCENARIOS)
    assert lines[-1].startswith("Open one with: dva lab ")


def test_a_saved_case_opens_as_it_was(study: Study, tmp_path: Path) -> None:
    for name in ("own.yaml", "own.json"):
        lab = Lab(study, scenario(ROLLOUT))
        lab.edit("desired", "6")
        lab.save(tmp_path / name)
        (again,) = open_scenarios(tmp_path / name, None)
        assert again.case == lab.case
        assert again.title["en"] == "A title"


def test_a_file_of_several_cases_gives_each(study: Study, tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text(
        '{"fixtures": {"two": [{"id": "a"}, {"id": "b"}]}, "cases": ['
        '{"id": "x", "kind": "query", "input": {"expression": "runningTasksCount == 0",'
        ' "fixture": "two"}}, {"kind": "rolling", "input": {"desired": 1}}]}'
    )
    first, second = open_scenarios(own, None)
    assert (first.id, second.id) == ("x", "2")
    assert Lab(study, first).playback.result["matches"] == ["a", "b"]


def test_a_bad_case_in_a_file_is_named(study: Study, tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text('{"cases": [{"id": "x", "kind": "rolling", "input": {"desired": -1}}]}')
    with pytest.raises(Unreadable, match="case x: desired is -1; write a whole number"):
        open_scenarios(own, None)
