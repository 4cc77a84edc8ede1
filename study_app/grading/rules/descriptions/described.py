"""Step 9: a description. Who says what the thing is or does, and not its name, has the right idea.

"The mode where every task gets its own ENI" is what the explanation says of `awsvpc`. Such an
answer is close and never right. What tells it from a wrong one: it is prose that names nothing
else, denies nothing, and is made of the words by which the question describes its key, one of them
beyond the prompt: repeating the question says nothing.
"""

from collections.abc import Callable

from study_app.grading.cleaning import squash
from study_app.grading.grades import close
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, Reason, ReasonCode
from study_app.grading.rules.descriptions.general import describes_in_general
from study_app.grading.rules.descriptions.heard import Heard, HeardWord, forms_of
from study_app.grading.rules.descriptions.paraphrase import is_prose
from study_app.grading.rules.descriptions.question_words import QuestionWords
from study_app.grading.rules.remarks import names_a_confusable
from study_app.grading.rules.tools import Tools
from study_app.grading.tokens import split_words, tokenize
from study_app.grading.tolerance import (
    DESCRIBED_SCORE,
    LEAST_SHARE_OF_A_DESCRIPTION,
    LEAST_WORDS_OF_A_DESCRIPTION,
    LONGEST_NAME_IN_PROSE,
    WEIGHT_OF_A_STRANGE_WORD,
)
from study_app.grading.verdict import Verdict
from study_app.grading.vetoes.contraries import contraries_of, opposite
from study_app.grading.vetoes.negation import negators
from study_app.grading.wording.small_words import FUNCTION_WORDS, KIND_NOUNS, SMALL_WORDS
from study_app.grading.wording.stems import root
from study_app.grading.wording.synonyms import is_action

_MAY_BE_CLOSE = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT, ReasonCode.NO_NUMBER})


def or_described(
    grade: Grade, text: str, key: Key, words_given: Callable[[], QuestionWords], tools: Tools
) -> Grade:
    """`grade`, or close where the clean `text` describes the key without naming it."""
    if grade.verdict is not Verdict.WRONG or not _may_be_close(grade.reason, key):
        return grade
    if key.only_structured or not is_prose(text, key) or negators(split_words(text)):
        return grade
    heard, given = Heard.of(text, tools.glossary), words_given()
    if _contradicts(heard, key, given) or _names_another(text, key):
        return grade
    if names_a_confusable(text, key, tools):
        return grade
    if not (
        _describes(heard, key, given)
        or (key.code and _names_in_part(heard, key, given))
        or (
            grade.reason.code is not ReasonCode.ANOTHER_TERM
            and describes_in_general(text, heard, key, given)
        )
    ):
        return grade
    return close(key, DESCRIBED_SCORE, ReasonCode.DESCRIBED, key.first)


def _may_be_close(reason: Reason, key: Key) -> bool:
    """Whether no veto speaks against it; what has a name of its own is no name in code."""
    if reason.code is ReasonCode.ANOTHER_TERM and key.code:
        other = reason.args[0]
        return " " in other and other.islower() and squash(other) not in key.confusables
    return reason.code in _MAY_BE_CLOSE


def _describes(heard: Heard, key: Key, given: QuestionWords) -> bool:
    telling = [word for word in heard.words if _tells(word, given)]
    said = [word for word in telling if given.has(word)]
    strange = sum(word.strange for word in heard.words if word not in said)
    size = len(telling) + WEIGHT_OF_A_STRANGE_WORD * strange
    if len(said) < LEAST_SHARE_OF_A_DESCRIPTION * size:
        return False
    if len(said) + _kinds(heard, given) < LEAST_WORDS_OF_A_DESCRIPTION:
        return False
    if _is_a_name(heard, given):
        return False
    if any(map(given.adds, said)):
        return True
    # A word of a name in code is news, too, where nothing is said beside it.
    names = any(given.named.says(word) and not given.asked.says(word) for word in said)
    return key.code and names and len(said) == len(telling)


def _is_a_name(heard: Heard, given: QuestionWords) -> bool:
    """Whether two nouns of neither the prompt nor the key name something else: "user story"."""
    about = any(given.asked.says(word) or given.named.says(word) for word in heard.words)
    phrase = any(len(word.korean) > 1 for word in heard.words)  # with a particle
    return len(heard.words) == LEAST_WORDS_OF_A_DESCRIPTION and not about and not phrase


def _names_in_part(heard: Heard, key: Key, given: QuestionWords) -> bool:
    """Words of the name, as they are, and the kind of thing that it is: `the tracing header`."""
    own = frozenset(form for word in _words_of(key) for form in forms_of(word))
    telling = [word for word in heard.words if _tells(word, given)]
    if any(word.strange for word in heard.words) or not telling or len(telling) >= len(own):
        return False
    return _kinds(heard, given) > 0 and all(word.forms & own for word in telling)


def _tells(word: HeardWord, given: QuestionWords) -> bool:
    """Whether `word` says what it is; small words do not, nor the kind that is asked for."""
    if word.korean:
        return not word.small or (word.strange and given.described.has(word))
    return not word.small and word.shown not in SMALL_WORDS


def _kinds(heard: Heard, given: QuestionWords) -> int:
    kinds = [word for word in heard.words if word.small and not word.strange and word.known]
    return sum(
        given.asked.has(word)
        for word in kinds
        if word.shown in KIND_NOUNS or (word.korean and word.forms)
    )


def _contradicts(heard: Heard, key: Key, given: QuestionWords) -> bool:
    """Whether a confusable is meant, the contrary of a word of the name, or another number.

    Of a name in code, another operation than the question names contradicts, too.
    """
    own = _words_of(key)
    for form in key.confusable_forms:
        more = [
            token.text for token in form.english if token.text not in own | SMALL_WORDS | KIND_NOUNS
        ]
        beyond = any(root(word) not in key.prompt_roots for word in more)
        if beyond and all(map(heard.has, more)):
            return True
    for word in own:
        if any(opposite(other, word) for other in heard.english):
            return True
        if any(map(heard.says, contraries_of(word))) and not heard.has(word):
            return True
    given_forms = given.described.forms | given.asked.forms | given.named.forms
    return any(
        (word[0].isdigit() or (key.code and is_action(word) and word not in FUNCTION_WORDS))
        and not forms_of(word) & given_forms
        for word in heard.english
    )


def _names_another(text: str, key: Key) -> bool:
    """Whether a short text has a name in capitals that neither the key nor the prompt has.

    `커밋 SHA` names another tag; who says more may say something about an ENI.
    """
    if len(text.split()) > LONGEST_NAME_IN_PROSE:
        return False
    own = _words_of(key)
    return any(
        token.shown.isupper()
        and len(token.shown) > 1
        and token.text not in own
        and root(token.text) not in key.prompt_roots
        for token in tokenize(text)
    )


def _words_of(key: Key) -> frozenset[str]:
    return frozenset(token.text for form in key.forms for token in form.english)
