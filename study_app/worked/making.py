"""Makes an ordinary question from a template and the values drawn for it."""

from collections.abc import Mapping, Sequence
from typing import Final, assert_never

from study_app.learning.material.items import (
    Choice,
    Drawn,
    Form,
    Option,
    Ordering,
    Question,
    Scalar,
    Template,
    TemplateForm,
    Typed,
    Wrong,
)
from study_app.simulator.cases.asks import asked_as
from study_app.simulator.kinds.kind import Kind
from study_app.words.text import Text
from study_app.words.wording import say
from study_app.worked.explanation import explanation
from study_app.worked.filling import filled
from study_app.worked.words import answer_of, in_words

RIGHT: Final = "right"
"""The key of the right option; a wrong one is named after its mistake, so that the log records
it."""

_BELOW: Final = Text(
    "This is what the rules give; the steps are below.",
    "규칙을 차례로 적용한 결과입니다. 과정은 아래에 있습니다.",
)
_SLIPS: Final = Text("Where other answers come from:", "다른 답이 나오는 까닭:")

_SHORT: Final = 2
"""The most lines of a trace that fit behind an option."""


def make(template: Template, worked: Drawn, language: str, *, explain: bool = True) -> Question:
    """The question that `worked` makes of a template whose texts are in `language`.

    The same values make the same question, byte for byte. `explain` adds the trace and how other
    answers come about; it changes nothing else.
    """
    lines = _explanation(template, worked, language) if explain else []
    return Question(
        id=template.id,
        skills=template.skills,
        source=template.source,
        checked=template.checked,
        era=template.era,
        tags=template.tags,
        prompt=filled(template.prompt, worked.values),
        form=_form(template, worked, language, lines),
        difficulty=template.difficulty,
        hint=_filled(template.hint, worked.values),
        card=template.card,
        drawn=worked,
    )


def _explanation(template: Template, worked: Drawn, language: str) -> list[str]:
    simulation = worked.simulation
    if simulation.outcome.trace is None:
        return []
    return explanation(
        simulation.outcome.trace,
        asked_as(worked.kind, template.ask),
        language,
        by_part=simulation.mode.explained_by_part,
    )


def _form(template: Template, worked: Drawn, language: str, lines: Sequence[str]) -> Form:
    kind, key = worked.kind, worked.key
    before = _filled(template.why, worked.values)
    match template.form:
        case TemplateForm.CHOICE:
            short = len(lines) <= _SHORT
            options = {
                RIGHT: Option(
                    in_words(kind, key, language, template.unit),
                    _paragraph(lines) if short else say(_BELOW, language),
                    correct=True,
                )
            }
            for wrong in worked.wrong:
                text = in_words(kind, wrong.value, language, template.unit)
                options[wrong.mistakes[0]] = Option(text, _causes(kind, wrong, language))
            return Choice(options, _together(before, () if short else lines))
        case TemplateForm.TYPED:
            answer = answer_of(kind, template.ask, key, language, template.unit)
            slips = _slips(template, worked, language) if lines else ""
            return Typed(answer, _together(before, lines, slips))
        case TemplateForm.ORDERING:
            assert isinstance(key, list)
            items = {f"i{number}": in_words(kind, one, language) for number, one in enumerate(key)}
            return Ordering(items, _together(before, lines))
        case _:
            assert_never(template.form)


def _slips(template: Template, worked: Drawn, language: str) -> str:
    """Other answers, each with the mistakes that lead to it."""
    kind = worked.kind
    lines = [
        f"**{in_words(kind, one.value, language, template.unit)}**: {_causes(kind, one, language)}"
        for one in worked.wrong
    ]
    return f"{say(_SLIPS, language)}\n\n{_listed(lines)}"


def _causes(kind: Kind, wrong: Wrong, language: str) -> str:
    return " ".join(kind.mistakes_by_id[one].text(language) for one in wrong.mistakes)


def _paragraph(lines: Sequence[str]) -> str:
    return " ".join(f"{line}." for line in lines)


def _together(before: str | None, lines: Sequence[str], after: str = "") -> str:
    return "\n\n".join(part for part in (before, _listed(lines), after) if part)


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _filled(text: str | None, values: Mapping[str, Scalar]) -> str | None:
    return None if text is None else filled(text, values)
