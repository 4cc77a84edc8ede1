"""The topics: type to search, choose with the arrows."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from study_app.commands.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.everywhere import BACK
from study_app.commands.home import QUIZ_TOPIC, TOPIC_CARDS, TOPIC_LIST
from study_app.learning.items import Topic
from study_app.learning.practice import Practice
from study_app.learning.selection import SESSION_LENGTH
from study_app.tui.bindings import bindings
from study_app.tui.study_screen import StudyScreen
from study_app.tui.text import bar, fitted
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.title_bar import TitleBar

_NAME_CELLS = 34
_BAR_CELLS = 12


class TopicsScreen(StudyScreen):
    """A search box over a list. The box keeps the focus; the arrows move in the list."""

    places = (TOPIC_LIST,)
    commands = (QUIZ_TOPIC, TOPIC_CARDS, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)
    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        yield TitleBar(self.say("Topics"))
        yield Input(placeholder=self.say("Search topics and services"))
        topics = OptionList()
        topics.can_focus = False
        yield topics
        yield KeyBar()

    def on_mount(self) -> None:
        self._fill("")

    def on_screen_resume(self) -> None:
        self._fill(self.query_one(Input).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_quiz()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_quiz()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"quiz", "cards"} and self.is_mounted:
            chosen = self._chosen()
            topic = self.study.bank.topics[chosen] if chosen else None
            return topic is not None and bool(
                topic.question_ids if action == "quiz" else topic.card_ids
            )
        return True

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_quiz(self) -> None:
        topic = self._chosen()
        if topic is not None:
            self.host.start(
                lambda: self.study.quiz(Practice(topics=(topic,)), count=SESSION_LENGTH)
            )

    def action_cards(self) -> None:
        topic = self._chosen()
        if topic is not None:
            self.host.open_cards(topic)

    async def language_changed(self) -> None:
        """Retitle and fill again; what was typed and chosen stays."""
        self.query_one(TitleBar).show(left=self.say("Topics"))
        self.query_one(Input).placeholder = self.say("Search topics and services")
        self._fill(self.query_one(Input).value)

    def _chosen(self) -> str | None:
        topics = self.query_one(OptionList)
        if topics.highlighted is None:
            return None
        return topics.get_option_at_index(topics.highlighted).id

    def _fill(self, search: str) -> None:
        topics = self.query_one(OptionList)
        chosen = self._chosen()
        found = [topic for topic in self.study.bank.topics.values() if self._fits(topic, search)]
        topics.clear_options()
        topics.add_options([Option(self._line(topic), id=topic.id) for topic in found])
        if found:
            ids = [topic.id for topic in found]
            topics.highlighted = ids.index(chosen) if chosen in ids else 0
        self.refresh_bindings()

    def _fits(self, topic: Topic, search: str) -> bool:
        titles = (topic.title, self.study.bank.topic_title(topic.id, "ko"))
        text = " ".join((*titles, *topic.services, topic.id)).casefold()
        return all(word in text for word in search.casefold().split())

    def _line(self, topic: Topic) -> Content:
        done = self.study.progress(topic)
        name = self.study.topic_title(topic, self.language)
        counts = self.say(
            "{answered}/{total} · {cards} cards",
            answered=done.answered,
            total=done.total,
            cards=len(topic.card_ids),
        )
        missed = (f"  {done.missed} ✗", "$error") if done.missed else ""
        return Content.assemble(
            f"{fitted(name, _NAME_CELLS - 1)} ",
            bar(done.answered, done.total, _BAR_CELLS),
            "  ",
            (counts, "$muted"),
            missed,
        )
