"""The colors of verdicts; their shapes are those of `wording`."""

from typing import Final

from study_app.grading.verdict import Verdict

STYLES: Final = {Verdict.CORRECT: "$right", Verdict.CLOSE: "$close", Verdict.WRONG: "$wrong"}
