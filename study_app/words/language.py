"""The languages of a learner."""

from enum import StrEnum


class Language(StrEnum):
    """What the learner reads. `BOTH` shows English with Korean below it."""

    EN = "en"
    KO = "ko"
    BOTH = "both"

    @property
    def spoken(self) -> str:
        """The language of everything that is said once: labels, titles, reasons."""
        return "ko" if self is Language.KO else "en"

    @property
    def read(self) -> tuple[str, ...]:
        """The languages in which whole sentences are read, the leading one first."""
        return ("en", "ko") if self is Language.BOTH else (self.spoken,)

    def next(self) -> "Language":
        """The one that follows when switching through."""
        every = list(Language)
        return every[(every.index(self) + 1) % len(every)]
