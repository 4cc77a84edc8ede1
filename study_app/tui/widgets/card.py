"""A card to read."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from study_app.learning.items import Card
from study_app.simulator.model.case import Case
from study_app.tui.text import plain
from study_app.tui.widgets.example import ExampleView
from study_app.tui.widgets.feedback import Background, Prose
from study_app.usecases.study import Study
from study_app.words.language import Language


def card_view(study: Study, card: Card, classes: str | None = None) -> "CardView":
    """`card` in the learner's language, with its worked example."""
    language = study.settings.language
    example = study.bank.scenarios[card.scenario].case if card.scenario else None
    return CardView(study.readings(card, language), example, language, classes)


class CardView(VerticalScroll):
    """`readings` are the wordings to show, the leading one first; `example` is stepped through."""

    DEFAULT_CSS = """
    CardView {
        padding: 1 1 0 1;
        & > .title { text-style: bold; padding: 0 2; margin: 0 0 1 0; max-width: 76; height: auto; }
        & > .body { padding: 0 2; }
        & > .second { color: $muted; }
    }
    """

    def __init__(
        self,
        readings: Sequence[Card],
        example: Case | None,
        language: Language,
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self._readings = readings
        self._example = example
        self._language = language

    def compose(self) -> ComposeResult:
        for number, reading in enumerate(self._readings):
            second = " second" if number else ""
            yield Static(plain(reading.title), classes=f"title{second}")
            yield Prose(reading.body, classes=f"body{second}")
        if self._example is not None:
            yield ExampleView(self._example, self._language)
        yield Background(self._readings, self._language)
