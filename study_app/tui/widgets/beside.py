"""What is shown beside a question: its exhibit, the session, the card, its history."""

from collections.abc import Iterator
from functools import partial

from textual.widget import Widget

from study_app.commands.places.quiz import SHOW_CARD
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, wrap
from study_app.drawing.prose import code_rows, prose
from study_app.grading.verdict import Verdict
from study_app.learning.log.events import Subject
from study_app.learning.material.items import (
    Choice,
    Choices,
    Matching,
    Ordering,
    Question,
    QuestionKind,
    Typed,
)
from study_app.tui.measure import EXTRA
from study_app.tui.study_screen import StudyScreen
from study_app.tui.verdicts import STYLES
from study_app.tui.widgets.action_bar import small_chip
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.feedback import note_lines, source
from study_app.tui.widgets.question import QuestionView
from study_app.tui.widgets.session import fact, title
from study_app.usecases.more import ItemRef, note_on
from study_app.usecases.review import RatingProposal
from study_app.usecases.sitting import Sitting
from study_app.words.dates import day
from study_app.words.language import Language
from study_app.words.times import clock
from study_app.words.wording import say

_TRIES = 4
"""How many earlier answers are shown."""


def exhibit_panels(page: StudyScreen, view: QuestionView) -> Iterator[Widget]:
    """The fenced code of the prompt, if the terminal is wide enough to show it beside the
    prompt."""
    if page.app.size.width >= EXTRA:
        for code in view.exhibits():
            yield Panel(partial(code_rows, code))


def about_session(page: StudyScreen, sitting: Sitting, width: int, *, judged: bool) -> list[Line]:
    """How the session goes so far."""
    session, language = sitting.session, page.language
    asked = sitting.asked
    place = f"{asked.number} / {asked.total}" if asked else ""
    first = session.first_given
    right = sum(given.verdict is Verdict.CORRECT for given in first)
    missed = sum(given.verdict in {Verdict.CLOSE, Verdict.WRONG} for given in first)
    seconds = sum(given.event.elapsed_ms for given in session.given) / 1000
    now = 0.0 if judged else sitting.shown_for.total_seconds()
    again = len({ask.item for ask in session.queue if ask.attempt})
    each = f"{round(seconds / len(session.given))} s" if session.given else "–"
    return [
        title(width, say("This session", language), place),
        [],
        [
            (f"{right} ✓", "bold $right"),
            (f" {say('right', language)}    ", MUTED),
            (f"{missed} ✗", "bold $wrong"),
            (f" {say('not right', language)}", MUTED),
        ],
        [],
        fact(width, say("time", language), clock(seconds + now)),
        fact(width, say("per question", language), each),
        fact(width, say("missed, will come back", language), str(again)),
    ]


def about_question(
    page: StudyScreen, question: Question, width: int, *, judged: bool
) -> list[Line]:
    """The history of a question; topic and skill only once it is judged."""
    study, language = page.study, page.language
    rows = [title(width, say("This question", language)), []]
    if judged:
        topic = study.bank.topics[question.topic]
        rows.append(fact(width, say("topic", language), study.topic_title(topic, language)))
        if skills := question.skills.get(study.goal.exam):
            rows.append(fact(width, say("skill", language), ", ".join(skills)))
    rows.append(fact(width, say("kind", language), _kind(question, language)))
    tries = study.history.tries(question.id)
    if judged:
        tries = tries[:-1]
    before: Line = [(say("never asked", language), PLAIN)]
    if tries:
        before = []
        for _, verdict in tries[-_TRIES:]:
            before += [(verdict.sign, STYLES[verdict]), (" ", PLAIN)]
        when = tries[-1][0].astimezone(study.zone).date()
        before.append((f"  {day(when, language)}", MUTED))
    rows.append(fact(width, say("before", language), before))
    return rows


def card_panel(page: StudyScreen, card_id: str, proposed: RatingProposal | None = None) -> Panel:
    """The card that teaches the question, marked if it is a leech."""
    card = page.study.bank.cards[card_id]
    translations = page.study.translations(card, page.language)
    keys = page.keys_of(SHOW_CARD)

    def draw(width: int) -> list[Line]:
        rows = [title(width, translations[0].title, [small_chip(keys[0])] if keys else [])]
        if proposed is not None and proposed.is_leech:
            again = say(
                "Missed {times} times: read the card again.", page.language, times=proposed.lapses
            )
            rows += [[], *wrap([(again, BOLD)], width)]
        for number, translation in enumerate(translations):
            style = MUTED if number else PLAIN
            if number:
                rows += [[], [(translation.title, f"{BOLD} {MUTED}")]]
            rows += [[], *prose(translation.body, width, style)]
        note = note_on(page.study, ItemRef(Subject.CARD, card_id))
        rows += note_lines(note, page.language, width)
        return [*rows, [], *source(translations[0], page.language, width, key="")]

    return Panel(draw)


def _kind(question: Question, language: Language) -> str:
    if question.kind is QuestionKind.WORKED:
        return say("drawn numbers", language)
    match question.form:
        case Choice(options):
            return say("one of {count}", language, count=len(options))
        case Choices(options) as form:
            return say("{some} of {count}", language, some=form.choose, count=len(options))
        case Typed():
            return say("typed", language)
        case Ordering():
            return say("ordering", language)
        case Matching():
            return say("matching", language)
