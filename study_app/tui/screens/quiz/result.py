"""The result of a session, and what to do next."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.command import Command
from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.quiz import (
    GO_HOME,
    NEXT_SESSION,
    RESULT,
    RETRY_MISSED,
    REVIEW_ALL,
    REVIEW_WRONG,
)
from study_app.drawing.pieces import (
    BOLD,
    MUTED,
    PLAIN,
    Line,
    cells,
    fitted,
    hang,
    padded,
    side_by_side,
    spread,
)
from study_app.drawing.plots import bar, big, trail
from study_app.drawing.prose import inline
from study_app.grading.verdict import Verdict
from study_app.learning.answering.solution import key_lines, response_lines
from study_app.learning.log.events import Answered
from study_app.learning.log.session import SessionResponse
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.prospects import ask_prospects
from study_app.tui.verdicts import STYLES
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Drawing, Panel
from study_app.tui.widgets.listing import Listing
from study_app.tui.widgets.progress.chance import helps_most
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import counts, fact, session_name, steps_of, title
from study_app.usecases.readiness import Prospects
from study_app.usecases.sitting import Sitting
from study_app.words.times import clock
from study_app.words.visible import one_line

_GAP = 3
_NAME_CELLS, _FIGURE_CELLS = 26, 7


class ResultScreen(Page):
    """Counts of the first attempts, and each answer that was not right next to its key."""

    places = (RESULT,)
    commands: ClassVar[tuple[Command, ...]] = (
        REVIEW_WRONG,
        NEXT_SESSION,
        RETRY_MISSED,
        REVIEW_ALL,
        GO_HOME,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host, sitting: Sitting) -> None:
        super().__init__(host)
        self.sitting = sitting
        self._left = False
        self._prospects: Prospects | None = None

    def crumbs(self) -> Sequence[str]:
        items = self.sitting.session.started.items
        return (session_name(self.study, items, self.language), self.say("Result"))

    def corner(self) -> Line:
        return counts(self.sitting.session)

    def action(self) -> NextAction:
        missed = len(self._missed())
        if missed:
            state: Line = [
                (self.say("{count} missed", count=missed), BOLD),
                (f"   {self.say('they come back first')}", MUTED),
            ]
            return self.act(state, REVIEW_WRONG, self.say("review them"))
        said = self.say("All correct. Nothing to review.")
        if not any(one.verdict for one in self.sitting.session.first_given):
            said = self.say("Nothing was answered.")
        return self.act([(said, BOLD)], NEXT_SESSION)

    def main(self) -> Iterator[Widget]:
        yield Panel(self._score)
        if len(self.sitting.by_domain()) > 1:
            yield Panel(self._domains, id="domains")
        yield Drawing(self._head, classes="head")
        yield Listing(self._row, self._open, self.refresh_parts)

    def side(self) -> Iterator[Widget]:
        yield Panel(self._topics)
        yield Panel(self._helps, id="helps")
        yield Panel(self._pace)

    async def _settle(self) -> None:
        await super()._settle()
        if self.is_attached and self.is_wide and self._prospects is None:
            ask_prospects(self, lambda found: found.helps_most(), self._helps_known)

    def _helps_known(self, found: Prospects) -> None:
        self._prospects = found
        for panel in self.query("#helps").results(Panel):
            panel.redraw()

    def on_mount(self) -> None:
        self.query_one(Listing).fill(len(self._missed()), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "review_wrong" | "retry":
                return bool(self._missed())
            case "review_all":
                return bool(self.sitting.session.first_given)
            case _:
                return True

    def action_up(self) -> None:
        self.query_one(Listing).move(-1)

    def action_down(self) -> None:
        self.query_one(Listing).move(+1)

    def action_review_wrong(self) -> None:
        """Starting at the answer under the cursor, if there is one."""
        first = self.query_one(Listing).cursor or 0
        missed = self._missed()
        self._review([*missed[first:], *missed[:first]])

    def action_review_all(self) -> None:
        self._review(list(self.sitting.session.first_given))

    def action_retry(self) -> None:
        items = [given.ask.item for given in self._missed()]
        self.host.start(lambda: self.study.sit(items), replace=True)

    def action_next(self) -> None:
        from study_app.usecases.home import begin, home

        self.host.start(lambda: begin(self.study, home(self.study)), replace=True)

    def action_home(self) -> None:
        self.host.go_home()

    async def on_screen_resume(self) -> None:
        if self._left:
            await self.language_changed()  # answers may have been overruled meanwhile

    def on_screen_suspend(self) -> None:
        self._left = True

    async def language_changed(self) -> None:
        for drawing in self.query(Drawing):
            drawing.redraw()
        listing = self.query_one(Listing)
        listing.fill(len(self._missed()), listing.cursor)
        self.refresh_parts()

    def _open(self, number: int) -> None:
        self.action_review_wrong()

    def _review(self, given: list[SessionResponse]) -> None:
        from study_app.tui.screens.quiz.review import ReviewScreen

        if given:
            answers = [one.event.id for one in given]
            self.app.push_screen(ReviewScreen(self.host, self.sitting, answers))

    def _missed(self) -> list[SessionResponse]:
        given = self.sitting.session.first_given
        return [one for one in given if one.verdict is not Verdict.CORRECT]

    def _seconds(self) -> float:
        return sum(given.event.elapsed_ms for given in self.sitting.session.given) / 1000

    def _score(self, width: int) -> list[Line]:
        session = self.sitting.session
        right, skipped = session.count(Verdict.CORRECT), session.count(None)
        answered = len(session.first_given) - skipped
        large = big(str(round(100 * right / answered)) if answered else "0")
        large = [*large[:2], [*large[2], (" %", BOLD)]]
        size = max(map(cells, large))
        of = self.say("{right} of {answered} right", right=right, answered=answered)
        more = clock(self._seconds())
        if skipped:
            more = f"{more}   {self.say('{skipped} skipped', skipped=skipped)}"
        room = width - size - _GAP
        text: list[Line] = [
            [(of, BOLD), (f"   {more}", MUTED)],
            trail(steps_of(session, now=None), room),
            bar(right, answered, room) if answered else [],
        ]
        return side_by_side([(large, size), (text, room)], _GAP)

    def _domains(self, width: int) -> list[Line]:
        """The learner's standing by domain, for a session over several; in the exam's order."""
        rows: list[Line] = [title(width, self.say("By domain")), []]
        room = width - _NAME_CELLS - _FIGURE_CELLS
        for name, right, of in self.sitting.by_domain():
            figures: Line = [(f"{right}", BOLD), (f"/{of}", MUTED)]
            rows.append(
                [
                    (fitted(self.say(name), _NAME_CELLS), PLAIN),
                    *padded(figures, _FIGURE_CELLS),
                    *bar(right, of, room),
                ]
            )
        return rows

    def _head(self, width: int) -> list[Line]:
        missed = self._missed()
        return [[], [(self.say("Not right, or skipped"), BOLD)], []] if missed else []

    def _row(self, number: int, width: int, here: bool) -> list[Line]:
        given = self._missed()[number]
        translation = self.study.translations(self.sitting.question(given), self.language)[0]
        key = " · ".join(map(one_line, key_lines(translation)))
        match given.event, given.verdict:
            case Answered(response=response), Verdict() as verdict:
                yours = " · ".join(map(one_line, response_lines(translation, response)))
                sign, style = verdict.sign, f"bold {STYLES[verdict]}"
            case _:
                yours, sign, style = self.say("skipped"), "·", MUTED
        prompt = inline(" ".join(_without_code(translation.prompt).split()))
        rows = hang([(f"{sign} ", style)], prompt, width - 2)
        for label, text in ((self.say("you"), yours), (self.say("key"), key)):
            rows += hang([("  ", PLAIN), (f"{label}  ", MUTED)], [(text, PLAIN)], width - 2)
        return [*(under_cursor(row, width, here=here) for row in rows), []]

    def _topics(self, width: int) -> list[Line]:
        """The share right by topic, the lowest first."""
        found: dict[str, list[bool]] = {}
        for given in self.sitting.session.first_given:
            topic = given.ask.item.partition("/")[0]
            found.setdefault(topic, []).append(given.verdict is Verdict.CORRECT)
        rows: list[Line] = [title(width, self.say("By topic")), []]
        for topic, right in sorted(found.items(), key=lambda one: sum(one[1]) / len(one[1])):
            name = self.study.topic_title(self.study.bank.topics[topic], self.language)
            figures: Line = [(f"{sum(right)}/{len(right)}", BOLD)]
            rows += [spread(width, [(name, PLAIN)], figures), bar(sum(right), len(right), width)]
        return rows

    def _helps(self, width: int) -> list[Line]:
        return helps_most(self._prospects, self.language, width)

    def _pace(self, width: int) -> list[Line]:
        given = self.sitting.session.given
        seconds = sorted(one.event.elapsed_ms / 1000 for one in given)
        if not seconds:
            return [title(width, self.say("Pace"))]
        median = seconds[len(seconds) // 2]
        return [
            title(width, self.say("Pace")),
            [],
            fact(width, self.say("time"), clock(self._seconds())),
            fact(width, self.say("per question, median"), clock(median)),
            fact(width, self.say("slowest"), clock(seconds[-1])),
        ]


def _without_code(markdown: str) -> str:
    """A prompt for a list, without its fenced code."""
    parts = markdown.split("```")
    return " … ".join(parts[::2])
