"""Reads the form and key of a question, for each kind."""

from typing import assert_never

from study_app.bank.problems import SourceFile, quoted_text
from study_app.bank.reading.fields import NodeFields, describe, read_name, read_text
from study_app.bank.reading.tree import MappingNode, SequenceNode
from study_app.grading.answer import Answer, AnswerKind, Computed
from study_app.learning.material.items import (
    Choice,
    Choices,
    Form,
    FormKind,
    Matching,
    Option,
    Ordering,
    QuestionKind,
    Typed,
)
from study_app.words.errors import error_text
from study_app.words.text import Text

CHOICE_OPTIONS = 4
LEAST_CHOICES_OPTIONS = 5
LEAST_RIGHT = 2
LEAST_TO_ORDER = 2
LEAST_PAIRS = 2
MOST_OPTIONS = 6
MOST_PAIRS = 5
"""As many as there are keys to choose and to join with."""


def read_form(kind: FormKind, fields: NodeFields) -> Form:
    """The form of a question of `kind`. Only sound where no problem was noted meanwhile."""
    match kind:
        case QuestionKind.CHOICE:
            return _choice(fields)
        case QuestionKind.CHOICES:
            return _choices(fields)
        case QuestionKind.TYPED:
            answer = fields.nested("answer")
            return Typed(read_answer(answer), fields.text("why"))
        case QuestionKind.ORDERING:
            return Ordering(_texts_by_key(fields, "items", LEAST_TO_ORDER), fields.text("why"))
        case QuestionKind.MATCHING:
            return Matching(_pairs(fields), fields.text("why"))
        case _:
            assert_never(kind)


def _choice(fields: NodeFields) -> Choice:
    options, place = _options(fields)
    if place is not None and len(options) != CHOICE_OPTIONS:
        fields.source.refuse(
            place,
            "a choice must have exactly {needed} options, not {found}",
            needed=CHOICE_OPTIONS,
            found=len(options),
        )
    right = sum(option.correct for option in options.values())
    if place is not None and right != 1:
        fields.source.refuse(
            place,
            "exactly one option of a choice must have 'correct: true', not {found}",
            found=right,
        )
    return Choice(options)


def _choices(fields: NodeFields) -> Choices:
    choose = fields.integer("choose", LEAST_RIGHT, MOST_OPTIONS)
    options, place = _options(fields)
    if place is not None and len(options) < LEAST_CHOICES_OPTIONS:
        fields.source.refuse(
            place,
            "'choices' needs at least {least} options, not {found}",
            least=LEAST_CHOICES_OPTIONS,
            found=len(options),
        )
    form = Choices(options)
    if place is not None and form.choose != choose:
        fields.source.refuse(
            place,
            "{found} options have 'correct: true', but 'choose' is {choose}",
            found=form.choose,
            choose=choose,
        )
    return form


def _options(fields: NodeFields) -> tuple[dict[str, Option], MappingNode | None]:
    node = fields.mapping("options")
    options: dict[str, Option] = {}
    if node is None:
        return options, None
    for key, value in node.values.items():
        read_name(node.keys[key], fields.source, error_text("the key of an option"))
        if not isinstance(value, MappingNode):
            fields.source.refuse(
                value,
                "{what} must be a mapping, not {found}",
                what=error_text("option {key}", key=quoted_text(key)),
                found=describe(value),
            )
            continue
        option = NodeFields(value, fields.source)
        options[key] = Option(option.text("text"), option.text("why"), option.flag("correct"))
        option.finish()
    sound = len(options) == len(node.values) <= MOST_OPTIONS
    return options, node if sound else None


def read_answer(fields: NodeFields | None) -> Answer:
    """The key of a typed question. Only sound where no problem was noted meanwhile."""
    if fields is None:
        return Answer(AnswerKind.TEXT, ())
    kind = fields.one_of("kind", AnswerKind) or AnswerKind.TEXT
    computed = _computed(fields, kind) if fields.has("scenario") else None
    accept = fields.texts("accept") if computed is None else ()
    answer = Answer(
        kind=kind,
        accept=accept,
        confusables=fields.optional_texts("confusables"),
        near=fields.optional_texts("near"),
        computed=computed,
    )
    fields.finish()
    return answer


def _computed(fields: NodeFields, kind: AnswerKind) -> Computed:
    """Where the key comes from. It is worked out when somebody asks for it."""
    unit = fields.text("unit")
    computed = Computed(fields.name("scenario"), fields.text("ask"), unit)
    if kind is not AnswerKind.NUMBER:
        fields.source.refuse(
            fields.node.values["kind"], "an answer with a scenario must have 'kind: number'"
        )
    return computed


def _texts_by_key(fields: NodeFields, name: str, least: int) -> dict[str, str]:
    node = fields.mapping(name)
    if node is None:
        return {}
    _expect_entries(node, name, least, MOST_OPTIONS, fields.source)
    texts = {}
    for key, value in node.values.items():
        read_name(node.keys[key], fields.source, _each_key(name))
        texts[key] = read_text(value, fields.source, quoted_text(key))
    return texts


def _pairs(fields: NodeFields) -> dict[str, tuple[str, str]]:
    node = fields.mapping("pairs")
    if node is None:
        return {}
    _expect_entries(node, "pairs", LEAST_PAIRS, MOST_PAIRS, fields.source)
    pairs = {}
    for key, value in node.values.items():
        read_name(node.keys[key], fields.source, _each_key("pairs"))
        if isinstance(value, SequenceNode) and len(value.items) == 2:
            left, right = (read_text(item, fields.source, quoted_text(key)) for item in value.items)
            pairs[key] = (left, right)
        else:
            fields.source.refuse(
                value, "{what} must be a list of two strings: [left, right]", what=quoted_text(key)
            )
    return pairs


def _each_key(name: str) -> Text:
    return error_text("each key of {name}", name=quoted_text(name))


def _expect_entries(
    node: MappingNode, name: str, least: int, most: int, source: SourceFile
) -> None:
    if not least <= len(node.values) <= most:
        source.refuse(
            node,
            "{what} must have {least} to {most} entries, not {found}",
            what=quoted_text(name),
            least=least,
            most=most,
            found=len(node.values),
        )
