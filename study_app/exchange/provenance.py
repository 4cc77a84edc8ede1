"""Data that other programs have no field for: kept in tags, and in lines at the end of a text.

Both are useful there: tags can be searched, and the last lines say where the key comes from. They
are read back in either language.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from study_app.learning.material.items import Card, Question, Typed
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.wording import say

_SKILL: Final = re.compile(r"([a-z0-9-]+):(\d+(?:\.\d+)+)")
_NAMED: Final = re.compile(r"(difficulty|card|answer):(.+)")
_URL: Final = r"(?P<url>https?://\S+)"
_DAY: Final = r"(?P<day>\d{4}-\d{2}-\d{2})"
_SOURCE: Final = re.compile(
    rf"(?:Source: {_URL}(?: \(checked {_DAY}\))?)|"
    r"(?:출처: (?P<ko_url>https?://\S+)(?: \((?P<ko_day>\d{4}-\d{2}-\d{2}) 확인\))?)"
)
_LABELS: Final = {
    "hint": Text("Hint: ", "힌트: "),
    "exam": Text("In the exam: ", "시험에서는: "),
    "today": Text("Today: ", "지금은: "),
}


@dataclass(slots=True)
class Tail:
    """What the last lines of a text say."""

    text: str
    said: dict[str, str] = field(default_factory=dict)
    """By `hint`, `exam`, `today`."""
    source: str = ""
    checked: date | None = None


@dataclass(slots=True)
class Tags:
    """Tags by their meaning; `own` has all others."""

    skills: dict[str, tuple[str, ...]] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    own: tuple[str, ...] = ()


def tags_of(item: Card | Question) -> tuple[str, ...]:
    """Skills as `dva-c02:1.1.1`, then `difficulty:2`, `card:…`, `answer:number`, then its own."""
    found = [f"{exam}:{skill}" for exam, skills in item.skills.items() for skill in skills]
    if isinstance(item, Question):
        found.append(f"difficulty:{item.difficulty}")
        if item.card:
            found.append(f"card:{item.card.partition('/')[2]}")
        if isinstance(item.form, Typed):
            found.append(f"answer:{item.form.answer.kind.value}")
    return (*found, *item.tags)


def read_tags(tags: Iterable[str]) -> Tags:
    found = Tags()
    for tag in tags:
        if (skill := _SKILL.fullmatch(tag)) is not None:
            found.skills[skill[1]] = (*found.skills.get(skill[1], ()), skill[2])
        elif (named := _NAMED.fullmatch(tag)) is not None:
            found.named[named[1]] = named[2]
        else:
            found.own = (*found.own, tag)
    return found


def with_tail(text: str, item: Card | Question, language: Language, *, hint: bool = False) -> str:
    """`text` followed by data of `item`: the hint if it has no other place, exam and today if they
    differ, and the source.
    """
    said: Mapping[str, str | None] = {
        "hint": item.hint if hint and isinstance(item, Question) else None,
        "exam": item.era.exam if item.era else None,
        "today": item.era.today if item.era else None,
    }
    lines = [
        say(_LABELS[name], language) + re.sub(r"\s*\n\s*\n\s*", " ", line)
        for name, line in said.items()
        if line
    ]
    source = say("Source: {url} (checked {day})", language, url=item.source, day=item.checked)
    return "\n\n".join(part for part in (text, *lines, source) if part)


def read_tail(text: str) -> Tail:
    """Removes what `with_tail` added from `text`."""
    paragraphs = text.split("\n\n")
    tail = Tail("")
    while paragraphs and _take(paragraphs[-1].strip(), tail):
        paragraphs.pop()
    tail.text = "\n\n".join(paragraphs).strip()
    return tail


def _take(line: str, tail: Tail) -> bool:
    if (source := _SOURCE.fullmatch(line)) is not None and not tail.source:
        tail.source = source["url"] or source["ko_url"]
        day = source["day"] or source["ko_day"]
        try:
            tail.checked = date.fromisoformat(day) if day else None
        except ValueError:
            tail.checked = None
        return True
    for name, label in _LABELS.items():
        for start in (label.en, label.ko):
            if line.startswith(start) and name not in tail.said:
                tail.said[name] = line.removeprefix(start)
                return True
    return False
