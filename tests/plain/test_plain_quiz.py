"""A quiz as lines: the contract that scripts and screen readers rely on."""

import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from study_app.bank.bank import Bank
from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Paired, Picked, TypedText
from study_app.learning.log.events import Answered, Finished, Skipped, StudyEvent
from study_app.learning.material.items import (
    Choice,
    Era,
    Matching,
    Option,
    Ordering,
    Question,
    Typed,
)
from study_app.plain.asking.quiz import LEAD, PlainQuiz
from study_app.plain.asking.talk import folded_at, paragraphs
from study_app.store.log import ReviewLog
from study_app.usecases.journal import NotSaved
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language

CHOICE, CHOICES = "rolling/best-strategy", "rolling/two-roles"
TYPED, NUMBER = "rolling/name-strategy", "rolling/lower-bound"
ORDERING, MATCHING = "rolling/order-steps", "rolling/match-roles"
EVERY = (CHOICE, CHOICES, TYPED, NUMBER, ORDERING, MATCHING)
SEED = 1
# With this seed the sample shows its options like this.
RIGHT = {
    CHOICE: "3",
    CHOICES: "2 5",
    TYPED: "binpack",
    NUMBER: "2",
    ORDERING: "2 1",
    MATCHING: "1b 2a",
}

OnDisk = Callable[[], list[StudyEvent]]
Run = Callable[..., list[str]]
VERDICTS = tuple(LEAD.values())


class Watched(io.StringIO):
    """A stream that calls `look` with each line before it takes it, and knows what is flushed."""

    def __init__(self, look: Callable[[str], None]) -> None:
        super().__init__()
        self.unflushed = ""
        self._look = look

    def write(self, text: str) -> int:
        if text.strip():
            self._look(text)
        self.unflushed += text
        return super().write(text)

    def flush(self) -> None:
        self.unflushed = ""
        super().flush()


def with_question(bank: Bank, question: Question) -> Bank:
    """`bank` in a version in which `question` reads otherwise."""
    return replace(bank, questions={**bank.questions, question.id: question})


@pytest.fixture
def run(make_study: Callable[..., Study]) -> Run:
    """The lines of a quiz over `items` with `given` as input."""

    def lines(
        items: Sequence[str],
        given: Sequence[str] = (),
        language: Language = Language.EN,
        bank: Bank | None = None,
    ) -> list[str]:
        study = make_study() if bank is None else make_study(bank)
        out = io.StringIO()
        text = io.StringIO("".join(f"{line}\n" for line in given))
        sitting = Sitting(study, study.sit(items, retries=0, seed=SEED))
        PlainQuiz(study, sitting, text, out, language).run()
        first, *rest = out.getvalue().split("\n")
        assert "/hint" in first
        return rest

    return lines


class TestSlashes:
    """What a screen has keys for is a line that begins with a slash."""

    def test_hint_flag_and_nothing_to_undo(self, study: Study, on_disk: OnDisk) -> None:
        sitting = Sitting(study, study.sit([TYPED], retries=0, seed=SEED))
        given = ["/hint", "/flag", "/undo", "spread"]
        out = io.StringIO()
        quiz = PlainQuiz(study, sitting, io.StringIO("\n".join(given)), out, Language.EN)
        quiz.run()
        assert study.history.flagged == {TYPED}
        assert "There is nothing to undo." in out.getvalue()
        (answered,) = of_kind(on_disk(), Answered)
        assert isinstance(answered, Answered)
        assert answered.hinted is (study.bank.questions[TYPED].hint is not None)

    def test_undo_asks_the_question_again(self, run: Run) -> None:
        lines = run([TYPED, CHOICE], [RIGHT[TYPED], "/undo", RIGHT[TYPED], RIGHT[CHOICE]])
        assert verdicts(lines) == ["Correct", "Correct", "Correct"]
        assert "Done: 2 answered, 2 correct, 0 close, 0 wrong, 0 skipped." in lines

    def test_right_overrules_the_last_typed_answer(self, run: Run) -> None:
        lines = run([TYPED, CHOICE], ["spread", "/right", RIGHT[CHOICE]])
        assert "Counted as right." in lines
        assert "Done: 2 answered, 2 correct, 0 close, 0 wrong, 0 skipped." in lines

    def test_another_line_with_a_slash_is_an_answer(self, run: Run) -> None:
        assert verdicts(run([TYPED], ["/var/task"])) == ["Wrong"]


def verdicts(lines: Sequence[str]) -> list[str]:
    return [re.split("[:.]", line)[0] for line in lines if line.startswith(VERDICTS)]


def of_kind(events: Sequence[StudyEvent], kind: type[StudyEvent]) -> list[StudyEvent]:
    return [event for event in events if isinstance(event, kind)]


def test_the_verdict_is_printed_after_the_answer_is_on_disk(study: Study, on_disk: OnDisk) -> None:
    """A line that begins with `Correct`, `Close` or `Wrong`, after the answer is on disk."""
    found: list[tuple[str, Answered]] = []

    def look(line: str) -> None:
        if line.startswith(VERDICTS):
            last = on_disk()[-1]
            assert isinstance(last, Answered)
            found.append((re.split("[:.]", line)[0], last))

    sitting = Sitting(study, study.sit(EVERY, retries=0, seed=SEED))
    given = [*list(RIGHT.values())[:2], "bin", "3", "1 2", RIGHT[MATCHING]]
    text = io.StringIO("\n".join(given))
    PlainQuiz(study, sitting, text, Watched(look), Language.EN).run()
    assert [lead for lead, _ in found] == [
        "Correct",
        "Correct",
        "Close",
        "Wrong",
        "Wrong",
        "Correct",
    ]
    assert [answer.item for _, answer in found] == list(EVERY)
    assert [LEAD[answer.verdict] for _, answer in found] == [lead for lead, _ in found]


def test_every_line_is_flushed_before_the_next_answer_is_read(study: Study) -> None:
    """A pipe or a screen reader sees the question before it has to answer."""
    out = Watched(lambda line: None)

    class Reader(io.StringIO):
        reads = 0

        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            self.reads += 1
            assert out.unflushed == ""
            assert out.getvalue().splitlines()[-1].startswith(("> ", "Expected"))
            return super().readline()

    lines = Reader("binpack\nnonsense\n1\n")
    sitting = Sitting(study, study.sit([TYPED, CHOICE], retries=0))
    PlainQuiz(study, sitting, lines, out, Language.EN).run()
    assert lines.reads == 3
    assert out.unflushed == ""


def test_a_verdict_that_cannot_be_saved_is_not_printed(study: Study, log: ReviewLog) -> None:
    out = io.StringIO()
    sitting = Sitting(study, study.sit([TYPED]))
    assert log._file._connection is not None
    log._file._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(NotSaved):
        PlainQuiz(study, sitting, io.StringIO("binpack\n"), out, Language.EN).run()
    assert verdicts(out.getvalue().splitlines()) == []


def test_a_quiz_reads_like_this(run: Run) -> None:
    assert run([CHOICE, TYPED], ["3", "bin"]) == [
        "",
        "1 of 2 · Rolling updates",
        "Which strategy needs the fewest instances?",
        "  1) spread over zones",
        "  2) distinctInstance",
        "  3) binpack on memory",
        "  4) random",
        "> one number from 1 to 4 (a blank line skips)",
        "Correct: binpack on memory",
        "  1) wrong: spread over zones",
        "     It uses every zone.",
        "  2) wrong: distinctInstance",
        "     It is a constraint.",
        "  3) right: binpack on memory",
        "     It fills instances up.",
        "  4) wrong: random",
        "     It does not look.",
        "  https://docs.aws.amazon.com/strategies.html (checked 2026-11-23)",
        "",
        "2 of 2 · Rolling updates",
        "Which strategy fills instances?",
        "> the answer as text (a blank line skips)",
        "Close. The answer is binpack. Right idea, but incomplete: binpack",
        "  It packs.",
        "  https://docs.aws.amazon.com/strategies.html (checked 2026-11-23)",
        "",
        "Done: 2 answered, 1 correct, 1 close, 0 wrong, 0 skipped.",
        "",
    ]


@pytest.mark.parametrize("item", EVERY)
def test_every_kind_can_be_answered_right(run: Run, on_disk: OnDisk, item: str) -> None:
    """choice: `2`; choices: `1 3`; ordering: `2 1 3`; matching: `1b 2a 3c`; typed: the text."""
    lines = run([item], [RIGHT[item]])
    assert verdicts(lines) == ["Correct"]
    answer = on_disk()[1]
    assert isinstance(answer, Answered)
    assert answer.verdict is Verdict.CORRECT


def test_places_are_counted(run: Run) -> None:
    lines = run([ORDERING, MATCHING], ["1 2", RIGHT[MATCHING]])
    wrong, right = (line for line in lines if line.startswith(VERDICTS))
    assert wrong == (
        "Wrong. The answer is stop two old tasks · start two new tasks. 0 of 2 in the right place"
    )
    assert right == (
        "Correct: task role → calls of the code · task execution role → pulling the image. "
        "2 of 2 in the right place"
    )


def test_the_verdict_is_followed_by_what_explains_it(run: Run) -> None:
    lines = run([MATCHING], [RIGHT[MATCHING]])
    verdict = lines.index(next(line for line in lines if line.startswith("Correct")))
    assert lines[verdict + 1 : verdict + 3] == [
        "  Two roles.",
        "  https://docs.aws.amazon.com/roles.html (checked 2026-11-23)",
    ]


def test_what_there_is_to_say_about_all_options_stands_below_them(run: Run, bank: Bank) -> None:
    asked = bank.asked(CHOICE, 1, 0)
    assert isinstance(asked.form, Choice)
    question = replace(asked, form=replace(asked.form, why="One.\n\n- Two.\n"))
    lines = run([CHOICE], [RIGHT[CHOICE]], bank=with_question(bank, question))
    source = next(number for number, line in enumerate(lines) if line.startswith("  https://"))
    assert lines[source - 4].startswith("     It does not look.")
    assert lines[source - 3 : source] == ["  One.", "  ", "  - Two."]


def test_what_the_exam_says_stands_beside_what_is_so_today(run: Run, bank: Bank) -> None:
    asked = replace(bank.asked(TYPED, 1, 0), era=Era("It was so.\n", "It is so.\n"))
    both = with_question(bank, asked)
    lines = run([TYPED], ["binpack"], bank=both)
    assert lines[lines.index("  In the exam: It was so.") + 1] == "  Today: It is so."
    lines = run([TYPED], ["binpack"], Language.KO, bank=both)
    assert lines[lines.index("  시험에서는: It was so.") + 1] == "  지금은: It is so."


def test_an_interrupt_ends_with_the_summary(make_study: Callable[..., Study]) -> None:
    """^C in a plain quiz ends with its summary."""

    class Interrupted(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            line = super().readline(-1 if size is None else size)
            if not line:
                raise KeyboardInterrupt
            return line

    study, out = make_study(), io.StringIO()
    sitting = Sitting(study, study.sit([TYPED, CHOICE], retries=0, seed=SEED))
    PlainQuiz(study, sitting, Interrupted("binpack\n"), out, Language.EN).run()
    assert "Done: 1 answered, 1 correct" in out.getvalue()
    assert sitting.session.finished


@pytest.mark.parametrize(
    ("line", "width", "expected"),
    [
        ("one two three", 0, "one two three"),
        ("one two three", 20, "one two three"),
        ("one two three", 8, "one two\nthree"),
        ("  1) one two three", 12, "  1) one two\n     three"),
        ("  1) right: one two", 16, "  1) right: one\n     two"),
        ("- one two", 6, "- one\n  two"),
        ("가나다 라마", 8, "가나다\n라마"),
    ],
)
def test_lines_fit_the_terminal(line: str, width: int, expected: str) -> None:
    """Plain lines are wrapped at the terminal's width."""
    assert folded_at(line, width) == expected


def test_a_paragraph_is_one_line_and_code_stays_as_it_is() -> None:
    text = """A company must
read this.

- one
- two
  more

```json
{"a":
 1}
```
What is
it?
"""
    assert list(paragraphs(text)) == [
        "A company must read this.",
        "",
        "- one",
        "- two",
        "  more",
        "",
        "```json",
        '{"a":',
        " 1}",
        "```",
        "What is it?",
    ]


@pytest.mark.parametrize("blank", ["", "   ", "\t"])
def test_a_blank_line_skips(run: Run, on_disk: OnDisk, blank: str) -> None:
    lines = run([TYPED, CHOICE], [blank, RIGHT[CHOICE]])
    assert "Skipped." in lines
    assert verdicts(lines) == ["Correct"]
    assert lines[-2] == "Done: 1 answered, 1 correct, 0 close, 0 wrong, 1 skipped."
    assert [type(event) for event in on_disk()[1:]] == [Skipped, Answered, Finished]


def test_a_line_that_does_not_fit_says_what_would_and_asks_again(run: Run, on_disk: OnDisk) -> None:
    lines = run([CHOICE], ["5", "binpack", RIGHT[CHOICE]])
    assert lines.count("Expected: one number from 1 to 4") == 2
    assert verdicts(lines) == ["Correct"]
    assert "Skipped." not in lines
    assert len(of_kind(on_disk(), Answered)) == 1


def test_the_third_line_that_does_not_fit_skips(run: Run, on_disk: OnDisk) -> None:
    """After the third the question counts as skipped."""
    lines = run([CHOICE, TYPED], ["5", "0", "x", "binpack"])
    assert lines.count("Expected: one number from 1 to 4") == 3
    assert lines.count("Skipped.") == 1
    assert verdicts(lines) == ["Correct"], "the fourth line answers the next question"
    assert [type(event) for event in on_disk()[1:]] == [Skipped, Answered, Finished]


def test_each_question_has_three_tries_of_its_own(run: Run) -> None:
    lines = run([CHOICE, ORDERING], ["x", "x", RIGHT[CHOICE], "x", "x", RIGHT[ORDERING]])
    assert verdicts(lines) == ["Correct", "Correct"]


def test_a_blank_line_after_a_misfit_skips(run: Run) -> None:
    lines = run([CHOICE, TYPED], ["x", "", "binpack"])
    assert lines.count("Skipped.") == 1
    assert verdicts(lines) == ["Correct"]


def test_the_end_of_input_ends_with_a_summary(run: Run, on_disk: OnDisk) -> None:
    """End of input ends the session cleanly with a summary."""
    lines = run([TYPED, NUMBER, CHOICES, CHOICE], ["bin", "3", ""])
    assert lines[-2:] == ["Done: 2 answered, 0 correct, 1 close, 1 wrong, 1 skipped.", ""]
    assert isinstance(on_disk()[-1], Finished)
    assert len(of_kind(on_disk(), Skipped)) == 1, "the question on screen was not skipped"


@pytest.mark.parametrize("given", [[], ["x"], ["x", "x"]])
def test_input_may_end_anywhere(run: Run, on_disk: OnDisk, given: list[str]) -> None:
    lines = run([CHOICE], given)
    assert lines[-4:-1] == [
        "",  # a terminal is still on the line on which the input ended
        "",
        "Done: 0 answered, 0 correct, 0 close, 0 wrong, 0 skipped.",
    ]
    assert [type(event) for event in on_disk()[1:]] == [Finished]


def test_a_last_line_needs_no_line_end(study: Study) -> None:
    out = io.StringIO()
    sitting = Sitting(study, study.sit([TYPED]))
    PlainQuiz(study, sitting, io.StringIO("binpack"), out, Language.EN).run()
    assert verdicts(out.getvalue().splitlines()) == ["Correct"]


def test_what_surrounds_an_answer_is_no_part_of_it(run: Run, on_disk: OnDisk) -> None:
    """Spaces, and the line ends of Windows."""
    lines = run([CHOICE, TYPED], [f" {RIGHT[CHOICE]}\r", "  binpack \r"])
    assert verdicts(lines) == ["Correct"] * 2
    answer = on_disk()[2]
    assert isinstance(answer, Answered)
    assert answer.response == TypedText("binpack")


def test_the_summary_ends_a_session_that_was_answered(run: Run, on_disk: OnDisk) -> None:
    lines = run(EVERY, [RIGHT[item] for item in EVERY])
    assert lines[-2] == "Done: 6 answered, 6 correct, 0 close, 0 wrong, 0 skipped."
    headings = [line for line in lines if re.fullmatch(r"\d of 6 · Rolling updates", line)]
    assert headings == [f"{number} of 6 · Rolling updates" for number in range(1, 7)]
    responses = [type(event.response) for event in on_disk() if isinstance(event, Answered)]
    assert responses == [Picked, Picked, TypedText, TypedText, Picked, Paired]


class TestLanguages:
    def test_korean(self, run: Run) -> None:
        lines = run([CHOICE, MATCHING], [RIGHT[CHOICE], "x", "1a 2b"], Language.KO)
        assert lines[1:3] == ["2문제 중 1번 · 롤링 업데이트", "인스턴스를 가장 적게 쓰는 전략은?"]
        assert "> 1부터 4까지의 번호 하나 (빈 줄은 건너뛰기)" in lines
        assert "이렇게 입력하세요: 번호마다 글자 하나, 예: 1b 2a" in lines
        right, wrong = (line for line in lines if line.startswith(VERDICTS))
        assert right == "Correct: 메모리 기준 binpack"
        assert wrong == (
            "Wrong. 정답: 태스크 역할 → 코드의 호출 · 태스크 실행 역할 → 이미지 가져오기. "
            "2개 중 0개가 제자리"
        )
        assert "  역할은 둘입니다." in lines
        assert lines[-2] == "끝: 답한 문제 2, 정답 1, 거의 정답 0, 오답 1, 건너뜀 0."

    def test_a_verdict_begins_in_english_in_every_language(self, run: Run) -> None:
        """Scripts look for these words."""
        for language in Language:
            assert verdicts(run([TYPED], ["빈팩"], language)) == ["Correct"]

    def test_the_reason_of_the_grader_is_korean(self, run: Run) -> None:
        lines = run([TYPED], ["spread"], Language.KO)
        assert "Wrong. 정답: binpack. spread은(는) 다른 것입니다" in lines

    def test_both_stand_side_by_side(self, run: Run) -> None:
        lines = run([CHOICE, MATCHING], ["", ""], Language.BOTH)
        assert lines[2:4] == [
            "Which strategy needs the fewest instances?",
            "인스턴스를 가장 적게 쓰는 전략은?",
        ]
        text = "\n".join(lines)
        assert ") binpack on memory / 메모리 기준 binpack\n" in text
        assert ") random\n" in text, "what is not translated stands once"
        assert ") task role / 태스크 역할\n" in text
        assert ") calls of the code / 코드의 호출\n" in text

    def test_a_stale_translation_has_english_beside_it(self, run: Run, bank: Bank) -> None:
        asked = replace(bank.asked(CHOICE, 1, 0), prompt="Reworded?")
        lines = run([CHOICE], [""], Language.KO, with_question(bank, asked))
        assert lines[2:4] == ["인스턴스를 가장 적게 쓰는 전략은?", "Reworded?"]


BAD = "a\x1b[31mb\x07\x9b2J\u202e\udcff"
HOSTILE = {
    "choice": Choice({"a": Option(BAD, BAD, correct=True), "b": Option(BAD, BAD)}),
    "typed": Typed(Answer(AnswerKind.TEXT, ("key\x1b[31m",)), BAD),
    "ordering": Ordering({"a": BAD, "b": BAD}, BAD),
    "matching": Matching({"a": (BAD, BAD), "b": (BAD, BAD)}, BAD),
}


@pytest.mark.parametrize("form", HOSTILE.values(), ids=HOSTILE)
def test_control_characters_never_reach_the_output(
    run: Run, bank: Bank, form: Choice | Typed | Ordering | Matching
) -> None:
    """Control characters are shown as visible symbols at the one place where text is printed."""
    asked = replace(
        bank.asked(CHOICE, 1, 0), form=form, prompt=BAD, source=BAD, era=Era(BAD, BAD), hint=BAD
    )
    hostile = with_question(bank, asked)
    topics = {key: replace(topic, title=BAD) for key, topic in hostile.topics.items()}
    hostile = replace(hostile, topics=topics)
    given = {"Choice": "1", "Typed": "ke\x1b[2J\x9b\udcfe", "Ordering": "1 2", "Matching": "1a 2b"}
    lines = run([CHOICE], [given[type(form).__name__]], bank=hostile)
    assert len(verdicts(lines)) == 1
    text = "".join(lines)
    assert "␛[31m" in text
    categories = {unicodedata.category(character) for character in text}
    assert not categories & {"Cc", "Cf", "Cs", "Cn", "Co"}


def test_a_verdict_is_one_line(run: Run, bank: Bank) -> None:
    """A line that begins with a verdict has all of it, whatever the content holds."""
    options = {"a": Option("two\nlines", "why", correct=True), "b": Option("b", "why")}
    asked = replace(bank.asked(CHOICE, 1, 0), form=Choice(options))
    lines = run([CHOICE], ["1"], bank=with_question(bank, asked))
    assert [line.partition(": ")[2] for line in lines if line.startswith(VERDICTS)] == ["two␊lines"]
