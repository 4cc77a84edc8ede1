"""What is shown once an answer is judged: the verdict, the reasons, the source."""

from collections.abc import Sequence
from typing import assert_never

from study_app.commands.keys import key_name
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, hang, wrap
from study_app.drawing.prose import prose
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Marked, RightPlaces
from study_app.learning.material.items import (
    Card,
    Choice,
    Choices,
    Matching,
    Ordering,
    Question,
    Typed,
)
from study_app.tui.verdicts import STYLES
from study_app.words.dates import day
from study_app.words.language import Language
from study_app.words.pages import page_name
from study_app.words.wording import say

_SAID_BY_THE_VERDICT = {ReasonCode.ACCEPTED, ReasonCode.UNRELATED}

_WORDS = {Verdict.CORRECT: "Right", Verdict.CLOSE: "Close", Verdict.WRONG: "Not right"}


def verdict_line(marked: Marked | None, language: Language, *, overruled: bool = False) -> Line:
    """The verdict: a sign, a word, and what the grader or the count of places adds."""
    if marked is None:
        return [(say("· Skipped", language), "bold $muted")]
    verdict = Verdict.CORRECT if overruled else marked.verdict
    head = f"{verdict.sign} {say(_WORDS[verdict], language)}"
    match marked.detail:
        case _ if overruled:
            more = say("You marked this as right. The log records it.", language)
        case Grade(reason=reason) if reason.code not in _SAID_BY_THE_VERDICT:
            more = reason.text(language.spoken)
        case RightPlaces(right, of, int() as run) if right < run < of:
            more = say(
                "{right} of {of} in the right place, {run} in the right order",
                language,
                right=right,
                of=of,
                run=run,
            )
        case RightPlaces(right, of) if right < of:
            more = say("{right} of {of} in the right place", language, right=right, of=of)
        case Grade() | RightPlaces() | None:
            more = ""
        case _:
            assert_never(marked.detail)
    return [(head, f"bold {STYLES[verdict]}"), *([(more, PLAIN)] if more else [])]


def background(
    translations: Sequence[Question],
    marked: Marked | None,
    language: Language,
    width: int,
    note: str = "",
) -> list[Line]:
    """Below an answer: its count of places, the reason, what exam and today say, the learner's
    note, the source.
    """
    rows: list[Line] = []
    if marked is not None and isinstance(marked.detail, RightPlaces):
        for piece in verdict_line(marked, language)[1:]:
            rows += [[], *wrap([(piece[0], MUTED)], width)]
    for item in translations:
        style = PLAIN if item is translations[0] else MUTED
        if why := _why(item):
            rows += [[], *prose(why, width, style)]
        rows += eras(item, language, width)
    rows += note_lines(note, language, width)
    return [*rows, [], *source(translations[0], language, width), []]


def eras(item: Card | Question, language: Language, width: int) -> list[Line]:
    """Where the exam's key and today's documentation differ: what each says."""
    if item.era is None:
        return []
    rows: list[Line] = [[]]
    for label, text in (("Exam", item.era.exam), ("Today", item.era.today)):
        head: Line = [(f"{say(label, language)}  ", BOLD)]
        rows += hang(head, [piece for line in prose(text, 10_000) for piece in line], width)
    return rows


def note_lines(note: str, language: Language, width: int) -> list[Line]:
    """The learner's own note; empty if there is none."""
    if not note:
        return []
    return [[], [(say("Your note", language), f"{BOLD} {MUTED}")], *prose(note, width)]


def source(item: Card | Question, language: Language, width: int, key: str = "w") -> list[Line]:
    """The page on which the item was confirmed, as a link, and when."""
    name = page_name(item.source)
    checked = say("checked {day}", language, day=day(item.checked, language))
    line: Line = [
        (f"{say('Source', language)}\u00a0 ", MUTED),
        (name, f"underline link={item.source}"),
        ("\u00a0\u00a0 ", PLAIN),
        (checked.replace(" ", "\u00a0"), MUTED),
        ("\u00a0\u00a0 ", PLAIN),
    ]
    chip: Line = [(f"\u00a0{key_name(key)}\u00a0", "bold $foreground on $panel")] if key else []
    return wrap([*line, *chip], width)


def _why(question: Question) -> str:
    match question.form:
        case Choice(why=why) | Typed(why=why) | Ordering(why=why) | Matching(why=why):
            return why
        case Choices():
            return ""
        case _:
            assert_never(question.form)
