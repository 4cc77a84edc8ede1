"""Grades of a class as JSON and as lines."""

from collections import Counter
from collections.abc import Iterable, Iterator

from study_app.grading.reasons import Grade
from study_app.grading.verdict import Verdict
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.visible import one_line
from study_app.words.width import ljust
from study_app.words.wording import say

_WORDS = {
    Verdict.CORRECT: Text("correct", "정답"),
    Verdict.CLOSE: Text("close", "거의 정답"),
    Verdict.WRONG: Text("wrong", "오답"),
}


def as_json(question: str, response: str, grade: Grade, language: Language) -> dict[str, object]:
    """One element of what `dva grade --json` prints."""
    return {
        "question": question,
        "response": response,
        "verdict": grade.verdict.value,
        "score": round(grade.score, 4),
        "matched": grade.matched,
        "reason": grade.reason.text(language.spoken),
    }


def grade_lines(graded: Iterable[dict[str, object]], language: Language) -> Iterator[str]:
    """One line per answer, and the totals."""
    counts: Counter[Verdict] = Counter()
    for row in graded:
        verdict = Verdict(str(row["verdict"]))
        counts[verdict] += 1
        answer = one_line(str(row["response"]))
        judged = ljust(say(_WORDS[verdict], language), 8)
        yield f"{judged}{ljust(str(row['question']), 24)} {answer}  ({row['reason']})"
    yield say(
        "{answers} {answers:answer|answers}: {correct} correct, {close} close, {wrong} wrong",
        language,
        answers=counts.total(),
        **{verdict.value: counts[verdict] for verdict in Verdict},
    )
