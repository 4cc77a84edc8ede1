"""The question of a session that is on screen, and what stands around it."""

from collections.abc import Iterator, Sequence

from textual.widget import Widget

from study_app.commands.command import Command
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line
from study_app.drawing.plots import Step
from study_app.learning.answering.marking import Marked
from study_app.learning.answering.responses import Response
from study_app.learning.material.scenarios import Scenario
from study_app.tui.host import Host
from study_app.tui.screens.quiz.rating import RatingPage
from study_app.tui.widgets.answers.lines import Lines
from study_app.tui.widgets.beside import about_question, about_session, card_panel, exhibit_panels
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.question import QuestionView
from study_app.tui.widgets.session import counts, session_name, steps_of
from study_app.usecases.more import note_on_question
from study_app.usecases.scenarios import scenario_of
from study_app.usecases.sitting import Asked, Sitting


class AskingPage(RatingPage):
    """Shows the question that is `_asked`; `_judged` is set while its verdict is shown."""

    def __init__(self, host: Host, sitting: Sitting) -> None:
        super().__init__(host, sitting)
        self.view = QuestionView()
        self.view.note = self._note
        self._asked: Asked | None = None
        self._judged: tuple[Response, Marked] | None = None

    def area(self) -> Widget:
        return self.view

    @property
    def is_rated(self) -> bool:
        return self._judged is not None

    def crumbs(self) -> Sequence[str]:
        name = session_name(self.study, self.sitting.session.started.items, self.language)
        if self._asked is None:
            return (name,)
        topic = self.study.bank.topics[self._asked.question.topic]
        about = self.study.topic_title(topic, self.language) if self._judged is not None else ""
        again = (self.say("again"),) if self._asked.attempt > 0 else ()
        return (name, *((about,) if about not in {"", name} else ()), *again)

    def corner(self) -> Line:
        if self._asked is None:
            return []
        flag: Line = [("⚑  ", BOLD)] if self._is_flagged() else []
        place: Line = [(f"{self._asked.number}", BOLD), (f" / {self._asked.total}", MUTED)]
        return [*flag, *counts(self.sitting.session), ("   ", PLAIN), *place]

    def steps(self) -> Sequence[Step]:
        now = None if self._asked is None or self._judged else self._asked.question.id
        return steps_of(self.sitting.session, now=now)

    def side(self) -> Iterator[Widget]:
        if self._asked is None:
            return
        yield from exhibit_panels(self, self.view)
        question = self._asked.question
        if self._judged is not None and question.card is not None:
            yield card_panel(self, question.card, self.proposed)
        else:
            yield Panel(self._session, id="session")
        judged = self._judged is not None
        yield Panel(lambda width: about_question(self, question, width, judged=judged))

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """For the keys that choose, as many as there are choices."""
        keys = super().keys_of(command)
        area = self.view.area if command.passes_key else None
        return keys[: area.count] if isinstance(area, Lines) else keys

    def _session(self, width: int) -> list[Line]:
        return about_session(self, self.sitting, width, judged=self._judged is not None)

    def _note(self) -> str:
        return note_on_question(self.study, self._asked.question.id) if self._asked else ""

    def _is_flagged(self) -> bool:
        return self._asked is not None and self._asked.question.id in self.study.history.flagged

    def _has_hint(self) -> bool:
        return self._asked is not None and self._asked.question.hint is not None

    @property
    def card(self) -> str | None:
        return self._asked.question.card if self._asked else None

    def _scenario(self) -> Scenario | None:
        return scenario_of(self.study, self._asked.question) if self._asked else None
