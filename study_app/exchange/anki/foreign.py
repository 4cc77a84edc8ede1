"""Notes of other note types: what a card shows becomes a question with a typed answer.

Cards are read as Anki renders them, so any note type works: the text before the answer is the
prompt, a cloze has a gap in it, and a type-in box names its field.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from typing import Any, Final

from study_app.exchange.anki.gaps import with_gaps
from study_app.exchange.drafts import NAME, Draft, Reading, add_tags
from study_app.exchange.formats.markup import Markup, plain, to_markdown
from study_app.words.text import Text

LONGEST: Final = 12
"""The most words of an answer that somebody would type."""

_DEFAULT_DECK: Final = "Default"
_OF_ANKI: Final = frozenset({"leech", "marked"})
_TYPED: Final = re.compile(r"\[\[type:(?:[a-z-]+:)*([^\]]+)\]\]")
_ANSWER: Final = re.compile(r"<hr\s+id=[\"']?answer[\"']?\s*/?>", re.IGNORECASE)
_SOUND: Final = re.compile(r"\[anki:(?:play|tts)[^\]]*\](?:.*?\[/anki:tts\])?", re.DOTALL)
_FORMULA: Final = re.compile(r"\\\(.+?\\\)|\\\[.+?\\\]|\[latex\]|\[\$\$?\]", re.DOTALL)
_POINT: Final = re.compile(r"(?:-|\d+\.) (.+)")
_URL: Final = re.compile(r"https://[^\s/?#\"'<>]+\.[^\s\"'<>)]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagedNote:
    """A note with its cards, each with `place`, `deck`, `question` and `answer`. `several` says
    whether its note type can have more than one.
    """

    number: int
    guid: str
    type: str
    fields: Mapping[str, str]
    tags: Sequence[str]
    cloze: bool
    occlusion: bool
    several: bool
    cards: Sequence[Mapping[str, Any]]

    @property
    def chapter(self) -> str:
        """The deck of its first card, without those above it."""
        return _deck(self.cards[0]) if self.cards else ""

    @property
    def name(self) -> str:
        """Made from its guid, which stays the same when the text changes."""
        if NAME.fullmatch(self.guid):
            return self.guid
        return "anki-" + sha256(self.guid.encode("utf-8", "replace")).hexdigest()[:8]


def read_note(reading: Reading, note: PackagedNote) -> None:
    """Put the drafts of a note into `reading`, one a card."""
    if note.occlusion:
        why = Text(
            "a picture with parts covered has no text to ask for",
            "그림을 가린 노트에는 물을 글이 없습니다",
        )
        reading.refuse(note.number, note.type, why)
        return
    if not note.cards:
        why = Text("it has no card", "카드가 없습니다")
        first = next(iter(note.fields.values()), "")
        reading.refuse(note.number, plain(first, Markup.HTML) or note.type, why)
        return
    # The clozes of one text become one question: separately they would be near duplicates.
    cards = note.cards[:1] if note.cloze else note.cards
    for card in cards:
        reading.add(_drafted(note, card))


def _drafted(note: PackagedNote, card: Mapping[str, Any]) -> Draft:
    name = f"{note.name}-{card['place']}" if note.several and not note.cloze else note.name
    draft = Draft(line=note.number, kind="typed", prompt="", id=name, chapter=_deck(card))
    add_tags(draft, (tag for tag in note.tags if tag.casefold() not in _OF_ANKI))
    question, answer = card["question"], _without_front(card["question"], card["answer"])
    _tell_lost(draft, question + answer)
    box = _TYPED.search(question)
    hidden: list[str] = []
    if note.cloze:
        question, hidden = with_gaps([one["question"] for one in note.cards])
        if len(note.cards) > 1:
            together = Text("its clozes are asked in one question", "빈칸은 한 문제에서 묻습니다")
            draft.notes.append(together)
    draft.prompt = to_markdown(_bare(question), Markup.HTML, draft.notes)
    said = to_markdown(_bare(answer), Markup.HTML, draft.notes)
    if hidden:
        _accept(draft, hidden)
        draft.why = said
    elif box is not None and box[1] in note.fields:
        _accept(draft, [plain(note.fields[box[1]], Markup.HTML)])
        draft.why = "" if said in draft.accept else said
    else:
        _accept_text(draft, said)
    found = (_URL.search(unescape(text)) for text in (answer, *note.fields.values()))
    draft.source = next((one[0] for one in found if one is not None), "")
    return draft


def _bare(side: str) -> str:
    """A side of a card without its type-in boxes and sounds."""
    return _SOUND.sub("", _TYPED.sub("", side))


def _deck(card: Mapping[str, Any]) -> str:
    deck = str(card["deck"])
    return "" if deck == _DEFAULT_DECK else deck.rpartition("::")[2]


def _without_front(question: str, answer: str) -> str:
    """The back of a card without the front, which most templates repeat there."""
    _, line, behind = answer.partition(found[0]) if (found := _ANSWER.search(answer)) else ("",) * 3
    return behind if line else answer.replace(question, "", 1)


def _tell_lost(draft: Draft, text: str) -> None:
    if _SOUND.search(text):
        draft.notes.append(
            Text("left out of its text: {lost}", "글에서 빠진 것: {lost}").filled(lost="sound")
        )
    if _FORMULA.search(text):
        draft.notes.append(Text("a formula stays as it was typed", "수식은 입력한 그대로 남습니다"))


def _accept(draft: Draft, parts: Sequence[str]) -> None:
    """Take `parts` as the answer: one, or a list if several different ones are asked for."""
    different = list(dict.fromkeys(filter(None, parts)))
    if len(different) > 1 and not any("," in one for one in different):
        draft.tags.named["answer"] = "list"
    draft.accept = [", ".join(different)] if different else []
    words = sum(len(one.split()) for one in different)
    if words > LONGEST * len(different):
        draft.notes.append(
            Text(
                "its answer has {words} words, too many to type word for word; "
                "shorten 'accept', or count what you typed as right",
                "답이 {words}단어라 그대로 입력하기 어렵습니다. "
                "'accept'를 줄이거나, 입력한 답을 정답으로 치세요",
            ).filled(words=words)
        )


def _accept_text(draft: Draft, said: str) -> None:
    """Take a text as the answer: its bullets as a list, else its first line; the rest is the
    `why`."""
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    points = [found[1] for line in lines if (found := _POINT.fullmatch(line))]
    if len(points) > 1 and len(points) == len(lines):
        _accept(draft, [_words(point) for point in points])
        draft.why = said
    elif lines:
        _accept(draft, [_words(lines[0])])
        draft.why = said if len(lines) > 1 else ""


def _words(markdown: str) -> str:
    return plain(markdown.replace("**", ""), Markup.MARKDOWN)
