"""Answers counted by verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, assert_never

from study_app.grading.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """Standing answers by verdict; overruled ones count as correct."""

    answers: int = 0
    correct: int = 0
    close: int = 0
    wrong: int = 0

    def count(self, verdict: Verdict) -> int:
        """How many answers have `verdict`."""
        match verdict:
            case Verdict.CORRECT:
                return self.correct
            case Verdict.CLOSE:
                return self.close
            case Verdict.WRONG:
                return self.wrong
            case _:
                assert_never(verdict)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.answers + other.answers,
            self.correct + other.correct,
            self.close + other.close,
            self.wrong + other.wrong,
        )

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(
            self.answers - other.answers,
            self.correct - other.correct,
            self.close - other.close,
            self.wrong - other.wrong,
        )


NO_ANSWERS: Final = Tally()


def tally_verdicts(verdicts: Iterable[Verdict]) -> Tally:
    """Answers with these verdicts."""
    every = list(verdicts)
    return Tally(len(every), *map(every.count, (Verdict.CORRECT, Verdict.CLOSE, Verdict.WRONG)))
