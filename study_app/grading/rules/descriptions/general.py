"""Step 9: a general description: the kind of thing that is asked for, told apart by its traits.

"A vulnerability management service", `정렬 방향 파라미터`: true of the key and of little else. The
head is the noun that the prompt asks for; at least half of the words before or behind it are those
of the prompt, the card or the explanation; one is beyond the prompt, and none is a name.
"""

import re
from collections.abc import Sequence

from study_app.grading.keys import Key
from study_app.grading.rules.descriptions.heard import Heard, HeardWord, forms_of
from study_app.grading.rules.descriptions.question_words import QuestionWords
from study_app.grading.tokens import tokenize
from study_app.grading.tolerance import LEAST_SHARE_OF_A_TRAIT, MOST_WORDS_OF_A_TRAIT
from study_app.grading.wording.small_words import SMALL_WORDS

_BEHIND_THE_HEAD = frozenset(
    ("that", "which", "who", "where", "for", "of", "to", "in", "on", "with", "from", "used", "by")
)
_SETTINGS = frozenset(
    form
    for noun in ("flag", "parameter", "setting", "option", "field", "attribute", "property", "key")
    for form in forms_of(noun)
)
_NAME = re.compile(r"[A-Za-z][A-Z]|[A-Z]{2}|\w[_:]\w|\d|(?<=\w)-[A-Z]|\S [A-Z]")


def describes_in_general(text: str, heard: Heard, key: Key, given: QuestionWords) -> bool:
    """Whether `text` is the kind of thing asked for with traits that the question tells of."""
    if _NAME.search(text) or any(token.digits for form in key.forms for token in form.tokens[:1]):
        return False
    words = [word for word in heard.words if word.korean or word.shown not in SMALL_WORDS]
    head = _head(heard.words, text)
    if head is None:
        return False
    if not (given.kind.says(head) or _is_setting(head, given)):
        return _is_head_of_the_name(head, key) and _is_told_apart(words, head, given)
    traits = [word for word in words if word is not head and not (word.small and not word.strange)]
    if all(map(given.asked.says, traits)):
        return False  # an echo of the prompt
    shared = [word for word in traits if given.has(word) or given.card().has(word)]
    return (
        len(shared) > 0
        and len(traits) <= MOST_WORDS_OF_A_TRAIT
        and len(shared) >= LEAST_SHARE_OF_A_TRAIT * len(traits)
    )


def _is_setting(head: HeardWord, given: QuestionWords) -> bool:
    """Whether a flag is said for a parameter, or the reverse: what one sets has many names."""
    return bool(head.forms & _SETTINGS and given.kind.forms & _SETTINGS)


def _is_head_of_the_name(head: HeardWord, key: Key) -> bool:
    """Whether `head` is the last word of a term of several: the `nodes` of Hybrid Nodes."""
    last = [form.english[-1].text for form in key.forms if len(form.english) > 1]
    return not key.code and any(head.forms & forms_of(word) for word in last)


def _is_told_apart(words: Sequence[HeardWord], head: HeardWord, given: QuestionWords) -> bool:
    """Whether all other words are those by which the question describes its key, and no others."""
    traits = [word for word in words if word is not head]
    return 0 < len(traits) < MOST_WORDS_OF_A_TRAIT and all(map(given.adds, traits))


def _head(words: Sequence[HeardWord], text: str) -> HeardWord | None:
    """The noun that the others belong to: the last one in Korean, else the one before "for"."""
    if not words:
        return None
    if words[-1].korean:
        return words[-1]
    shown = [token.text for token in tokenize(text)]
    end = next((at for at, word in enumerate(shown) if at and word in _BEHIND_THE_HEAD), len(shown))
    return words[min(end, len(words)) - 1]
