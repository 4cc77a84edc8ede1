"""Quality checks on a single item."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import assert_never
from unicodedata import normalize

from study_app.bank.checking.markup import markdown_problems, plain_problems
from study_app.bank.problems import SourceFile, quoted_text, suggestion
from study_app.bank.reading.blueprints import NO_SKILL, Skills
from study_app.bank.reading.tree import Located, MappingNode, Node, place_of
from study_app.grading.answer import AnswerKind
from study_app.grading.cleaning import clean, squash
from study_app.grading.grader import Grader
from study_app.grading.reasons import Grade
from study_app.grading.verdict import Verdict
from study_app.learning.material.items import (
    Asking,
    Card,
    Choice,
    Choices,
    Form,
    Matching,
    Ordering,
    Question,
    Typed,
)
from study_app.words.text import Text

MARKDOWN_FIELDS = frozenset({"body", "prompt", "why", "era", "text"})
HTTPS = re.compile(r"https://[^\s/?#]+\.[^\s]+")


def refuse_provenance(written: Located[Card | Asking], today: date) -> None:
    """Refuse a source that is not https, and a `checked` date in the future."""
    item, node, source = written.value, written.node, written.source
    if not HTTPS.fullmatch(item.source):
        source.refuse(
            node.values["source"],
            "'source' must be an https address, not {found}",
            found=quoted_text(item.source),
        )
    if item.checked > today:
        source.refuse(node.values["checked"], "'checked' is later than today, {today}", today=today)


def refuse_split_list(written: Located[Question]) -> None:
    """Refuse a list answer whose elements are listed as separate answers: each accepted string is
    one complete list."""
    form = written.value.form
    if not isinstance(form, Typed) or form.answer.kind is not AnswerKind.LIST:
        return
    accept = form.answer.accept
    if len(accept) > 1 and not any("," in text for text in accept):
        place = place_of(written.node, "answer.accept")
        example = ", ".join(accept[:3])
        written.source.refuse(
            place,
            "each string is one complete list; separate its elements with commas: {example}",
            example=repr(example),
        )


def refuse_untaught(written: Located[Question], card: Card) -> None:
    """Refuse a typed answer that neither the card nor the prompt mentions: nobody could learn it.
    Numbers are computed and need not be there.
    """
    question = written.value
    form = question.form
    if not isinstance(form, Typed) or form.answer.kind is AnswerKind.NUMBER:
        return
    said = squash(normalize("NFKC", f"{card.title} {card.body} {question.prompt}"))
    if not form.answer.accept or any(_is_said(text, said) for text in form.answer.accept):
        return
    place = written.node.values.get("card", written.node)
    written.source.refuse(
        place,
        "the card {card} does not say {answer}",
        card=quoted_text(card.id),
        answer=quoted_text(form.answer.accept[0]),
    )


def _is_said(accepted: str, said: str) -> bool:
    """Whether every word of an accepted answer is somewhere in what is said."""
    return all(squash(clean(word)) in said for word in re.split(r"[\s,]+", accepted) if word)


def refuse_unknown_skills(written: Located[Card | Asking], skills: Skills) -> None:
    """Refuse skills that the blueprint does not have."""
    node = written.node.values["skills"]
    assert isinstance(node, MappingNode)
    for blueprint, named in written.value.skills.items():
        if blueprint not in skills:
            hint = suggestion(blueprint, skills)
            written.source.refuse(
                node.keys[blueprint],
                "unknown exam {name}{hint}",
                name=quoted_text(blueprint),
                hint=hint,
            )
            continue
        known = skills[blueprint]
        for index, skill in enumerate(named):
            if known is not None and skill not in known:
                written.source.refuse(
                    place_of(node, f"{blueprint}.{index}"),
                    NO_SKILL,
                    exam=blueprint,
                    skill=quoted_text(skill),
                    hint=suggestion(skill, known),
                )


def refuse_markup(texts: Mapping[str, str], node: MappingNode, source: SourceFile) -> None:
    """Refuse texts, by path below `node`, that would not show as typed."""
    for path, text in texts.items():
        for message in markup_problems(path, text):
            source.refuse(place_of(node, path), message)


def markup_problems(path: str, text: str) -> Iterable[Text]:
    """What in the text at `path` would not show as typed."""
    return markdown_problems(text) if is_markdown(path) else plain_problems(text)


def is_markdown(path: str) -> bool:
    """Whether the text at `path` is Markdown; the others are plain text on one line."""
    first, _, rest = path.partition(".")
    return first in MARKDOWN_FIELDS or rest.endswith(".why")


def refuse_same_texts(form: Form, node: MappingNode, source: SourceFile) -> None:
    """Refuse options, items or sides of pairs that a learner cannot tell apart."""
    for texts in _told_apart(form):
        seen: dict[str, str] = {}
        for path, text in texts.items():
            first = seen.setdefault(" ".join(text.split()), path)
            if first != path:
                source.refuse(
                    place_of(node, path),
                    "{one} is the same as {other}",
                    one=quoted_text(path),
                    other=quoted_text(first),
                )


def refuse_misgraded(written: Located[Question], grader: Grader) -> None:
    """Refuse accepted answers that are not graded correct, and confusables that are."""
    question, source = written.value, written.source
    if not isinstance(question.form, Typed):
        return
    answer = question.form.answer
    node = written.node.values["answer"]
    accepted = {_folded(text) for text in answer.accept}
    for place, text in _with_places(node, "accept", answer.accept):
        grade = grader.grade(text, answer, question.prompt)
        if grade.verdict is not Verdict.CORRECT:
            source.refuse(
                place,
                "the accepted answer {answer} is graded {verdict}: {reason}",
                answer=quoted_text(text),
                verdict=grade.verdict,
                reason=reason_of(grade),
            )
    for place, text in _with_places(node, "confusables", answer.confusables):
        if _folded(text) in accepted:
            source.refuse(
                place, "{answer} is both accepted and confusable", answer=quoted_text(text)
            )
        elif grader.grade(text, answer, question.prompt).verdict is Verdict.CORRECT:
            source.refuse(
                place, "the confusable {answer} is graded correct", answer=quoted_text(text)
            )


def reason_of(grade: Grade) -> Text:
    """Why the grader decided as it did, in both languages."""
    return Text(grade.reason.text("en"), grade.reason.text("ko"))


def answer_texts(form: Form) -> dict[str, str]:
    """The texts of a key by path; they are plain."""
    if not isinstance(form, Typed):
        return {}
    lists = {
        "accept": form.answer.accept,
        "confusables": form.answer.confusables,
        "near": form.answer.near,
    }
    return {
        f"answer.{name}.{index}": text
        for name, texts in lists.items()
        for index, text in enumerate(texts)
    }


def _told_apart(form: Form) -> Iterator[dict[str, str]]:
    match form:
        case Choice(options) | Choices(options):
            yield {f"options.{key}.text": option.text for key, option in options.items()}
        case Ordering(items):
            yield {f"items.{key}": text for key, text in items.items()}
        case Matching(pairs):
            yield {f"pairs.{key}.left": left for key, (left, _) in pairs.items()}
            yield {f"pairs.{key}.right": right for key, (_, right) in pairs.items()}
        case Typed():
            return
        case _:
            assert_never(form)


def _with_places(node: Node, name: str, texts: Sequence[str]) -> Iterator[tuple[Node, str]]:
    """Each of `texts` with its place; a computed key has none of its own."""
    for index, text in enumerate(texts):
        yield place_of(node, f"{name}.{index}"), text


def _folded(text: str) -> str:
    return " ".join(clean(text).casefold().split())
