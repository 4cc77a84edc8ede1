"""Home: what to do next, and one key for it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from study_app.commands.home import GO_ON, HOME, LEAVE, OPEN_LAB, READ_CARDS, START_ANEW, TOPICS
from study_app.grading.verdict import Verdict
from study_app.learning.overview import ExamNotice, Overview
from study_app.learning.selection import Why
from study_app.learning.session import Session
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.study_screen import StudyScreen
from study_app.tui.verdicts import STYLES
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.title_bar import TitleBar
from study_app.tui.widgets.topic_grid import Row, TopicGrid

_SECONDS_A_QUESTION = 35


class HomeScreen(StudyScreen):
    """Proposes the best next session, and shows how far each topic is."""

    places = (HOME,)
    commands = (GO_ON, START_ANEW, TOPICS, READ_CARDS, OPEN_LAB, LEAVE)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)
    AUTO_FOCUS = None

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._overview: Overview | None = None
        self._left = False

    @property
    def overview(self) -> Overview:
        """What the log says now; kept until the screen is shown again."""
        if self._overview is None:
            self._overview = self.study.overview()
        return self._overview

    def compose(self) -> ComposeResult:
        yield TitleBar("dva-study", self._notice())
        with Container(id="home"):
            yield Static(self._next(), id="next")
            yield TopicGrid(self._rows, self._more, "topics")
        yield Static(self._today(), id="today")
        yield KeyBar()

    async def on_screen_resume(self) -> None:
        if self._left:
            self._overview = None
            await self.recompose()
            self.refresh_bindings()

    def on_screen_suspend(self) -> None:
        self._left = True

    def on_click(self, event: Click) -> None:
        if event.widget is self.query_one("#next"):
            self.action_go_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "start_anew":
                return self.overview.unfinished is not None
            case "go_on":
                return self.overview.unfinished is not None or self.overview.proposal is not None
            case _:
                return True

    def action_go_on(self) -> None:
        session = self.study.resumable()
        if session is None:
            self.action_start_anew()
        else:
            self.host.open_quiz(session)

    def action_start_anew(self) -> None:
        proposal = self.overview.proposal
        if proposal is not None:
            self.host.start(lambda: self._anew(proposal.items))

    def _anew(self, items: Sequence[str]) -> Session:
        self.study.abandon()
        return self.study.sit(items)

    def action_topics(self) -> None:
        from study_app.tui.screens.topics import TopicsScreen

        self.app.push_screen(TopicsScreen(self.host))

    def action_cards(self) -> None:
        proposal = self.overview.proposal
        topic = (
            proposal.topic if proposal and proposal.topic else next(iter(self.study.bank.topics))
        )
        self.host.open_cards(topic)

    def action_lab(self) -> None:
        self.host.open_scenarios()

    def action_leave(self) -> None:
        self.app.exit()

    def _notice(self) -> str:
        exam, language = self.overview.exam, self.language.label
        return f"{self._exam(exam)} · {language}" if exam else language

    def _exam(self, exam: ExamNotice) -> str:
        match exam.days_left:
            case None:
                return exam.code
            case 0:
                return self.say("{code} ends today", code=exam.code)
            case 1:
                return self.say("{code} ends tomorrow", code=exam.code)
            case days:
                return self.say("{code} ends in {days} days", code=exam.code, days=days)

    def _next(self) -> Content:
        session, proposal = self.overview.unfinished, self.overview.proposal
        if session is not None:
            head, detail, count = self._unfinished(session)
        elif proposal is not None:
            head, detail = self._proposed(proposal.topic, proposal.why)
            count = len(proposal.items)
        else:
            return Content(self.say("There is no question yet. Add content with --content."))
        minutes = max(1, round(count * _SECONDS_A_QUESTION / 60))
        about = self.say("{count} questions, about {minutes} min", count=count, minutes=minutes)
        return Content.assemble(
            (head, "bold"),
            f"\n{detail}\n\n",
            ("▸ Enter", "bold $accent"),
            f"  {self.say('go on')}   ",
            (about, "$muted"),
        )

    def _unfinished(self, session: Session) -> tuple[str, str, int]:
        topics = {item.partition("/")[0] for item in session.started.items}
        title = self._title(topics.pop()) if len(topics) == 1 else self.say("Mixed topics")
        done = self.say(
            "You stopped at {done} of {total}. Everything is saved.",
            done=len(session.first_given),
            total=len(session.started.items),
        )
        return self.say("Resume: {title}", title=title), done, len(session.queue)

    def _proposed(self, topic: str | None, why: Why) -> tuple[str, str]:
        match topic, why:
            case None, Why.MISSED:
                return self.say("Look again: missed items"), self.say("Every question was seen.")
            case None, _:
                return self.say("Refresh: longest unasked"), self.say("Every question was right.")
            case str(), _:
                done = self.overview.topics[topic]
                title = self._title(topic)
                head = self.say("Begin: {title}", title=title)
                if done.answered:
                    head = self.say("Continue: {title}", title=title)
                detail = self.say(
                    "{answered} of {total} questions answered",
                    answered=done.answered,
                    total=done.total,
                )
                if done.missed:
                    again = self.say("{missed} to look at again", missed=done.missed)
                    detail = f"{detail}, {again}"
                return head, detail

    def _title(self, topic: str) -> str:
        found = self.study.bank.topics.get(topic)
        return self.study.topic_title(found, self.language) if found else topic

    def _rows(self) -> list[Row]:
        progress = self.overview.topics
        return [
            Row(self.study.topic_title(topic, self.language), progress[topic.id])
            for topic in self.study.bank.topics.values()
        ]

    def _more(self, hidden: int) -> str:
        return self.say("{hidden} more: t", hidden=hidden)

    def _today(self) -> Content:
        today = self.overview.today
        total = sum(today.values())
        parts: list[Content | str | tuple[str, str]] = [
            (self.say("Today {total} answers", total=total), "$muted")
        ]
        if total:
            for verdict in Verdict:
                parts += ["   ", (f"{today[verdict]} {verdict.sign}", STYLES[verdict])]
        if self.overview.streak > 1:
            streak = self.say("{days} days in a row", days=self.overview.streak)
            parts += ["   ", (streak, "$muted")]
        return Content.assemble(*parts)
