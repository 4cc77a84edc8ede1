"""The three verdicts on an answer."""

from enum import StrEnum


class Verdict(StrEnum):
    """`CLOSE`: the right idea, incomplete or misspelt past tolerance; shown as such, not right."""

    CORRECT = "correct"
    CLOSE = "close"
    WRONG = "wrong"

    @property
    def sign(self) -> str:
        """Says without color what color says."""
        return {Verdict.CORRECT: "✓", Verdict.CLOSE: "~", Verdict.WRONG: "✗"}[self]
