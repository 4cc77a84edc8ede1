"""From the drafts of an imported file to cards and questions as content has them.

A draft gets what content needs and the file may lack, and each change is reported.
"""

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from study_app.exchange.drafts import (
    MOST_ANSWERS,
    NAME,
    NUMBER,
    TOO_MANY_ANSWERS,
    Draft,
    ImportNote,
    Reading,
)
from study_app.exchange.sheet import Chapter
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
from study_app.words.text import Text

NO_REASON: Final = "The file that this comes from gives no reason."
NO_KOREAN: Final = Text("its Korean: {why}", "한국어: {why}")
_LONGEST_NAME: Final = 48
_OPTIONS: Final = 4
_MOST: Final = 6
_MOST_PAIRS: Final = 5
_HTTPS: Final = re.compile(r"https://[^\s/?#]+\.[^\s)>\]]+")


class Unsayable(ValueError):
    """Something in a file that has no equivalent here; `why` says what."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True, slots=True)
class Defaults:
    """Used for whatever a file does not specify. `source` is an address or empty, `topic` an id."""

    today: date
    topic: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class FinishedDrafts:
    chapters: tuple[Chapter, ...]
    notes: tuple[ImportNote, ...]
    lines: dict[str, int]
    """The line of each item in the file, by its full id."""


def finish_drafts(reading: Reading, defaults: Defaults) -> FinishedDrafts:
    """The chapters of what was read, and everything to report, by line."""
    notes = list(reading.notes)
    titles: dict[str, str] = {}
    cards: dict[str, list[Card]] = {}
    questions: dict[str, list[Question]] = {}
    korean: dict[str, dict[str, Card | Question]] = {}
    lines: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for draft in reading.drafts:
        topic, name = _identity(draft, defaults)
        item_id = _unused(f"{topic}/{name}", lines, numbers)
        try:
            item = _item(draft, item_id, defaults)
        except Unsayable as error:
            notes.append(ImportNote(draft.line, draft.named, error.why))
            continue
        lines[item_id] = draft.line
        titles.setdefault(topic, draft.chapter or topic.replace("-", " ").capitalize())
        if isinstance(item, Card):
            cards.setdefault(topic, []).append(item)
        else:
            questions.setdefault(topic, []).append(item)
        if draft.korean is not None:
            try:
                translated = _item(draft.korean, item_id, defaults)
            except Unsayable as error:
                notes.append(ImportNote(draft.line, draft.named, NO_KOREAN.filled(why=error.why)))
            else:
                korean.setdefault(topic, {})[item_id] = translated
        notes += [ImportNote(draft.line, draft.named, note, left_out=False) for note in draft.notes]
    chapters = tuple(
        Chapter(
            topic,
            title,
            tuple(cards.get(topic, ())),
            tuple(questions.get(topic, ())),
            korean.get(topic, {}),
        )
        for topic, title in titles.items()
    )
    return FinishedDrafts(chapters, tuple(sorted(notes, key=lambda one: one.line)), lines)


def slug(text: str) -> str:
    """`text` as a name: lowercase words joined with `-`. Empty if it has no Latin letter."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    found = ""
    for word in words:
        if found and len(found) + 1 + len(word) > _LONGEST_NAME:
            break
        found = f"{found}-{word}" if found else word[:_LONGEST_NAME]
    return found


def _identity(draft: Draft, defaults: Defaults) -> tuple[str, str]:
    """Topic and name: the file's, else derived from its words, so that they are stable."""
    topic, _, name = draft.id.rpartition("/")
    if not NAME.fullmatch(topic):
        topic = slug(draft.chapter.rpartition("/")[2]) or defaults.topic
    if not NAME.fullmatch(name):
        name = slug(name) or slug(draft.title) or slug(draft.prompt)
    if not name:
        name = "q-" + hashlib.sha256(draft.prompt.encode("utf-8", "replace")).hexdigest()[:8]
    return topic, name


def _unused(item_id: str, used: Collection[str], numbers: dict[str, int]) -> str:
    """`item_id`, with a number where it is used; up to the one in `numbers`, all of them are."""
    number = numbers.get(item_id, 1)
    found = item_id if number == 1 else f"{item_id}-{number}"
    while found in used:
        number += 1
        found = f"{item_id}-{number}"
    numbers[item_id] = number
    return found


def _item(draft: Draft, item_id: str, defaults: Defaults) -> Card | Question:
    common: dict[str, Any] = {
        "id": item_id,
        "skills": draft.tags.skills,
        "source": _source(draft, defaults),
        "checked": draft.checked or defaults.today,
        "era": _era(draft),
        "tags": draft.tags.own,
    }
    if not draft.prompt:
        raise Unsayable(Text("it has no text", "글이 없습니다"))
    if draft.kind == "card":
        return Card(title=draft.title or draft.named, body=draft.prompt, **common)
    named = draft.tags.named
    card = named.get("card")
    difficulty = named.get("difficulty", "1")
    return Question(
        prompt=draft.prompt,
        form=_form(draft),
        difficulty=int(difficulty) if difficulty in {"1", "2", "3"} else 1,
        hint=draft.hint or None,
        card=f"{item_id.partition('/')[0]}/{card}" if card else None,
        **common,
    )


def _source(draft: Draft, defaults: Defaults) -> str:
    said = (draft.why, *(one.why for one in draft.options), draft.prompt)
    found = draft.source or next((one[0] for one in map(_HTTPS.search, said) if one), "")
    if not found and not defaults.source:
        raise Unsayable(
            Text(
                "it names no source; add --source with the page that confirms it",
                "출처가 없습니다. --source로 확인할 수 있는 페이지를 알려 주세요",
            )
        )
    return found or defaults.source


def _era(draft: Draft) -> Era | None:
    return Era(draft.exam, draft.today) if draft.exam and draft.today else None


def _form(draft: Draft) -> Form:
    match draft.kind:
        case "choice":
            return _choice(draft)
        case "typed":
            return Typed(_answer(draft), _why(draft))
        case "ordering":
            _expect(len(draft.options), 2, _MOST)
            texts = [one.text for one in draft.options]
            return Ordering(_by_letter(texts), _why(draft))
        case "matching":
            _expect(len(draft.pairs), 2, _MOST_PAIRS)
            return Matching(_by_letter(draft.pairs), _why(draft))
        case _:
            raise Unsayable(
                Text(
                    "this kind of question is not supported: {kind}",
                    "이런 유형의 문제는 없습니다: {kind}",
                ).filled(kind=draft.kind)
            )


def _choice(draft: Draft) -> Choice | Choices:
    options, right = draft.options, sum(one.correct for one in draft.options)
    if any(not one.why for one in options):
        draft.notes.append(
            Text(
                "an option has no feedback; write a reason",
                "까닭이 없는 보기가 있습니다. 써 주세요",
            )
        )
    if draft.why:  # text about all options belongs to the right one
        first = next((index for index, one in enumerate(options) if one.correct), None)
        if first is not None:
            one = options[first]
            options[first] = Option(one.text, f"{one.why}\n\n{draft.why}".strip(), correct=True)
    keyed = _by_letter([Option(one.text, one.why or NO_REASON, one.correct) for one in options])
    if right == 1 and len(options) == _OPTIONS:
        return Choice(keyed)
    if right > 1 and _OPTIONS < len(options) <= _MOST:
        return Choices(keyed)
    raise Unsayable(
        Text(
            "one right answer takes 4 options and several take 5 or 6; this has {count}, "
            "{right} of them right",
            "정답이 하나면 보기가 4개, 여럿이면 5개나 6개여야 합니다. "
            "여기는 {count}개, 그중 정답이 {right}개입니다",
        ).filled(count=len(options), right=right)
    )


def _answer(draft: Draft) -> Answer:
    if not draft.accept:
        raise Unsayable(Text("none of its answers counts as right", "정답으로 치는 답이 없습니다"))
    count = len(draft.accept) + len(draft.near) + len(draft.wrong)
    if count > MOST_ANSWERS:  # the check compares each with every other
        raise Unsayable(TOO_MANY_ANSWERS.filled(count=count, most=MOST_ANSWERS))
    kind = draft.tags.named.get("answer")
    if kind not in set(AnswerKind):
        kind = "number" if all(map(NUMBER.fullmatch, draft.accept)) else "text"
    accept, wrong, near = (
        tuple(dict.fromkeys(one)) for one in (draft.accept, draft.wrong, draft.near)
    )
    return Answer(AnswerKind(kind), accept, wrong, near)


def _why(draft: Draft) -> str:
    if not draft.why:
        draft.notes.append(Text("it has no feedback; write a reason", "까닭이 없습니다. 써 주세요"))
    return draft.why or NO_REASON


def _by_letter(values: Sequence[Any]) -> dict[str, Any]:
    return dict(zip("abcdefgh", values, strict=False))


def _expect(count: int, least: int, most: int) -> None:
    if not least <= count <= most:
        raise Unsayable(
            Text(
                "it must have {least} to {most} parts, and has {count}",
                "{least}개에서 {most}개까지여야 하는데 {count}개입니다",
            ).filled(least=least, most=most, count=count)
        )
