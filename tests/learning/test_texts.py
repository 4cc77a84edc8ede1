"""The texts of an item by path, and the hashes over them."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    QuestionKind,
    Typed,
)
from study_app.learning.material.texts import fingerprint, text_hash, texts, with_texts

words = st.text(max_size=12)
keys = st.lists(st.from_regex("[a-z][a-z0-9-]{0,8}", fullmatch=True), min_size=2, unique=True)
eras = st.none() | st.builds(Era, words, words)
options = st.dictionaries(
    st.from_regex("[a-z][a-z0-9-]{0,8}", fullmatch=True),
    st.builds(Option, words, words, st.booleans()),
    min_size=2,
    max_size=5,
)
answers = st.builds(Answer, st.sampled_from(AnswerKind), st.lists(words, min_size=1).map(tuple))
forms: st.SearchStrategy[Form] = st.one_of(
    st.builds(Choice, options),
    st.builds(Choices, options),
    st.builds(Typed, answers, words),
    st.builds(
        Ordering, keys.flatmap(lambda k: st.fixed_dictionaries(dict.fromkeys(k, words))), words
    ),
    st.builds(
        Matching,
        keys.flatmap(lambda k: st.fixed_dictionaries(dict.fromkeys(k, st.tuples(words, words)))),
        words,
    ),
)
common = {
    "id": st.just("t/item"),
    "skills": st.just({"exam-a": ("1.1.1",)}),
    "source": st.just("https://docs.aws.amazon.com/item.html"),
    "checked": st.just(date(2026, 11, 23)),
    "era": eras,
}
cards = st.builds(Card, **common, title=words, body=words, scenario=st.none() | words)
questions = st.builds(
    Question, **common, prompt=words, form=forms, difficulty=st.just(1), hint=st.none() | words
)
items = cards | questions
EVERY_PATH = ("title", "body", "prompt", "hint", "why", "era.exam", "era.today", "options.a.text")


def question(form: Form, **fields: object) -> Question:
    plain = Question(
        id="t/q",
        skills={},
        source="https://docs.aws.amazon.com/q.html",
        checked=date(2026, 11, 23),
        prompt="Which one?",
        form=form,
        difficulty=1,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


CHOICE = question(Choice({"a": Option("A", "wa", True), "b": Option("B", "wb")}), hint="Look.")


def translated(item: Card | Question, replaced: dict[str, str]) -> Card | Question:
    match item:
        case Card():
            return with_texts(item, replaced)
        case Question():
            return with_texts(item, replaced)


@given(items)
def test_an_item_with_its_own_texts_is_itself(item: Card | Question) -> None:
    assert translated(item, texts(item)) == item


@given(items, st.dictionaries(st.sampled_from(EVERY_PATH) | words, words))
def test_the_texts_named_are_replaced_and_no_others(
    item: Card | Question, replaced: dict[str, str]
) -> None:
    """`item` with the texts that `replaced` names; the others stay, unknown paths are ignored."""
    before = texts(item)
    known = {path: text for path, text in replaced.items() if path in before}
    assert texts(translated(item, replaced)) == before | known


@given(items, st.data())
def test_every_text_can_be_replaced_and_counts_in_the_hash(
    item: Card | Question, data: st.DataObject
) -> None:
    """The hash of all texts is what an overlay's `of` must equal."""
    path = data.draw(st.sampled_from(sorted(texts(item))))
    changed = translated(item, {path: texts(item)[path] + "!"})
    assert texts(changed)[path] == texts(item)[path] + "!"
    assert text_hash(changed) != text_hash(item)
    if isinstance(item, Question) and isinstance(changed, Question):
        assert fingerprint(changed) != fingerprint(item)


@given(questions, words)
def test_a_translation_leaves_the_key_alone(asked: Question, text: str) -> None:
    """Accepted answers, right options and the order of items are not among the texts."""
    korean = with_texts(asked, dict.fromkeys(texts(asked), text))
    assert korean.kind is asked.kind
    match asked.form, korean.form:
        case (Choice(before), Choice(after)) | (Choices(before), Choices(after)):
            assert {k: o.correct for k, o in before.items()} == {
                k: o.correct for k, o in after.items()
            }
        case Typed(before_answer), Typed(after_answer):
            assert before_answer == after_answer
        case Ordering(before_items), Ordering(after_items):
            assert list(before_items) == list(after_items)
        case Matching(before_pairs), Matching(after_pairs):
            assert list(before_pairs) == list(after_pairs)
        case _:
            pytest.fail("another form")


@given(items, st.text(min_size=1))
def test_provenance_is_no_text(item: Card | Question, other: str) -> None:
    """Only what is shown of an item is hashed: another source or tag makes nothing stale."""
    assert text_hash(replace(item, source=other, tags=(other,))) == text_hash(item)


@pytest.mark.parametrize(
    ("form", "paths"),
    [
        (
            Choice({"a": Option("", "", True), "b": Option("", "")}),
            {"options.a.text", "options.a.why", "options.b.text", "options.b.why"},
        ),
        (Typed(Answer(AnswerKind.TEXT, ("x",)), ""), {"why"}),
        (Ordering({"first": "", "second": ""}, ""), {"items.first", "items.second", "why"}),
        (
            Matching({"task": ("", ""), "agent": ("", "")}, ""),
            {"pairs.task.left", "pairs.task.right", "pairs.agent.left", "pairs.agent.right", "why"},
        ),
    ],
    ids=[QuestionKind.CHOICE, QuestionKind.TYPED, QuestionKind.ORDERING, QuestionKind.MATCHING],
)
def test_paths_name_every_text_of_a_form(form: Form, paths: set[str]) -> None:
    assert set(texts(question(form))) == {"prompt"} | paths


def test_a_pair_has_its_left_text_left() -> None:
    pairs = question(Matching({"task": ("task role", "calls of the code")}, "Two roles."))
    assert texts(pairs)["pairs.task.left"] == "task role"
    changed = with_texts(pairs, {"pairs.task.right": "코드의 호출"})
    assert changed.form == Matching({"task": ("task role", "코드의 호출")}, "Two roles.")


def test_hashes_are_the_same_in_the_next_version() -> None:
    """Overlays and the log hold them: sorted compact JSON, its SHA-256, cut to 8 or 16 digits."""
    body = (
        '"hint":"Look.","options.a.text":"A","options.a.why":"wa","options.b.text":"B",'
        '"options.b.why":"wb","prompt":"Which one?"}'
    )
    assert text_hash(CHOICE) == hashlib.sha256(("{" + body).encode()).hexdigest()[:8]
    with_key = body.replace('"options.a.text"', '"key":["a"],"options.a.text"')
    assert fingerprint(CHOICE) == hashlib.sha256(("{" + with_key).encode()).hexdigest()[:16]


def test_korean_is_hashed_as_it_is_written() -> None:
    asked = replace(CHOICE, prompt="전략은?", hint=None, form=Ordering({}, ""))
    expected = hashlib.sha256('{"prompt":"전략은?","why":""}'.encode()).hexdigest()[:8]
    assert text_hash(asked) == expected


@pytest.mark.parametrize(
    ("form", "other"),
    [
        (CHOICE.form, Choice({"a": Option("A", "wa"), "b": Option("B", "wb", True)})),
        (
            Typed(Answer(AnswerKind.TEXT, ("binpack",)), "why"),
            Typed(Answer(AnswerKind.TEXT, ("spread",)), "why"),
        ),
        (Ordering({"a": "A", "b": "B"}, "why"), Ordering({"b": "B", "a": "A"}, "why")),
    ],
    ids=["choice", "typed", "ordering"],
)
def test_another_key_is_another_fingerprint_and_the_same_text(form: Form, other: Form) -> None:
    before, after = question(form), question(other)
    assert text_hash(before) == text_hash(after)
    assert fingerprint(before) != fingerprint(after)


def test_the_place_of_an_option_is_no_part_of_the_key() -> None:
    options = {key: Option(key, "why", key != "b") for key in "abc"}
    turned = dict(reversed(list(options.items())))
    assert fingerprint(question(Choices(options))) == fingerprint(question(Choices(turned)))
