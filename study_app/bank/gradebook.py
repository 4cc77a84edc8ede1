"""What `dva grade` reads: the typed questions of a topic file, and a list of answers to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from study_app.bank.bank import Bank
from study_app.bank.problems import (
    ContentProblem,
    DataError,
    SourceFile,
    quoted_text,
    shown_path,
    suggestion,
)
from study_app.bank.reading.data_files import Data, read_texts, read_tree
from study_app.bank.reading.fields import NodeFields
from study_app.bank.reading.forms import read_answer
from study_app.bank.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, place_of
from study_app.grading.answer import Answer
from study_app.grading.description import Description
from study_app.learning.material.items import Question, QuestionKind
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.cases.asks import UnknownAskError
from study_app.simulator.model.problem import CaseError
from study_app.words.errors import error_text
from study_app.worked.computing import answer_with_key

ANSWER = "{question: ID, response: TEXT}"


@dataclass(frozen=True, slots=True)
class TypedQuestion:
    """What grading needs to know about a question. `name`: its topic and id, as a bank has it."""

    name: str
    prompt: str
    answer: Answer
    description: Description


@dataclass(frozen=True, slots=True)
class Submission:
    """One answer to grade: the id of its question, and the text as typed."""

    question: str
    response: str


def read_questions(path: Path, scenarios: Mapping[str, Scenario]) -> dict[str, TypedQuestion]:
    """The typed questions by id; other kinds and fields are ignored.

    Each is described by its `why` and by its card, where the file has them. Answers are read as in
    content, including those computed from `scenarios`. Raises DataError for a file that is no topic
    file, or a typed question without a key.
    """
    root, source = read_tree(path)
    items = root.values.get("questions") if isinstance(root, MappingNode) else root
    if not isinstance(items, SequenceNode):
        source.refuse(root, "a bank must have a list 'questions'")
        raise DataError(source.problems)
    cards = _cards(root)
    topic = _text_of(root, "topic") if isinstance(root, MappingNode) else ""
    found: dict[str, TypedQuestion] = {}
    for item in items.items:
        if not isinstance(item, MappingNode):
            continue
        fields = NodeFields(item, source)
        if fields.has("kind") and fields.text("kind") != QuestionKind.TYPED:
            continue
        question_id = fields.text("id")
        answer = _with_key(read_answer(fields.nested("answer")), item, source, scenarios)
        prompt = fields.text("prompt") if fields.has("prompt") else ""
        if question_id in found:
            source.refuse(
                item.values["id"], "question {name} appears twice", name=quoted_text(question_id)
            )
        card = cards.get(_text_of(item, "card"), "")
        description = Description((_text_of(item, "why"),), (card,))
        name = f"{topic}/{question_id}"
        found[question_id] = TypedQuestion(name, prompt, answer, description)
    if source.problems:
        raise DataError(source.problems)
    return found


def described(question: TypedQuestion, bank: Bank) -> Description:
    """What describes `question`: in every language where `bank` has the same one.

    A topic file is in English alone; the translation of a shipped topic is beside it.
    """
    own = bank.questions.get(question.name)
    if isinstance(own, Question) and own.prompt.split() == question.prompt.split():
        return bank.description_of(own)
    return question.description


def read_submissions(path: Path, questions: Mapping[str, TypedQuestion]) -> list[Submission]:
    """The answers in `path`, in their order.

    Raises DataError for anything but a list of `{question, response}`, and for an id that
    `questions` does not have.
    """
    problems = _Problems(path)
    data = read_texts(path)
    if not isinstance(data, list):
        problems.add("answers must be a list of {shape}", shape=ANSWER)
        problems.give_up_if_any()
        return []
    found = []
    for number, item in enumerate(data, start=1):
        match item:
            case {"question": str(question), "response": response} if question in questions:
                found.append(Submission(question, _text(response)))
            case {"question": str(question), "response": _}:
                hint = suggestion(question, questions)
                problems.add(
                    "answer {number}: unknown question {name}{hint}",
                    number=number,
                    name=quoted_text(question),
                    hint=hint,
                )
            case _:
                problems.add("answer {number} must be {shape}", number=number, shape=ANSWER)
    problems.give_up_if_any()
    return found


def _cards(root: Node) -> dict[str, str]:
    """Title and body of each card by its id."""
    cards = root.values.get("cards") if isinstance(root, MappingNode) else None
    if not isinstance(cards, SequenceNode):
        return {}
    return {
        _text_of(card, "id"): f"{_text_of(card, 'title')}\n\n{_text_of(card, 'body')}"
        for card in cards.items
        if isinstance(card, MappingNode)
    }


def _text_of(node: MappingNode, name: str) -> str:
    """A field that may be absent or anything: what is no text describes nothing."""
    value = node.values.get(name)
    return value.text if isinstance(value, ScalarNode) else ""


def _with_key(
    answer: Answer, node: MappingNode, source: SourceFile, scenarios: Mapping[str, Scenario]
) -> Answer:
    """`answer` with its key, where that is one to be computed."""
    if answer.computed is None:
        return answer
    place, name = place_of(node, "answer.scenario"), answer.computed.scenario
    if name not in scenarios:
        source.refuse(
            place,
            "unknown scenario {name}{hint}",
            name=quoted_text(name),
            hint=suggestion(name, scenarios),
        )
        return answer
    try:
        return answer_with_key(answer, scenarios[name])
    except (UnknownAskError, CaseError) as error:
        source.refuse(place, error.text)
        return answer


class _Problems:
    """Collects what is wrong with one file."""

    def __init__(self, path: Path) -> None:
        self._name = shown_path(path)
        self._found: list[ContentProblem] = []

    def add(self, message: str, /, **values: object) -> None:
        self._found.append(ContentProblem(self._name, 1, 1, error_text(message, **values)))

    def give_up_if_any(self) -> None:
        if self._found:
            raise DataError(self._found)


def _text(data: Data) -> str:
    """A scalar as text; a JSON number, boolean or null as it would be written."""
    match data:
        case str():
            return data
        case None:
            return ""
        case bool():
            return "true" if data else "false"
        case _:
            return str(data)
