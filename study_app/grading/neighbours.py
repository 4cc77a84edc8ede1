"""Steps 3 and 9: other terms that a text may mean instead of the one asked for."""

from collections.abc import Iterator, Sequence

from study_app.grading.cleaning import squash
from study_app.grading.keys import Key
from study_app.grading.spelling.word_matching import WordMatching, is_small
from study_app.grading.terms.glossary import Glossary
from study_app.grading.terms.known_terms import Meaning, TermIndex, english_of, english_words
from study_app.grading.tokens import Token
from study_app.grading.wording.prefixes import action_prefix
from study_app.grading.wording.small_words import KIND_NOUNS
from study_app.grading.wording.stems import root

# A term after one of these says where, not what: "the Principal of the trust policy".
_SAYING_WHERE = frozenset({"of", "in", "on", "for", "at"})


class Neighbours:
    """All known terms, for testing whether a text is a different one from the key's."""

    def __init__(self, index: TermIndex, glossary: Glossary) -> None:
        self._index = index
        self._glossary = glossary

    def is_known(self, text: str) -> bool:
        return (
            self._index.of_text(text) is not None
            or self._index.of_words(english_of(text, self._glossary)) is not None
        )

    def is_service(self, tokens: Sequence[Token]) -> bool:
        meaning = self._index.of_words(english_words(self._glossary.canonical(tokens)))
        return meaning is not None and meaning.service

    def written_as(self, text: str, key: Key) -> Meaning | None:
        """The other term that `text` is letter by letter."""
        return self._other(self._index.of_text(text), text, key)

    def read_as(self, words: Sequence[str], text: str, key: Key) -> Meaning | None:
        """The other term that `text` is, its `words` in English and as stems."""
        return self._other(self._index.of_words(words), text, key)

    def within(self, reading: WordMatching, key: Key) -> Meaning | None:
        """Another term beside the words of the form.

        Not a small word ("any"), nor one that only says where, or whose: the prompt's words, a
        term after "of" or "in", the service before the name of its thing, and a compound that
        only the glossary has. Behind the form, the author's confusable is what the whole is: a
        container image is an image.
        """
        typed, taken = reading.typed, reading.taken
        stems = english_words(typed)
        read_to = 0  # the queue of `Simple Queue Service` is no term beside it
        for start, end, meaning in self._index.within(stems):
            if start < read_to or taken.intersection(range(start, end)):
                continue
            read_to = end
            if end - start == 1 and is_small(typed[start]) and not typed[start].shown.isupper():
                continue
            if not self._is_other(meaning, "", key):
                continue
            if end - start == 1 and _is_inflected(typed[start], meaning):
                continue
            confused = squash(meaning.shown) in key.confusables
            if confused and reading.is_head_of_form(start):
                return meaning
            shouted = typed[start].shown.isupper()
            of_a_kind = end - start == 1 and typed[start].text in KIND_NOUNS and not shouted
            if of_a_kind and not confused and not reading.joins:
                continue
            in_prompt = _is_of_prompt(typed[start:end], stems[start:end], key)
            qualifies = meaning.service and not key.names_service and start < max(taken)
            is_head = any(token.text in _SAYING_WHERE for token in typed[end : end + 1])
            says_where = any(
                typed[at].text in _SAYING_WHERE for at in range(max(0, start - 2), start)
            )
            beside = in_prompt or (qualifies and not is_head) or says_where or not meaning.asked
            if beside and not reading.joins:
                continue
            return meaning
        return None

    def has_other(self, tokens: Sequence[Token], key: Key) -> bool:
        """Whether another term that a question asks for is among `tokens`, the prompt's aside."""
        stems = english_words(tokens)
        return any(
            meaning.asked
            and self._is_other(meaning, "", key)
            and not _is_of_prompt(tokens[start:end], stems[start:end], key)
            for start, end, meaning in self._index.within(stems)
        )

    def nearest(self, text: str, slips: int, key: Key) -> Meaning | None:
        """Another term within so many slips of the squashed `text`."""
        found = self._index.nearest(text, slips)
        return self._first((self._other(meaning, other, key) for other, meaning in found))

    def more_similar(self, text: str, similarity: float, key: Key) -> Meaning | None:
        """Another term that is more similar to the squashed `text`."""
        found = self._index.most_similar(text, similarity)
        return self._first(self._other(meaning, "", key) for meaning in found)

    def has_wrong_prefix(self, text: str, key: Key) -> bool:
        """Whether an action prefix (`iam:`) contradicts the form's (`sts:`) or the prompt's."""
        return any(self._is_wrong_prefix(action_prefix(word), key) for word in text.split())

    def _is_wrong_prefix(self, prefix: str, key: Key) -> bool:
        if not prefix:
            return False
        wanted = {form.prefix for form in key.forms if form.prefix}
        if wanted or not key.asked_service:
            return bool(wanted) and prefix not in wanted
        meaning = self._index.of_text(prefix)
        return meaning is not None and meaning.service and prefix != key.asked_service

    @staticmethod
    def _first(found: Iterator[Meaning | None]) -> Meaning | None:
        return next((meaning for meaning in found if meaning is not None), None)

    def _other(self, meaning: Meaning | None, text: str, key: Key) -> Meaning | None:
        return meaning if meaning is not None and self._is_other(meaning, text, key) else None

    def _is_other(self, meaning: Meaning, text: str, key: Key) -> bool:
        """Whether a known term differs from what is asked for.

        A compound that only the glossary has is another term where it has a word that neither
        the form nor the prompt has: a `canary deployment` may be what `canary` asks for.
        """
        if meaning.groups & key.own_groups or squash(text) in key.own_texts:
            return False
        if meaning.asked:
            return True
        own = set(english_of(meaning.shown, self._glossary))
        for form in key.forms:
            wanted = set(form.stems)
            more = own - wanted
            if not more or (wanted < own and self._goes_without_saying(more, key)):
                return False
        return True

    def _goes_without_saying(self, words: set[str], key: Key) -> bool:
        """Whether `words` are the prompt's, or name the service that a thing belongs to."""
        meaning = self._index.of_words(sorted(words))
        return (meaning is not None and meaning.service) or all(
            root(word) in key.prompt_roots for word in words
        )


def _is_inflected(token: Token, meaning: Meaning) -> bool:
    """Whether a name in capitals is only a verb here: the `gets` of GET."""
    return meaning.shown.isupper() and token.shown.islower() and token.text != squash(meaning.shown)


def _is_of_prompt(tokens: Sequence[Token], stems: Sequence[str], key: Key) -> bool:
    """Whether the prompt says these words; of a name in one word (`RunTask`), that name itself.

    A prompt that asks where "a request must run its tasks" does not name the operation.
    """
    if any(token.glued for token in tokens[1:]):
        return squash("".join(token.text for token in tokens)) in key.squashed_prompt
    return all(root(text) in key.prompt_roots for text in stems)
