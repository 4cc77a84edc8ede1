"""Writes a topic as readable YAML that `reading.topics` reads back."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Final, assert_never

from study_app.learning.material.items import (
    Card,
    Choice,
    Choices,
    Item,
    Matching,
    Option,
    Ordering,
    Question,
    Typed,
)
from study_app.learning.material.texts import text_hash, texts

WIDTH: Final = 100

_PLAIN: Final = re.compile(r"[^\W\d_][^\n]*")
"""What may stand without quotes begins with a letter."""

_SIGNS: Final = re.compile(r": |:$| #|[\[\]{},]")
_WORDS_OF_YAML: Final = frozenset("null true false yes no on off y n".split())  # noqa: SIM905


def topic_text(
    topic: str,
    title: str,
    cards: Sequence[Card],
    questions: Sequence[Question],
    position: int | None = None,
) -> str:
    """The text of the file `topics/TOPIC.yaml`."""
    lines = [f"topic: {topic}", f"title: {_scalar(title)}"]
    if position is not None:
        lines.append(f"position: {position}")
    if cards:
        lines.append("cards:")
        lines += (line for card in cards for line in _card(card))
    if questions:
        lines.append("questions:")
        lines += (line for question in questions for line in _question(question))
    return "\n".join(lines) + "\n"


def translation_text(
    topic: str, title: str, translated: Iterable[tuple[Card | Question, Card | Question]]
) -> str:
    """The text of the file `ko/topics/TOPIC.yaml`, of items each with its translation."""
    lines = [f"topic: {topic}", f"title: {_scalar(title)}"]
    items = list(translated)
    for section, kind in (("cards", Card), ("questions", Question)):
        found = [one for one in items if isinstance(one[0], kind)]
        if found:
            lines.append(f"{section}:")
            lines += (line for english, other in found for line in _translation(english, other))
    return "\n".join(lines) + "\n"


def _translation(english: Card | Question, other: Card | Question) -> Iterator[str]:
    yield f"  - id: {_name(english)}"
    yield f'    of: "{text_hash(english)}"'
    known = texts(english)
    yield from _nested(
        {path: text for path, text in texts(other).items() if text != known.get(path)}, 4
    )


def _nested(by_path: Mapping[str, str], indent: int) -> Iterator[str]:
    """Texts by path as mappings within mappings."""
    groups: dict[str, dict[str, str]] = {}
    for path, text in by_path.items():
        first, _, rest = path.partition(".")
        groups.setdefault(first, {})[rest] = text
    for name, below in groups.items():
        if "" in below:
            yield from _field(name, below[""], indent)
        else:
            yield f"{' ' * indent}{name}:"
            yield from _nested(below, indent + 2)


def _card(card: Card) -> Iterator[str]:
    yield f"  - id: {_name(card)}"
    yield from _field("title", card.title, 4)
    yield from _field("body", card.body, 4)
    if card.scenario:
        yield f"    scenario: {card.scenario}"
    yield from _provenance(card)


def _question(question: Question) -> Iterator[str]:
    yield f"  - id: {_name(question)}"
    yield f"    kind: {question.kind.value}"
    if question.card:
        yield f"    card: {question.card.partition('/')[2]}"
    yield from _field("prompt", question.prompt, 4)
    yield from _form(question)
    yield from _provenance(question)
    yield f"    difficulty: {question.difficulty}"
    if question.hint:
        yield from _field("hint", question.hint, 4)
    if question.tags:
        yield from _list("tags", question.tags, 4)


def _form(question: Question) -> Iterator[str]:
    form = question.form
    match form:
        case Choice(options):
            yield from _options(options)
        case Choices(options):
            yield f"    choose: {form.choose}"
            yield from _options(options)
        case Typed(answer, why):
            yield "    answer:"
            yield f"      kind: {answer.kind.value}"
            yield from _list("accept", answer.accept, 6)
            if answer.confusables:
                yield from _list("confusables", answer.confusables, 6)
            if answer.near:
                yield from _list("near", answer.near, 6)
            yield from _field("why", why, 4)
        case Ordering(items, why):
            yield "    items:"
            for key, text in items.items():
                yield from _field(key, text, 6)
            yield from _field("why", why, 4)
        case Matching(pairs, why):
            yield "    pairs:"
            for key, (left, right) in pairs.items():
                yield f"      {key}: [{_scalar(left)}, {_scalar(right)}]"
            yield from _field("why", why, 4)
        case _:
            assert_never(form)


def _options(options: Mapping[str, Option]) -> Iterator[str]:
    yield "    options:"
    for key, option in options.items():
        yield f"      {key}:"
        yield from _field("text", option.text, 8)
        if option.correct:
            yield "        correct: true"
        yield from _field("why", option.why, 8)


def _provenance(item: Item) -> Iterator[str]:
    skills = ", ".join(
        f"{exam}: [{', '.join(map(_quoted, ids))}]" for exam, ids in item.skills.items()
    )
    yield f"    skills: {{{skills}}}"
    yield f"    source: {_scalar(item.source)}"
    yield f"    checked: {item.checked.isoformat()}"
    if item.era is not None:
        yield "    era:"
        yield from _field("exam", item.era.exam, 6)
        yield from _field("today", item.era.today, 6)
    if isinstance(item, Card) and item.tags:
        yield from _list("tags", item.tags, 4)


def _name(item: Item) -> str:
    return item.id.partition("/")[2]


def _list(name: str, texts: Sequence[str], indent: int) -> Iterator[str]:
    line = f"{' ' * indent}{name}: [{', '.join(map(_scalar, texts))}]"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"{' ' * indent}{name}:"
    yield from (f"{' ' * indent}  - {_scalar(text)}" for text in texts)


def _field(name: str, text: str, indent: int) -> Iterator[str]:
    """`name: text`: on one line where it fits, folded where it is long, as it is where it has
    lines of its own.
    """
    space = " " * indent
    line = f"{space}{name}: {_scalar(text)}"
    is_one_line = text == " ".join(text.split())
    if is_one_line and len(line) <= WIDTH:
        yield line
    elif is_one_line:
        yield f"{space}{name}: >-"
        width = max(40, WIDTH - indent - 2)
        folded = wrap(text, width, break_long_words=False, break_on_hyphens=False)
        yield from (f"{space}  {part}" for part in folded)
    elif _has_block(text):
        yield f"{space}{name}: |"
        yield from (f"{space}  {part}" if part else "" for part in text.split("\n"))
    else:
        yield f"{space}{name}: {_quoted(text)}"


def _has_block(text: str) -> bool:
    """Whether the text can stand as a block: its first line sets the indentation."""
    return not text.startswith((" ", "\t", "\n")) and "\r" not in text


def _scalar(text: str) -> str:
    is_plain = (
        _PLAIN.fullmatch(text)
        and not _SIGNS.search(text)
        and text.casefold() not in _WORDS_OF_YAML
        and text == text.strip()
    )
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
