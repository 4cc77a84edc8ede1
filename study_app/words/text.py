"""A text shown to the learner, in every language of the interface."""

from collections.abc import Iterable
from dataclasses import dataclass

from study_app.words.templates import filled_in


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English and Korean. Another language is another field."""

    en: str
    ko: str

    def filled(self, **values: object) -> "Text":
        """The text with its placeholders filled in both languages, also with another `Text`."""
        english = {name: one.en if isinstance(one, Text) else one for name, one in values.items()}
        korean = {name: one.ko if isinstance(one, Text) else one for name, one in values.items()}
        return Text(filled_in(self.en, english), filled_in(self.ko, korean))


def joined(texts: Iterable[Text], between: str) -> Text:
    """The texts joined into one, in each language."""
    found = tuple(texts)
    return Text(between.join(one.en for one in found), between.join(one.ko for one in found))
