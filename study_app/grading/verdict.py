"""The three verdicts on an answer."""

from enum import StrEnum


class Verdict(StrEnum):
    """`CLOSE`: the right idea, but incomplete or misspelled beyond tolerance; shown as such, not
    right."""

    CORRECT = "correct"
    CLOSE = "close"
    WRONG = "wrong"

    @property
    def sign(self) -> str:
        """Conveys without color what the color conveys."""
        return {Verdict.CORRECT: "✓", Verdict.CLOSE: "~", Verdict.WRONG: "✗"}[self]
