"""The result of one draw: the case, its answer, and the wrong answers that mistakes lead to."""

from collections.abc import Mapping
from typing import Final, assert_never

from study_app.learning.material.items import Drawn, Scalar, Template, TemplateForm, Wrong
from study_app.simulator.cases.asks import UnknownAskError, asked_value
from study_app.simulator.kinds.kind import Kind
from study_app.simulator.kinds.registry import Simulation, simulate, simulated
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.problem import CaseError, all_of, steps_of
from study_app.words.errors import TextError, error_text
from study_app.words.text import Text
from study_app.worked.filling import filled_in
from study_app.worked.words import NotTyped, answer_of, in_words

WRONG_OPTIONS: Final = 3
MOST_NAMED: Final = 2
"""The most mistakes reported for one wrong answer."""

LEAST_ITEMS, MOST_ITEMS = 3, 6
LONGEST: Final = 100
"""The most characters of an option: nobody compares longer ones."""


class Degenerate(TextError, ValueError):
    """A draw that makes no valid question. `field` is the path in the template that causes it."""

    def __init__(self, field: str, reason: Text | str, /, **values: object) -> None:
        super().__init__(reason, **values)
        self.field = field


def work(template: Template, values: Mapping[str, Scalar], *, explain: bool = True) -> Drawn:
    """Work out `template` with these values; `explain` keeps the trace for the explanation.

    Raises Degenerate if they make no question.
    """
    if values.keys() != template.given.keys():
        raise Degenerate("given", "these are values for another version of the question")
    case = case_of(template, values)
    simulation = _simulated(template, case, explain=explain)
    kind, result = simulation.kind, simulation.written()
    for what, wanted in template.only.items():
        found = _asked(kind, result, what, "only")
        if not any(_same(found, one) for one in wanted):
            raise Degenerate(
                "only",
                "{place} is {found}, not {wanted}",
                place=what,
                found=found,
                wanted=" or ".join(map(str, wanted)),
            )
    key = _asked(kind, result, template.ask, "ask")
    return Drawn(values, simulation, key, _wrong_of(template, kind, case, key))


def case_of(template: Template, values: Mapping[str, Scalar]) -> Case:
    """The case with the drawn values."""
    if template.input is None:
        return Case(template.simulator, dict(values))
    given = filled_in(template.input, values)
    assert isinstance(given, dict)
    return Case(template.simulator, given)


def _simulated(template: Template, case: Case, *, explain: bool) -> Simulation:
    try:
        found = simulated(case, explain=explain)
    except CaseError as error:
        within = "given" if template.input is None else "input"
        where = ".".join((within, *steps_of(error.place)))
        raise Degenerate(
            where, error_text("the simulator cannot read it: {what}", what=error.text)
        ) from error
    if found.outcome.refusal:
        raise Degenerate(
            "input", error_text("it is refused: {what}", what=all_of(found.outcome.refusal))
        )
    return found


def _asked(kind: Kind, result: Plain, what: str, field: str) -> object:
    try:
        return asked_value(kind, result, what)
    except UnknownAskError as error:
        raise Degenerate(field, error.text) from error


def _wrong_of(template: Template, kind: Kind, case: Case, key: object) -> tuple[Wrong, ...]:
    """The wrong answers to `key`, after checking that this form can ask for it."""
    match template.form:
        case TemplateForm.CHOICE:
            if len(in_words(kind, key, "en")) > LONGEST:
                raise Degenerate("ask", "the answer is longer than {most} characters", most=LONGEST)
            wrong = _wrong_answers(template, kind, case, key, least=WRONG_OPTIONS)
            if len(wrong) < WRONG_OPTIONS:
                raise Degenerate(
                    "mistakes", "the mistakes make fewer than {least} options", least=WRONG_OPTIONS
                )
            return wrong
        case TemplateForm.TYPED:
            try:
                answer_of(kind, template.ask, key, "en", template.unit)
            except NotTyped as error:
                raise Degenerate("form", error.text) from error
            wrong = _wrong_answers(template, kind, case, key)
            if not wrong:
                raise Degenerate("mistakes", "no mistake leads to a different answer")
            return wrong
        case TemplateForm.ORDERING:
            _require_order(kind, key)
            return ()
        case _:
            assert_never(template.form)


def _wrong_answers(
    template: Template, kind: Kind, case: Case, key: object, *, least: int = 0
) -> tuple[Wrong, ...]:
    """The first answers that read differently from `key` and from each other, up to WRONG_OPTIONS.

    Gives up, discarding those found, as soon as `least` of them are out of reach.
    """
    right = in_words(kind, key, "en")
    found: dict[str, list[tuple[str, object]]] = {}
    mistakes = template.mistakes or tuple(kind.mistakes_by_id)
    for number, mistake in enumerate(mistakes):
        if len(found) + len(mistakes) - number < least:
            break
        value = _mistaken(kind, case, mistake, template.ask)
        text = right if value is _NOTHING else in_words(kind, value, "en")
        if text != right and len(text) <= LONGEST:
            found.setdefault(text, []).append((mistake, value))
        if len(found) == WRONG_OPTIONS:
            break
    return tuple(
        Wrong(same[0][1], tuple(mistake for mistake, _ in same[:MOST_NAMED]))
        for same in found.values()
    )


_NOTHING: Final = object()


def _mistaken(kind: Kind, case: Case, mistake: str, what: str) -> object:
    """The answer that this mistake leads to; `_NOTHING` if it leads to none."""

    def otherwise(given: Plain) -> Plain:
        return simulate(Case(kind.name, given))

    try:
        result = kind.mistakes_by_id[mistake].result(case.given, otherwise)
        if result is None or result.get("error") is True:
            return _NOTHING
        return asked_value(kind, result, what)
    except (CaseError, UnknownAskError):
        return _NOTHING


def _require_order(kind: Kind, key: object) -> None:
    if not isinstance(key, list):
        raise Degenerate("form", "an ordering needs a list to put in order")
    if not LEAST_ITEMS <= len(key) <= MOST_ITEMS:
        needed = f"{LEAST_ITEMS} to {MOST_ITEMS}"
        raise Degenerate(
            "ask",
            "there are {count} things to put in order, not {needed}",
            count=len(key),
            needed=needed,
        )
    if len({in_words(kind, one, "en") for one in key}) < len(key):
        raise Degenerate("ask", "two of the things to put in order read the same")


def _same(found: object, wanted: Scalar) -> bool:
    return isinstance(found, bool) == isinstance(wanted, bool) and found == wanted
