"""Files of the lab: what is opened is all that the file says, what is saved opens again."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from study_app.bank import case_files
from study_app.bank.case_files import FROM_THE_LIST, MOST_CASES, open_documents, open_scenarios
from study_app.bank.case_saving import save_case
from study_app.bank.places import shipped_content
from study_app.bank.problems import DataError
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.documents.cases import EXAMPLE_INSTANCES
from study_app.simulator.model.case import Case
from tests.shipped import shipped

AWS = Path(__file__).parents[1] / "data" / "aws"
SHIPPED = shipped().scenarios
FILES = sorted((shipped_content() / "scenarios").glob("*.yaml"))


def message(path: Path, current: Case | None = None) -> str:
    """What is said of a file that cannot be opened."""
    with pytest.raises(DataError) as caught:
        open_scenarios(path, current)
    return str(caught.value)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def shown(one: Scenario) -> tuple[object, ...]:
    """All of a scenario that a learner sees; where it is listed is not of the file."""
    cases = (one.case, one.beside)
    return (one.id, one.group, one.title, one.text, one.label, one.beside_label, *cases, one.source)


def test_documents_of_aws_make_one_case_together() -> None:
    names = ("services", "tasks", "task-definition", "container-instances")
    (one,) = open_documents([AWS / f"{name}.json" for name in names])
    assert one.id == "services + tasks + task-definition + container-instances"
    assert one.case.kind == "rolling"
    assert "the kind `circuit_breaker`" in one.text["en"]
    assert "example-a" not in one.text["en"]
    assert set(one.text) == {"en", "ko"}


def test_a_case_among_documents_is_one_clear_message(tmp_path: Path) -> None:
    own = written(tmp_path / "own.yaml", "cases: [{id: x, kind: rolling, input: {desired: 1}}]")
    with pytest.raises(
        DataError, match="is not AWS JSON; of several files, each must be the input of"
    ):
        open_documents([AWS / "services.json", own])


class TestScenarioFiles:
    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_a_shipped_one_by_its_path_is_as_in_the_bank(self, path: Path) -> None:
        for one in open_scenarios(path, None):
            assert shown(one) == shown(SHIPPED[one.id])

    def test_a_plain_file_of_cases_opens_without_texts(self, tmp_path: Path) -> None:
        own = written(
            tmp_path / "own.yaml",
            "cases: [{id: x, kind: rolling, input: {desired: 1}, expected: {}, remark: mine}]",
        )
        (one,) = open_scenarios(own, None)
        assert shown(one) == shown(
            Scenario(
                id="x",
                group={},
                title={"en": "x"},
                text={},
                case=Case("rolling", {"desired": 1}),
            )
        )

    def test_a_text_without_languages_is_shown_in_each(self, tmp_path: Path) -> None:
        own = written(
            tmp_path / "own.yaml",
            "cases: [{kind: rolling, title: Mine, text: {en: 2}, input: {desired: 1}}]",
        )
        (one,) = open_scenarios(own, None)
        assert (one.id, one.title, one.text) == ("1", {"en": "Mine"}, {"en": "2"})

    def test_two_cases_of_one_id_are_both_there(self, tmp_path: Path) -> None:
        case = "{id: x, kind: rolling, input: {desired: %d}}"
        own = written(tmp_path / "own.yaml", f"cases: [{case % 1}, {case % 2}]")
        assert [one.case.given["desired"] for one in open_scenarios(own, None)] == [1, 2]


class TestSaving:
    @pytest.mark.parametrize("suffix", [".yaml", ".json"])
    @pytest.mark.parametrize("one", SHIPPED.values(), ids=lambda one: one.id)
    def test_a_shipped_scenario_opens_as_it_was(
        self, tmp_path: Path, one: Scenario, suffix: str
    ) -> None:
        path = tmp_path / f"saved{suffix}"
        save_case(path, one)
        (again,) = open_scenarios(path, None)
        assert shown(again) == shown(one)

    def test_no_part_of_a_case_stays_behind(self, tmp_path: Path) -> None:
        path = tmp_path / "no" / "own.yaml"
        with pytest.raises(DataError, match=r"cannot be written: .*; choose another place"):
            save_case(path, SHIPPED["notes-rolling-update"])

    def test_a_file_that_is_there_stays(self, tmp_path: Path) -> None:
        path = written(tmp_path / "own.yaml", "mine")
        with pytest.raises(DataError) as caught:
            save_case(path, SHIPPED["notes-rolling-update"])
        assert str(caught.value) == f"{path}: exists already; choose another name"
        assert path.read_text() == "mine"


WORDS = (
    "1e3 1e5 1_000 0x1F 0o17 010 1.10 .5 5. +1 -0 1:30 yes no on off y true True null Null ~ .inf"
    " .nan 2026-11-23 2026-11-23T09:00:00Z << = - ? # & * ! | > @ ` {} [] '' a:b"
)
SURPRISES = st.sampled_from(WORDS.split()) | st.sampled_from(
    [" ", "a: b", "a #b", " a", "a ", "\n", "a\nb\n", "\u2028", "\ufeff", "한 글"]
)
TEXTS = SURPRISES | st.text(st.characters())
NUMBERS = st.integers() | st.floats(allow_nan=False) | st.sampled_from([1e5, 1e16, 1e-7, 1e300])
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


class TestAnyValues:
    @given(name=TEXTS.filter(bool), remark=VALUES, suffix=st.sampled_from([".yaml", ".json"]))
    def test_what_is_saved_opens_again(self, name: str, remark: Any, suffix: str) -> None:
        case = Case("rolling", {"desired": 1, "seed": remark})
        one = Scenario(id=name, group={}, title={"en": "Mine"}, text={}, case=case)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"own{suffix}"
            save_case(path, one)
            (again,) = open_scenarios(path, None)
        assert (again.id, again.case.kind) == (name, "rolling")
        # As JSON: 1, 1.0 and true are equal in Python.
        assert json.dumps(again.case.given) == json.dumps(case.given)

    @pytest.mark.parametrize("name", ["1e3", "1_000", "0x1F", "yes", "null", "~", "2026-11-23"])
    def test_yaml_stays_yaml(self, tmp_path: Path, name: str) -> None:
        """Quotes are enough for the surprises that people meet; both versions of YAML agree."""
        case = Case("rolling", {"desired": 1, "seed": [name, {name: 1e5}]})
        path = tmp_path / "own.yaml"
        save_case(path, Scenario(id=name, group={}, title={}, text={}, case=case))
        text = path.read_text("utf-8")
        assert text.startswith("version: 1\n")
        assert yaml.safe_load(text)["cases"][0]["id"] == name

    def test_more_levels_than_yaml_is_read_to(self, tmp_path: Path) -> None:
        deep: Any = 1
        for _ in range(40):
            deep = [deep]
        case = Case("rolling", {"desired": 1, "seed": deep})
        save_case(tmp_path / "own.yaml", Scenario(id="x", group={}, title={}, text={}, case=case))
        (again,) = open_scenarios(tmp_path / "own.yaml", None)
        assert again.case == case


class TestMessages:
    def test_a_missing_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        expected = f"there is no such file in {tmp_path}; check the name, or write the whole path"
        assert message(Path("no.yaml")) == f"no.yaml: {expected}"
        whole = tmp_path / "no.yaml"
        assert message(whole) == f"{whole}: there is no such file; check the name"

    def test_what_is_no_file_with_something_in_it(self, tmp_path: Path) -> None:
        folder = "is a folder; write the name of a file in it"
        assert message(tmp_path) == f"{tmp_path}: {folder}"
        empty = written(tmp_path / "empty.yaml", "")
        assert message(empty) == f"{empty}: is empty; choose a file with something in it"

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such path")
    def test_a_device(self) -> None:
        null = Path(os.devnull)
        expected = "is not a regular file; write to a file first, and choose that"
        assert message(null) == f"{null}: {expected}"

    def test_a_name_that_no_file_can_have(self) -> None:
        assert "; choose another file" in message(Path("a\0b"))
        assert "; choose another file" in message(Path("a" * 5000))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "cases:\n  - id: x\n    kind: rolling\n    input:\n      desired: -1\n",
                "5:16: case x: desired is -1;",
            ),
            ("cases:\n  - {id: x, kind: roling}\n", "2:19: case x: unknown kind 'roling'; did you"),
            ("cases:\n  - {id: x}\n", "2:5: case x: kind is missing; write one of placement,"),
            ("cases:\n  - {id: x, kind: rolling}\n", "2:5: case x: input must be a mapping"),
            ("cases:\n  - 7\n  - 8\n", "2:5: case 1 must be a mapping"),
            (
                "cases:\n  - {id: x, kind: query, input: {fixture: no}}\n",
                "2:43: case x: fixture is 'no'",
            ),
            (
                "cases:\n  - kind: rolling\n    input: {desired: 1}\n    beside: 7\n",
                "4:13: case 1: beside must be a mapping",
            ),
            ("version: 2\ncases: []", "1:10: version 2 is unknown"),
            ('{"services":\n []}', "2:2: services"),
        ],
    )
    def test_the_place(self, tmp_path: Path, text: str, expected: str) -> None:
        own = written(tmp_path / "own.yaml", text)
        assert message(own).startswith(f"{own}:{expected}")


class TestManyCases:
    @pytest.fixture(autouse=True)
    def simulated(self, monkeypatch: pytest.MonkeyPatch) -> list[object]:
        """The cases that were simulated while a file was opened."""
        found: list[object] = []
        monkeypatch.setattr(case_files, "simulate", lambda *case: found.append(case))
        return found

    @staticmethod
    def many(path: Path, count: int) -> Path:
        case = {"kind": "rolling", "input": {"desired": 1}}
        return written(path, json.dumps({"cases": [case] * count}))

    def test_a_list_is_not_simulated(self, tmp_path: Path, simulated: list[object]) -> None:
        own = self.many(tmp_path / "own.json", MOST_CASES)
        assert len(open_scenarios(own, None)) == MOST_CASES
        assert simulated == []

    def test_a_single_case_is(self, tmp_path: Path, simulated: list[object]) -> None:
        open_scenarios(self.many(tmp_path / "own.json", 1), None)
        assert len(simulated) == 1

    def test_too_many_are_refused(self, tmp_path: Path, simulated: list[object]) -> None:
        own = self.many(tmp_path / "own.json", 40_000)
        assert "holds 40000 cases; write 1 to 1000" in message(own)
        assert simulated == []

    def test_more_than_a_screen_can_wait_for(self, tmp_path: Path) -> None:
        own = self.many(tmp_path / "own.json", 60_000)
        assert message(own) == f"{own}: larger than 2 MB; split it"


class TestAws:
    ON_INSTANCES = SHIPPED["notes-rolling-update"].case

    def test_a_service_on_fargate_is_sent_to_the_list(self) -> None:
        path = AWS / "fargate-service.json"
        assert message(path, self.ON_INSTANCES).endswith(f"; {FROM_THE_LIST}")
        assert open_scenarios(path, None)

    def test_so_is_a_task_definition_of_a_size_to_be_looked_at(self, tmp_path: Path) -> None:
        text = (AWS / "fargate-task-definition.json").read_text("utf-8")
        own = written(tmp_path / "own.json", text.replace('"2 GB"', '"64 GB"'))
        assert message(own, self.ON_INSTANCES).endswith(f"; {FROM_THE_LIST}")
        assert open_scenarios(own, None)

    def test_a_document_that_is_wrong_anywhere_keeps_its_remedy(self, tmp_path: Path) -> None:
        own = written(tmp_path / "own.json", '{"containerInstances": 7}')
        assert "list of scenarios" not in message(own, self.ON_INSTANCES)

    def test_example_instances_are_told(self) -> None:
        (one,) = open_scenarios(AWS / "task-definition.json", None)
        for instance in EXAMPLE_INSTANCES:
            assert all(str(instance["id"]) in one.text[language] for language in ("en", "ko"))

    def test_instances_of_the_learner_are_not(self) -> None:
        (one,) = open_scenarios(AWS / "container-instances.json", None)
        assert one.text == {}
