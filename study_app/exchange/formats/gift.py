"""GIFT, Moodle's text format, as described at docs.moodle.org/en/GIFT_format.

A card is a description, a typed question a short answer: near misses get half of the points,
confusables none. An ordering is written in the form that Moodle's ordering question type reads.
Line ends within a text are `\\n`, since a blank line ends a question.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

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

_ESCAPED: Final = re.compile(r"[\\~=#{}:]")
_MARKED: Final = re.compile(r"[\\*_`<>&\[\]|]|^\s*(?:[-+#]|\d+[.)])")
"""What Markdown would read as markup."""

_HIDDEN: Final = dict(zip("\\:#={}~n", map(chr, range(0xF0000, 0xF0008)), strict=True))
_SHOWN: Final = {ord(sign): "\n" if name == "n" else name for name, sign in _HIDDEN.items()}
_COMMENT_TAGS: Final = re.compile(r"\[(id|tag):((?:\\.|[^\]\\])*)\]")
_FORMAT: Final = re.compile(r"\[(html|moodle|plain|markdown)\]")
_WEIGHT: Final = re.compile(r"%(-?\d{1,3}(?:\.\d+)?)%")
_ORDERING: Final = re.compile(
    r">\s*(?:\d+\s+)?(?:(?:ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG)\s+)?"
    r"(?:(?:HORIZONTAL|HORI|H|VERTICAL|VERT|V)\s+)?(?:(?:ALL_OR_NOTHING|(?:ABS|REL)\w*)\s+)?"
    r"(?:(?:SHOW|HIDE)\s+)?(?:(?:none|abc|ABCD|123|iii|III)\s+)?(.*)",
    re.DOTALL,
)


def write(chapters: Sequence[Chapter], language: Language) -> bytes:
    """The file, in UTF-8."""
    return "".join(_written(chapters, language)).encode("utf-8", "replace")


def _written(chapters: Sequence[Chapter], language: Language) -> Iterator[str]:
    for chapter in chapters:
        title = " ".join(chapter.title.split()).replace("/", "//")
        yield f"$CATEGORY: {_escape(title)}\n\n"
        for item in chapter.items:
            tags = "".join(f" [tag:{_in_comment(tag)}]" for tag in tags_of(item))
            yield f"// [id:{_in_comment(item.id)}]{tags}\n"
            if isinstance(item, Card):
                body = with_tail(item.body, item, language)
                yield f"::{_escape(item.title)}::[markdown]{_escape(body)}\n\n"
            else:
                yield f"::{_escape(item.id)}::[markdown]{_escape(item.prompt)} {{"
                yield from _answers(item, language)
                yield "}\n\n"


def _answers(question: Question, language: Language) -> Iterator[str]:
    form = question.form
    why = ""
    match form:
        case Choice(options):
            yield "\n"
            for one in options.values():
                yield f"\t{'=' if one.correct else '~'}{_option(one)}\n"
        case Choices(options):
            yield "\n"
            share = f"{100 / form.choose:.5f}".rstrip("0").rstrip(".")
            for one in options.values():
                yield f"\t~%{share if one.correct else -100}%{_option(one)}\n"
        case Typed(answer, why):
            yield from _typed(answer)
        case Ordering(items, why):
            yield f">{len(items)} ALL VERTICAL ALL_OR_NOTHING\n"
            for text in items.values():
                yield f"\t{_escape(_shielded(text))}\n"
        case Matching(pairs, why):
            yield "\n"
            for left, right in pairs.values():
                yield f"\t={_escape(_shielded(left))} -> {_escape(right)}\n"
        case _:
            assert_never(form)
    yield f"\t####{_escape(with_tail(why, question, language, hint=True))}\n"


def _typed(answer: Answer) -> Iterator[str]:
    weighed = [
        (weight, text)
        for weight, texts in ((100, answer.accept), (50, answer.near), (0, answer.confusables))
        for text in texts
    ]
    numeric = all(NUMBER.fullmatch(text) for _, text in weighed)
    yield "#\n" if numeric else "\n"
    for weight, text in weighed:
        tolerance = ":0" if numeric else ""
        # An arrow would turn it into a matching question.
        yield f"\t=%{weight}%{_escape(text.replace('->', '-&gt;'))}{tolerance}\n"


def _option(option: Option) -> str:
    form = "[plain]" if _MARKED.search(option.text) else ""
    mark = "%0%" if option.text.startswith("%") and not option.correct else ""
    if option.text.startswith("%") and option.correct:
        form = "[plain]"
    why = "[markdown]" if form else ""
    return f"{mark}{form}{_escape(option.text)}#{why}{_escape(option.why)}"


def _escape(text: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _in_comment(text: str) -> str:
    return re.sub(r"[\]\\]", r"\\\g<0>", " ".join(text.split()))


def _shielded(text: str) -> str:
    """`text`, escaped where `->` would split it, `//` would comment it out, or an entity would be
    decoded."""
    text = text.replace("&", "&amp;").replace("->", "-&gt;")
    return f"&#47;{text[1:]}" if text.startswith("//") else text


def _unshielded(text: str) -> str:
    if text.startswith("&#47;"):
        text = "/" + text.removeprefix("&#47;")
    return text.replace("-&gt;", "->").replace("&amp;", "&")


def read(data: bytes) -> Reading:
    """Read the file. Raises UnicodeDecodeError if it is not UTF-8, and `TooMany`."""
    reading = Reading()
    chapter = ""
    for line, block in _blocks(data.decode("utf-8-sig")):
        comments = [one for one in block if one.lstrip().startswith("//")]
        text = "\n".join("" if one in comments else one for one in block)
        stripped = text.strip()
        if not stripped:
            continue
        first = line + text[: len(text) - len(text.lstrip())].count("\n")
        if stripped.startswith("$CATEGORY:"):
            chapter = _category(_show(_hide(stripped.removeprefix("$CATEGORY:"))))
            continue
        _read_one(reading, first, stripped, comments, chapter)
    return reading


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Blocks of lines separated by blank ones, with the number of the first line."""
    block: list[str] = []
    number = 0
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield number - len(block) + 1, block


def _category(path: str) -> str:
    """The last part of a category path, in which `//` is a slash."""
    parts = re.split(r"(?<!/)/(?!/)", path.strip())
    return parts[-1].strip().replace("//", "/")


def _read_one(
    reading: Reading, line: int, text: str, comments: Sequence[str], chapter: str
) -> None:
    text = _hide(text)
    name = ""
    if text.startswith("::") and "::" in text[2:]:
        name, _, text = text[2:].partition("::")
        name = _show(name).strip()
    before, opened, rest = text.partition("{")
    inside, closed, after = rest.partition("}")
    if bool(opened) != bool(closed):
        reading.refuse(
            line, name or _show(text), Text("a brace is unmatched", "괄호의 짝이 없습니다")
        )
        return
    general = ""
    if "####" in inside:
        inside, _, general = inside.rpartition("####")
    asked = f"{before.strip(chr(10))}_____{after}" if after.strip() else before.strip()
    prompt, markup = _formatted(asked, Markup.MOODLE)
    draft = Draft(line=line, kind="card", prompt="", title=name, chapter=chapter)
    found = _COMMENT_TAGS.findall("\n".join(comments))
    values = [(kind, re.sub(r"\\(.)", r"\1", value)) for kind, value in found]
    add_tags(draft, [value for kind, value in values if kind == "tag"])
    draft.id = next((value for kind, value in values if kind == "id"), "")
    said, own = _formatted(general, markup) if opened else (prompt, markup)
    tail = read_tail(to_markdown(said, own, draft.notes))
    draft.prompt = tail.text if not opened else to_markdown(prompt, markup, draft.notes)
    draft.why = tail.text if opened else ""
    draft.hint, draft.exam, draft.today = (tail.said.get(key, "") for key in _SAID)
    draft.source, draft.checked = tail.source, tail.checked
    if opened:
        problem = _read_answers(draft, inside.strip(), markup)
        if problem is not None:
            reading.refuse(line, draft.named, problem)
            return
    reading.add(draft)


_FULL: Final = 100
_SAID: Final = ("hint", "exam", "today")


def _read_answers(draft: Draft, inside: str, markup: Markup) -> Text | None:
    """Put the contents of the braces into `draft`; a returned text says why that is impossible."""
    if not inside:
        return Text("an essay is not graded here", "서술형은 여기서 채점하지 않습니다")
    count = inside.count("=") + inside.count("~")
    if count > MOST_ANSWERS:
        return TOO_MANY_ANSWERS.filled(count=count, most=MOST_ANSWERS)
    if inside.startswith("#"):
        draft.kind = "typed"
        return _read_numbers(draft, inside[1:], markup)
    if inside.startswith(">"):
        draft.kind = "ordering"
        found = _ORDERING.fullmatch(inside)
        texts = found[1].split("\n") if found else []
        draft.options = [
            Option(_unshielded(_show(one.strip())), "", correct=True)
            for one in texts
            if one.strip()
        ]
    elif "~" in inside:
        draft.kind = "choice"
        least = _FULL if "=" in inside else 0.001
        for part in filter(None, map(str.strip, re.split(r"(?=[~=])", inside))):
            weight, text, why = _weighed(part, markup, draft.notes)
            draft.options.append(Option(text, why, correct=weight >= least))
            if 0 < weight < least:
                draft.notes.append(PARTLY)
    elif "->" in inside:
        draft.kind = "matching"
        for part in filter(None, map(str.strip, inside.split("="))):
            left, _, right = part.partition("->")
            sides = (_unshielded(_show(left.strip())), _show(right.strip()))
            # Markdown characters are kept: Moodle shows the right side as is.
            own = Markup.PLAIN if markup is Markup.MARKDOWN else markup
            draft.pairs.append((plain(sides[0], own), plain(sides[1], own)))
    elif re.fullmatch(r"(?:T|F|TRUE|FALSE)(?:#.*)?", inside, re.DOTALL):
        return Text(
            "true or false has two options, a choice here four",
            "참·거짓은 보기가 둘인데 여기서는 넷이어야 합니다",
        )
    else:
        draft.kind = "typed"
        for part in filter(None, map(str.strip, inside.split("="))):
            weight, text, _ = _weighed(f"={part}", Markup.PLAIN, draft.notes)
            _, _, said = part.partition("#")
            _sort(draft, weight, text.replace("-&gt;", "->"))
            said, written_in = _formatted(said, markup)
            draft.explain(text, to_markdown(said, written_in, draft.notes))
    return None


def _read_numbers(draft: Draft, inside: str, markup: Markup) -> Text | None:
    for part in filter(None, map(str.strip, re.split(r"(?=[~=])", inside))):
        weight, text, why = _weighed(part, markup, draft.notes)
        draft.explain(text.partition(":")[0], why)
        if part.startswith("~"):  # feedback on every other number
            continue
        number, _, tolerance = text.partition(":")
        if ".." in number:
            return Text("a range of numbers cannot be asked", "숫자의 범위는 물을 수 없습니다")
        if tolerance.strip().strip("0.") and weight > 0:
            draft.notes.append(
                Text(
                    "the tolerance {of} is left out: the number itself counts",
                    "허용 오차 {of}(은)는 빠집니다. 그 숫자만 정답입니다",
                ).filled(of=tolerance.strip())
            )
        _sort(draft, weight, number.strip())
    return None


def _sort(draft: Draft, weight: float, text: str) -> None:
    into = draft.accept if weight >= _FULL else draft.near if weight > 0 else draft.wrong
    into.append(text)


def _weighed(part: str, markup: Markup, notes: list[Text]) -> tuple[float, str, str]:
    """The weight in percent, text and feedback of an answer that begins with its sign."""
    sign, rest = (part[0], part[1:]) if part[0] in "~=" else ("=", part)
    weight = 100.0 if sign == "=" else 0.0
    if (found := _WEIGHT.match(rest)) is not None:
        weight, rest = float(found[1]), rest[found.end() :]
    text, _, why = rest.partition("#")
    text, own = _formatted(text, markup)
    said, form = _formatted(why, markup)
    return weight, plain(text, own), to_markdown(said, form, notes)


def _formatted(text: str, markup: Markup) -> tuple[str, Markup]:
    """The text without escapes, and its markup format."""
    text = text.strip()
    if (found := _FORMAT.match(text)) is not None:
        markup, text = Markup(found[1]), text[found.end() :]
    return _show(text).strip(), markup


def _hide(text: str) -> str:
    """`text` with private characters in place of escaped ones."""
    return re.sub(r"\\([\\:#={}~n])", lambda found: _HIDDEN[found[1]], text)


def _show(text: str) -> str:
    return text.translate(_SHOWN)
