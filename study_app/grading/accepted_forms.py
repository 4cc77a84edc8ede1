"""An accepted form prepared for comparison, and the ways to peel a response."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from study_app.grading.cleaning import clean, squash
from study_app.grading.code.commands import in_option_order, is_command
from study_app.grading.code.structures import Structure, structure_of, words_of
from study_app.grading.hangul.endings import without_ending
from study_app.grading.hangul.letters import has_hangul
from study_app.grading.terms.glossary import Glossary
from study_app.grading.terms.known_terms import english_words
from study_app.grading.tokens import Token, split_words, tokenize
from study_app.grading.vetoes.negation import negators
from study_app.grading.wording.prefixes import (
    action_prefix,
    without_maker,
    without_member_prefix,
    without_prefix,
)

_AROUND = " \n\t.,;:!?\"'`*_<>()[]{}•-$#>~"
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AcceptedForm:
    """One accepted form. `squashed` without Amazon, AWS and prefixes, `whole` with them.

    `tokens` as written, `english` with the glossary's words in English,
    `stems` these as `english_words` gives them.

    `negators`: also those within a name (`attribute_not_exists`). `structure`: what it is as JSON
    or YAML; its words then stand in the order of its keys.
    """

    shown: str
    squashed: str
    whole: str
    tokens: tuple[Token, ...]
    english: tuple[Token, ...]
    stems: tuple[str, ...]
    negators: frozenset[str]
    prefix: str
    command: bool
    structure: Structure | None


def form_of(accepted: str, glossary: Glossary) -> AcceptedForm:
    """An accepted answer as an `AcceptedForm`; Amazon, AWS and prefixes (`sts:`) do not count."""
    text = clean(accepted)
    command = is_command(text)
    structure = structure_of(accepted)
    bare = words_of(structure) if structure is not None else without_maker(without_prefix(text))
    if command:
        bare = in_option_order(text)
    tokens = tokenize(bare)
    english = glossary.canonical(tokens)
    return AcceptedForm(
        shown=accepted,
        squashed=squash(bare) or bare,
        whole=squash(text) or text,
        tokens=tokens,
        english=english,
        stems=english_words(english),
        negators=negators((*split_words(text), *(token.text for token in tokens))),
        prefix=action_prefix(text),
        command=command,
        structure=structure_of(accepted.casefold()),
    )


def peeled(text: str, forms: tuple[AcceptedForm, ...]) -> Iterator[str]:
    """`text` and what it is without signs, article, maker, prefix and final Korean ending."""
    bare = text.strip(_AROUND)
    if not any(form.tokens[:1] and form.tokens[0].text == "a" for form in forms):
        # Not kept as it is: `a symmetric` without its blank would be `asymmetric`.
        bare = _ARTICLE.sub("", bare)
    if any(form.command for form in forms):
        yield in_option_order(bare)
    if all(form.command for form in forms):
        return
    seen = [bare]
    yield bare
    for step in (without_maker, without_prefix, without_member_prefix, without_maker):
        shorter = step(seen[-1])
        if shorter != seen[-1]:
            seen.append(shorter)
            yield shorter
    for form in tuple(seen):
        if has_hangul(form[-1:]):
            head, blank, last = form.rpartition(" ")
            yield from (head + blank + bare for bare in without_ending(last)[1:])


def without_prefixes(text: str) -> str:
    """As `without_prefix`, for every word of a sentence."""
    return " ".join(without_prefix(word.lstrip(_AROUND)) or word for word in text.split(" "))
