"""Simulated cases as lines: a placement as the lab tells it, all other results as fields."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from study_app.plain.pictures import frame_lines
from study_app.simulator.cases.case_runs import Ran
from study_app.simulator.kinds.registry import Simulation
from study_app.simulator.model.trace import Applied, Considered, Decision
from study_app.words.language import Language
from study_app.words.visible import inline, one_line
from study_app.words.wording import say


def case_lines(cases: Sequence[Ran], language: Language) -> Iterator[str]:
    """Every case with its result, then how many of them match what they expect."""
    for ran in cases:
        yield one_line(f"{_outcome(ran, language)}: {ran.id} ({ran.kind})")
        if ran.error is not None:
            yield f"    {one_line(say(ran.error, language))}"
            continue
        assert ran.simulation is not None
        for line in simulation_lines(ran.simulation, language):
            yield f"    {line}"
    yield _counts(cases, language)


def _outcome(ran: Ran, language: Language) -> str:
    if ran.error is not None:
        return say("malformed", language)
    match ran.matches:
        case True:
            return say("matches", language)
        case False:
            return say("does not match", language)
        case None:
            return say("computed", language)


def _counts(cases: Sequence[Ran], language: Language) -> str:
    """How many cases had each outcome; outcomes with none are left out."""
    errors = sum(ran.error is not None for ran in cases)
    matched = sum(ran.matches is True for ran in cases)
    differed = sum(ran.matches is False for ran in cases)
    computed = len(cases) - errors - matched - differed
    ways = (
        (matched, say("{count} matched", language, count=matched)),
        (differed, say("{count} did not match", language, count=differed)),
        (computed, say("{count} with nothing to compare", language, count=computed)),
        (errors, say("{count} malformed", language, count=errors)),
    )
    return say(
        "{cases} {cases:case|cases}: {ways}",
        language,
        cases=len(cases),
        ways=", ".join(text for count, text in ways if count),
    )


def simulation_lines(simulation: Simulation, language: Language) -> Iterator[str]:
    """One result: its last picture where that says most, else its fields."""
    if simulation.mode.last_picture is not None and not simulation.outcome.refusal:
        yield from _picture(simulation, language)
        below = simulation.mode.last_picture(simulation.outcome.done)
        if below is not None:
            yield say(below, language)
    else:
        for name, value in simulation.written().items():
            if name == "message" and value == simulation.message.en:
                yield one_line(f"{name}: {say(simulation.message, language)}")
            elif name != "trace":
                yield one_line(f"{name}: {inline(value)}")
    yield from _trace_lines(simulation.outcome.trace or (), language)


def _picture(simulation: Simulation, language: Language) -> Iterator[str]:
    """What there is at the end."""
    playback = simulation.playback()
    frame = playback.frames[len(playback.frames) - 1]
    # What the last task chose is no news about the whole.
    whole = replace(frame, boxes=tuple(replace(box, mark=None) for box in frame.boxes))
    yield from frame_lines(whole, playback.looks, language)


def _trace_lines(
    trace: Iterable[Applied | Considered | Decision], language: Language
) -> Iterator[str]:
    for line in trace:
        match line:
            case Applied(rule):
                yield one_line(f"    {line.text(language)}  [{rule.id}]")
            case Considered(instance, Applied(rule) as applied, kept):
                where = f"{instance}: " if instance else ""
                yield one_line(
                    f"  {'+' if kept else '-'} {where}{applied.text(language)}  [{rule.id}]"
                )
            case Decision(lines):
                yield from _trace_lines(lines, language)
