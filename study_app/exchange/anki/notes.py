"""Cards and questions as notes of our own note types, and such notes as drafts.

Each item has one note, whose guid is derived from its id: Anki updates it when a later package
changes the text. Options are in alphabetical order, which reveals nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape, unescape
from typing import Final, TypeVar, assert_never

from study_app.exchange.anki.note_types import (
    ARRANGED,
    CARD,
    CHECKED,
    CHOICE,
    ID,
    PLACES,
    SOURCE,
    TYPED,
    NoteType,
    korean,
)
from study_app.exchange.drafts import Draft, add_tags
from study_app.exchange.formats.html import rendered
from study_app.exchange.formats.markdown import answer_items, instruction
from study_app.exchange.formats.markup import Markup, to_markdown
from study_app.exchange.provenance import tags_of
from study_app.exchange.sheet import Chapter, Remembered
from study_app.learning.material.items import (
    Card,
    Choice,
    Choices,
    Matching,
    Option,
    Ordering,
    Question,
    Typed,
)
from study_app.words.language import Language
from study_app.words.text import Text

ValueT = TypeVar("ValueT")

ROOT: Final = "dva-study"
"""The parent of our decks, and of our tags that belong to no exam."""

_SKILL: Final = re.compile(r"([^:]+):((\d+)(?:\.\d+)*)")
_SKILL_TAG: Final = re.compile(r"([^:]+)::domain-\d+::(\d+(?:\.\d+)*)")
_NAMED: Final = ("difficulty", "card", "answer")
_MEANT_BY_ANKI: Final = re.compile(r"\[(?=sound:|anki:|latex\]|\$)")
_BREAK: Final = re.compile(r"<br\s*/?>|</?(?:div|p|li)\b[^>]*>|\n", re.IGNORECASE)
_TAG: Final = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Note:
    """A note for Anki. Fields that are not in `fields` are empty."""

    type: NoteType
    guid: str
    deck: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    remembered: Remembered | None = None


def notes_of(chapters: Sequence[Chapter], language: Language) -> Iterator[Note]:
    """A note for each item: in English, in Korean if `language` and the item have it, or in
    both."""
    for chapter in chapters:
        title = " ".join(chapter.title.replace("::", ":").split())
        for item in chapter.items:
            other = None if language is Language.EN else chapter.korean.get(item.id)
            in_english = other is None or language is Language.BOTH
            shown = [one for one in (item if in_english else None, other) if one is not None]
            fields = {ID: escape(item.id), **_once(item), **_keyed(shown)}
            if in_english:
                fields |= _said(item, item, Language.EN)
            if other is not None:
                said = _said(other, item, Language.KO)
                fields |= {korean(name): text for name, text in said.items()}
            yield Note(
                _type(item),
                f"{ROOT}:{item.id}",
                f"{ROOT}::{title}",
                {name: _MEANT_BY_ANKI.sub("&#91;", text) for name, text in fields.items()},
                tuple(map(_tag, tags_of(item))),
                chapter.remembered.get(item.id),
            )


def _type(item: Card | Question) -> NoteType:
    if isinstance(item, Card):
        return CARD
    match item.form:
        case Choice() | Choices():
            return CHOICE
        case Typed():
            return TYPED
        case Ordering() | Matching():
            return ARRANGED
        case _:
            assert_never(item.form)


def _once(item: Card | Question) -> dict[str, str]:
    """The fields without a language."""
    fields = {SOURCE: escape(item.source), CHECKED: item.checked.isoformat()}
    if isinstance(item, Question) and isinstance(item.form, Choice | Choices):
        options = item.form.options
        right = zip(PLACES, _by_words(options), strict=False)
        fields["Right"] = " ".join(place for place, key in right if options[key].correct)
    return fields


def _keyed(shown: Sequence[Card | Question]) -> dict[str, str]:
    """The accepted answers: a drawn number has its unit in the language of the question."""
    forms = (one.form for one in shown if isinstance(one, Question))
    answers = [form.answer for form in forms if isinstance(form, Typed)]
    if not answers:
        return {}
    accept = list(dict.fromkeys(text for one in answers for text in one.accept))
    return {
        "Answer": escape(accept[0]),
        "Also right": _joined(accept[1:]),
        "Nearly right": _joined(answers[0].near),
        "Not right": _joined(answers[0].confusables),
    }


def _said(item: Card | Question, english: Card | Question, language: Language) -> dict[str, str]:
    """The fields of `item`, whose texts are in `language`; `english` gives the order."""
    fields = {}
    if item.era is not None:
        fields = {"In the exam": rendered(item.era.exam), "Today": rendered(item.era.today)}
    if isinstance(item, Card):
        return {"Title": escape(item.title), "Body": rendered(item.body), **fields}
    assert isinstance(english, Question)
    fields |= {
        "Question": rendered(item.prompt),
        "Task": escape(instruction(item, language) or ""),
        "Hint": escape(item.hint or ""),
    }
    match item.form:
        case Choice(options) | Choices(options):
            assert isinstance(english.form, Choice | Choices)
            for place, key in zip(PLACES, _by_words(english.form.options), strict=False):
                fields[f"Option {place}"] = escape(options[key].text)
                fields[f"Reason {place}"] = rendered(options[key].why)
        case Typed(why=why):
            fields["Why"] = rendered(why)
        case Ordering(items, why):
            fields |= {f"Line {place}": escape(text) for place, text in _placed(items)}
            fields |= {"Why": rendered(why), "Mixed": _list(answer_items(item))}
        case Matching(pairs, why):
            for place, (left, right) in _placed(pairs):
                fields |= {f"Line {place}": escape(left), f"Match {place}": escape(right)}
            fields |= {"Why": rendered(why), "Mixed": _sides(answer_items(item))}
        case _:
            assert_never(item.form)
    return fields


def _by_words(options: Mapping[str, Option]) -> list[str]:
    """The keys of options in alphabetical order of their texts."""
    return sorted(options, key=lambda key: options[key].text)


def _placed(values: Mapping[str, ValueT]) -> Iterator[tuple[str, ValueT]]:
    return zip(PLACES, values.values(), strict=False)


def _list(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _sides(lines: Sequence[str]) -> str:
    """What is to be matched, and below it the choices."""
    middle = len(lines) // 2
    return f"{_list(lines[:middle])}<hr>{_list(lines[middle:])}"


def _joined(texts: Sequence[str]) -> str:
    return "<br>".join(map(escape, texts))


def _tag(tag: str) -> str:
    """`tag` for Anki's tag tree: an exam's by domain and skill, all others below ours."""
    name, colon, value = tag.partition(":")
    if colon and name in _NAMED:
        tag = f"{name}::{value}"
    elif (skill := _SKILL.fullmatch(tag)) is not None:
        return f"{skill[1]}::domain-{skill[3]}::{skill[2]}"
    return f"{ROOT}::{'_'.join(tag.split())}"


def _as_ours(tag: str) -> str:
    """The inverse of `_tag`; other people's tags are unchanged."""
    skill = _SKILL_TAG.fullmatch(tag)
    if skill is not None:
        return f"{skill[1]}:{skill[2]}"
    own = tag.removeprefix(f"{ROOT}::")
    name, colons, value = own.partition("::")
    return f"{name}:{value}" if colons and name in _NAMED else own


def drafted(
    kind: NoteType, fields: Mapping[str, str], tags: Sequence[str], deck: str, number: int
) -> Draft:
    """The draft of a note of ours, as it may have been edited, with its Korean if it has both
    languages.
    """
    note = _Fields(fields)
    draft = _drafted(kind, note, tags, deck, number)
    first = kind.said[0]
    if _line(fields[first]) and _line(fields[korean(first)]):
        draft.korean = _drafted(kind, replace(note, korean_first=True), tags, deck, number)
    draft.notes = note.notes
    return draft


def _drafted(kind: NoteType, note: "_Fields", tags: Sequence[str], deck: str, number: int) -> Draft:
    fields = note.fields
    draft = Draft(line=number, kind="card", prompt="", chapter=deck, id=_line(fields[ID]))
    add_tags(draft, map(_as_ours, tags))
    draft.exam, draft.today = note.markdown("In the exam"), note.markdown("Today")
    draft.source, draft.checked = _line(fields[SOURCE]), _day(_line(fields[CHECKED]))
    if kind is CARD:
        draft.title, draft.prompt = note.line("Title"), note.markdown("Body")
        return draft
    draft.prompt, draft.hint = note.markdown("Question"), note.line("Hint")
    if kind is CHOICE:
        draft.kind = "choice"
        right = re.findall(r"\d", _line(fields["Right"]))
        draft.options = [
            Option(text, note.markdown(f"Reason {place}"), place in right)
            for place, text in note.lines("Option")
        ]
        return draft
    draft.why = note.markdown("Why")
    if kind is TYPED:
        draft.kind = "typed"
        draft.accept = [*filter(None, [_line(fields["Answer"])]), *_split(fields["Also right"])]
        draft.near = _split(fields["Nearly right"])
        draft.wrong = _split(fields["Not right"])
        return draft
    matches = dict(note.lines("Match"))
    draft.kind = "matching" if matches else "ordering"
    for place, text in note.lines("Line"):
        draft.pairs.append((text, matches.get(place, "")))
        draft.options.append(Option(text, "", correct=True))
    return draft


@dataclass(frozen=True, slots=True)
class _Fields:
    """The texts of a note in one language, or in the other where that is missing; what is lost is
    added to `notes`.
    """

    fields: Mapping[str, str]
    notes: list[Text] = field(default_factory=list)
    korean_first: bool = False

    def markdown(self, name: str) -> str:
        return to_markdown(self._said(name), Markup.HTML, self.notes)

    def line(self, name: str) -> str:
        return _line(self._said(name))

    def lines(self, name: str) -> Iterator[tuple[str, str]]:
        """The filled numbered fields, with their numbers."""
        for place in PLACES:
            if text := self.line(f"{name} {place}"):
                yield place, text

    def _said(self, name: str) -> str:
        names = (korean(name), name) if self.korean_first else (name, korean(name))
        texts = [self.fields[one] for one in names]
        return next(filter(_line, texts), texts[0])


def _line(html: str) -> str:
    """The text of a field, on one line."""
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", html))).split())


def _split(html: str) -> list[str]:
    return [line for part in _BREAK.split(html) if (line := _line(part))]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
