"""Files of simulator cases, as `dva simulate FILE` reads them, and AWS's JSON for the lab."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from study_app.bank.data_files import Data, read_values
from study_app.bank.problems import DataError, Problem, shown_path
from study_app.learning.scenarios import Scenario
from study_app.simulator.aws_shapes import absorb, is_aws
from study_app.simulator.case import Case
from study_app.simulator.cases import simulate, with_fixture
from study_app.simulator.errors import CaseError

VERSION = 1
MOST_CASES = 1000
"""How many cases of a file can be listed to choose from."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """`fixtures` go by name. The cases are as they were read: each is judged on its own."""

    fixtures: Mapping[str, Data]
    cases: tuple[Data, ...]


def read_cases(path: Path) -> CaseFile:
    """The cases of a YAML or JSON file. Raises DataError where it is no file of cases."""
    return _case_file(path, read_values(path))


def open_scenarios(path: Path, current: Case | None) -> tuple[Scenario, ...]:
    """The cases of a file, each as a scenario; AWS's JSON is laid over the `current` case.

    Raises DataError where the file cannot be read, or holds nothing that can be simulated.
    """
    data = read_values(path)
    if is_aws(data):
        try:
            case = absorb(data, current)
            simulate(case.kind, case.given, {})
        except CaseError as error:
            raise _refused(path, str(error)) from error
        return (_scenario(path.stem, case, {}),)
    file = _case_file(path, data)
    if not 0 < len(file.cases) <= MOST_CASES:
        raise _refused(path, f"holds {len(file.cases)} cases; write 1 to {MOST_CASES}")
    return tuple(_one(path, number, case, file.fixtures) for number, case in enumerate(file.cases))


def save_case(path: Path, name: str, title: str, case: Case) -> None:
    """Write `case` as a file of its own, JSON where the name ends so, else YAML.

    Never over a file that is there. Raises DataError with what to do instead.
    """
    entry = {"id": name, "title": {"en": title, "ko": title}}
    document = {
        "version": VERSION,
        "cases": [{**entry, "kind": case.kind, "input": _jsonable(case.given)}],
    }
    if path.suffix == ".json":
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    else:
        text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise _refused(path, "exists already; choose another name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused(path, f"cannot be written: {reason}; choose another place") from error


def _case_file(path: Path, data: Data) -> CaseFile:
    match data:
        case {"cases": list(cases), **others}:
            version, fixtures = others.get("version", VERSION), others.get("fixtures") or {}
            if version != VERSION:
                raise _refused(path, f"version {version} is unknown; write version: {VERSION}")
            if not isinstance(fixtures, dict):
                raise _refused(path, "fixtures must be a mapping of names to instances")
            return CaseFile(fixtures, tuple(cases))
        case _:
            raise _refused(path, "a file of cases is a mapping with a list 'cases'")


def _one(path: Path, number: int, case: Data, fixtures: Mapping[str, Data]) -> Scenario:
    if not isinstance(case, dict):
        raise _refused(path, f"cases[{number}] is no mapping; write id, kind and input")
    given = case.get("input")
    name = str(case.get("id") or number + 1)
    try:
        simulate(case.get("kind"), given, fixtures)
    except CaseError as error:
        raise _refused(path, f"case {name}: {error}") from error
    assert isinstance(given, dict)
    whole = Case(str(case["kind"]), with_fixture(given, fixtures))
    return _scenario(name, whole, _texts(case.get("title")))


def _texts(title: Data) -> Mapping[str, str]:
    if not isinstance(title, dict):
        return {}
    return {language: text for language, text in title.items() if isinstance(text, str)}


def _scenario(name: str, case: Case, title: Mapping[str, str]) -> Scenario:
    return Scenario(id=name, group={}, title=title or {"en": name}, text={}, case=case)


def _jsonable(value: object) -> object:
    match value:
        case Mapping():
            return {str(key): _jsonable(one) for key, one in value.items()}
        case str() | int() | float() | None:
            return value
        case Sequence():
            return [_jsonable(one) for one in value]
        case _:
            return str(value)


def _refused(path: Path, message: str) -> DataError:
    return DataError([Problem(shown_path(path), 1, 1, message)])
