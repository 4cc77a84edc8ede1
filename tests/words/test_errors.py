"""Errors in the learner's language: every error carries a text, and every text its Korean."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from string import Formatter

import pytest

from study_app.cli.click_words import translated
from study_app.words.errors import ERRORS, OF_OTHER_PROGRAMS, OF_THE_BANK, TextError, error_text
from study_app.words.interface.errors.click import CLICK
from study_app.words.text import joined
from study_app.words.wording import INTERFACE, say
from tests.words.source import nodes

KNOWN = {*INTERFACE, *(text.en for text in ERRORS)}

TEXTS = frozenset({"english", "what", "problem", "remedy", "expected", "question", "reason"})
"""The names of parameters that take a text, or the English of one."""

FILLS_PLACE = frozenset({"CaseError", "ours", "with_remedy", "_refused"})
"""What fills `{place}` by itself."""

BILINGUAL = frozenset({"ContentError", "DataError", "FileRefused", "Unsayable", "NoDraw", "unread"})
"""What carries a text, or several, and takes no English."""

INTERNAL = {
    "cli": {"SystemExit", "BadParameter", "TranslatedUsageError"},
    "plain": {"DoesNotFit"},
    "usecases": {"OutOfTurn", "DateRefused"},
    "learning": {"OutOfTurn", "Misfit", "ValueError", "IndexError", "KeyError"},
    "grading": {"AssertionError", "ValueError", "_Unreadable"},
    "worked": {"ValueError"},
    "simulator": {"KeyError", "IndexError", "ValueError"},
    "store": {"ValueError", "_Unreadable", "DatabaseError"},
    "exchange": {"Foreign", "ValueError"},
    "bank": {"_GiveUp", "TypeError", "ValueError"},
    "files.py": {"NotADirectoryError", "OSError"},
    "tui": {"NotImplementedError"},
}
"""Errors that no learner reads, by room: a caller catches them, or they are mistakes of ours."""

CODE = """
    place id ID ARN JSON AWS ECS MiB Fargate FARGATE EC2 GPU LATEST REPLICA LINUX Windows Server
    SQLite Pod dva restore FILE none tcp udp true false az keys ctrl alt shift settings theme
    language desired NAME VALUE RunTask spread memberOf distinctInstance Auto Scaling launchType
    maximumPercent minimumHealthyPercent healthyPercent memory cpu memoryReservation
    containerPort network bridge awsvpc host integerValue attribute PredictiveScaling
    TargetTrackingScaling StepScaling IN_PROGRESS count YAML UTF MB PostgreSQL URL XML Moodle
    GIFT SELECT INSERT CREATE psycopg DATABASE EXTERNAL Classic Load Balancer maxSurge random
    binpack instanceId field type not and or lab describe Anki F7 json kind input CSV
    application_id user_version BOM HTML API CLI IAM https botocore beside fixtures version str
    yaml left right accept confusables correct choice choices prompt
"""
"""What stays as it is in Korean: names, and what a reader types or finds in a file."""


@cache
def takers() -> Mapping[str, tuple[tuple[int, ...], bool]]:
    """What takes the English of a text, by name: at which of its arguments, and whether it takes
    the values for placeholders, too. Methods are counted without `self`.
    """
    found: dict[str, tuple[tuple[int, ...], bool]] = {}
    bases: dict[str, list[str]] = {}
    own: dict[str, ast.FunctionDef] = {}
    for module in nodes().values():
        for node in module:
            if isinstance(node, ast.ClassDef):
                bases[node.name] = [one.id for one in node.bases if isinstance(one, ast.Name)]
                for one in node.body:
                    if isinstance(one, ast.FunctionDef) and one.name == "__init__":
                        own[node.name] = one
            elif isinstance(node, ast.FunctionDef) and node.name != "__init__":
                _merge(found, _taken(node.name, node))
    errors = ["TextError"]
    for name in errors:  # it grows: a base comes before what is derived from it
        errors += [one for one, of in bases.items() if name in of and one not in errors]
        if name in own:
            found[name] = _taken(name, own[name]).get(name, ((), False))
        else:
            found[name] = next(found[one] for one in bases[name] if one in found)
    return found


def _merge(
    found: dict[str, tuple[tuple[int, ...], bool]], more: dict[str, tuple[tuple[int, ...], bool]]
) -> None:
    """Two functions of one name take a text where either does."""
    for name, (places, takes_values) in more.items():
        known, took_values = found.get(name, ((), False))
        found[name] = (tuple(sorted({*known, *places})), took_values or takes_values)


@cache
def takers_in(path: str) -> Mapping[str, tuple[tuple[int, ...], bool]]:
    """`takers` as this module knows them: its own function of a name is the one that is called."""
    own = {node.name: node for node in nodes()[path] if isinstance(node, ast.FunctionDef)}
    hidden = {name for name in own if name in takers() and name != "__init__"}
    known = {name: one for name, one in takers().items() if name not in hidden}
    for name in hidden:
        known |= _taken(name, own[name])
    return known


def _taken(name: str, node: ast.FunctionDef) -> dict[str, tuple[tuple[int, ...], bool]]:
    arguments = [*node.args.posonlyargs, *node.args.args]
    if arguments and arguments[0].arg in {"self", "cls"}:
        arguments = arguments[1:]
    takes_values = node.args.kwarg is not None and node.args.kwarg.arg == "values"
    places = tuple(
        number
        for number, one in enumerate(arguments)
        if one.arg == "remedy" or (takes_values and one.arg in TEXTS)
    )
    named = any(one.arg == "remedy" for one in node.args.kwonlyargs)
    return {name: (places, takes_values)} if places or named else {}


def texts_given() -> Iterator[tuple[str, ast.Call, str, list[ast.expr]]]:
    """Every call of one of `takers`: where, its name, and what stands for a text."""
    for path, module in nodes().items():
        for node in module:
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if (
                    name in takers_in(path)
                ):
                    given = [args[one] for one in takers_in(path)[name][0] if one < len(args)]
                    given += [one.value for one in node.keywords if one.arg == "remedy"]
                    yield f"{path}:{node.lineno}", node, name, given


def constants(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may be, as far as they are written there."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from constants(body)
            yield from constants(orelse)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_error_is_raised_with_a_text() -> None:
    """None is put together before it is translated, and each has its values."""
    found = set()
    for where, call, name, given in texts_given():
        said = [list(constants(one)) for one in given]
        for one in given:
            assert not isinstance(one, ast.JoinedStr | ast.BinOp), where
        for text in (text for texts in said for text in texts if " " in text):
            assert text in KNOWN, (where, text)
            found.add(text)
        values = {one.arg for one in call.keywords} - {"limit", "yes", "remedy"}
        path = where.partition(":")[0]
        if None in values or not takers_in(path)[name][1] or not all(said):
            continue
        needed = {one for texts in said for text in texts for one in placeholders(text)}
        # A text without values is not filled: braces in it are braces.
        assert needed - values <= ({"place"} if name in FILLS_PLACE else set()), (where, needed)
        assert values <= needed, (where, values - needed)
    assert len(found) > 300


def assigned(within: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """Every name with what it is given."""
    for node in within:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                yield name, value
            case ast.Assign(targets=[ast.Tuple(names)], value=ast.Tuple(values)):
                for one, value in zip(names, values, strict=True):
                    if isinstance(one, ast.Name):
                        yield one.id, value


def names_of_texts(path: str, within: Iterable[ast.AST]) -> set[str]:
    """The names that stand for a text in a call of one of `takers`."""
    found = set()
    for node in within:
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            places, _ = takers_in(path).get(called, ((), False))
            given = [node.args[number] for number in places if number < len(node.args)]
            given += [one.value for one in node.keywords if one.arg == "remedy"]
            found |= {one.id for one in given if isinstance(one, ast.Name)}
    return found


def test_a_text_that_has_a_name_is_a_text() -> None:
    """`message = "..."`, then an error with `message`; or the name of a module's constant."""
    count = 0
    for path, module in nodes().items():
        constants_of_module = [*assigned(ast.iter_child_nodes(module[0]))]
        for function in module:
            if not isinstance(function, ast.FunctionDef):
                continue
            within = [*ast.walk(function)]
            named = names_of_texts(path, within)
            for name, value in (*constants_of_module, *assigned(within)):
                if name in named:
                    assert not isinstance(value, ast.JoinedStr | ast.BinOp), (path, name)
                    for text in (one for one in constants(value) if " " in one):
                        assert text in KNOWN, (path, text)
                        count += 1
    assert count > 20


def test_what_is_raised_carries_a_text() -> None:
    """But for what no learner reads."""
    for path, module in nodes().items():
        room = path.partition("/")[0]
        for node in module:
            match node:
                case ast.Raise(
                    exc=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))
                    | ast.Name(id=name)
                ) if name[0].isupper() or (name.startswith("_") and name[1:2].isupper()):
                    known = {*takers(), *BILINGUAL, *INTERNAL.get(room, ())}
                    assert name in known, (path, node.lineno, name)


def test_what_no_learner_reads_is_still_raised() -> None:
    raised = {
        (path.partition("/")[0], getattr(called, "id", getattr(called, "attr", "")))
        for path, module in nodes().items()
        for node in module
        if isinstance(node, ast.Raise)
        for called in [node.exc.func if isinstance(node.exc, ast.Call) else node.exc]
    }
    assert {(room, name) for room, names in INTERNAL.items() for name in names} <= raised


def test_no_front_end_says_the_english_of_an_error() -> None:
    for path, module in nodes().items():
        if path.partition("/")[0] not in {"cli", "tui", "plain", "usecases"}:
            continue
        for node in module:
            match node:
                case (
                    ast.Call(func=ast.Name(id="str"), args=[ast.Name(id="error")])
                    | ast.FormattedValue(value=ast.Name(id="error"))
                ):
                    raise AssertionError((path, node.lineno))


def test_no_text_is_left_over() -> None:
    written = {
        one.value
        for path, module in nodes().items()
        if not path.startswith("words/")
        for one in module
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    } | {
        one.value for one in nodes()["simulator/model/problem.py"] if isinstance(one, ast.Constant)
    }
    assert not {text.en for text in ERRORS} - written - {text.en for text in OF_OTHER_PROGRAMS}


def test_no_error_is_written_twice() -> None:
    english = [text.en for text in ERRORS]
    assert len(english) == len(set(english))
    assert not {*english} & {*INTERFACE}


def test_the_korean_of_an_error_has_the_placeholders_of_the_english() -> None:
    for text in {*ERRORS, *CLICK} - {*OF_OTHER_PROGRAMS}:
        assert placeholders(text.ko) == placeholders(text.en), text


def test_the_korean_of_an_error_has_no_english() -> None:
    code = r"`[^`]*`|'[^']*'|--[a-z-]+|\{+[^{}]*\}+|\[left, right\]"
    names = set(re.findall(r"\w+", CODE))
    for text in (*ERRORS, *CLICK):
        own = re.sub(code, " ", text.ko)
        left = set(re.findall(r"[A-Za-z][A-Za-z0-9_]+", own))
        assert not left - names, text
        if re.search("[a-z]", re.sub(code, " ", text.en)) and text not in OF_THE_BANK:
            assert re.search("[가-힣]", own), text


def test_an_error_is_said_in_the_language_of_the_learner() -> None:
    error = TextError("{what}. Fix or move the file.", what=error_text("nested too deep"))
    assert str(error) == error.text.en == "nested too deep. Fix or move the file."
    assert say(error.text, "ko") == "너무 깊이 중첩되었습니다. 파일을 고치거나 옮기세요."


def test_a_text_is_said_with_the_texts_that_fill_it() -> None:
    problem = error_text(
        "{what} must be text, not {found}",
        what=error_text("each entry of {name}", name="'tags'"),
        found=error_text("a list"),
    )
    assert problem.en == "each entry of 'tags' must be text, not a list"
    assert problem.ko == "'tags'의 항목: 텍스트여야 합니다(지금은 목록)"


def test_the_words_of_another_program_stay_where_no_table_has_them() -> None:
    """A brace in them is no placeholder."""
    assert error_text("Permission denied").ko == "권한이 없습니다"
    unknown = error_text("nobody knows {this}")
    assert say(unknown, "ko") == unknown.en == "nobody knows {this}"
    within = error_text("{path}: {what}", path="a.db", what=unknown)
    assert within.ko == "a.db: nobody knows {this}"
    assert joined((within, unknown), "; ").ko == "a.db: nobody knows {this}; nobody knows {this}"


def test_english_with_values_that_is_in_no_table_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        error_text("{name} is not in any table", name="x")


@pytest.mark.parametrize(
    ("line", "korean"),
    [
        ("Error: No such option '--foo'.", "오류: 없는 옵션: '--foo'."),
        (
            "Error: Invalid value for '-n': 'x' is not a valid integer range.",
            "오류: '-n'에 쓸 수 없는 값입니다: 정수가 아닙니다: 'x'.",
        ),
        ("Usage: dva quiz [OPTIONS]", "Usage: dva quiz [OPTIONS]"),
        ("", ""),
    ],
)
def test_a_line_of_click_is_said_part_by_part(line: str, korean: str) -> None:
    assert translated(line, "ko") == korean
    assert translated(line, "en") == line
