"""What a session came to, and what to do with it."""

from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from study_app.commands.command import Command
from study_app.commands.quiz import (
    GO_HOME,
    NEXT_SESSION,
    RESULT,
    RETRY_MISSED,
    REVIEW_ALL,
    REVIEW_WRONG,
)
from study_app.grading.verdict import Verdict
from study_app.learning.events import Answered
from study_app.learning.session import Given
from study_app.learning.solution import key_lines, response_lines
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.study_screen import StudyScreen
from study_app.tui.text import plain
from study_app.tui.verdicts import STYLES
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.title_bar import TitleBar
from study_app.usecases.sitting import Sitting
from study_app.words.visible import one_line


class ResultScreen(StudyScreen):
    """Counts of the first attempts, and each answer that was not right beside its key."""

    places = (RESULT,)
    commands: ClassVar[tuple[Command, ...]] = (
        REVIEW_WRONG,
        REVIEW_ALL,
        RETRY_MISSED,
        NEXT_SESSION,
        GO_HOME,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)

    def __init__(self, host: Host, sitting: Sitting) -> None:
        super().__init__(host)
        self.sitting = sitting
        self._left = False

    def compose(self) -> ComposeResult:
        yield TitleBar(self.say("Done"), self._time())
        with VerticalScroll():
            yield Static(self._score())
            for given in self._missed():
                yield Static(self._line(given))
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "review_wrong" | "retry":
                return bool(self._missed())
            case "review_all":
                return bool(self.sitting.session.first_given)
            case _:
                return True

    def action_review_wrong(self) -> None:
        self._review(self._missed())

    def action_review_all(self) -> None:
        self._review(list(self.sitting.session.first_given))

    def action_retry(self) -> None:
        items = [given.ask.item for given in self._missed()]
        self.host.start(lambda: self.study.sit(items), replace=True)

    def action_next(self) -> None:
        proposal = self.study.overview().proposal
        if proposal is not None:
            self.host.start(lambda: self.study.sit(proposal.items), replace=True)

    def action_home(self) -> None:
        self.host.go_home()

    async def on_screen_resume(self) -> None:
        if self._left:
            await self.language_changed()  # answers may have been overruled meanwhile

    def on_screen_suspend(self) -> None:
        self._left = True

    def _review(self, given: list[Given]) -> None:
        from study_app.tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self.host, self.sitting, [one.event.id for one in given]))

    def _missed(self) -> list[Given]:
        given = self.sitting.session.first_given
        return [one for one in given if one.verdict is not Verdict.CORRECT]

    def _time(self) -> str:
        milliseconds = sum(given.event.elapsed_ms for given in self.sitting.session.given)
        seconds = timedelta(milliseconds=milliseconds) // timedelta(seconds=1)
        return f"{seconds // 60}:{seconds % 60:02}"

    def _score(self) -> Content:
        session = self.sitting.session
        counts = {verdict: session.count(verdict) for verdict in Verdict}
        answered, skipped = sum(counts.values()), session.count(None)
        parts: list[Content | str | tuple[str, str]] = []
        for verdict, count in counts.items():
            parts += [(f"{count} {verdict.sign}", f"bold {STYLES[verdict]}"), "   "]
        if answered:
            percent = round(100 * counts[Verdict.CORRECT] / answered)
            parts.append((f"{percent} %", "bold"))
        if skipped:
            parts += ["   ", (self.say("{skipped} skipped", skipped=skipped), "$muted")]
        if answered and counts[Verdict.CORRECT] == answered:
            parts.append("\n\n" + self.say("All right. Nothing to look at again."))
        return Content.assemble(*parts)

    def _line(self, given: Given) -> Content:
        reading = self.study.readings(self.sitting.question(given), self.language)[0]
        key = " · ".join(map(one_line, key_lines(reading)))
        match given.event, given.verdict:
            case Answered(response=response), Verdict() as verdict:
                yours = " · ".join(map(one_line, response_lines(reading, response)))
                shape, style = verdict.sign, STYLES[verdict]
            case _:
                yours, shape, style = self.say("skipped"), "·", "$muted"
        prompt = " ".join(reading.prompt.split())
        return Content("\n").join(
            [
                Content.assemble((f"{shape} ", f"bold {style}"), plain(prompt)),
                Content.assemble("    ", (self.say("you"), "$muted"), "  ", plain(yours)),
                Content.assemble("    ", (self.say("key"), "$muted"), "  ", plain(key)),
            ]
        )
