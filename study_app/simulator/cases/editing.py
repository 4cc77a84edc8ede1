"""Converts the parameters of a case to editable texts, and back.

Every parameter has a path into the case's input, such as `desired`, `task.cpu` or
`policies.0.target`, and a way to be written on one line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, TypeAlias

from study_app.simulator.inputs.values.instance_lines import NotationError
from study_app.simulator.inputs.values.parameter import AnyParameter, Parameter
from study_app.simulator.kinds.registry import kind_named
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.problem import CaseError
from study_app.words.text import Text


@dataclass(frozen=True, slots=True)
class InputBox:
    """One parameter of a case with its value as text, empty if missing in the case.

    `short` is its name where there is little room; what is `pictured` need not be stated beside the
    picture.
    """

    path: str
    text: str
    hint: Text
    short: str
    pictured: bool


def boxes(case: Case, opened: Case | None = None) -> tuple[InputBox, ...]:
    """Everything about `case` that can be edited, in the order of its form.

    `opened` is the case before editing: parameters emptied since are still offered.
    """
    given = _with_instances(case.given)
    return tuple(
        InputBox(
            path=path,
            text=parameter.notation.write(_at(given, path)),
            hint=parameter.hint,
            short=parameter.short or path,
            pictured=parameter.pictured,
        )
        for path, parameter in _offered(case, opened)
    )


def with_parameter(case: Case, path: str, text: str, opened: Case | None = None) -> Case:
    """`case` with the parameter at `path` set from `text`; an empty text removes it.

    A restored parameter goes where the form has it, not at the end of the input. Raises CaseError
    if the text cannot be parsed; whether the value is accepted is left to the simulator.
    """
    given = _with_instances(case.given) if path == "instances" else case.given
    steps = tuple(path.split("."))
    if not text.strip():
        return Case(case.kind, _without(given, steps))
    offered = dict(_offered(case, opened))
    notation = (offered.get(path) or _parameter(case.kind, path)).notation
    try:
        value = notation.read(text.strip(), _at(given, path))
    except NotationError as error:
        raise CaseError(
            path, "{place} is {shown}", error.text, shown=repr(text.strip()[:40])
        ) from error
    form = [tuple(one.split(".")) for one in offered]
    return Case(case.kind, _with(given, steps, value, form))


def with_value_at(given: Plain, path: str, value: object) -> Plain:
    """`given` with the `value` at `path`, as a command that builds a case puts it."""
    changed: Plain = _with(given, tuple(path.split(".")), value, [])
    return changed


_PLAIN: Final[AnyParameter] = Parameter(path="*")
_UNTOUCHED: Final = "fixture"


def _offered(case: Case, opened: Case | None) -> Iterator[tuple[str, AnyParameter]]:
    """The known parameters of the mode, then any others in the input."""
    kind = kind_named(case.kind)
    mode = kind.mode(case.given)
    before = opened.given if opened is not None and opened.kind == case.kind else {}
    every = {**before, **case.given}
    passed_over = {kind.chosen_by, _UNTOUCHED}
    for holder, group in groupby(mode.parameters if mode else (), key=lambda one: one.holder):
        parameters = list(group)
        if holder.endswith("*"):
            yield from _of_entries(holder, parameters, case.given, before)
            continue
        for parameter in parameters:
            passed_over.add(parameter.path)
            if parameter.applies(every):
                yield parameter.path, parameter
    for name, value in every.items():
        if isinstance(value, str | int | float) and name not in passed_over:
            yield name, _PLAIN


def _parameter(kind: str, path: str) -> AnyParameter:
    """The parameter at `path` in any mode of the kind."""
    pattern = ".".join("*" if step.isdecimal() else step for step in path.split("."))
    every = (one for mode in kind_named(kind).modes for one in mode.parameters)
    return next((one for one in every if one.path == pattern), _PLAIN)


def _of_entries(
    holder: str, parameters: list[AnyParameter], given: Plain, before: Plain
) -> Iterator[tuple[str, AnyParameter]]:
    """The parameters of each entry of a list, then what else an entry has."""
    name = holder.removesuffix(".*")
    opened = _entries(before.get(name))
    for number, entry in enumerate(_entries(given.get(name))):
        every = {**(opened[number] if number < len(opened) else {}), **entry}
        known = {one.name for one in parameters}
        yield from (
            (f"{name}.{number}.{one.name}", one) for one in parameters if one.applies(every)
        )
        for other, value in every.items():
            if isinstance(value, int | float | str) and other not in known:
                yield f"{name}.{number}.{other}", _PLAIN


def _entries(value: object) -> list[Mapping[str, object]]:
    """The mappings in a list; empty if it is not a list of mappings."""
    found = value if isinstance(value, list) else []
    return found if all(isinstance(one, Mapping) for one in found) else []


_Form: TypeAlias = list[tuple[str, ...]]
_FIXTURE: Final = "fixture"


def _with_instances(given: Plain) -> Plain:
    """`given` with the contents of its fixture as its instances, in the place of the fixture."""
    if given.get("instances") is not None or not isinstance(given.get(_FIXTURE), list):
        return given
    return {
        "instances" if name == _FIXTURE else name: value
        for name, value in given.items()
        if name != "instances"
    }


def _at(given: object, path: str) -> object:
    """The value at `path`, or None."""
    place = given
    for step in path.split("."):
        match place:
            case Mapping():
                place = place.get(step)
            case list() if step.isdecimal() and int(step) < len(place):
                place = place[int(step)]
            case _:
                return None
    return place


def _without(place: Any, path: tuple[str, ...]) -> Any:
    step, *rest = path
    if isinstance(place, list):
        at = int(step)
        return [*place[:at], _without(place[at], tuple(rest)), *place[at + 1 :]]
    if not rest or place.get(step) is None:
        return {name: value for name, value in place.items() if rest or name != step}
    return {**place, step: _without(place[step], tuple(rest))}


def _with(place: Any, path: tuple[str, ...], value: object, form: _Form) -> Any:
    """`form` has the paths of the form, from `place` on."""
    step, *rest = path
    below = [one[1:] for one in form if one[0] == step and len(one) > 1]
    if isinstance(place, list):
        at = int(step)
        return [*place[:at], _with(place[at], tuple(rest), value, below), *place[at + 1 :]]
    inner = _with(place.get(step) or {}, tuple(rest), value, below) if rest else value
    return _placed(place, step, inner, list(dict.fromkeys(one[0] for one in form)))


def _placed(place: Plain, name: str, value: object, order: list[str]) -> Plain:
    """A `name` that is new comes before the first one that follows it in `order`."""
    if name in place or name not in order:
        return {**place, name: value}
    later = order[order.index(name) + 1 :]
    names = list(place)
    at = next((number for number, one in enumerate(names) if one in later), len(names))
    names.insert(at, name)
    return {one: value if one == name else place[one] for one in names}
