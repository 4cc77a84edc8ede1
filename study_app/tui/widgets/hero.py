"""The one thing to do: what home proposes, large."""

from collections.abc import Mapping

from study_app.commands.command import Command
from study_app.commands.home import GO_ON, START_ANEW
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, beside, cells
from study_app.drawing.plots import bar, big
from study_app.learning.overview import Overview
from study_app.learning.selection import Proposal, Why
from study_app.learning.session import Session
from study_app.tui.widgets.action_bar import chip, small_chip
from study_app.tui.widgets.drawing import Draw, Panel
from study_app.tui.widgets.session import session_name, title
from study_app.usecases.study import Study
from study_app.words.dates import weekday
from study_app.words.wording import say

_SECONDS_A_QUESTION = 35
_GAP = 3
Keys = Mapping[Command, tuple[str, ...]]


class Hero(Panel):
    """A panel on the tinted ground."""

    def __init__(self, draw: Draw, widget_id: str) -> None:
        super().__init__(draw, id=widget_id, classes="-hero")


def hero(
    study: Study, found: Overview, width: int, keys: Keys, *, first: bool, airy: bool
) -> list[Line]:
    """`first`: Enter does it, since the cursor is not in the list below. `airy`: there is room."""
    language = study.settings.language
    today = study.clock().astimezone(study.zone).date()
    when = weekday(today, language)
    if found.streak > 1:
        when = f"{when} · {say('{days} days in a row', language, days=found.streak)}"
    is_new = not any(progress.answered for progress in found.topics.values())
    name = say("Today", language)
    if is_new and not found.unfinished:
        name = say("Welcome", language)
    if found.unfinished:
        figure, text, does = _resume(study, found.unfinished[0])
    elif found.proposal is not None:
        figure, text, does = _begin(study, found, found.proposal, is_new=is_new)
    else:
        none = say("There are no questions yet. Add content with --content.", language)
        return [title(width, name, when), [], [(none, PLAIN)]]
    large = big(figure)
    size = cells(large[0])
    room = width - size - _GAP
    lines = [text[0], text[1], _measured(text[2], room)]
    block = beside([(large, size), (lines, room)], _GAP)
    key = keys[GO_ON][0] if keys[GO_ON] else ""
    act: Line = [chip(key) if first else small_chip("up"), (f"  {does}", BOLD)]
    if found.unfinished and found.proposal is not None and keys[START_ANEW]:
        more = say("new session; this one is kept", language)
        act += [("     ", PLAIN), small_chip(keys[START_ANEW][0]), (f"  {more}", MUTED)]
    air: list[Line] = [[]] if airy else []
    return [title(width, name, when), *air, [], *block, [], *air, act]


def _measured(line: Line, room: int) -> Line:
    """A bar as long as the room that its figures leave; `line` is part, whole and figures."""
    (part, _), (whole, _), figures = line
    length = room - cells([figures]) - 2
    return [*bar(float(part), float(whole), max(4, length)), ("  ", PLAIN), figures]


def _resume(study: Study, session: Session) -> tuple[str, list[Line], str]:
    language = study.settings.language
    total, done = len(session.started.items), len(session.first_given)
    missed = sum(
        given.verdict is not None and given.verdict.value != "correct"
        for given in session.first_given
    )
    place = say("{done} of {total}", language, done=done, total=total)
    saved = say("Everything is saved.", language)
    so_far = say("Missed so far: {count}.", language, count=missed) if missed else ""
    name = session_name(study, session.started.items, language)
    lines: list[Line] = [
        [(name, BOLD), (f"   {place}", MUTED)],
        [(f"{saved} {so_far}".strip(), PLAIN)],
        [(str(done), ""), (str(total), ""), (place, MUTED)],
    ]
    return str(total - done), lines, say("Resume the session", language)


def _begin(
    study: Study, found: Overview, proposal: Proposal, *, is_new: bool
) -> tuple[str, list[Line], str]:
    language = study.settings.language
    count = len(proposal.items)
    minutes = max(1, round(count * _SECONDS_A_QUESTION / 60))
    about = say("about {minutes} min", language, minutes=minutes)
    at_hand = found.topics[proposal.new] if proposal.new else None
    part = at_hand.answered if at_hand else sum(one.answered for one in found.topics.values())
    whole = at_hand.total if at_hand else sum(one.total for one in found.topics.values())
    seen = say("{part} of {whole} seen", language, part=part, whole=whole)
    if is_new:
        head = say("Ten questions to start with", language)
        second = say("No setup needed. Leave whenever you like.", language)
        does = say("Begin", language)
    else:
        head = say("{count} {count:question|questions}", language, count=count)
        second = _mixture(study, proposal)
        does = say("Start", language)
    lines: list[Line] = [
        [(head, BOLD), (f"   {about}", MUTED)],
        [(second, PLAIN)],
        [(str(part), ""), (str(whole), ""), (seen, MUTED)],
    ]
    return str(count), lines, does


def _mixture(study: Study, proposal: Proposal) -> str:
    """What the session is made of: missed ones first, then new ones."""
    language = study.settings.language
    parts: list[str] = []
    new = len(proposal.items) - proposal.missed
    if proposal.missed:
        parts.append(say("{count} missed first", language, count=proposal.missed))
    if new and proposal.new is not None:
        topic = study.bank.topics.get(proposal.new)
        name = study.topic_title(topic, language) if topic else proposal.new
        parts.append(say("{count} on {topic}", language, count=new, topic=name))
    if proposal.why is Why.OLDEST:
        parts = [say("You got every question right. These were asked longest ago.", language)]
    return " · ".join(parts)
