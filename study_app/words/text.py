"""A text shown to the learner, in every language of the interface."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Final

from study_app.words.templates import filled_in


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English and Korean. Another language is another field, by default empty.

    English stands in for a language that is empty, as in the words of AWS or of a library.
    """

    en: str
    ko: str

    def said(self, language: str) -> str:
        """The text in `language`, else in English."""
        return getattr(self, language, "") or self.en

    def filled(self, **values: object) -> "Text":
        """The text with its placeholders filled in each language, also with another `Text`."""
        texts = [(name, one) for name, one in values.items() if isinstance(one, Text)]
        said = []
        for language in LANGUAGES:
            template: str = getattr(self, language)
            for name, one in texts:
                values[name] = one.said(language)
            said.append(filled_in(template, values) if template else "")
        return Text(*said)


LANGUAGES: Final = tuple(one.name for one in fields(Text))


def joined(texts: Iterable[Text], between: str) -> Text:
    """The texts joined into one, in each language."""
    found = tuple(texts)
    return Text(*(between.join(one.said(language) for one in found) for language in LANGUAGES))
