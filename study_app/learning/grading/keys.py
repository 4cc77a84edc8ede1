"""An accepted form made ready for comparison, and the ways in which a response may be peeled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from study_app.learning.grading.cleaning import clean, squash
from study_app.learning.grading.commands import in_option_order, is_command
from study_app.learning.grading.glossary import Glossary
from study_app.learning.grading.hangul import has_hangul, without_ending
from study_app.learning.grading.known_terms import english_words, without_maker
from study_app.learning.grading.tokens import Token, tokenise, words
from study_app.learning.grading.words import negators

_AROUND = " \n\t.,;:!?\"'`*_<>()[]{}•-$#>~"
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_ACTION_PREFIX = re.compile(r"^([a-z][a-z0-9-]{1,30}):(?=[A-Za-z])", re.IGNORECASE)
_FUNCTION_PREFIX = re.compile(r"^(?:fn(?:::?| )|!)(?=\w)", re.IGNORECASE)
_MEMBER_PREFIX = re.compile(r"^(?:[a-z][a-z0-9_]{0,30}\.)+(?=[A-Za-z]\w*(?:\(.*\))?$)")


@dataclass(frozen=True, slots=True)
class Key:
    """One accepted form. `tokens` as written, `english` with the glossary's words in English."""

    shown: str
    squashed: str
    tokens: tuple[Token, ...]
    english: tuple[Token, ...]
    negators: frozenset[str]
    prefix: str
    command: bool


def key_of(accepted: str, glossary: Glossary) -> Key:
    """The key of one accepted form; Amazon, AWS and prefixes (`sts:`, `Fn::`) do not count."""
    text = clean(accepted)
    command = is_command(text)
    bare = in_option_order(text) if command else without_maker(without_prefix(text))
    tokens = tokenise(bare)
    return Key(
        shown=accepted,
        squashed=squash(bare) or bare,
        tokens=tokens,
        english=glossary.canonical(tokens),
        negators=negators(words(text)),
        prefix=action_prefix(text),
        command=command,
    )


def peeled(text: str, keys: tuple[Key, ...]) -> Iterator[str]:
    """`text` and what it is without signs, article, maker, prefix and final Korean ending."""
    bare = text.strip(_AROUND)
    if not any(key.tokens[:1] and key.tokens[0].text == "a" for key in keys):
        # Not kept as it is: `a symmetric` without its blank would be `asymmetric`.
        bare = _ARTICLE.sub("", bare)
    if any(key.command for key in keys):
        yield in_option_order(bare)
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


def english_of(text: str, glossary: Glossary) -> tuple[str, ...]:
    return english_words(glossary.canonical(tokenise(text)))


def action_prefix(text: str) -> str:
    """`sts` of `sts:AssumeRole`; empty for `Fn::GetAtt` and for text without a prefix."""
    match = _ACTION_PREFIX.match(text)
    return match[1].casefold() if match is not None else ""


def without_prefix(text: str) -> str:
    """`AssumeRole` of `sts:AssumeRole`, `GetAtt` of `Fn::GetAtt` and of `!GetAtt`."""
    return _ACTION_PREFIX.sub("", _FUNCTION_PREFIX.sub("", text))


def without_member_prefix(text: str) -> str:
    """`PutItem` of `client.PutItem`."""
    return _MEMBER_PREFIX.sub("", text)
