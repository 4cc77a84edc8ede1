"""The rows of home's list, each for a command."""

from datetime import date

from study_app.commands.command import Command
from study_app.commands.places.home import (
    FLAGGED,
    MISSED,
    MOCK_EXAM,
    OPEN_LAB,
    OPEN_PROGRESS,
    PRACTICE,
    SEARCH,
    TELL_OUTCOME,
    UNFINISHED,
)
from study_app.learning.exam.attempt import Attempt
from study_app.tui.widgets.home.menu import MenuEntry
from study_app.usecases.home import Home
from study_app.usecases.study import Study
from study_app.words.dates import day
from study_app.words.language import Language
from study_app.words.times import countdown
from study_app.words.wording import say


def entry_of(command: Command, study: Study, home: Home, language: Language) -> MenuEntry:
    """The row of `command`, one of `LISTED`, with the figures of `home`."""
    found = home.overview
    if command is MISSED:
        about = say("not right on the last try", language)
        return _counted(say("Missed", language), found.missed, about, language)
    if command is FLAGGED:
        about = say("to look at again", language)
        return _counted(say("Flagged", language), found.flagged, about, language)
    if command is MOCK_EXAM:
        return _exam(home.exam, language)
    if command is TELL_OUTCOME:
        return _outcome(home.exam_to_tell, language)
    if command is OPEN_LAB:
        return MenuEntry(say("Lab", language), "", say("watch Amazon ECS work", language))
    if command is UNFINISHED:
        about = say("to resume or end", language)
        return _counted(say("Unfinished", language), len(found.unfinished), about, language)
    if command is PRACTICE:
        return MenuEntry(say("Practice", language), "", say("by domain, topic or kind", language))
    if command is SEARCH:
        return MenuEntry(say("Search", language), "", say("cards and questions", language))
    if command is OPEN_PROGRESS:
        about = say("readiness, habits, mistakes", language)
        return MenuEntry(say("Progress", language), "", about)
    held = say(
        "{topics} {topics:topic|topics}, {cards} {cards:card|cards}",
        language,
        topics=len(study.bank.topics),
        cards=len(study.syllabus.cards),
    )
    return MenuEntry(say("Topics and cards", language), "", held)


def _counted(name: str, count: int, about: str, language: Language) -> MenuEntry:
    if count:
        return MenuEntry(name, str(count), about)
    return MenuEntry(name, "", say("none yet", language))


def _exam(paused: Attempt | None, language: Language) -> MenuEntry:
    """The row of the mock exam, with the progress of a paused one."""
    name = say("Mock exam", language)
    if paused is None:
        return MenuEntry(name, "", say("as in the exam, against the clock", language))
    place = say(
        "paused at {place} of {total}, {left} left",
        language,
        place=paused.place,
        total=len(paused.items),
        left=countdown(paused.clock.left),
    )
    return MenuEntry(name, place, "")


def _outcome(taken_on: date | None, language: Language) -> MenuEntry:
    """The row that asks how the real exam went."""
    when = (
        "" if taken_on is None else say("your exam of {day}", language, day=day(taken_on, language))
    )
    return MenuEntry(say("How did it go?", language), "", when)
