"""A simulated rolling update as lines to read, and as JSON."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from study_app.simulator.engines.rollout.rollout import (
    Result,
    RolloutInput,
    State,
    StepKind,
    cautions,
    validate,
)
from study_app.simulator.engines.rollout.rules import START, STOP
from study_app.simulator.model.trace import Applied, Basis, Rule
from study_app.words.width import display_width, ljust, rjust

_TEXT_COLUMNS = 80
_BAR_CELLS = 24
# Two shapes that any terminal and any code page can show.
_OLD, _NEW = "#", "o"


def as_json(result: Result, *, trace: bool = False) -> dict[str, object]:
    """`result` with the fields that `dva simulate FILE --json` promises.

    With `trace` each decision is added; that wants a result that was simulated with `explain`.
    """
    fields: dict[str, object] = {
        "lower": result.lower,
        "upper": result.upper,
        "steps": [str(step) for step in result.steps],
        "result": str(result.outcome),
        "states": [{"old": state.old, "new": state.new} for state in result.states],
    }
    if trace:
        fields["trace"] = [_applied_as_json(applied) for applied in result.trace]
    return fields


def lines(result: Result, language: str) -> Iterator[str]:
    """`result` to read: parameters, limits, a line a step with its bar, the ending and why.

    `language` is `en`, `ko`, or `both` for English with Korean below it. A result that was
    simulated with `explain` shows the decisions below each step, and the source of each rule.
    """
    languages = ("en", "ko") if language == "both" else (language,)
    words = _WORDS.get(languages[0], _WORDS["en"])
    yield from _parameters(result.parameters, words)
    yield ""
    for applied in (*result.limits, *cautions(result.parameters)):
        yield applied.formula
        yield from _texts(applied.rule, languages)
    for message in validate(result.parameters.configuration):
        yield words.refused
        yield from _wrapped(message, indent=4)
    yield ""
    yield from _table(result, words)
    yield ""
    yield from _ending(result, languages, words)
    yield ""
    yield from _sources(result, languages, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The fixed words of one language; `stop` and `start` take a count."""

    title: str
    room: str
    no_room_limit: str
    refused: str
    headings: tuple[str, str, str, str, str]
    first: str
    stop: str
    start: str
    old: str
    new: str
    scale: str
    event: str
    assumed: str
    rules: str
    basis: Mapping[Basis, str]


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        title="Rolling update, desired count {}",
        room="room for {}",
        no_room_limit="room without limit",
        refused="AWS refuses these limits (what follows is what they would do):",
        headings=("step", "", "action", "old", "new"),
        first="at first",
        stop="stop {} old",
        start="start {} new",
        old="old",
        new="new",
        scale="up to {} tasks a sign",
        event="Amazon ECS event:",
        assumed="Assumed by this model from AWS's examples (AWS documents no order):",
        rules="Rules:",
        basis={Basis.DOCUMENTED: "documented", Basis.ASSUMED: "assumed by this model"},
    ),
    "ko": _Words(
        title="롤링 업데이트, 원하는 태스크 수 {}",
        room="태스크 {}개 자리",
        no_room_limit="자리 제한 없음",
        refused="AWS는 이 설정을 거부합니다(아래는 적용될 경우의 결과):",
        headings=("단계", "", "동작", "기존", "새"),
        first="처음",
        stop="기존 {}개 중지",
        start="새 {}개 시작",
        old="기존",
        new="새",
        scale="기호 하나에 최대 {}개",
        event="Amazon ECS 이벤트:",
        assumed="AWS 예시에서 추론한 이 모델의 가정(AWS는 순서를 문서화하지 않음):",
        rules="규칙:",
        basis={Basis.DOCUMENTED: "문서화됨", Basis.ASSUMED: "이 모델의 가정"},
    ),
}


def _parameters(parameters: RolloutInput, words: _Words) -> Iterator[str]:
    room = words.no_room_limit if parameters.room is None else words.room.format(parameters.room)
    configuration = parameters.configuration
    yield words.title.format(parameters.desired)
    yield (
        f"minimumHealthyPercent {configuration.minimumHealthyPercent}, "
        f"maximumPercent {configuration.maximumPercent}, {room}"
    )


def _texts(rule: Rule, languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        yield f"    {rule.text(language)}"


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, str, str, str, str]
    bar: str
    trace: tuple[Applied, ...] = ()


def _table(result: Result, words: _Words) -> Iterator[str]:
    rows = _rows(result, words)
    columns = zip(words.headings, *(row.cells for row in rows), strict=True)
    widths = [max(map(display_width, column)) for column in columns]

    yield _in_columns(words.headings, widths)
    for row in rows:
        yield f"{_in_columns(row.cells, widths)}  {row.bar}".rstrip()
        for applied in row.trace:
            yield from _wrapped(applied.formula, indent=4)
    for applied in result.closing:
        yield from _wrapped(applied.formula, indent=4)
    scale = _scale(result)
    legend = f"{_OLD} {words.old}   {_NEW} {words.new}"
    yield legend if scale == 1 else f"{legend}   ({words.scale.format(scale)})"


def _rows(result: Result, words: _Words) -> list[_Row]:
    scale = _scale(result)
    actions = {StepKind.STOP: words.stop, StepKind.START: words.start}

    def row(number: int, sign: str, action: str, after: State, trace: tuple[Applied, ...]) -> _Row:
        cells = (str(number), sign, action, str(after.old), str(after.new))
        return _Row(cells, _bar(after, scale), trace)

    return [row(0, "", words.first, _initial(result), ())] + [
        row(number, str(step), actions[step.kind].format(step.count), step.after, step.trace)
        for number, step in enumerate(result.steps, start=1)
    ]


def _initial(result: Result) -> State:
    return State(result.parameters.desired, 0)


def _in_columns(cells: Iterable[str], widths: Iterable[int]) -> str:
    """Numbers to the right, the action, which is the third cell, to the left."""
    number, sign, action, old, new = zip(cells, widths, strict=True)
    return "  ".join((rjust(*number), rjust(*sign), ljust(*action), rjust(*old), rjust(*new)))


def _scale(result: Result) -> int:
    """How many tasks one sign of a bar stands for, so that the longest bar has room."""
    most = max(state.running for state in (_initial(result), *result.states))
    return max(1, -(-most // _BAR_CELLS))


def _bar(state: State, scale: int) -> str:
    return _OLD * -(-state.old // scale) + _NEW * -(-state.new // scale)


def _ending(result: Result, languages: Iterable[str], words: _Words) -> Iterator[str]:
    for language in languages:
        yield f"{result.outcome}: {result.ending.rule.text(language)}"
    yield words.event
    yield from _wrapped(result.ending.event, indent=4)


def _sources(result: Result, languages: Iterable[str], words: _Words) -> Iterator[str]:
    """Of a result with a trace, every rule it used; of any other, what the model assumes."""
    used = dict.fromkeys(applied.rule for applied in result.trace)
    yield words.rules if used else words.assumed
    for rule in used or (STOP, START):
        yield from _texts(rule, languages)
        yield f"        {words.basis[rule.basis]}: {rule.source}"


def _wrapped(text: str, *, indent: int) -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        _TEXT_COLUMNS,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 4),
        break_on_hyphens=False,
    )


def _applied_as_json(applied: Applied) -> dict[str, object]:
    rule = applied.rule
    return {
        "rule": rule.id,
        "formula": applied.formula,
        "basis": str(rule.basis),
        "source": rule.source,
    }
