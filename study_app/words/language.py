"""The languages of a learner."""

from enum import StrEnum


class Language(StrEnum):
    """What the learner reads. `BOTH` shows English with Korean below it."""

    EN = "en"
    KO = "ko"
    BOTH = "both"

    @property
    def spoken(self) -> str:
        """The language of text shown once: labels, titles, reasons."""
        return "ko" if self is Language.KO else "en"

    @property
    def read(self) -> tuple[str, ...]:
        """The languages of full sentences, the leading one first."""
        return ("en", "ko") if self is Language.BOTH else (self.spoken,)

    def next(self) -> "Language":
        """The next language when cycling through them."""
        every = list(Language)
        return every[(every.index(self) + 1) % len(every)]
