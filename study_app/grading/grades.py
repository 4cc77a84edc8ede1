"""Creates grades, and chooses among those for several accepted forms."""

from typing import assert_never

from study_app.grading.accepted_forms import AcceptedForm
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, Reason, ReasonCode
from study_app.grading.tolerance import COST_OF_A_SLIP
from study_app.grading.verdict import Verdict

_NO_VETO = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT})


def right(form: AcceptedForm, code: ReasonCode, *, shown: str, slips: int = 0) -> Grade:
    return Grade(Verdict.CORRECT, 1 - COST_OF_A_SLIP * slips, form.shown, Reason(code, (shown,)))


def close(key: Key, score: float, code: ReasonCode, *args: str) -> Grade:
    return Grade(Verdict.CLOSE, round(score, 3), args[0] if args else key.first, Reason(code, args))


def wrong(key: Key, code: ReasonCode, *args: str) -> Grade:
    return Grade(Verdict.WRONG, 0.0, key.first, Reason(code, args))


def rank(grade: Grade) -> tuple[int, float]:
    """Right before a veto, a veto before close, close before a plain wrong."""
    match grade.verdict:
        case Verdict.CORRECT:
            order = 0
        case Verdict.CLOSE:
            order = 2
        case Verdict.WRONG:
            order = 3 if grade.reason.code in _NO_VETO else 1
        case _:
            assert_never(grade.verdict)
    return order, -grade.score
