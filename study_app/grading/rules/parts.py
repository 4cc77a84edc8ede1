"""Step 9: a part of the name, or its words in another order: the right idea, and not the name.

`Label` of `ResourceLabel`, "Amazon Kubernetes Service", `OLD_AND_NEW_IMAGES`: at least half of the
words of the key and nothing else, which are no term of their own.
"""

from study_app.grading.cleaning import squash
from study_app.grading.grades import close
from study_app.grading.hangul.sound import sounds_alike
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.spelling.word_matching import is_small
from study_app.grading.tokens import Token
from study_app.grading.tolerance import (
    FEWEST_WORDS_OF_A_LONG_NAME,
    LEAST_SHARE_OF_A_TERM,
    LONGEST_NAME_IN_PROSE,
    MEANING_SCORE,
    SHORTEST_PART,
    SHORTEST_STEM_OF_A_WORD,
    incomplete_score,
)
from study_app.grading.vetoes.contraries import NEGATING_PREFIXES
from study_app.grading.vetoes.negation import NEGATORS
from study_app.grading.wording.small_words import KIND_NOUNS
from study_app.grading.wording.stems import nouns_of, stem

_ABSTRACT = ("tion", "sion", "ency", "ancy", "ance", "ence", "ity", "ment", "ing")
_MAY_BE_CLOSE = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT})


def part(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Words of an accepted form alone, without one that turns its meaning."""
    grade = rest(text)
    if grade.reason.code not in _MAY_BE_CLOSE or key.only_structured or key.command:
        return grade
    said = [token for token in tools.glossary.read(key.bare(text)) if not is_small(token)]
    if len(said) == 1 and any(_is_noun_of(said[0], form.squashed) for form in key.forms):
        return close(key, MEANING_SCORE, ReasonCode.MEANING, key.first)
    if not said or tools.neighbours.written_as(text, key) or squash(text) in key.confusables:
        return grade
    for form in key.forms:
        own = [stem(token.text) for token in form.english]
        typed = [stem(token.text) for token in said]
        if key.code and len(own) >= FEWEST_WORDS_OF_A_LONG_NAME:
            typed = [_in_full(word, own) for word in typed]
        if any(typed.count(word) > own.count(word) for word in typed) or not _tells(said, key):
            continue
        lost = [
            token for token in form.english if stem(token.text) not in typed and not is_small(token)
        ]
        if any(token.digits or token.text in NEGATORS | NEGATING_PREFIXES for token in lost):
            continue
        if len(typed) < LEAST_SHARE_OF_A_TERM * len(own):
            continue
        if not lost and len(typed) < LONGEST_NAME_IN_PROSE:
            continue  # two words change places in another name, too: BatchGet, GetBatch
        shown = " ".join(token.shown for token in lost)
        code = ReasonCode.INCOMPLETE if lost else ReasonCode.MISSPELT
        return close(key, incomplete_score(len(typed) / len(own)), code, form.shown, shown)
    return grade


def _in_full(word: str, own: list[str]) -> str:
    """The word of a name that begins with `word`: its `Conditional`, for `Condition`."""
    long = len(word) >= SHORTEST_STEM_OF_A_WORD
    return next((one for one in own if long and one.startswith(word)), word)


def _tells(said: list[Token], key: Key) -> bool:
    """Whether the words say more than a kind of thing, or what is done (`encryption`)."""
    telling = [
        token
        for token in said
        if len(token.text) >= SHORTEST_PART and token.text not in KIND_NOUNS and not token.digits
    ]
    general = len(said) == 1 and not key.code and said[0].text.endswith(_ABSTRACT)
    return bool(telling) and not general


def _is_noun_of(token: Token, verb: str) -> bool:
    """Whether a word is the noun of an operation, in Hangul: 리트리벌 of `Retrieve`."""
    return token.hangul and any(sounds_alike(token.text, noun) for noun in nouns_of(verb))
