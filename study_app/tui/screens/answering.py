"""What the action bar says of a question: before its answer, and after."""

from study_app.commands.answers import LETTER
from study_app.commands.quiz import ANSWER, CONTINUE
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line
from study_app.learning.marking import Marked
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.answers.area import Unready
from study_app.tui.widgets.answers.lines import Lines
from study_app.tui.widgets.answers.typing import Typing
from study_app.tui.widgets.feedback import verdict_line
from study_app.tui.widgets.question import QuestionView
from study_app.usecases.sitting import Sitting


def before_answer(page: Page, view: QuestionView, told: str) -> NextAction:
    """What is given so far, what it lacks, and what Enter does. `told` is a notice."""
    area, given = view.area, view.area.given()
    state = area.state()
    gap: Line = [("   ", PLAIN)] if state else []
    more: tuple[Line, ...] = ()
    if told:
        state = [*state, *gap, (told, BOLD)]
    elif isinstance(given, Unready):
        state = [*state, *gap, (given.missing, BOLD)]
        how = _how(page, view)
        more = ([(how, MUTED)],) if how else ()
    elif isinstance(area, Lines):
        more = ([(page.say("press again to undo"), MUTED)],)
    if area.enter_picks:
        return page.act(state, ANSWER, page.say("choose"), more=more)
    if isinstance(given, Unready):
        return NextAction(state, more=more)
    return page.act(state, ANSWER, more=more)


def after_answer(page: Page, sitting: Sitting, marked: Marked, told: str) -> NextAction:
    """The verdict on its ground, whether the question comes back, and the next one."""
    last, session = sitting.last, sitting.session
    overruled = last is not None and last.overruled
    sign, *details = verdict_line(marked, page.language, overruled=overruled)
    more = [details] if details else []
    if told:
        more = [[(told, BOLD)]]
    elif last is not None and any(ask.item == last.ask.item for ask in session.queue):
        more.append([(page.say("comes back in this session"), MUTED)])
    does = "" if session.queue else page.say("result")
    verdict = last.verdict if last is not None else marked.verdict
    return page.act([sign], CONTINUE, does, more=tuple(more), verdict=verdict)


def _how(page: Page, view: QuestionView) -> str:
    """What is out of sight, else how to choose."""
    below, area = view.below(), view.area
    if isinstance(area, Typing):
        return page.say("answer box below: PgDn") if below else ""
    if below:
        return page.say("{count} {count:option|options} below: PgDn", count=below)
    if LETTER in area.commands:
        return page.say("a letter for this row, ↑↓ for another")
    return page.say("a number, ↑↓ and Space, or a click")
