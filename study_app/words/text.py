"""What is said to a learner: the same text in every language of the interface."""

from dataclasses import dataclass

from study_app.words.templates import filled_in


@dataclass(frozen=True, slots=True)
class Text:
    """English and Korean side by side. A further language is a field here."""

    en: str
    ko: str

    def filled(self, **values: object) -> "Text":
        """The text with its placeholders filled, in both languages."""
        return Text(filled_in(self.en, values), filled_in(self.ko, values))
