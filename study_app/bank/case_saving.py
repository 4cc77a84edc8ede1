"""Saves a lab scenario to a file that the lab can open again."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from study_app.bank.case_files import VERSION
from study_app.bank.problems import DataError, unread
from study_app.bank.reading.data_files import plain_scalar, values_in
from study_app.files import reason
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.model.case import Case


def save_case(path: Path, scenario: Scenario) -> None:
    """Write `scenario` to a new file: JSON if the name ends in .json, else YAML. Never overwrites a
    file. Raises DataError with what to do instead.
    """
    made = False
    try:
        # As bytes first: a file must not stay behind for a text that cannot be written.
        data = _text(_document(scenario), as_json=path.suffix == ".json").encode()
        with path.open("xb") as file:
            made = True
            file.write(data)
    except FileExistsError:
        raise unread(path, "exists already; choose another name") from None
    except (OSError, ValueError, RecursionError) as error:
        if made:  # a part of a case is no case
            with suppress(OSError):
                path.unlink()
        why = reason(error)
        raise unread(path, "cannot be written: {what}; choose another place", what=why) from error


def _document(scenario: Scenario) -> dict[str, Any]:
    """What is read back as `scenario`; empty texts are left out."""
    beside: dict[str, Any] = {}
    if scenario.beside is not None:
        beside = {**_filled(label=scenario.beside_label), **_written(scenario.beside)}
    entry = {
        "id": scenario.id,
        "kind": scenario.case.kind,
        **_filled(title=scenario.title, text=scenario.text, label=scenario.label),
        "input": _jsonable(scenario.case.given),
        **_filled(beside=beside, source=scenario.source),
    }
    return {"version": VERSION, **_filled(title=scenario.group), "cases": [entry]}


def _filled(**fields: object) -> dict[str, Any]:
    return {name: _jsonable(value) for name, value in fields.items() if value}


def _written(case: Case) -> dict[str, Any]:
    return {"kind": case.kind, "input": _jsonable(case.given)}


def _jsonable(value: object) -> Any:
    """A copy, so that nothing stands in it twice: YAML would write an alias."""
    match value:
        case Mapping():
            return {str(key): _jsonable(one) for key, one in value.items()}
        case str() | int() | float() | None:
            return value
        case Sequence():
            return [_jsonable(one) for one in value]
        case _:
            return str(value)


def _text(document: dict[str, Any], *, as_json: bool) -> str:
    if not as_json:
        text = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True)
        if _reads_back(text, document):
            return text
    # JSON is read whatever the file is called: half a surrogate pair has no other form, and
    # neither has a list in a list in a list, more than the tree of YAML is deep.
    text = json.dumps(document, indent=2, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(document, indent=2)
    return text + "\n"


def _reads_back(text: str, document: dict[str, Any]) -> bool:
    try:
        again = values_in(text)
    except DataError:
        return False
    return json.dumps(again) == json.dumps(document)  # in which 1, 1.0 and true are different


class _Dumper(yaml.SafeDumper):
    """Quotes what `read_data_file`, by YAML 1.2, would not read as text.

    PyYAML quotes by YAML 1.1, where `1e3` is a text but `yes` is none.
    """


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if plain_scalar(text) == text else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted)
