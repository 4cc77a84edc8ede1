"""How verdicts look: a shape beside every colour."""

from typing import Final

from study_app.learning.verdict import Verdict

SHAPES: Final = {Verdict.CORRECT: "✓", Verdict.CLOSE: "~", Verdict.WRONG: "✗"}
STYLES: Final = {Verdict.CORRECT: "$success", Verdict.CLOSE: "$warning", Verdict.WRONG: "$error"}
