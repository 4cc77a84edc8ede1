"""Errors in the learner's language: every message that the program raises is known."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import study_app
from study_app.words.errors import ERRORS, OF_THE_BANK, error_text, translate_error
from study_app.words.interface.errors.errors import FORMS

PACKAGE = Path(study_app.__file__).parent
RAISED = {
    *("CaseError", "ValueError", "Problem", "StoreError", "Replaced", "SettingsError", "BadKeymap"),
    *("refuse", "BadParameter", "Degenerate", "NotTyped", "GlossaryError", "UnknownAskError"),
}
ROOMS = ("simulator", "worked", "grading/terms")
INTERNAL = {
    "nothing can be predicted after frame x7",
    "the case was refused",  # no reader sees these: a caller does not ask, or a row is set aside
    "rating is not 1 to 4",
    "unknown kind of response",
    "items and domains do not fit together",
    "at has no time zone",
    "kind or mode is not a name",
}
HEADER = (
    "x7 is damaged: its header says application_id x7 and user_version x7, "
    "its records x7 and x7. x7"
)
COMPOSED = {
    "There is no scenario or file x7x7",  # the second value says what there is
    "There is no topic x7x7",
    "x7 has no x7 x7. x7",
    "x7 x7",
    "a case of kind x7 has no x7; x7",
    "x7: x7",
    "value is x7; x7",
    "x7 is damaged: it has no table x7. x7",
    HEADER,
}
AWS = {"binpack field 'x7' is invalid", "x7 is not a valid log driver. Must be one of [x7]"}
CODE = """
    place x7 id ID ARN JSON AWS ECS MiB Fargate FARGATE EC2 GPU LATEST REPLICA LINUX Windows Server
    SQLite Pod dva restore FILE backup none tcp udp true false az keys ctrl alt shift settings theme
    language desired DID_NOT_RUN RUNNING NAME VALUE RunTask spread memberOf distinctInstance
    Auto Scaling launchType maximumPercent minimumHealthyPercent healthyPercent memory cpu
    memoryReservation containerPort hostPort protocol bridge awsvpc host integerValue attribute
    PredictiveScaling TargetTrackingScaling StepScaling ExactCapacity unhealthy
    IN_PROGRESS count room describe quiz lab plain bound YAML UTF MB PostgreSQL URL
"""
"""What stays as it is in Korean: names, and what a reader types or finds in a file."""
VALUE = "x7"


def samples(node: ast.expr) -> Iterator[str]:
    """What a message is in English, with `VALUE` for what is filled in; none if it is computed."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            texts = (one.value if isinstance(one, ast.Constant) else VALUE for one in parts)
            yield "".join(map(str, texts))
        case ast.IfExp(body=body, orelse=orelse):
            yield from samples(body)
            yield from samples(orelse)


def raised() -> Iterator[tuple[str, str]]:
    """Every message that is written where an error is raised, or named for it just before."""
    for room in ROOMS:
        place = PACKAGE / room
        for path in place.rglob("*.py") if place.is_dir() else (place,):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield from _messages(node, path.relative_to(PACKAGE).as_posix())


def _messages(node: ast.AST, path: str) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if (
            name in RAISED
        ):
            if name == "Problem":
                args = args[1:2] if len(args) == 2 else []  # a third is AWS's class: its own words
            elif name == "Degenerate":
                args = args[1:2]
            for number, one in enumerate(args):
                for text in samples(one):
                    if name == "CaseError" and number == 1:
                        yield path, f"place {text}"
                    elif name != "CaseError" or number == 2:
                        yield path, text
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if re.search(
            r"remedy$|^message$", name, re.IGNORECASE
        ):
            for text in samples(value):
                yield path, text


def words_left(said: str) -> set[str]:
    """Latin words that are neither quoted nor a name or code."""
    quoted = re.compile(r"`[^`]*`|'[^']*'|--[a-z-]+|\{.*\}")
    return set(re.findall(r"[A-Za-z_][A-Za-z0-9_]+", quoted.sub("", said))) - set(
        re.findall(r"\w+", CODE)
    )


def test_every_message_has_its_korean() -> None:
    """But for what AWS says, which begins as a sentence, and what no learner sees."""
    messages = set(raised())
    assert len(messages) > 100
    for path, message in sorted(messages):
        said = translate_error(message, "ko")
        quotes_aws = message in AWS or (path.startswith("simulator/engines") and said == message)
        if message in INTERNAL | COMPOSED | {VALUE} or (quotes_aws and not message[0].islower()):
            continue
        if message not in AWS and "fargate.py" not in path:  # the parts of a message of AWS
            assert re.search("[가-힣]", said), (path, message)
            assert not words_left(said), (path, message, said)


MAKERS = {"error_text", "refuse", "refuse_at", "refuse_file", "unread", "add"} | {
    *("_problem_with", "_refuse", "_give_up"),
}
"""What takes the English of a problem, after where it is."""


def english_of_problems() -> Iterator[tuple[str, ast.expr]]:
    """What stands for the English in each call of one of `MAKERS` in the bank."""
    for path in (PACKAGE / "bank").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if (
                    name in MAKERS
                ):
                    where = f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"
                    yield from ((where, one) for one in args)


def test_every_problem_of_the_bank_is_a_text() -> None:
    """'An error carries data': none is put together before it is translated."""
    known = {text.en for text in ERRORS}
    found = set()
    for where, node in english_of_problems():
        assert not isinstance(node, ast.JoinedStr), where
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert node.value in known, (where, node.value)
            found.add(node.value)
    assert len(found) > 80


def test_no_text_of_the_bank_is_left_over() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((PACKAGE / "bank").rglob("*.py"))
    )
    written = {
        one.value
        for one in ast.walk(ast.parse(source))
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }
    forms = {text.en for text in FORMS}
    assert not {text.en for text in OF_THE_BANK} - written - forms


def test_the_korean_of_an_error_has_the_placeholders_of_the_english() -> None:
    names = re.compile(r"\{(\w+)(?=[:}])")
    for text in ERRORS:
        assert set(names.findall(text.ko)) == set(names.findall(text.en)), text


def test_the_korean_of_the_bank_has_no_english() -> None:
    code = r"`[^`]*`|'[^']*'|\{+[^{}]*\}+|\[left, right\]"
    names = {
        *("YAML", "UTF", "BOM", "HTML", "AWS", "JSON", "API", "CLI", "IAM", "https", "botocore"),
        *("id", "kind", "input", "beside", "fixtures", "version", "true", "false", "str", "yaml"),
        *("accept", "confusables", "correct", "choice", "choices", "prompt"),
    }
    for text in OF_THE_BANK:
        if text.en:
            left = set(re.findall(r"[A-Za-z]{2,}", re.sub(code, " ", text.ko)))
            assert not left - names, text


@pytest.mark.parametrize(
    ("message", "korean"),
    [
        (
            "cases.yaml:3:5: case a: input.desired is 'x'; write a whole number from 0 to 10",
            "cases.yaml:3:5: 사례 a: input.desired의 값: 'x'. 0부터 10까지의 정수를 쓰세요",
        ),
        (
            "/my files/progress.db: Permission denied. Choose another folder with --data-dir.",
            "/my files/progress.db: 권한이 없습니다. --data-dir로 다른 폴더를 고르세요.",
        ),
        ("Error: No such option '--foo'.", "오류: 없는 옵션: '--foo'."),
        (
            "policies[0].x is not a known field; did you mean 'y'?",
            "policies[0].x: 알 수 없는 필드입니다. 'y'인가요?",
        ),
    ],
)
def test_an_error_is_told_part_by_part(message: str, korean: str) -> None:
    assert translate_error(message, "ko") == korean


@pytest.mark.parametrize("message", ["InvalidParameterException: The daemon", "", "x", "It is; so"])
def test_what_nobody_knows_stays(message: str) -> None:
    assert translate_error(message, "ko") == message


def test_a_problem_is_said_with_the_texts_that_fill_it() -> None:
    problem = error_text(
        "{what} must be text, not {found}",
        what=error_text("each entry of {name}", name="'tags'"),
        found=error_text("a list"),
    )
    assert problem.en == "each entry of 'tags' must be text, not a list"
    assert problem.ko == "'tags'의 항목: 텍스트여야 합니다(지금은 목록)"


def test_the_message_of_an_exception_is_told() -> None:
    """A brace in it is no placeholder."""
    assert error_text("Permission denied").ko == "권한이 없습니다"
    assert error_text("nobody knows {this}").ko == "nobody knows {this}"


def test_english_stays() -> None:
    assert translate_error("theme must be text", "en") == translate_error(
        "theme must be text", "both"
    )


def test_no_error_is_written_twice() -> None:
    english = [text.en for text in ERRORS]
    assert len(english) == len(set(english))
