"""1,000 draws of each shipped template: no duplicate options, the key is the simulator's answer,
the prompt is filled, and none is degenerate."""

import re
from collections.abc import Callable, Mapping

import pytest

from study_app.bank.bank import Bank
from study_app.learning.material.items import Choice, Drawn, Form, Ordering, Scalar, Template, Typed
from study_app.simulator.cases.asks import asked_value
from study_app.simulator.kinds.registry import KINDS, simulate
from study_app.worked.drawing import draw
from study_app.worked.filling import placeholders
from study_app.worked.making import RIGHT, make
from study_app.worked.words import answer_of, in_words
from study_app.worked.working import Degenerate, work
from tests.shipped import shipped

DRAWS = 1000

BANK: Bank = shipped()
TEMPLATES = [one for one in BANK.questions.values() if isinstance(one, Template)]


def remembering() -> Callable[[Template, Mapping[str, Scalar]], Drawn]:
    """`work` for one template, which works the same values out once."""
    known: dict[tuple[Scalar, ...], Drawn | Degenerate] = {}

    def remembered(template: Template, values: Mapping[str, Scalar]) -> Drawn:
        key = tuple(values.values())
        if key not in known:
            try:
                known[key] = work(template, values, explain=False)
            except Degenerate as error:
                known[key] = error
        found = known[key]
        if isinstance(found, Degenerate):
            raise found
        return found

    return remembered


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_a_thousand_draws(template: Template) -> None:
    """None of them comes to nothing (NoDraw), and some differ: a miss is asked again with other
    values.
    """
    by = remembering()
    drawn = [draw(template, seed, by=by) for seed in range(DRAWS)]
    different = {id(worked): worked for worked in drawn}
    assert len(different) >= 8
    for worked in different.values():
        question = make(template, worked, "en", explain=False)
        assert question.drawn is not None
        case = question.drawn.case
        kind = KINDS[case.kind]
        key = asked_value(kind, simulate(case), template.ask)
        right = in_words(kind, key, "en", template.unit)
        assert worked.key == key
        assert not placeholders(question.prompt)
        match question.form:
            case Choice(options):
                texts = [option.text for option in options.values()]
                assert len(set(texts)) == len(texts) == 4
                assert [one.text for one in options.values() if one.correct] == [right]
            case Typed(answer):
                assert answer == answer_of(kind, template.ask, key, "en", template.unit)
                others = [in_words(kind, one.value, "en", template.unit) for one in worked.wrong]
                assert others
                assert right not in others
            case Ordering(items):
                assert isinstance(key, list)
                assert list(items.values()) == [in_words(kind, one, "en") for one in key]
                assert 3 <= len(set(items.values())) == len(items) <= 6
            case form:
                pytest.fail(f"a template is never asked as {form}")


def test_every_template_is_translated() -> None:
    assert [one.id for one in TEMPLATES if not BANK.has_translation(one.id, "ko")] == []


_NUMBER = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?")
_CODE = re.compile(r"`([^`]*)`")
_KNOWN_TO_ALL = frozenset({"1", "100"})
"""One whole, in tasks and in percent."""


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_an_explanation_speaks_only_of_what_was_given(template: Template) -> None:
    """What an equation computes with is in the prompt or in a step before it: no hidden input."""
    for seed in range(5):
        worked = draw(template, seed)
        question = make(template, worked, "en")
        known = {*_NUMBER.findall(question.prompt), *_KNOWN_TO_ALL}
        for formula in _CODE.findall(_reasons(question.form)):
            computed_with, equals, _ = formula.partition(" = ")
            if equals:
                assert known.issuperset(_NUMBER.findall(computed_with)), formula
            known.update(_NUMBER.findall(formula))


def _reasons(form: Form) -> str:
    match form:
        case Choice():
            return f"{form.options[RIGHT].why} {form.why or ''}"
        case Typed() | Ordering():
            return form.why or ""
        case _:
            raise AssertionError(form)
