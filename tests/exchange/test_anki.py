"""Anki packages, with the real Anki: exported, studied there and imported again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from anki.collection import Collection
from anki.errors import DBError
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from study_app.bank.checking.markup import markdown_problems, plain_problems
from study_app.bank.checking.quality import is_markdown
from study_app.bank.contents import read_layers
from study_app.bank.loading import bank_of
from study_app.exchange.anki.library import NotWritten
from study_app.exchange.anki.notes import drafted, notes_of
from study_app.exchange.anki.reading import read
from study_app.exchange.anki.writing import write
from study_app.exchange.drafts import Reading
from study_app.exchange.finishing import Defaults, FinishedDrafts, finish_drafts
from study_app.exchange.formats.html import rendered
from study_app.exchange.importing import read_file
from study_app.exchange.importing import write as write_folder
from study_app.exchange.sheet import Chapter, written_down
from study_app.learning.material.items import Card, Choice, Choices, Question, Typed
from study_app.learning.material.texts import texts
from study_app.learning.scheduling.fsrs import noon
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.usecases.exchange import Wanted, chapters
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.exchange.anki_collections import notes, opened, states, study, took, written
from tests.exchange.test_round_trip import TODAY
from tests.exchange.test_round_trip import chapters as any_chapters
from tests.exchange.test_writing import CHAPTER, NASTY
from tests.histories import long_history
from tests.shipped import shipped
from tests.studies import study_of

NOW = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)
DECK = "dva-study"


@cache
def learner() -> Study:
    """Three weeks of study of the shipped bank."""
    log = ReviewLog(MEMORY, lambda: NOW)
    log.append(*long_history(shipped(), NOW.date(), days=21))
    return study_of(shipped(), log, lambda: NOW, seed=1)


@cache
def sheet() -> Sequence[Chapter]:
    return chapters(learner(), Wanted(apart=True), Language.EN)


@cache
def package() -> bytes:
    return write(sheet(), Language.EN)


@pytest.fixture(scope="module")
def collection() -> Iterator[Collection]:
    """With the shipped bank in it."""
    with opened() as found:
        took(found, package())
        yield found


def read_back(data: bytes) -> FinishedDrafts:
    return finish_drafts(read(data), Defaults(TODAY, "x"))


def by_id(sheets: Sequence[Chapter]) -> dict[str, Any]:
    return {item.id: item for chapter in sheets for item in chapter.items}


as_shown = cache(rendered)
"""What came back is mostly what went out."""


def said(item: Card | Question | None) -> Any:
    """What an item says: without order among options and tags, Markdown as it is shown."""
    assert item is not None
    shown = {
        path: " ".join((as_shown(text) if is_markdown(path) else text).split())
        for path, text in texts(item).items()
    }
    own: Any = None
    if isinstance(item, Question):
        form = item.form
        if isinstance(form, Choice | Choices):
            own = sorted(
                (one.text, " ".join(as_shown(one.why).split()), one.correct)
                for one in form.options.values()
            )
            shown = {path: text for path, text in shown.items() if not path.startswith("options.")}
        else:
            own = _without_keys(replace(form, why=""))
            shown = {path: text for path, text in shown.items() if path.count(".") == 0}
        own = (type(form), own, item.difficulty, item.card)
    # Anki keeps tags, and thereby skills, in the order of their letters.
    skills = {exam: sorted(skills) for exam, skills in item.skills.items()}
    return shown, own, item.id, skills, item.source, item.checked, sorted(item.tags)


def _without_keys(form: Any) -> Any:
    if isinstance(form, Typed):  # a computed key is written out
        return replace(form.answer, computed=None)
    parts = getattr(form, "items", None) or getattr(form, "pairs", None)
    return tuple(parts.values()) if isinstance(parts, dict) else form


def test_the_shipped_bank_is_in_anki_with_what_is_remembered_of_it(collection: Collection) -> None:
    """Each Anki card of a question carries its card's FSRS state."""
    items = by_id(sheet())
    assert notes(collection).keys() == {f"{DECK}:{one}" for one in items}
    found = states(collection)
    assert len(found) == len(items)
    known = {one: state for chapter in sheet() for one, state in chapter.remembered.items()}
    assert len(known) > 100
    memories = learner().history.memories
    for item_id, item in items.items():
        state = found[f"{DECK}:{item_id}", 0]
        card = item.card if isinstance(item, Question) else item.id
        memory = memories.get(card or "")
        if memory is None:
            assert (state.kind, state.stability) == (0, 0.0)
            continue
        scheduled = memory.scheduled(learner().goal.retention)
        assert state.kind == state.queue == 2
        assert state.stability == pytest.approx(scheduled.strength.stability, abs=1e-4)
        assert state.difficulty == pytest.approx(scheduled.strength.difficulty, abs=1e-3)
        assert state.due == (scheduled.due.date() - NOW.date()).days
        assert state.last_review == noon(memory.last.day).timestamp()
        assert (state.reviews, state.lapses) == (memory.reviews, memory.lapses)


def test_what_was_studied_there_goes_on_and_comes_back(collection: Collection) -> None:
    """To Anki, studied, out, into another Anki and into ours: same notes, same states."""
    before = states(collection)
    studied = study(collection, DECK, 12)
    after = states(collection)
    assert {guid for (guid, _), state in after.items() if state != before[guid, 0]} == studied
    data = written(collection)
    with opened() as other:
        assert took(other, data)["new"] == len(after)
        assert notes(other) == notes(collection)
        assert states(other) == after
    found = read_back(data)
    (note,) = found.notes
    assert note.why.en.startswith("Anki's review schedule")
    ours = by_id(found.chapters)
    for item_id, item in by_id(sheet()).items():
        assert said(ours[item_id]) == said(item)


def test_tags_go_by_exam_domain_and_skill(collection: Collection) -> None:
    question = next(one for one in by_id(sheet()).values() if isinstance(one, Question))
    tags = notes(collection)[f"{DECK}:{question.id}"][1]
    for exam, skills in question.skills.items():
        assert {f"{exam}::domain-{one[0]}::{one}" for one in skills} <= tags
    assert f"{DECK}::difficulty::{question.difficulty}" in tags


def test_what_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Collection, **_: object) -> None:
        raise DBError("disk I/O error", None, None, None)

    monkeypatch.setattr(Collection, "export_anki_package", full)
    with pytest.raises(NotWritten, match="Free some space"):
        write(CHAPTER, Language.EN)


def chapter(prompt: str = "How many?", language: Language = Language.EN) -> bytes:
    question = replace(CHAPTER[0].questions[0], prompt=prompt)
    translated = replace(question, prompt="몇 개?")
    sheets = [Chapter("t", "T", CHAPTER[0].cards, (question,), {question.id: translated})]
    return write(sheets, language)


def test_a_second_package_updates_and_never_doubles() -> None:
    with opened() as found:
        assert took(found, chapter()) == {"new": 2, "updated": 0, "same": 0}
        study(found, DECK, 1)
        kept = states(found)
        types = found.models.all_names_and_ids()
        sleep(1)  # Anki goes by whole seconds
        assert took(found, chapter("How many then?"))["new"] == 0
        assert len(notes(found)) == 2
        assert "<p>How many then?</p>" in notes(found)[f"{DECK}:t/q"][0][1]
        assert states(found) == kept
        assert found.models.all_names_and_ids() == types


@pytest.mark.usefixtures("unpacked_here")
@pytest.mark.parametrize(
    ("language", "shown"),
    [(Language.EN, ("How", "")), (Language.KO, ("", "몇")), (Language.BOTH, ("How", "몇"))],
)
def test_english_and_korean_have_fields_of_their_own(
    language: Language, shown: tuple[str, str]
) -> None:
    with opened() as found:
        took(found, chapter(language=language))
        (number,) = found.find_notes("note:*choice")
        note = found.get_note(number)
        for name, begins in zip(("Question", "Question (Korean)"), shown, strict=True):
            assert note[name].removeprefix("<p>").startswith(begins)
            assert bool(note[name]) == bool(begins)
        front = note.cards()[0].render_output().question_text
        assert ("How many?" in front, "몇 개?" in front) == tuple(map(bool, shown))
    back = read_back(chapter(language=language))
    assert by_id(back.chapters)["t/q"].prompt == ("몇 개?" if language == "ko" else "How many?")
    assert not back.notes
    korean = back.chapters[0].korean
    assert [one.prompt for one in korean.values() if isinstance(one, Question)] == (
        ["몇 개?"] if language == "both" else []
    )


@pytest.mark.usefixtures("unpacked_here")
def test_korean_comes_back_as_a_translation(tmp_path: Path) -> None:
    bank = shipped()
    topics = ("eks", "docker")
    file = tmp_path / "both.apkg"
    wanted = Wanted(topics, apart=True)
    file.write_bytes(write(chapters(learner(), wanted, Language.BOTH), Language.BOTH))
    found = read_file(file, "anki", TODAY, "")
    assert not [one for one in found.notes if one.line]
    write_folder(tmp_path / "content", found.files)
    again = bank_of(read_layers([tmp_path / "content"], []))
    assert len(again.cards) + len(again.questions) > 50
    for card_id, card in again.cards.items():
        assert said(again.translated(card, "ko")) == said(
            bank.translated(bank.cards[card_id], "ko")
        )
    for question_id in again.questions:
        theirs = again.translated(again.asked(question_id, 0, 0), "ko")
        ours = bank.translated(bank.asked(question_id, 0, 0), "ko")
        assert ours is not None
        assert theirs is not None
        if isinstance(ours.form, Typed) and isinstance(theirs.form, Typed):
            assert set(ours.form.answer.accept) <= set(theirs.form.answer.accept)
            theirs = replace(theirs, form=replace(theirs.form, answer=ours.form.answer))
        assert said(theirs) == said(written_down(ours))
        assert not again.is_stale(question_id, "ko")


@pytest.mark.usefixtures("unpacked_here")
def test_every_sign_comes_back_from_anki_itself() -> None:
    found = by_id(read_back(write(CHAPTER, Language.EN)).chapters)
    assert found["t/c"].title == " ".join(NASTY.split())
    assert {one.text for one in found["t/q"].form.options.values()} == {
        f"{key} {NASTY}" for key in "abcd"
    }


@pytest.mark.parametrize("kind", ["choice", "choices", "typed", "ordering", "matching"])
def test_a_front_asks_and_a_back_answers(collection: Collection, kind: str) -> None:
    """What cannot be typed or chosen in Anki is revealed there."""
    questions = [one for one in by_id(sheet()).values() if isinstance(one, Question)]
    question = next(one for one in questions if one.kind == kind and one.hint)
    (number,) = collection.find_notes(f'"Id:{question.id}"')
    output = collection.get_note(number).cards()[0].render_output()
    front, back = output.question_text, output.answer_text
    assert ("[[type:Answer]]" in front) == (kind == "typed")
    assert question.source in back
    assert question.source not in front
    if isinstance(question.form, Choice | Choices):
        right = re.search(r'data-right="([\d ]+)"', back)
        assert right is not None
        assert "data-right" not in front
        lines = re.findall(r"<li><div>(.*?)</div>", back)
        assert lines == re.findall(r"<li><div>(.*?)</div>", front)
        chosen = [lines[int(place) - 1] for place in right[1].split()]
        options = question.form.options.values()
        assert len(chosen) == sum(one.correct for one in options)
    elif kind != "typed":
        assert len(re.findall("<li>", front)) == len(re.findall("<li>", back)) * (
            2 if kind == "matching" else 1
        )


@settings(max_examples=60)
@given(sheet=any_chapters(), language=st.sampled_from([Language.EN, Language.KO]))
def test_whatever_a_text_says_its_note_says_it_too(sheet: Chapter, language: Language) -> None:
    """What `dva check` accepts comes back as it is shown, from the fields alone."""
    for item in sheet.items:
        for path, text in texts(item).items():
            check = markdown_problems if is_markdown(path) else plain_problems
            assume(not [*check(text)])
    if isinstance(sheet.questions[0].form, Choice | Choices):
        options = sheet.questions[0].form.options.values()
        assume(len({one.text for one in options}) == len(options))
    sheet = replace(
        sheet,
        cards=tuple(replace(one, tags=("a", "b-c")) for one in sheet.cards),
        questions=tuple(replace(one, tags=()) for one in sheet.questions),
        korean={item.id: item for item in sheet.items} if language is Language.KO else {},
    )
    reading = Reading()
    for number, note in enumerate(notes_of([sheet], language), start=1):
        fields = dict.fromkeys(note.type.fields, "") | dict(note.fields)
        reading.drafts.append(drafted(note.type, fields, note.tags, "T", number))
    found = finish_drafts(reading, Defaults(date(2026, 11, 29), "x"))
    assert not found.notes
    assert list(map(said, found.chapters[0].items)) == list(map(said, sheet.items))
