"""What the action bar says about a question, before and after the answer."""

from collections.abc import Iterator
from typing import Final

from study_app.commands.keys import key_name
from study_app.commands.places.answers import LETTER
from study_app.commands.places.quiz import ANSWER, BETTER, CONTINUE, WORSE
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Marked
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.answers.area import Unready
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.tui.widgets.answers.lines import Lines
from study_app.tui.widgets.answers.typing import Typing
from study_app.tui.widgets.feedback import verdict_line
from study_app.tui.widgets.question import QuestionView
from study_app.usecases.review import RatingOption, RatingProposal
from study_app.usecases.sitting import Sitting

_MONTHS_FROM: Final = 100
"""Days."""


def before_answer(page: Page, view: QuestionView, notice: str) -> NextAction:
    """What is given so far, what is missing, and what Enter does. `notice` comes first."""
    area, given = view.area, view.area.given()
    state = area.state()
    gap: Line = [("   ", PLAIN)] if state else []
    more: tuple[Line, ...] = ()
    if notice:
        state = [*state, *gap, (notice, BOLD)]
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


def after_answer(
    page: Page,
    view: QuestionView,
    sitting: Sitting,
    marked: Marked,
    proposed: RatingProposal | None,
    notice: str,
) -> NextAction:
    """The verdict in its color, the answer, when the question comes back, and the next one.

    `proposed` is the rating and its neighbors if the answer is a review.
    """
    last, session = sitting.last, sitting.session
    overruled = last is not None and last.overruled
    sign, *details = verdict_line(marked, page.language, overruled=overruled)
    state: Line = [sign, *([("   ", PLAIN), (notice, BOLD)] if notice else [])]
    comes_back = last is not None and any(ask.item == last.ask.item for ask in session.queue)
    again: list[Line] = [[(page.say("comes back today"), MUTED)]] if comes_back else []
    rating = [] if proposed is None else list(_rating(page, proposed))
    more: list[Line]
    if notice:
        more = []
    elif proposed is not None and len(proposed.options) > 1:  # what can be changed comes first
        more = [*rating, *again, details]
    else:
        first_line = rating[:1] if proposed is not None and proposed.is_leech else []
        others = rating[len(first_line) :]
        more = [the_answer(page, view, marked), *first_line, *again, details, *others]
    more = [extra for extra in more if extra]
    does = "" if session.queue else page.say("result")
    verdict = last.verdict if last is not None else marked.verdict
    return page.act(state, CONTINUE, does, more=tuple(more), verdict=verdict)


def the_answer(page: Page, view: QuestionView, marked: Marked | None) -> Line:
    """Which options are correct, if others were chosen: they may be out of sight."""
    if (
        marked is None
        or marked.verdict is Verdict.CORRECT
        or not isinstance(view.area, ChoosingArea)
    ):
        return []
    numbers = ", ".join(map(str, view.area.right_numbers))
    return [(page.say("the answer is {numbers}", numbers=numbers), PLAIN)]


def _rating(page: Page, found: RatingProposal) -> Iterator[Line]:
    """The rating with the time to the next review, and what + and - would make of it."""
    if found.is_leech:
        yield [(page.say("missed {times} times", times=found.lapses), BOLD)]
    if len(found.options) == 1:
        yield [(page.say("next review in {time}", time=_until(page, found.chosen)), MUTED)]
        return
    yield [(_name(page, found.chosen), BOLD), (f" {_until(page, found.chosen)}", PLAIN)]
    others: Line = []
    for command, step in ((WORSE, -1), (BETTER, 1)):
        keys = page.keys_of(command)
        for one in found.options if keys else ():
            if one.rating == found.beside(step):
                gap = "  " if others else ""
                others += [(f"{gap}{key_name(keys[0])} ", BOLD)]
                others += [(f"{_name(page, one)} {_until(page, one)}", MUTED)]
    yield others


def _name(page: Page, one: RatingOption) -> str:
    return (page.say("again"), page.say("hard"), page.say("good"), page.say("easy"))[one.rating - 1]


def _until(page: Page, one: RatingOption) -> str:
    """The time to the next review, short: `3 d`, from 100 days on `4 mo`."""
    days = max(0, (one.next_day - page.study.day).days)
    if days < _MONTHS_FROM:
        return page.say("{days} d", days=days)
    return page.say("{months} mo", months=round(days / 30.4))


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
