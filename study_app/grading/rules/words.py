"""Steps 6 to 10: the words of a claim against the words of one accepted form."""

from collections.abc import Callable
from dataclasses import dataclass

from study_app.grading.accepted_forms import AcceptedForm
from study_app.grading.grades import close, right, wrong
from study_app.grading.hangul.letters import has_hangul
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.identity import part_or_another
from study_app.grading.rules.tools import Tools
from study_app.grading.spelling.likeness import likeness
from study_app.grading.spelling.speller import Likeness
from study_app.grading.spelling.word_matching import WordMatching
from study_app.grading.terms.known_terms import english_words
from study_app.grading.tolerance import (
    EXTRA_WORDS_SCORE,
    LEAST_LIKENESS,
    LEAST_SHARE_OF_A_NAME,
    LEAST_SHARE_OF_A_TERM,
    LEAST_WORDS_OF_A_TAIL,
    MISSPELT_SHARE,
    MOST_SLIPS,
    PARTIAL_SCORE,
    incomplete_score,
)
from study_app.grading.vetoes.contraries import korean_opposite, opposite
from study_app.grading.vetoes.negation import NEGATORS
from study_app.grading.wording.stems import root


@dataclass(frozen=True, slots=True)
class Comparison:
    """One reading of the typed words as those of `form`; `missing` are places in the form."""

    reading: WordMatching
    form: AcceptedForm
    key: Key
    missing: tuple[int, ...]


WordRule = Callable[[Comparison, Tools], Grade | None]
"""One step on one comparison: a grade, or None where it has nothing to say."""


def another_term(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 3: the words that count are another known term."""
    reading, key = compared.reading, compared.key
    if not reading.alignment.missing and key.code:
        return None
    words = english_words(reading.content)
    other = tools.neighbours.read_as(words, reading.squashed, key)
    if other is None or (key.options and other.shown[0] != "-"):
        return None  # `--config` is an option and no service
    if "".join(words) in key.near:
        return close(key, PARTIAL_SCORE, ReasonCode.NEAR, key.first)
    return part_or_another(other, words, key)


def contraries(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 7: a word that means the contrary of one of the form, misspelt or not."""
    reading, form, key = compared.reading, compared.form, compared.key
    for token in reading.extra:
        nearby = reading.lost or (reading.wanted if reading.is_beside(token) else ())
        for word in nearby:
            contrary = opposite(token.text, word.text)
            if contrary is not None:
                return wrong(key, ReasonCode.OPPOSITE, token.shown, word.shown)
    if reading.lost and has_hangul(reading.squashed) and has_hangul(form.squashed):
        contrary = korean_opposite(reading.squashed, form.squashed)
        if contrary is not None:
            return wrong(key, ReasonCode.OPPOSITE, contrary, form.shown)
    return None


def name_goes_on(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 6: a name in one piece with more words is another name (BatchWriteItemAsync)."""
    reading, key = compared.reading, compared.key
    if key.code and not reading.lost and reading.goes_on:
        shown = "".join(token.shown for token in reading.typed)
        return wrong(key, ReasonCode.ANOTHER_TERM, shown)
    return None


def digits(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 6: runs of digits must be equal; those of another accepted form do not differ."""
    reading, key = compared.reading, compared.key
    known = {token.text for form in key.forms for token in form.tokens if token.exact}
    for token in reading.extra:
        if token.digits and token.text not in known and root(token.text) not in key.prompt_roots:
            differ = reading.taken or any(word.exact for word in reading.lost)
            return wrong(key, *((ReasonCode.DIGITS, token.shown) if differ else (_NOT_IT,)))
    return None


_NOT_IT = ReasonCode.UNRELATED


def term_beside(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 5: "A and B" with B another term."""
    reading, key = compared.reading, compared.key
    beside = None if reading.lost else tools.neighbours.within(reading, key)
    return None if beside is None else wrong(key, ReasonCode.ALSO_NAMES, beside.shown)


def garbled(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 8: more slips than are forgiven; step 13: the words of a name in another order."""
    reading, key = compared.reading, compared.key
    reordered = not compared.missing and key.code and not reading.alignment.in_order
    return misspelt(compared, tools) if reading.alignment.slips > MOST_SLIPS or reordered else None


def more_words(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 9: fine if all of them are filler."""
    reading, form, key = compared.reading, compared.form, compared.key
    surplus = [] if compared.missing else reading.surplus(tools.neighbours.is_service)
    if not surplus:
        return None
    shown = " ".join(reading.typed[at].shown for at in surplus)
    return close(key, EXTRA_WORDS_SCORE, ReasonCode.EXTRA_WORDS, form.shown, shown)


def spelling(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 8: every word is there, up to the slips that are forgiven, and no other term nearer."""
    reading, form, key = compared.reading, compared.form, compared.key
    if compared.missing:
        return None
    found = reading.alignment
    if not found.slips:
        code = ReasonCode.SOUND if found.likeness is Likeness.SOUND else ReasonCode.ACCEPTED
        return right(form, code, shown=form.shown)
    text = "".join(reading.typed[at].text for at in sorted(reading.taken))
    other = tools.neighbours.nearest(text, found.slips - 1, key)
    if other is not None:
        return wrong(key, ReasonCode.ANOTHER_TERM, other.shown)
    return right(form, ReasonCode.SPELLING, shown=form.shown, slips=found.slips)


def fewer_words(compared: Comparison, tools: Tools) -> Grade | None:
    """Step 9: fewer words than the form, at least half of them and the first among them.

    Without the first, more than the last of them, and more than the prompt says.
    """
    reading, form, key, missing = (
        compared.reading,
        compared.form,
        compared.key,
        compared.missing,
    )
    if reading.replaced:
        return None
    wanted = reading.wanted
    if key.code and all(wanted[to].text in NEGATORS for to in missing):
        # attribute_exists is no short form of attribute_not_exists.
        return wrong(key, ReasonCode.OPPOSITE, reading.squashed, form.shown)
    lost = " ".join(wanted[to].shown for to in missing)
    share = 1 - len(missing) / len(wanted)
    if share <= 0 or (0 in missing and not _is_tail(reading, key)):
        return None
    # Digits are no part that a reader can supply; of a command, its last word must be there.
    cut = key.code and any(wanted[to].digits for to in missing)
    cut |= form.command and (len(wanted) - 1 in missing or not reading.alignment.in_order)
    if cut or share < (LEAST_SHARE_OF_A_NAME if key.code else LEAST_SHARE_OF_A_TERM):
        code = ReasonCode.CUT_SHORT if key.code else ReasonCode.UNRELATED
        return wrong(key, code, form.shown)
    return close(key, incomplete_score(share), ReasonCode.INCOMPLETE, form.shown, lost)


def _is_tail(reading: WordMatching, key: Key) -> bool:
    """Whether the words without the first say more than the prompt does."""
    said = [token for token in reading.content if root(token.text) not in key.prompt_roots]
    matched = len(reading.wanted) - len(reading.alignment.missing)
    return bool(said) and matched >= LEAST_WORDS_OF_A_TAIL


def misspelt(compared: Comparison, tools: Tools) -> Grade:
    """Step 10, its first half: past the tolerance, but like the form in every word."""
    reading, form, key = compared.reading, compared.form, compared.key
    similar = likeness(reading.content, reading.wanted, tools.speller)
    if similar < LEAST_LIKENESS:
        return wrong(key, ReasonCode.UNRELATED)
    return close(key, similar * MISSPELT_SHARE, ReasonCode.MISSPELT, form.shown)
