"""Files of simulator cases, as `dva simulate FILE` reads them, and AWS's JSON for the lab.

A file of scenarios is a file of cases with texts: both are read here. Besides the input of a case a
file may have remarks; an input field that the kind does not know is refused.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from study_app.bank.problems import ContentProblem, DataError, quoted_text, suggestion
from study_app.bank.reading.data_files import Data, DataFile, read_data_file
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.cases.case_runs import with_fixture
from study_app.simulator.documents.cases import EXAMPLE_INSTANCES
from study_app.simulator.documents.shapes import (
    INPUTS,
    OUTPUTS,
    Opened,
    case_from,
    is_aws,
    opened,
    order,
)
from study_app.simulator.kinds.registry import KINDS, KINDS_BY_ANY_NAME, simulate
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError, steps_of
from study_app.words.errors import error_text
from study_app.words.text import Text
from study_app.words.wording import say

VERSION = 1
MOST_CASES = 1000
"""How many cases of a file can be listed to choose from."""

MOST_SIMULATED = 10_000
"""How many `dva simulate` runs in one go: all results are kept until the last."""

MOST_BYTES = 2_000_000
"""How large a file the lab opens: what a screen can wait for."""

_BREAK = "\n\n"

FROM_THE_LIST = "open it from the list of scenarios instead"
"""What helps where AWS's JSON does not fit the case on screen: nothing is open there."""

EXAMPLES_TEXT = Text(
    en=(
        "The container instances are examples: `example-a` and `example-b`, each with the capacity "
        "of an m5.large. Open the JSON of `aws ecs describe-container-instances` over this case "
        "to use your own instead."
    ),
    ko=(
        "컨테이너 인스턴스는 예시입니다. `example-a`와 `example-b`이고 크기는 각각 m5.large와 "
        "같습니다. 이 사례 위에 `aws ecs describe-container-instances`의 JSON을 열면 내 "
        "인스턴스로 바뀝니다."
    ),
)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """`fixtures` go by name. The cases are as they were read: each is judged on its own.

    `title` is that of a file of scenarios.
    """

    fixtures: Mapping[str, Data]
    cases: tuple[Data, ...]
    title: Data = None


def read_cases(path: Path) -> CaseFile:
    """The cases of a YAML or JSON file. Raises DataError where it is no file of cases."""
    file = read_data_file(path)
    read = _case_file(file)
    if len(read.cases) > MOST_SIMULATED:
        message = error_text(
            "holds {count} cases; write at most {most}", count=len(read.cases), most=MOST_SIMULATED
        )
        raise _refused(file, message)
    return read


def open_scenarios(path: Path, current: Case | None) -> tuple[Scenario, ...]:
    """The cases of a file, each as a scenario; AWS's JSON is laid over the `current` case.

    A single case has been simulated. With several, only their form is checked, so that a long list
    appears at once; the simulator judges a case when it is opened.

    Raises DataError where the file cannot be read, or holds nothing that can be simulated.
    """
    file = read_data_file(path, MOST_BYTES)
    if is_aws(file.data):
        found = _from_aws(file, current)
        return (_described(path.stem, found.case, found.notes),)
    read = _case_file(file)
    if not 0 < len(read.cases) <= MOST_CASES:
        message = error_text(
            "holds {count} cases; write 1 to {most}", count=len(read.cases), most=MOST_CASES
        )
        raise _refused(file, message)  # the file as a whole: its places would take seconds
    scenarios = tuple(_one(file, read, number) for number in range(len(read.cases)))
    if len(scenarios) == 1:
        _refuse_unusable(file, scenarios[0])
    return scenarios


def open_documents(paths: Sequence[Path]) -> tuple[Scenario, ...]:
    """JSON of AWS that belongs together, such as instances, a service and its tasks, as one case.

    The order of the files does not matter. Raises DataError as `open_scenarios` does, and for a
    file that is no document of AWS.
    """
    files = [(read_data_file(path, MOST_BYTES), path.stem) for path in paths]
    for file, _ in files:
        if not is_aws(file.data):
            message = error_text(
                "is not AWS JSON; of several files, each must be the input of {inputs}, "
                "or the output of {outputs}",
                inputs=INPUTS,
                outputs=OUTPUTS,
            )
            raise _refused(file, message)
    case: Case | None = None
    notes: list[Text] = []
    for file, _ in sorted(files, key=lambda one: order(one[0].data)):
        found = _from_aws(file, case)
        case = found.case
        notes += found.notes
    return () if case is None else (_described(" + ".join(name for _, name in files), case, notes),)


def _described(name: str, case: Case, notes: Iterable[Text]) -> Scenario:
    """A case from AWS's JSON with the notes on the documents, each once; the one on example
    instances only if they are still used."""
    said = [one for one in dict.fromkeys(notes) if one != EXAMPLES_TEXT or _on_examples(case)]
    text = {
        language: _BREAK.join(say(note, language) for note in said)
        for language in ("en", "ko")
        if said
    }
    return Scenario(id=name, group={}, title={"en": name}, text=text, case=case)


def _case_file(file: DataFile) -> CaseFile:
    match file.data:
        case {"cases": list(cases), **others}:
            version, fixtures = others.get("version", VERSION), others.get("fixtures") or {}
            if version != VERSION:
                message = error_text(
                    "version {given} is unknown; write version: {known}",
                    given=version,
                    known=VERSION,
                )
                raise _refused(file, message, "version")
            if not isinstance(fixtures, dict):
                message = error_text("fixtures must be a mapping of names to instances")
                raise _refused(file, message, "fixtures")
            title = others.get("title")
            return CaseFile(fixtures, tuple(cases), title if isinstance(title, dict) else None)
        case _:
            message = error_text("a file of cases must be a mapping with a list 'cases'")
            raise _refused(file, message)


def _from_aws(file: DataFile, current: Case | None) -> Opened:
    """The case that a document makes of the `current` one."""
    try:
        found = opened(file.data, current)
        simulate(found.case)
    except CaseError as error:
        if current is not None and _stands_alone(file.data):
            error = error.with_remedy(FROM_THE_LIST)
        raise _refused(file, error.text, error.place) from error
    examples = (EXAMPLES_TEXT,) if _on_examples(found.case) else ()
    return replace(found, notes=(*examples, *found.notes))


def _stands_alone(data: Data) -> bool:
    """Whether a document of AWS can be opened where no case is open."""
    try:
        case = case_from(data, None)
        simulate(case)
    except CaseError:
        return False
    return True


def _on_examples(case: Case) -> bool:
    instances = case.given.get("instances")
    if not isinstance(instances, list | tuple):
        return False
    ids = [one.get("id") for one in instances if isinstance(one, Mapping)]
    return ids == [one["id"] for one in EXAMPLE_INSTANCES]


def _one(file: DataFile, read: CaseFile, number: int) -> Scenario:
    place = f"cases.{number}"
    entry = read.cases[number]
    if not isinstance(entry, dict):
        message = error_text(
            "case {number} must be a mapping with id, kind and input", number=number + 1
        )
        raise _refused(file, message, place)
    name = _name(entry.get("id")) or str(number + 1)
    second = entry.get("beside")
    beside: Case | None = None
    beside_label: Mapping[str, str] = {}
    if second is not None:
        if not isinstance(second, dict):
            message = error_text("beside must be a mapping with kind and input")
            raise _refused(file, _of_case(name, message), f"{place}.beside")
        beside = _case(file, second, read.fixtures, name, f"{place}.beside")
        beside_label = _texts(second.get("label"))
    return Scenario(
        id=name,
        group=_texts(read.title),
        title=_texts(entry.get("title")) or {"en": name},
        text=_texts(entry.get("text")),
        case=_case(file, entry, read.fixtures, name, place),
        source=_name(entry.get("source")),
        label=_texts(entry.get("label")),
        beside=beside,
        beside_label=beside_label,
    )


def _case(
    file: DataFile, entry: dict[str, Data], fixtures: Mapping[str, Data], name: str, place: str
) -> Case:
    """The case of `kind` and `input`, not simulated yet."""
    kind, given = entry.get("kind"), entry.get("input")
    if not isinstance(kind, str) or kind not in KINDS_BY_ANY_NAME:
        if isinstance(kind, str):
            message = error_text(
                "unknown kind {kind}{hint}", kind=quoted_text(kind), hint=suggestion(kind, KINDS)
            )
        else:
            message = error_text("kind is missing; write one of {known}", known=", ".join(KINDS))
        raise _refused(file, _of_case(name, message), f"{place}.kind")
    if not isinstance(given, dict):
        message = error_text("input must be a mapping; write fields with values")
        raise _refused(file, _of_case(name, message), f"{place}.input")
    try:
        return Case(KINDS_BY_ANY_NAME[kind].name, with_fixture(given, fixtures))
    except CaseError as error:
        message = _of_case(name, error.text)
        raise _refused(file, message, f"{place}.input.fixture") from error


def _refuse_unusable(file: DataFile, only: Scenario) -> None:
    """Refuse the only scenario of a file where the simulator cannot read it."""
    for place, case in (("cases.0", only.case), ("cases.0.beside", only.beside)):
        try:
            if case is not None:
                simulate(case)
        except CaseError as error:
            where = f"{place}.input.{error.place}"
            raise _refused(file, _of_case(only.id, error.text), where) from error


def _name(value: Data) -> str:
    """A text as it is written; empty where there is none."""
    match value:
        case None | list() | dict():
            return ""
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def _texts(by_language: Data) -> Mapping[str, str]:
    if isinstance(by_language, dict):
        texts = {language: _name(text).strip() for language, text in by_language.items()}
    else:
        texts = {"en": _name(by_language).strip()}
    return {language: text for language, text in texts.items() if text}


def _of_case(name: str, what: Text) -> Text:
    return error_text("case {name}: {what}", name=name, what=what)


def _refused(file: DataFile, what: Text, path: str = "") -> DataError:
    """An error at `path`, such as `cases[2].input`, or about the whole file if it is ""."""
    place = file.place(".".join(steps_of(path))) if path else None
    line, column = (1, 1) if place is None else (place.line, place.column)
    return DataError([ContentProblem(file.name, line, column, what)])
