"""Step 9: a paraphrase. Who says in other words what the name says has the right idea.

"Delete unfinished multipart uploads" is what `AbortIncompleteMultipartUpload` does, and "cut off"
is what `truncated` means. Such an answer is close and never right. What tells it from a wrong one:
it is prose and no name of something else, says most of the words, one of them beyond the prompt,
does nothing else, and no veto but "unrelated" stood against it.
"""

import re
from collections.abc import Iterator, Sequence

from study_app.grading.accepted_forms import AcceptedForm
from study_app.grading.cleaning import squash
from study_app.grading.code.commands import is_command
from study_app.grading.grades import close
from study_app.grading.hangul.endings import without_ending
from study_app.grading.hangul.letters import has_hangul
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.descriptions.heard import Heard, forms_of, means_any
from study_app.grading.rules.remarks import names_a_confusable
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.tokens import split_words, tokenize
from study_app.grading.tolerance import (
    LEAST_SHARE_OF_A_PARAPHRASE,
    LONGEST_NAME_IN_PROSE,
    MEANING_SCORE,
    WEIGHT_OF_A_GIVEN_WORD,
)
from study_app.grading.verdict import Verdict
from study_app.grading.vetoes.contraries import opposite
from study_app.grading.vetoes.contrasts import plain_claim
from study_app.grading.vetoes.negation import PLAIN_NEGATORS, negators
from study_app.grading.wording.meanings import korean_of
from study_app.grading.wording.prefixes import without_vendor
from study_app.grading.wording.small_words import FUNCTION_WORDS, KIND_NOUNS, word_set
from study_app.grading.wording.stems import is_derived, root
from study_app.grading.wording.synonyms import is_action, said_for

_MAY_BE_CLOSE = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT, ReasonCode.NEGATED})
# A name in code: of something else, unless the prompt or the answer has it.
_NAME = re.compile(r"[\w.:-]*(?:[a-z][A-Z]|\w[_:]\w|[a-z]-[a-z]+-[a-z])[\w.:-]*|(?<!\S)--?\w[\w-]*")
_LONGEST_SERVICE = 3
_NOT = PLAIN_NEGATORS | {"cannot", "non"}
# Words that nearly every name has: alone they say nothing.
_LIGHT = frozenset(
    map(root, word_set("data value name id item object type info key resource number count time"))
)


def paraphrased(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Prose that says in other words what the accepted name says."""
    grade = rest(text)
    if grade.verdict is not Verdict.WRONG or grade.reason.code not in _MAY_BE_CLOSE:
        return grade
    if key.only_structured:
        return grade
    text = plain_claim(text)
    if key.code and any(is_derived(squash(text), form.squashed) for form in key.forms):
        return close(key, MEANING_SCORE, ReasonCode.MEANING, key.first)
    if not is_prose(text, key):
        return grade
    if names_a_confusable(text, key, tools):
        return grade
    heard = Heard.of(text, tools.glossary)
    for form in key.forms:
        wanted = tuple(dict.fromkeys(_telling_words(form, tools)))
        if _is_denied(text, wanted) is _turns(form) and _says(heard, wanted, form, key):
            return close(key, MEANING_SCORE, ReasonCode.MEANING, key.first)
    return grade


def is_prose(text: str, key: Key) -> bool:
    """Whether `text` has several words, none of them a name in code of something else."""
    parts = text.split()
    if len(parts) < 2 and not has_hangul(text):
        return False
    if any(is_command(" ".join(parts[at : at + 2])) for at in range(len(parts))):
        return False
    own = {form.squashed for form in key.forms}
    named = (squash(found) for found in _NAME.findall(text))
    return all(name in own or name in key.squashed_prompt for name in named)


def _is_denied(text: str, wanted: Sequence[str]) -> bool:
    """Whether `text` denies; not where the negating word is the name's own (삭제, delete)."""
    own = [part for word in wanted for one in korean_of(word) for part in one.split("+")]
    own = [part for part in own if part != "없"]  # it is "not" and "exists" in one
    meant = {form for word in wanted for form in forms_of(word)}
    meant |= {part for word in wanted for phrase in said_for(word) for part in phrase}
    said = [
        word
        for word in split_words(text)
        if word in _NOT or not (forms_of(word) & meant or means_any(without_ending(word), *own))
    ]
    return bool(negators(tuple(said)))


def _turns(form: AcceptedForm) -> bool:
    """Whether the name has a "not" in it: `attribute_not_exists`."""
    return bool(form.negators & _NOT)


def _says(heard: Heard, wanted: Sequence[str], form: AcceptedForm, key: Key) -> bool:
    if not wanted:
        return False
    weights = {
        word: WEIGHT_OF_A_GIVEN_WORD if _is_given(word, key) or root(word) in _LIGHT else 1.0
        for word in wanted
    }
    said = [word for word in wanted if heard.says(word)]
    unsaid = [word for word in wanted if word not in said]
    share = sum(weights[word] for word in said) / sum(weights.values())
    beside = _said_beside(heard, wanted, key)
    if beside and len(said) == 1 and not _turns(form):
        return False  # one word among others may be said of anything
    # In code, what the prompt gives need not be said again.
    lost = [word for word in unsaid if not (key.code and _is_given(word, key))]
    if lost and beside and len(said) + len(beside) <= LONGEST_NAME_IN_PROSE:
        return False  # a word in the place of another makes another name
    whole = not unsaid and (_turns(form) or (not beside and len(wanted) > 1))
    news = any(_is_news(word, heard, key) for word in said if weights[word] == 1.0)
    if share < LEAST_SHARE_OF_A_PARAPHRASE or not (news or whole):
        return False
    if any(opposite(word, other) for other in wanted for word in heard.english):
        return False
    acts = any(map(is_action, unsaid))
    return not (acts and _does_something_else(heard, wanted, key))


def _telling_words(form: AcceptedForm, tools: Tools) -> Iterator[str]:
    """The words of a name that say what it is: no small ones, and no service before it."""
    tokens = list(tokenize(without_vendor(form.shown)))
    at = 0
    while at < len(tokens) - 1:
        sizes = range(min(_LONGEST_SERVICE, len(tokens) - 1 - at), 0, -1)
        size = next((n for n in sizes if tools.neighbours.is_service(tokens[at : at + n])), 0)
        del tokens[at : at + size]
        at += not size
    for token in tools.glossary.canonical(tokens):
        small = token.text in FUNCTION_WORDS or token.text in _NOT or token.digits
        if not (small or token.hangul or token.text in KIND_NOUNS) and len(token.text) > 1:
            yield token.text


def _is_given(word: str, key: Key) -> bool:
    return root(word) in key.prompt_roots


def _said_beside(heard: Heard, wanted: Sequence[str], key: Key) -> list[str]:
    """The words that are neither small nor the prompt's, nor mean one of the name."""
    meant = {form for word in wanted for form in forms_of(word)}
    meant |= {part for word in wanted for said in said_for(word) for part in said}
    own = frozenset(meant | key.prompt_roots)
    korean = [part for word in own for one in korean_of(word) for part in one.split("+")]
    return [
        word.shown for word in heard.words if not word.small and not word.means_one_of(own, korean)
    ]


def _is_news(word: str, heard: Heard, key: Key) -> bool:
    """Whether what is said for `word` is more than an echo of the prompt."""
    if heard.has(word):
        return True
    return any(
        all(map(heard.has, said)) and not key.prompt_roots.issuperset(said)
        for said in said_for(word)
    )


def _does_something_else(heard: Heard, wanted: Sequence[str], key: Key) -> bool:
    """Whether another operation is said in the place of the one that the name has."""
    return any(
        is_action(word) and root(word) not in key.prompt_roots
        for word in heard.english
        if not (word in wanted or word in KIND_NOUNS or word in FUNCTION_WORDS)
    )
