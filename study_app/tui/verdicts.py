"""The colours of verdicts; their shapes are those of `wording`."""

from typing import Final

from study_app.grading.verdict import Verdict

STYLES: Final = {Verdict.CORRECT: "$success", Verdict.CLOSE: "$warning", Verdict.WRONG: "$error"}
