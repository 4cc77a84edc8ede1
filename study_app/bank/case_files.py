"""Files of simulator cases, as `dva simulate FILE` reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from study_app.bank.data_files import Data, read_values
from study_app.bank.problems import DataError, Problem, shown_path

VERSION = 1


@dataclass(frozen=True, slots=True)
class CaseFile:
    """`fixtures` go by name. The cases are as they were read: each is judged on its own."""

    fixtures: Mapping[str, Data]
    cases: tuple[Data, ...]


def read_cases(path: Path) -> CaseFile:
    """The cases of a YAML or JSON file. Raises DataError where it is no file of cases."""
    data = read_values(path)
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


def _refused(path: Path, message: str) -> DataError:
    return DataError([Problem(shown_path(path), 1, 1, message)])
