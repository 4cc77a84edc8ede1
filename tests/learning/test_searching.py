"""Search: every word must be found, capitals and the order of words are no matter."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.learning.log.events import Subject
from study_app.learning.searching import Document, Index, SearchQuery, passage

CARD = Document(
    "lambda/aliases",
    Subject.CARD,
    {"en": "Aliases and weights", "ko": "별칭과 가중치"},
    {"en": ["An alias is a pointer.", "It can split traffic."], "ko": ["별칭은 포인터입니다."]},
)
QUESTION = Document(
    "lambda/which-version",
    Subject.QUESTION,
    {"en": "Which alias gets the traffic?"},
    {"en": ["Which alias gets the traffic?", "The alias PROD", "$LATEST"]},
)
OTHER = Document("s3/versions", Subject.CARD, {"en": "Versions"}, {"en": ["Off by default."]})
INDEX = Index([OTHER, QUESTION, CARD])
WORDS = st.text(st.sampled_from("abAB가각나ㄱㄴ .*"), max_size=6)


def found(text: str, **notes: str) -> list[str]:
    named = {(Subject.CARD, f"s3/{name}"): note for name, note in notes.items()}
    return [one.item for one in INDEX.find(SearchQuery(text), named)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alias", ["lambda/aliases", "lambda/which-version"]),  # in a title first
        ("TRAFFIC alias", ["lambda/aliases", "lambda/which-version"]),
        ("weights", ["lambda/aliases"]),
        ("prod", ["lambda/which-version"]),  # an option
        ("$latest", ["lambda/which-version"]),
        ("lambda/which-version", ["lambda/which-version"]),
        ("lambda/", ["lambda/which-version", "lambda/aliases"]),  # the order of study
        ("별칭", ["lambda/aliases"]),
        ("ㅂㅊ", ["lambda/aliases"]),
        ("별ㅊ ㅍㅇㅌ", ["lambda/aliases"]),
        ("ㅂㅊ default", []),
        ("nothing like it", []),
        ("", []),
        ("  ", []),
    ],
)
def test_what_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_words_that_stand_together_come_first() -> None:
    """Of equals those in which the words stand together as they were typed."""
    schedule = Document("ecs/schedule", Subject.CARD, {"en": "A task"}, {"en": ["Roles, a task."]})
    roles = Document("ecs/roles", Subject.CARD, {"en": "Roles"}, {"en": ["The task role is used."]})
    both = Index([schedule, roles])
    assert [one.item for one in both.find(SearchQuery("Task  Role"))] == [
        "ecs/roles",
        "ecs/schedule",
    ]
    assert [one.item for one in both.find(SearchQuery("role task"))] == [
        "ecs/schedule",
        "ecs/roles",
    ]


def test_notes_are_found() -> None:
    """A note of one's own is searchable."""
    assert found("mnemonic", versions="My Mnemonic: 함정") == ["s3/versions"]
    assert found("off ㅎㅈ", versions="My Mnemonic: 함정") == ["s3/versions"]
    assert found("mnemonic") == []


def test_hangul_is_found_however_it_is_composed() -> None:
    assert found(unicodedata.normalize("NFD", "별칭")) == ["lambda/aliases"]


@given(st.lists(WORDS, max_size=3), WORDS)
def test_every_word_must_be_found(texts: list[str], text: str) -> None:
    """Every word must stand in a document, an initial consonant for every syllable it begins."""
    document = Document("t/x", Subject.CARD, {"en": "?"}, {"en": texts})
    query = SearchQuery(text)
    whole = "\n".join(["t/x", "?", *texts])

    def stands(word: str) -> bool:
        loose = word.replace("ㄱ", "[ㄱ가각]").replace("ㄴ", "[ㄴ나]")
        loose = loose.replace(".", r"\.").replace("*", r"\*")
        return re.search(loose, whole, re.IGNORECASE) is not None

    expected = bool(text.split()) and all(map(stands, text.split()))
    assert bool(Index([document]).find(query)) is expected


@given(st.lists(WORDS, max_size=3), WORDS, WORDS)
def test_another_word_never_finds_more(texts: list[str], text: str, more: str) -> None:
    documents = [
        Document(f"t/{n}", Subject.QUESTION, {"en": one}, {"en": [one]})
        for n, one in enumerate(texts)
    ]
    index = Index(documents)
    fewer = {one.item for one in index.find(SearchQuery(f"{text} {more}"))}
    if text.split():
        assert fewer <= {one.item for one in index.find(SearchQuery(text))}


def test_the_passage_has_most_of_the_words_in_the_language_that_is_read() -> None:
    assert passage(CARD, SearchQuery("split traffic"), ["en"]) == (
        "Aliases and weights",
        "It can split traffic.",
    )
    assert passage(CARD, SearchQuery("ㅍㅇㅌ"), ["en"])[1] == "별칭은 포인터입니다."
    assert passage(CARD, SearchQuery("weights"), ["ko"]) == (
        "별칭과 가중치",
        "별칭은 포인터입니다.",
    )
    assert passage(QUESTION, SearchQuery("which"), ["ko"])[0] == "Which alias gets the traffic?"
    assert passage(CARD, SearchQuery("remember"), ["en"], "Remember this")[1] == "Remember this"
