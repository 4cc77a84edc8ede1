"""The steps of the grader in their order, as shared/spec/grading.md gives them.

The order is the point: every veto comes before any tolerance. Numbers (step 11) and lists (step
12) are compared in rooms of their own, elements of lists by these steps again.
"""

from collections.abc import Sequence
from functools import partial

from study_app.grading.accepted_forms import AcceptedForm
from study_app.grading.grades import rank, wrong
from study_app.grading.hangul.letters import has_hangul
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules import (
    claims,
    commands,
    effects,
    identity,
    meaning,
    parts,
    remarks,
    sentences,
    words,
)
from study_app.grading.rules.descriptions import paraphrase
from study_app.grading.rules.tools import AnswerRule, Rest, Tools
from study_app.grading.spelling.word_matching import WordMatching, is_small, joins_two
from study_app.grading.tokens import Token, tokenize, without_glued_endings
from study_app.grading.tolerance import MISSPELT_SHARE
from study_app.grading.verdict import Verdict

_MEANT_OTHERWISE = frozenset({ReasonCode.ANOTHER_TERM, ReasonCode.ALSO_NAMES, ReasonCode.OPPOSITE})


def word_by_word(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """The best grade against an accepted form; each form is read as typed and in English."""
    bare = key.bare(text)
    tokens, english = tokenize(bare), tools.glossary.read(bare)
    raw = tuple(without_glued_endings(tokens))
    if not english:
        return wrong(key, ReasonCode.UNRELATED)
    joins = joins_two(text)
    grades = []
    for form in key.forms:
        rewritten = raw != english or form.tokens != form.english
        grade = _held_against(english, form.english, form, key, tools, joins=joins)
        grades.append((*rank(grade), rewritten, grade))
        if rewritten and grade.reason.code not in _MEANT_OTHERWISE:
            as_typed = _held_against(raw, form.tokens, form, key, tools, joins=joins)
            grades.append((*rank(as_typed), False, as_typed))
    *_, best = min(grades, key=lambda ranked: ranked[:-1])
    if best.verdict is Verdict.CLOSE and has_hangul(text):
        confused = _confusable_by_sound(english, key, tools)
        if confused is not None:
            return wrong(key, ReasonCode.ANOTHER_TERM, confused.shown)
    return _unless_nearer(best, tokens, key, tools)


# Each decides, or hands the answer or its parts to the steps that follow.
OF_AN_ANSWER: tuple[tuple[str, AnswerRule], ...] = (
    ("1 one way of writing: nothing is left", identity.nothing),
    ("9 a paraphrase", paraphrase.paraphrased),
    ("13 the meaning of a name is not the name", meaning.translated),
    ("9 a part of a name", parts.part),
    ("9 a name cut off", remarks.cut_off),
    ("9 the first half of a command", commands.first_half),
    ("6 a name that goes on", identity.name_goes_on),
    ("13 a sign alone", identity.sign_alone),
    ("13 a value given to the name decides", identity.another_value),
    ("13 in code the signs decide", identity.signs),
    ("13 an IAM prefix decides", identity.wrong_prefix),
    ("2 the asked form: no acronym of the question for its own words", identity.asked_form),
    ("2 a command of the service asked for", commands.of_the_service),
    ("2 equal to an accepted form", identity.equal),
    ("3 equal to any other known term", identity.another_term),
    ("2 the same date", identity.equal_date),
    ("2 equal to an accepted form, in English", identity.equal_in_english),
    ("3 equal to any other known term, in English", identity.another_term_in_english),
    ("1 one way of writing: only signs are left", identity.only_signs),
    ("13 an identifier inside its usual code", identity.inside_code),
    ("4 the effect is denied", effects.effect_denied),
    ("4 contrast", claims.contrast),
    ("5 a sentence around the answer", sentences.in_a_sentence),
    ("5 alternatives", claims.alternatives),
    ("5 a remark behind a name in code", remarks.remark),
    ("5 brackets", claims.brackets),
    # From here on one claim, which may be a part of the answer.
    ("13 an IAM prefix decides", identity.wrong_prefix_within),
    ("13 a value given to the name", claims.value_given),
    ("13 a value given to the name decides", identity.another_value),
    ("2 equal to an accepted form", identity.equal),
    ("3 equal to any other known term", identity.another_term),
    ("2 the same date", identity.equal_date),
    ("2 equal to an accepted form, in English", identity.equal_in_english),
    ("3 equal to any other known term, in English", identity.another_term_in_english),
    ("4 negation", claims.negation),
    ("6 digits of the sentence", claims.context_numbers),
    ("6 to 10 word by word", word_by_word),
)

# Each decides, or leaves the comparison with one accepted form to the next.
WORD_BY_WORD: tuple[tuple[str, words.WordRule], ...] = (
    ("3 another known term", words.another_term),
    ("7 antonyms", words.contraries),
    ("6 a name that goes on", words.name_goes_on),
    ("6 digits", words.digits),
    ("5 another term beside it", words.term_beside),
    ("8 more slips than are forgiven", words.garbled),
    ("9 more words than the key", words.more_words),
    ("8 spelling", words.spelling),
    ("9 fewer words than the key", words.fewer_words),
    ("10 misspelt further", words.misspelt),
)


def steps_of(key: Key, tools: Tools, first: int = 0) -> Rest:
    """Grades a clean text by the steps of an answer, from number `first` in the list on."""
    rest: Rest = _nothing_follows
    for _, rule in reversed(OF_AN_ANSWER[first:]):
        rest = partial(rule, key=key, tools=tools, rest=rest)
    return rest


def _nothing_follows(text: str) -> Grade:
    raise AssertionError(f"the last step left {text!r} undecided")


def grade_claim(text: str, key: Key, tools: Tools) -> Grade:
    """The grade of a text that is known to make one claim."""
    return steps_of(key, tools, first=_FIRST_OF_A_CLAIM)(text)


_FIRST_OF_A_CLAIM = [rule for _, rule in OF_AN_ANSWER].index(identity.wrong_prefix_within)


def _held_against(
    typed: Sequence[Token],
    wanted: Sequence[Token],
    form: AcceptedForm,
    key: Key,
    tools: Tools,
    *,
    joins: bool,
) -> Grade:
    if not wanted:
        return wrong(key, ReasonCode.UNRELATED)
    reading = WordMatching(typed, wanted, tools.speller, key, joins=joins)
    compared = words.Comparison(reading, form, key, tuple(reading.missing(form)))
    for _, rule in WORD_BY_WORD:
        grade = rule(compared, tools)
        if grade is not None:
            return grade
    return wrong(key, ReasonCode.UNRELATED)


def _confusable_by_sound(typed: Sequence[Token], key: Key, tools: Tools) -> AcceptedForm | None:
    """The confusable that the words are in Hangul: `리트리브 앤 제너레이트`."""
    for form in key.confusable_forms:
        reading = WordMatching(typed, form.english, tools.speller, key, joins=False)
        whole = bool(form.english) and not reading.missing(form) and not reading.alignment.slips
        if whole and not reading.surplus(tools.neighbours.is_service):
            return form
    return None


def _unless_nearer(grade: Grade, tokens: Sequence[Token], key: Key, tools: Tools) -> Grade:
    """Step 10, its second half: another term that is more similar makes it wrong."""
    if grade.reason.code is not ReasonCode.MISSPELT:
        return grade
    squashed = "".join(token.text for token in tokens if not is_small(token))
    other = tools.neighbours.more_similar(squashed, grade.score / MISSPELT_SHARE, key)
    return grade if other is None else wrong(key, ReasonCode.UNRELATED)
