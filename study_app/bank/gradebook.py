"""What `dva grade` reads: the typed questions of a topic file, and a list of answers to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from study_app.bank.problems import DataError, Problem, shown, shown_path, suggestion
from study_app.bank.reading.data_files import Data, read_texts
from study_app.grading.answer import Answer, AnswerKind


@dataclass(frozen=True, slots=True)
class TypedQuestion:
    """All that grading needs of a question."""

    prompt: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Submission:
    """One answer to grade: the id of its question, and the text as typed."""

    question: str
    response: str


def read_questions(path: Path) -> dict[str, TypedQuestion]:
    """The questions of kind typed by id; all other kinds and fields are passed over.

    Raises DataError for a file that is no topic file, or a typed question without a key.
    """
    problems = _Problems(path)
    data = read_texts(path)
    items = data.get("questions") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise problems.error("a bank has a list 'questions'")
    found: dict[str, TypedQuestion] = {}
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict) or item.get("kind", "typed") != "typed":
            continue
        question_id = item.get("id")
        answer = _answer(item.get("answer"))
        if not isinstance(question_id, str) or not question_id or answer is None:
            problems.add(f"question {number} needs an id and an answer with kind and accept")
        elif question_id in found:
            problems.add(f"question {shown(question_id)} stands there twice")
        else:
            found[question_id] = TypedQuestion(str(item.get("prompt") or ""), answer)
    problems.give_up_if_any()
    return found


def read_submissions(path: Path, questions: Mapping[str, TypedQuestion]) -> list[Submission]:
    """The answers in `path`, in their order.

    Raises DataError for anything but a list of `{question, response}`, and for an id that
    `questions` does not have.
    """
    problems = _Problems(path)
    data = read_texts(path)
    if not isinstance(data, list):
        raise problems.error("answers are a list of {question: ID, response: TEXT}")
    found = []
    for number, item in enumerate(data, start=1):
        match item:
            case {"question": str(question), "response": response} if question in questions:
                found.append(Submission(question, _text(response)))
            case {"question": str(question), "response": _}:
                hint = suggestion(question, questions)
                problems.add(f"answer {number}: unknown question {shown(question)}{hint}")
            case _:
                problems.add(f"answer {number} must be {{question: ID, response: TEXT}}")
    problems.give_up_if_any()
    return found


class _Problems:
    """Collects what is wrong with one file."""

    def __init__(self, path: Path) -> None:
        self._name = shown_path(path)
        self._found: list[Problem] = []

    def add(self, message: str) -> None:
        self._found.append(Problem(self._name, 1, 1, message))

    def error(self, message: str) -> DataError:
        self.add(message)
        return DataError(self._found)

    def give_up_if_any(self) -> None:
        if self._found:
            raise DataError(self._found)


def _answer(data: Data) -> Answer | None:
    if not isinstance(data, dict):
        return None
    accept = tuple(_texts(data.get("accept")))
    kinds = {kind.value: kind for kind in AnswerKind}
    kind = kinds.get(str(data.get("kind")))
    if kind is None or not accept:
        return None
    confusables, near = _texts(data.get("confusables")), _texts(data.get("near"))
    return Answer(kind, accept, tuple(confusables), tuple(near))


def _texts(data: Data) -> Iterator[str]:
    if isinstance(data, list):
        yield from map(_text, data)
    elif data is not None:
        yield _text(data)


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
