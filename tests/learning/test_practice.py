"""What a learner may ask for: topics, parts of the exam, how it went."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from study_app.grading.verdict import Verdict
from study_app.learning.choosing.practice import ANYTHING, Only, Practice, chosen
from study_app.learning.history.history import History
from study_app.learning.log.events import Answered, Flagged, Noted, StudyEvent, Subject
from study_app.learning.material.items import Choice, Ordering, Question, QuestionKind
from tests.learning.plan.samples import NEW
from tests.learning.scheduling.logs import answer

AT = datetime(2026, 12, 3, 9, tzinfo=UTC)
HERE: Mapping[str, tuple[str, ...]] = {"new": ("1.1.1",)}
THERE: Mapping[str, tuple[str, ...]] = {"old": ("1.1.1",)}


def question(key: str, skills: Mapping[str, tuple[str, ...]], **more: Any) -> Question:
    fields: dict[str, Any] = {
        "id": key,
        "skills": skills,
        "source": "https://example.com",
        "checked": date(2026, 11, 1),
        "prompt": "?",
        "form": Choice({}),
        "difficulty": 1,
    }
    return Question(**{**fields, **more})


QUESTIONS = [
    question("s3/a", HERE),
    question("s3/b", {"new": ("2.1.1",)}, difficulty=3, card="s3/card"),
    question("s3/c", THERE, form=Ordering({}, "")),
    question("s3/d", {}),
    question("ecs-x/e", {}, tags=("container-chapter",)),
    question("ecs-x/f", HERE, tags=("container-chapter",)),
    question("docker/g", THERE, tags=("container-chapter",)),
]


def asked(practice: Practice, *events: StudyEvent) -> str:
    """The last letters of the questions that are asked for."""
    return "".join(one.id[-1] for one in chosen(QUESTIONS, practice, NEW, History(events)))


@pytest.mark.parametrize(
    ("practice", "expected"),
    [
        (ANYTHING, "abdf"),
        (Practice(topics=("s3",)), "abcd"),
        (Practice(topics=("ecs-x", "s3")), "abcdef"),
        (Practice(topics=("docker",)), "g"),
        (Practice(kind=QuestionKind.ORDERING), "c"),  # nothing else fits
        (Practice(difficulty=3), "b"),
        (Practice(domain="1"), "af"),
        (Practice(task="2.1"), "b"),
        (Practice(skill="1.1.1", topics=("s3",)), "a"),
        (Practice(domain="1", task="2.1"), ""),
    ],
)
def test_what_is_asked_for(practice: Practice, expected: str) -> None:
    """D, T and S are those of the chosen exam. What is not in it is studied only when chosen;
    drills of the container chapter are asked with it alone.
    """
    assert asked(practice) == expected


def test_how_it_went_before() -> None:
    """Missed = the last standing answer was not correct."""
    close = answer(1, "s3/a", AT, verdict=Verdict.CLOSE)
    right = answer(2, "s3/b", AT)
    assert asked(Practice(only=Only.MISSED), close, right) == "a"
    assert asked(Practice(only=Only.UNSEEN), close, right) == "df"
    assert asked(Practice(only=Only.MISSED), close, answer(3, "s3/a", AT, "t")) == ""
    about: dict[str, Any] = {"at": AT, "day": AT.date(), "session": ""}
    flagged = [Flagged(id="1", item="s3/c", on=True, **about)]
    flagged.append(Flagged(id="2", item="docker/g", on=True, **about))
    assert asked(Practice(only=Only.FLAGGED), *flagged) == "c"
    noted: list[StudyEvent] = [
        Noted(id="1", item="s3/card", subject=Subject.CARD, text="!", **about),
        Noted(id="2", item="s3/d", subject=Subject.QUESTION, text="!", **about),
        Noted(id="3", item="s3/a", subject=Subject.QUESTION, text="!", **about),
        Noted(id="4", item="s3/a", subject=Subject.QUESTION, text="", **about),
    ]
    assert asked(Practice(only=Only.NOTED), *noted) == "bd"


def test_an_answer_of_another_session_is_the_last() -> None:
    wrong: Answered = answer(9, "s3/a", AT, "later", verdict=Verdict.WRONG)
    assert asked(Practice(only=Only.MISSED), wrong, answer(1, "s3/a", AT)) == "a"
