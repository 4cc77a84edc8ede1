"""A study sheet to read: the cards of each topic, its questions, and then their answers."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from study_app.exchange.provenance import with_tail
from study_app.exchange.sheet import Chapter
from study_app.learning.answering.solution import key_lines
from study_app.learning.material.items import Choice, Choices, Matching, Ordering, Question, Typed
from study_app.words.language import Language
from study_app.words.wording import say

_SIGNS = "\\`*_[]<>#|~&"


def write(chapters: Sequence[Chapter], language: Language) -> bytes:
    """The file, in UTF-8."""
    text = "\n\n".join(_blocks(chapters, language)) + "\n"
    return text.encode("utf-8", "replace")


def _blocks(chapters: Sequence[Chapter], language: Language) -> Iterator[str]:
    yield f"# {say('Study sheet', language)}"
    for chapter in chapters:
        yield f"## {literal(chapter.title)}"
        for card in chapter.cards:
            yield f"### {literal(card.title)}"
            yield with_tail(card.body, card, language)
        if not chapter.questions:
            continue
        yield f"### {say('Questions', language)}"
        for number, question in enumerate(chapter.questions, start=1):
            yield f"**{number}.** {question.prompt}"
            yield from _to_choose(question, language)
        yield f"### {say('Answer', language)}"
        for number, question in enumerate(chapter.questions, start=1):
            key = "; ".join(map(literal, key_lines(question)))
            yield f"**{number}.** {key}"
            yield from reasons(question)
            yield with_tail("", question, language, hint=True)


def _to_choose(question: Question, language: Language) -> Iterator[str]:
    if (to_do := instruction(question, language)) is not None:
        yield to_do
    lines = answer_items(question)
    if lines:
        yield "\n".join(f"- {literal(line)}" for line in lines)


def instruction(question: Question, language: Language) -> str | None:
    """The instruction, if the prompt alone does not give it."""
    match question.form:
        case Choices() as form:
            return say("Choose {count}.", language, count=form.choose)
        case Ordering():
            return say("Put in order.", language)
        case Matching():
            return say("Match.", language)
        case Choice() | Typed():
            return None
        case _:
            assert_never(question.form)


def answer_items(question: Question) -> list[str]:
    """The choices, in an order that reveals nothing."""
    match question.form:
        case Choice(options) | Choices(options):
            return sorted(option.text for option in options.values())
        case Typed():
            return []
        case Ordering(items):
            return sorted(items.values())
        case Matching(pairs):
            left = [left for left, _ in pairs.values()]
            return [*left, *sorted(right for _, right in pairs.values())]
        case _:
            assert_never(question.form)


def reasons(question: Question) -> Iterator[str]:
    """The reasons as Markdown: of each option, or of the whole."""
    match question.form:
        case Choice(options) | Choices(options):
            for option in options.values():
                sign = "✓" if option.correct else "✗"
                yield f"{sign} {literal(option.text)}"
                yield option.why
        case Typed(why=why) | Ordering(why=why) | Matching(why=why):
            yield why
        case _:
            assert_never(question.form)


def literal(text: str) -> str:
    """Plain text escaped for Markdown, on one line."""
    line = " ".join(text.split())
    found = "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in line)
    return f"\\{found}" if found[:1] in {"-", "+", "="} else found
