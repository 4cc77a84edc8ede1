"""The one thing to do: what home offers, large."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from study_app.commands.command import Command
from study_app.commands.places.home import GO_ON, SET_PLAN, START_ANEW
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, cells, side_by_side
from study_app.drawing.plots import bar, big
from study_app.grading.verdict import Verdict
from study_app.learning.choosing.selection import SESSION_LENGTH
from study_app.learning.exam.attempt import Attempt
from study_app.learning.log.session import Session
from study_app.learning.plan.first_look import QUESTIONS
from study_app.tui.widgets.action_bar import chip, small_chip
from study_app.tui.widgets.drawing import Draw, Panel
from study_app.tui.widgets.session import session_name, title
from study_app.usecases.home import Home, Offer
from study_app.usecases.plan import Plan
from study_app.usecases.study import Study
from study_app.words.dates import day, weekday
from study_app.words.times import countdown
from study_app.words.wording import say

_GAP = 3
Keys = Mapping[Command, tuple[str, ...]]


class Hero(Panel):
    """A panel on the tinted ground."""

    def __init__(self, draw: Draw, widget_id: str) -> None:
        super().__init__(draw, id=widget_id, classes="-hero")


@dataclass(frozen=True, slots=True)
class _Said:
    """A large figure, what it counts, its breakdown, and what Enter does.

    The third line is a bar for `part` of `whole` if there is one, else `last`.
    """

    figure: str
    head: Line
    made_of: str
    does: str
    last: Line = ()  # type: ignore[assignment]
    part: int = 0
    whole: int = 0
    figures: str = ""
    beside: str = ""
    """Of what Enter does."""


def hero(
    study: Study, found: Home, width: int, keys: Keys, *, first: bool, airy: bool
) -> list[Line]:
    """`first`: Enter does it, since the cursor is not in the list below. `airy`: there is room."""
    language = study.settings.language
    when = weekday(found.overview.day, language)
    if found.overview.streak > 1:
        when = f"{when} · {say('{days} days in a row', language, days=found.overview.streak)}"
    left, is_new = found.cut_off or found.unfinished, found.offer is Offer.FIRST_LOOK
    name = say("Welcome", language) if is_new and left is None else say("Today", language)
    if found.offer is Offer.NOTHING:
        none = say("There are no questions yet. Add content with --content.", language)
        return [title(width, name, when), [], [(none, PLAIN)]]
    said = _resume(study, left) if left is not None else _new(study, found, keys)
    large = big(said.figure)
    size = cells(large[0])
    room = width - size - _GAP
    lines = [said.head, [(said.made_of, PLAIN)], _last(said, room)]
    block = side_by_side([(large, size), (lines, room)], _GAP)
    act: Line = [chip(_key(keys, GO_ON)) if first else small_chip("up"), (f"  {said.does}", BOLD)]
    if said.beside:
        act.append((f"     {said.beside}", MUTED))
    if left is not None and keys[START_ANEW]:
        more = say("new session; this one is kept", language)
        if found.offer is Offer.TODAY:
            more = say("reviews first; this one waits", language)
        act += [("     ", PLAIN), small_chip(_key(keys, START_ANEW)), (f"  {more}", MUTED)]
    air: list[Line] = [[]] if airy else []
    return [title(width, name, when), *air, [], *block, [], *air, act]


def _last(said: _Said, room: int) -> Line:
    """A bar in the space that its figures leave, or the text in its place."""
    if not said.whole:
        return list(said.last)
    length = room - cells([(said.figures, MUTED)]) - 2
    drawn = bar(said.part, said.whole, max(4, length))
    return [*drawn, ("  ", PLAIN), (said.figures, MUTED)]


def _resume(study: Study, left: Session | Attempt) -> _Said:
    match left:
        case Attempt():
            return _resume_exam(study, left)
        case Session():
            return _resume_session(study, left)
        case _:
            assert_never(left)


def _resume_exam(study: Study, attempt: Attempt) -> _Said:
    """An exam that was cut off: its clock stopped at the last event."""
    language = study.settings.language
    total, place = len(attempt.items), attempt.place
    at = f"{place} / {total}"
    left = countdown(attempt.clock.left)
    return _Said(
        figure=str(total - place + 1),
        head=[(say("Mock exam", language), BOLD), (f"   {at}", MUTED)],
        made_of=say("Everything is saved. The clock stopped at {left} left.", language, left=left),
        does=say("Resume the exam", language),
        part=place - 1,
        whole=total,
        figures=at,
    )


def _resume_session(study: Study, session: Session) -> _Said:
    language = study.settings.language
    total, done = len(session.started.items), len(session.first_given)
    missed = sum(given.verdict in {Verdict.CLOSE, Verdict.WRONG} for given in session.first_given)
    place = say("{done} of {total}", language, done=done, total=total)
    saved = say("Everything is saved.", language)
    so_far = say("Missed so far: {count}.", language, count=missed) if missed else ""
    name = session_name(study, session.started.items, language)
    return _Said(
        figure=str(total - done),
        head=[(name, BOLD), (f"   {place}", MUTED)],
        made_of=f"{saved} {so_far}".strip(),
        does=say("Resume the session", language),
        part=done,
        whole=total,
        figures=place,
    )


def _new(study: Study, found: Home, keys: Keys) -> _Said:
    match found.offer:
        case Offer.FIRST_LOOK:
            return _first_look(study, found.plan, keys)
        case Offer.TODAY:
            return _today(study, found.plan)
        case _:
            return _more(study, found.plan)


def _first_look(study: Study, plan: Plan, keys: Keys) -> _Said:
    language = study.settings.language
    then = say("Then the app plans your days.", language)
    last: Line = [(then, MUTED)]
    if plan.goal.exam_date is None and keys[SET_PLAN]:
        needs = say("It needs your exam date:", language)
        last = [(f"{then} {needs} ", MUTED), small_chip(_key(keys, SET_PLAN))]
    minutes = plan.situation.pace.minutes(QUESTIONS)
    return _Said(
        figure=str(QUESTIONS),
        head=[(say("Ten questions show where you stand", language), BOLD)],
        made_of=say("From every domain of the exam. Nothing to prepare.", language),
        does=say("Begin", language),
        last=last,
        beside=say("about {minutes} min", language, minutes=minutes),
    )


def _today(study: Study, plan: Plan) -> _Said:
    """The day's number: what fits the minutes; what does not is shown next to it."""
    language, today = study.settings.language, plan.today
    head: Line = [(say("to go today", language), BOLD)]
    about = say("about {minutes} min", language, minutes=today.minutes)
    head.append((f"   {about}", MUTED))
    waiting = today.reviews_waiting + today.new_waiting
    if waiting:
        more = say("{count} more than planned", language, count=waiting)
        head.append((f" · {more}", MUTED))
    parts = []
    if today.reviews:
        count = len(today.reviews)
        parts.append(say("{count} {count:review|reviews} due", language, count=count))
    if today.misses:
        parts.append(say("{count} missed today", language, count=len(today.misses)))
    if today.new:
        parts.append(say("{count} new", language, count=len(today.new)))
    whole = today.done + today.left
    does = say("Start the new questions", language)
    if today.reviews or today.misses:
        does = say("Start the reviews", language)
    return _Said(
        figure=str(today.left),
        head=head,
        made_of=" · ".join(parts),
        does=does,
        part=today.done,
        whole=whole,
        figures=say("{done} of {total} done", language, done=today.done, total=whole),
    )


def _more(study: Study, plan: Plan) -> _Said:
    """Nothing is left for today."""
    language, done = study.settings.language, plan.today.done
    head: Line = [(say("No review is due", language), BOLD)]
    if plan.next_due is not None:
        then, count = plan.next_due
        tomorrow = (then - plan.day).days == 1
        next_ = (
            say("the next {count} tomorrow", language, count=count)
            if tomorrow
            else say("the next {count} on {day}", language, count=count, day=day(then, language))
        )
        head.append((f"   {next_}", MUTED))
    new = min(SESSION_LENGTH, len(plan.situation.new))
    made_of = say("Today's plan is done. New cards are ready if you want more.", language)
    if not new:
        made_of = say(
            "You have started every card. The ones you saw longest ago come next.", language
        )
    minutes = plan.situation.pace.minutes(new or SESSION_LENGTH)
    return _Said(
        figure="0",
        head=head,
        made_of=made_of,
        does=say("{count} new {count:question|questions}", language, count=new)
        if new
        else say("{count} {count:question|questions}", language, count=SESSION_LENGTH),
        part=done,
        whole=done,
        figures=say("{done} of {total} done", language, done=done, total=done),
        beside=say("about {minutes} min", language, minutes=minutes),
    )


def _key(keys: Keys, command: Command) -> str:
    return next(iter(keys[command]), "")
