"""Moodle XML, as described at docs.moodle.org/en/Moodle_XML_format.

A card is a description, a typed question a short answer or, if all of its answers are numbers, a
numerical one: near misses get half of the points, confusables none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, assert_never
from xml.sax.saxutils import escape, quoteattr

from study_app.exchange.drafts import (
    MOST_ANSWERS,
    NUMBER,
    PARTLY,
    TOO_MANY_ANSWERS,
    Draft,
    Reading,
    add_tags,
)
from study_app.exchange.formats.markup import Markup, plain, to_markdown
from study_app.exchange.formats.xml_tree import Element, bad_xml, parse
from study_app.exchange.provenance import read_tail, tags_of, with_tail
from study_app.exchange.sheet import Chapter
from study_app.grading.answer import Answer
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

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""

_FORMATS: Final = {
    "html": Markup.HTML,
    "moodle_auto_format": Markup.MOODLE,
    "plain_text": Markup.PLAIN,
    "markdown": Markup.MARKDOWN,
}
_FULL: Final = 100


def write(chapters: Sequence[Chapter], language: Language) -> bytes:
    """The file, in UTF-8."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    for chapter in chapters:
        path = " ".join(chapter.title.split()).replace("/", "//")
        lines.append('  <question type="category">')
        lines.append(f"    <category><text>$course$/top/{_text(path)}</text></category>")
        lines.append("  </question>")
        for item in chapter.items:
            lines += _question(item, language)
    lines.append("</quiz>")
    return ("\n".join(lines) + "\n").encode()


def _question(item: Card | Question, language: Language) -> Iterator[str]:
    is_card = isinstance(item, Card)
    name, asked = (item.title, item.body) if isinstance(item, Card) else (item.id, item.prompt)
    kind = "description" if isinstance(item, Card) else _type(item)
    why = getattr(item, "form", None)
    said = getattr(why, "why", "") if not isinstance(why, Choice) else ""
    yield f"  <question type={quoteattr(kind)}>"
    yield f"    <name><text>{_text(name)}</text></name>"
    yield f"    {_marked('questiontext', asked)}"
    yield f"    {_marked('generalfeedback', with_tail(said, item, language))}"
    yield f"    <defaultgrade>{0 if is_card else 1}</defaultgrade>"
    yield f"    <idnumber>{_text(item.id)}</idnumber>"
    if isinstance(item, Question):
        yield from (f"    {line}" for line in _answers(item))
        if item.hint:
            yield f"    {_marked('hint', item.hint)}"
    yield "    <tags>"
    yield from (f"      <tag><text>{_text(tag)}</text></tag>" for tag in tags_of(item))
    yield "    </tags>"
    yield "  </question>"


def _type(question: Question) -> str:
    match question.form:
        case Choice() | Choices():
            return "multichoice"
        case Typed(answer):
            return "numerical" if _is_numeric(answer) else "shortanswer"
        case Ordering():
            return "ordering"
        case Matching():
            return "matching"
        case _:
            assert_never(question.form)


def _is_numeric(answer: Answer) -> bool:
    texts = (*answer.accept, *answer.near, *answer.confusables)
    return all(map(NUMBER.fullmatch, texts))


def _answers(question: Question) -> Iterator[str]:
    form = question.form
    match form:
        case Choice(options) | Choices(options):
            single = isinstance(form, Choice)
            yield f"<single>{'true' if single else 'false'}</single>"
            yield "<shuffleanswers>true</shuffleanswers>"
            share = f"{_FULL / sum(one.correct for one in options.values()):.5f}"
            wrong = "0" if single else "-100"
            for one in options.values():
                points = share.rstrip("0").rstrip(".") if one.correct else wrong
                yield f'<answer fraction="{points}" format="plain_text">'
                yield f"  <text>{_text(one.text)}</text>"
                yield f"  {_marked('feedback', one.why)}"
                yield "</answer>"
        case Typed(answer):
            if not _is_numeric(answer):
                yield "<usecase>0</usecase>"
            tolerance = "<tolerance>0</tolerance>" if _is_numeric(answer) else ""
            weighed = ((100, answer.accept), (50, answer.near), (0, answer.confusables))
            for fraction, texts in weighed:
                for text in texts:
                    said = f"<text>{_text(text)}</text>{tolerance}"
                    yield f'<answer fraction="{fraction}">{said}</answer>'
        case Ordering(items):
            yield "<layouttype>VERTICAL</layouttype>"
            yield "<selecttype>ALL</selecttype>"
            yield f"<selectcount>{len(items)}</selectcount>"
            yield "<gradingtype>ALL_OR_NOTHING</gradingtype>"
            for place, text in enumerate(items.values(), start=1):
                yield (
                    f'<answer fraction="{place}.0000000" format="plain_text">'
                    f"<text>{_text(text)}</text></answer>"
                )
        case Matching(pairs):
            yield "<shuffleanswers>true</shuffleanswers>"
            for left, right in pairs.values():
                yield '<subquestion format="plain_text">'
                yield f"  <text>{_text(left)}</text>"
                yield f"  <answer><text>{_text(right)}</text></answer>"
                yield "</subquestion>"
        case _:
            assert_never(form)


def _marked(name: str, text: str) -> str:
    return f'<{name} format="markdown"><text>{_text(text)}</text></{name}>'


def _text(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", escape(text))


def read(data: bytes) -> Reading:
    """Read the file. Raises `BadXml` and `TooMany`."""
    quiz = parse(data)
    if quiz.name != "quiz":
        what = "<quiz> must be the outermost element, not <{name}>"
        raise bad_xml(quiz.line, what, name=quiz.name)
    reading = Reading()
    chapter = ""
    for one in quiz.all("question"):
        if one.attributes.get("type") == "category":
            path = one.said("category", "text").removeprefix("$course$/top/")
            parts = re.split(r"(?<!/)/(?!/)", path)
            chapter = parts[-1].strip().replace("//", "/")
        else:
            _read_one(reading, one, chapter)
    return reading


def _read_one(reading: Reading, one: Element, chapter: str) -> None:
    kind = one.attributes.get("type", "")
    name = one.said("name", "text")
    read_as = _KINDS.get(kind)
    if read_as is None:
        why = _REASONS.get(
            kind,
            Text(
                "this kind of question is not supported: {kind}",
                "이런 유형의 문제는 없습니다: {kind}",
            ),
        )
        reading.refuse(one.line, name, why.filled(kind=kind or "?"))
        return
    count = sum(child.name in {"answer", "subquestion"} for child in one.children)
    if count > MOST_ANSWERS:
        why = TOO_MANY_ANSWERS.filled(count=count, most=MOST_ANSWERS)
        reading.refuse(one.line, name, why)
        return
    draft = Draft(line=one.line, kind=read_as, prompt="", title=name, chapter=chapter)
    draft.id = one.said("idnumber")
    add_tags(draft, (tag.said("text") for tags in one.all("tags") for tag in tags.all("tag")))
    draft.prompt = _markdown(one.first("questiontext"), draft)
    tail = read_tail(_markdown(one.first("generalfeedback"), draft))
    draft.why, draft.source, draft.checked = tail.text, tail.source, tail.checked
    draft.exam, draft.today = tail.said.get("exam", ""), tail.said.get("today", "")
    draft.hint = "\n".join(filter(None, (_markdown(hint, draft) for hint in one.all("hint"))))
    if one.has("file"):
        draft.notes.append(Text("its files are left out", "파일은 빠집니다"))
    if any(one.said(f"{name}feedback", "text") for name in ("correct", "incorrect")):
        draft.notes.append(
            Text(
                "its combined feedback for right and wrong answers is left out",
                "맞았을 때와 틀렸을 때의 공통 피드백은 빠집니다",
            )
        )
    if kind == "matching":
        for pair in one.all("subquestion"):
            left = plain(pair.said("text"), _markup(pair))
            draft.pairs.append((left, plain(pair.said("answer", "text"), Markup.PLAIN)))
    else:
        _read_answers(draft, one, kind)
    reading.add(draft)


def _read_answers(draft: Draft, one: Element, kind: str) -> None:
    answers = [(_fraction(answer), answer) for answer in one.all("answer")]
    if kind == "ordering":
        answers.sort(key=lambda each: each[0])
    for fraction, answer in answers:
        if kind in {"shortanswer", "numerical"}:
            text = answer.said("text")
            into = draft.near if 0 < fraction < _FULL else draft.wrong
            (draft.accept if fraction >= _FULL else into).append(plain(text, Markup.PLAIN))
            draft.explain(text, _markdown(answer.first("feedback"), draft))
            tolerance = answer.said("tolerance")
            if kind == "numerical" and tolerance.strip("0.") and fraction > 0:
                draft.notes.append(
                    Text(
                        "the tolerance {of} is left out: the number itself counts",
                        "허용 오차 {of}(은)는 빠집니다. 그 숫자만 정답입니다",
                    ).filled(of=tolerance)
                )
        else:
            why = _markdown(answer.first("feedback"), draft)
            text = plain(answer.said("text"), _markup(answer))
            least = (
                _FULL if one.said("single") in {"", "true", "1"} and kind != "ordering" else 0.001
            )
            draft.options.append(Option(text, why, correct=fraction >= least))
            if 0 < fraction < least:
                draft.notes.append(PARTLY)


def _fraction(answer: Element) -> float:
    try:
        return float(answer.attributes.get("fraction", "0"))
    except ValueError:
        return 0.0


def _markdown(element: Element | None, draft: Draft) -> str:
    return (
        "" if element is None else to_markdown(element.said("text"), _markup(element), draft.notes)
    )


def _markup(element: Element) -> Markup:
    return _FORMATS.get(element.attributes.get("format", ""), Markup.HTML)


_KINDS: Final = {
    "description": "card",
    "multichoice": "choice",
    "shortanswer": "typed",
    "numerical": "typed",
    "ordering": "ordering",
    "matching": "matching",
}
_REASONS: Final = {
    "essay": Text("an essay is not graded here", "서술형은 여기서 채점하지 않습니다"),
    "truefalse": Text(
        "true or false has two options, a choice here four",
        "참·거짓은 보기가 둘인데 여기서는 넷이어야 합니다",
    ),
}
