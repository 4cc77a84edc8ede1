"""Export, import and export again: the same bytes."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.bank.bank import Bank
from study_app.bank.checking.check import check
from study_app.bank.contents import read_layers
from study_app.bank.loading import bank_of
from study_app.exchange.finishing import Defaults, finish_drafts
from study_app.exchange.importing import contents, read_file, write
from study_app.exchange.registry import FORMATS
from study_app.exchange.sheet import Chapter, written_down
from study_app.grading.answer import Answer, AnswerKind
from study_app.learning.material.items import (
    Card,
    Choice,
    Choices,
    Era,
    Form,
    Matching,
    Option,
    Ordering,
    Question,
    Typed,
)
from study_app.words.language import Language
from tests.shipped import shipped, shipped_layers

TODAY = date(2026, 11, 29)
BOTH_WAYS = [name for name, one in FORMATS.items() if one.read and not one.is_package]
SOURCE = "https://docs.aws.amazon.com/x"


def chapters_of(bank: Bank) -> list[Chapter]:
    return [
        Chapter(
            topic.id,
            topic.title,
            tuple(bank.cards_of(topic)),
            tuple(written_down(bank.asked(one, 0, 0)) for one in topic.question_ids),
        )
        for topic in bank.topics.values()
    ]


@cache
def out(format_: str) -> bytes:
    return FORMATS[format_].write(chapters_of(shipped()), Language.EN)


@pytest.mark.parametrize("format_", BOTH_WAYS)
def test_the_shipped_bank_goes_out_and_in_and_out_as_the_same_bytes(
    format_: str, tmp_path: Path
) -> None:
    read = FORMATS[format_].read
    assert read is not None
    found = finish_drafts(read(out(format_)), Defaults(TODAY, "x"))
    assert not found.notes
    write(tmp_path, contents(found.chapters))
    again = bank_of(read_layers([tmp_path], []))
    assert again.questions.keys() == shipped().questions.keys()
    assert FORMATS[format_].write(chapters_of(again), Language.EN) == out(format_)


def test_a_check_accepts_the_whole_bank_as_it_came_back(tmp_path: Path) -> None:
    file = tmp_path / "bank.gift"
    file.write_bytes(out("gift"))
    found = read_file(file, "gift", TODAY, "")
    assert not found.notes
    assert (found.cards, found.questions) == (len(shipped().cards), len(shipped().questions))


TEXT = st.text(
    st.one_of(
        st.sampled_from("\\~=#{}:%->[]&<>`*_|;/'\"@+,. \nn"),
        st.characters(exclude_categories=("C", "Z")),
    ),
    min_size=1,
    max_size=20,
)
BLOCK = st.builds("w{}".format, TEXT).map(str.strip)
"""It begins with a letter: a text that is nothing but white space is none."""

LINE = BLOCK.map(lambda text: " ".join(text.split()))
LINES = st.lists(LINE, min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    match draw(st.integers(0, 4)):
        case 0 | 1 as several:
            count, right = (draw(st.integers(5, 6)), draw(st.integers(2, 4))) if several else (4, 1)
            options = {
                key: Option(draw(LINE), draw(BLOCK), place < right)
                for place, key in enumerate("abcdef"[:count])
            }
            return Choices(options) if several else Choice(options)
        case 2:
            numbers = st.lists(st.integers(-99, 99).map(str), min_size=1, max_size=3, unique=True)
            accept = draw(st.one_of(LINES, numbers.map(tuple)))
            return Typed(Answer(draw(st.sampled_from(AnswerKind)), accept), draw(BLOCK))
        case 3:
            items = draw(st.lists(LINE, min_size=2, max_size=6))
            return Ordering(dict(zip("abcdef", items, strict=False)), draw(BLOCK))
        case _:
            pairs = draw(st.lists(st.tuples(LINE, LINE), min_size=2, max_size=5))
            return Matching(dict(zip("abcdef", pairs, strict=False)), draw(BLOCK))


@st.composite
def chapters(draw: st.DrawFn) -> Chapter:
    common: dict[str, Any] = {
        "skills": {"dva-c02": ("1.1.1", "2.1.1")},
        "source": SOURCE,
        "checked": TODAY,
        "era": draw(st.none() | st.builds(Era, LINE, LINE)),
        "tags": draw(LINES),
    }
    card = Card(id="t/c", title=draw(LINE), body=draw(BLOCK), **common)
    question = Question(
        id="t/q",
        prompt=draw(BLOCK),
        form=draw(forms()),
        difficulty=draw(st.integers(1, 3)),
        hint=draw(st.none() | LINE),
        card=draw(st.sampled_from([None, "t/c"])),
        **common,
    )
    return Chapter("t", draw(LINE), (card,), (question,))


@pytest.mark.parametrize("format_", BOTH_WAYS)
@given(chapter=chapters(), language=st.sampled_from(Language))
def test_whatever_a_text_says_it_comes_back(
    format_: str, chapter: Chapter, language: Language
) -> None:
    data = FORMATS[format_].write([chapter], language)
    read = FORMATS[format_].read
    assert read is not None
    found = finish_drafts(read(data), Defaults(TODAY, "x"))
    assert found.chapters == (chapter,)
    assert not found.notes


def test_what_is_written_again_is_what_a_check_accepts(tmp_path: Path) -> None:
    """A sheet in Korean is a content folder like any other."""
    bank = shipped()
    topic = bank.topics["eks"]
    cards = tuple(bank.translated(one, "ko") or one for one in bank.cards_of(topic))
    asked = [bank.asked(one, 0, 0) for one in topic.question_ids]
    questions = tuple(written_down(bank.translated(one, "ko") or one) for one in asked)
    file = tmp_path / "ko.gift"
    file.write_bytes(FORMATS["gift"].write([Chapter("eks", "EKS", cards, questions)], Language.KO))
    found = read_file(file, "gift", TODAY, "")
    write(tmp_path / "content", found.files)
    assert not found.notes
    assert check([tmp_path / "content"], TODAY, below=shipped_layers()).problems == ()
