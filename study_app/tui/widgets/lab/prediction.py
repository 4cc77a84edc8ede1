"""What happens next? Asked before it is shown."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from study_app.learning.answering.responses import Response
from study_app.learning.material.items import Choice
from study_app.tui.text import plain
from study_app.tui.widgets.answers.area import Unready
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.usecases.lab import Predicted
from study_app.words.language import Language


class PredictionView(Vertical):
    """The question with its options."""

    DEFAULT_CSS = """
    PredictionView {
        height: auto;
        & > .prompt { text-style: bold; padding: 0 1; margin: 0 0 1 0; height: auto; }
    }
    """

    def __init__(self, predicted: Predicted, language: Language) -> None:
        super().__init__()
        self.predicted = predicted
        form = predicted.question.form
        assert isinstance(form, Choice)
        self.area = ChoosingArea([form], predicted.arrangement.left, language)

    def compose(self) -> ComposeResult:
        yield Static(plain(self.predicted.question.prompt), classes="prompt")
        yield self.area

    def begin(self) -> None:
        """Put the focus where the prediction is chosen."""
        self.area.focus()

    def given(self) -> Response | Unready:
        """The prediction, or what it is missing."""
        return self.area.given()
