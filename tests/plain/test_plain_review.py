"""Reviews as lines: a rating after each verdict, and lines that change it."""

import io
from collections.abc import Callable

import pytest

from study_app.learning.log.events import Answered, Rated, StudyEvent
from study_app.plain.asking.review import PlainReview
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language

CHOICE, TYPED = "rolling/best-strategy", "rolling/name-strategy"
SEED = 1
RIGHT, WRONG = "3", "1"
"""With this seed the sample shows the options of its choice like this."""

Run = Callable[..., list[str]]


@pytest.fixture
def run(study: Study) -> Run:
    def lines(*given: str, language: Language = Language.EN) -> list[str]:
        out = io.StringIO()
        text = io.StringIO("".join(f"{line}\n" for line in given))
        sitting = Sitting(study, study.sit((CHOICE, TYPED), retries=0, seed=SEED))
        PlainReview(study, sitting, text, out, language).run()
        return out.getvalue().split("\n")

    return lines


OnDisk = Callable[[], list[StudyEvent]]


def ratings(on_disk: OnDisk) -> list[int]:
    return [event.rating for event in on_disk() if isinstance(event, Rated)]


def ratings_told(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("Rating")]


def test_one_line_an_answer_as_in_a_quiz(run: Run, on_disk: OnDisk) -> None:
    lines = run(RIGHT, "binpack")
    assert "Done: 2 answered, 2 correct, 0 close, 0 wrong, 0 skipped." in lines
    assert ratings(on_disk) == []
    others = "1 again 2026-11-24, 2 hard 2026-11-24, 4 easy 2026-12-01"
    assert ratings_told(lines) == [f"Rating 3 good 2026-11-25. + and - change it: {others}."]


def test_the_card_that_was_begun_is_shown(run: Run, study: Study) -> None:
    """A card begins by its question, the card shown with the verdict."""
    (card,) = study.bank.cards.values()
    assert f"  {card.title}" in run(RIGHT)
    assert f"  {card.title}" not in run(RIGHT)  # reviewed by now


def test_plus_and_minus_change_the_rating(run: Run, on_disk: OnDisk) -> None:
    lines = run(RIGHT, "+", "+", "-", "/rate 2", "/rate 5", "binpack")
    assert ratings(on_disk) == [4, 3, 2]
    assert lines.count("Expected: + - /rate 1 /rate 2 /rate 3 /rate 4") == 2
    assert len([one for one in on_disk() if isinstance(one, Answered)]) == 2


def test_a_wrong_answer_stays_again(run: Run, on_disk: OnDisk) -> None:
    lines = run(WRONG, "+", "binpack")
    assert ratings_told(lines) == ["Rating 1 again 2026-11-24."]
    assert "There is no rating to change." in lines
    assert ratings(on_disk) == []


def test_after_the_last_answer_the_rating_can_still_be_changed(
    study: Study, on_disk: OnDisk
) -> None:
    out = io.StringIO()
    sitting = Sitting(study, study.sit((CHOICE,), retries=0, seed=SEED))
    PlainReview(study, sitting, io.StringIO(f"{RIGHT}\n+\n\nrest\n"), out, Language.EN).run()
    assert ratings(on_disk) == [4]
    assert "Done: 1 answered, 1 correct, 0 close, 0 wrong, 0 skipped." in out.getvalue()


def test_in_korean(run: Run) -> None:
    assert any(line.startswith("평가 3 보통") for line in run(RIGHT, language=Language.KO))
