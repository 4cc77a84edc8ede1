"""All commands by place."""

from collections.abc import Iterator
from typing import Final

from study_app.commands.command import Command, Place
from study_app.commands.places.answers import ANSWERS
from study_app.commands.places.cards import CARD_READER
from study_app.commands.places.everywhere import EVERYWHERE
from study_app.commands.places.exam import EXAM, EXAM_RESULT, EXAM_START, GRID
from study_app.commands.places.home import HOME, QUESTION_LIST, SESSIONS, TOPIC_LIST
from study_app.commands.places.lab import LAB, SCENARIOS
from study_app.commands.places.more import MORE_MENU, NOTE_EDITOR, SUSPENDED
from study_app.commands.places.plan import PLAN
from study_app.commands.places.practice import PRACTICE_PICKER
from study_app.commands.places.progress import PROGRESS_PAGES, SKILLS
from study_app.commands.places.quiz import QUESTIONS, RESULT, REVIEW
from study_app.commands.places.search import SEARCHING

PLACES: Final[tuple[Place, ...]] = (
    EVERYWHERE,
    HOME,
    PLAN,
    PRACTICE_PICKER,
    TOPIC_LIST,
    SEARCHING,
    QUESTION_LIST,
    SESSIONS,
    PROGRESS_PAGES,
    SKILLS,
    CARD_READER,
    ANSWERS,
    QUESTIONS,
    RESULT,
    REVIEW,
    MORE_MENU,
    NOTE_EDITOR,
    SUSPENDED,
    EXAM_START,
    EXAM,
    GRID,
    EXAM_RESULT,
    SCENARIOS,
    LAB,
)
"""In the order of the help screen."""


def every_command() -> Iterator[Command]:
    """All commands, in the order of the help screen."""
    for place in PLACES:
        yield from place.commands
