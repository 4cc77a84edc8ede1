"""Steps 2 to 10 for names: terms in words and in code. Vetoes first, tolerances after them."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from study_app.learning.grading.cleaning import squash
from study_app.learning.grading.forms import Form, english_of, peeled
from study_app.learning.grading.glossary import Glossary
from study_app.learning.grading.hangul import has_hangul, is_ending
from study_app.learning.grading.keys import Key, key_of
from study_app.learning.grading.known_terms import Meaning, TermIndex, english_words
from study_app.learning.grading.likeness import likeness
from study_app.learning.grading.opposites import korean_opposite, opposite
from study_app.learning.grading.prefixes import action_prefix
from study_app.learning.grading.reading import Reading, is_small, joins_two
from study_app.learning.grading.reasons import Grade, ReasonCode
from study_app.learning.grading.spelling import MOST_SLIPS, Likeness, Speller
from study_app.learning.grading.tokens import Token, tokenise, words
from study_app.learning.grading.verdicts import close, rank, right, wrong
from study_app.learning.grading.words import KIND_NOUNS, PLAIN_NEGATORS, negators, root
from study_app.learning.items import Answer

# A term after one of these says where, not what: "the Principal of the trust policy".
_SAYING_WHERE = frozenset({"of", "in", "on", "for", "at"})
# The least share of the words of a name in code, and of a term, that counts as incomplete.
_CODE_SHARE, _TEXT_SHARE = 2 / 3, 1 / 2
_CLOSE_ENOUGH = 0.6
_MISSPELT_SHARE = 0.8
_MEANT_OTHERWISE = frozenset({ReasonCode.ANOTHER_TERM, ReasonCode.OPPOSITE})


class NameGrader:
    """Grades one claim, a text that names one thing, against the accepted forms."""

    def __init__(self, index: TermIndex, glossary: Glossary, speller: Speller) -> None:
        self._index = index
        self._glossary = glossary
        self._speller = speller
        self.key_of: Callable[[Answer, str], Key] = lru_cache(maxsize=4_096)(
            lambda answer, prompt: key_of(answer, prompt, index, glossary)
        )

    def is_known(self, text: str) -> bool:
        return (
            self._index.of_text(text) is not None
            or self._index.of_words(english_of(text, self._glossary)) is not None
        )

    def is_filler(self, text: str) -> bool:
        """Whether `text` names nothing: small words and nouns of kind only."""
        return all(
            is_small(token) or token.text in KIND_NOUNS
            for token in self._glossary.canonical(tokenise(text))
        )

    def same(self, text: str, key: Key) -> Grade | None:
        """Steps 2 and 3: equal to an accepted form, or to another known term."""
        if self._wrong_prefix(text, key):
            return wrong(key, ReasonCode.ANOTHER_TERM, text)
        candidates = tuple(peeled(text, key.forms))
        return (
            _accepted(candidates, key)
            or self._another(map(self._index.of_text, candidates), candidates, key)
            or self._translated(candidates, key)
        )

    def _another(
        self, meanings: Iterable[Meaning | None], candidates: Sequence[str], key: Key
    ) -> Grade | None:
        for meaning, candidate in zip(meanings, candidates, strict=True):
            if meaning is not None and self._is_other(meaning, candidate, key):
                return wrong(key, ReasonCode.ANOTHER_TERM, meaning.shown)
        return None

    def _translated(self, candidates: Sequence[str], key: Key) -> Grade | None:
        """Steps 2 and 3 again, with every word in English."""
        english = [english_of(candidate, self._glossary) for candidate in candidates]
        for form in key.forms:
            if form.english and english_words(form.english) in english:
                return right(form, ReasonCode.TRANSLATION, shown=key.first)
        if key.code:
            # Stems are no names: two operations can differ by one s.
            return None
        return self._another(map(self._index.of_words, english), candidates, key)

    def judge(self, text: str, key: Key) -> Grade:
        """The grade of a text that makes one claim, by the order of the steps."""
        found = self.same(text, key)
        if found is not None:
            return found
        tokens = tokenise(key.bare(text))
        english = self._glossary.canonical(tokens)
        said = (*(word for word in words(text) if word.isascii()), *(t.text for t in english))
        denied = {
            word
            for word in negators(said) - key.negators
            if word in PLAIN_NEGATORS or root(word) not in key.prompt_roots
        }
        if denied:
            return wrong(key, ReasonCode.NEGATED, ", ".join(sorted(denied)))
        raw = tuple(
            token
            for token in tokens
            if not (token.hangul and token.glued and is_ending(token.text))
        )
        if not english:
            return wrong(key, ReasonCode.UNRELATED)
        joins = joins_two(text)
        grades = []
        for form in key.forms:
            rewritten = raw != english or form.tokens != form.english
            grade = self._held_against(english, form.english, form, key, joins=joins)
            grades.append((*rank(grade), rewritten, grade))
            if rewritten and grade.reason.code not in _MEANT_OTHERWISE:
                as_typed = self._held_against(raw, form.tokens, form, key, joins=joins)
                grades.append((*rank(as_typed), False, as_typed))
        *_, best = min(grades, key=lambda ranked: ranked[:-1])
        return self._unless_nearer(best, tokens, key)

    def _held_against(
        self,
        typed: Sequence[Token],
        wanted: Sequence[Token],
        form: Form,
        key: Key,
        *,
        joins: bool,
    ) -> Grade:
        if not wanted:
            return wrong(key, ReasonCode.UNRELATED)
        reading = Reading(typed, wanted, self._speller, key, joins=joins)
        found = reading.alignment
        squashed = "".join(token.text for token in reading.content)
        veto = self._veto(reading, form, key, squashed)
        if veto is not None:
            return veto
        missing = reading.missing(form)
        surplus = reading.surplus(self._is_service_name)
        if not missing and found.slips <= MOST_SLIPS and (found.in_order or not key.code):
            if surplus:
                shown = " ".join(typed[at].shown for at in surplus)
                return close(key, 0.7, ReasonCode.EXTRA_WORDS, form.shown, shown)
            return self._tolerated(reading, form, key)
        if missing and not reading.replaced and found.slips <= MOST_SLIPS:
            incomplete = self._incomplete(reading, missing, form, key)
            if incomplete is not None:
                return incomplete
        return self._misspelt(reading, form, key)

    def _veto(self, reading: Reading, form: Form, key: Key, squashed: str) -> Grade | None:
        """Steps 3, 6, 7 and 9: what no tolerance may overrule."""
        found, content, wanted = reading.alignment, reading.content, reading.wanted
        meaning = self._index.of_words(english_words(content))
        if (
            meaning is not None
            and not (key.code and not found.missing)
            and self._is_other(meaning, squashed, key)
        ):
            return wrong(key, ReasonCode.ANOTHER_TERM, meaning.shown)
        extra = [content[at] for at in found.extra]
        lost = [wanted[to] for to in found.missing]
        for token in extra:
            nearby = lost or (wanted if reading.is_beside(token) else ())
            for word in nearby:
                contrary = opposite(token.text, word.text)
                if contrary is not None:
                    return wrong(key, ReasonCode.OPPOSITE, token.shown, word.shown)
        if has_hangul(squashed) and has_hangul(form.squashed):
            contrary = korean_opposite(squashed, form.squashed)
            if contrary is not None and found.missing:
                return wrong(key, ReasonCode.OPPOSITE, contrary, form.shown)
        if key.code and not found.missing and reading.goes_on:
            return wrong(key, ReasonCode.ANOTHER_TERM, "".join(t.shown for t in reading.typed))
        for token in extra:
            if token.digits and root(token.text) not in key.prompt_roots:
                return wrong(key, ReasonCode.DIGITS, token.shown)
        if not found.missing:
            return self._also_names(reading, key)
        return None

    def _also_names(self, reading: Reading, key: Key) -> Grade | None:
        """Step 9: another known term beside the right one."""
        typed, taken = reading.typed, reading.taken
        stems = english_words(typed)
        for start, end, meaning in self._index.within(stems):
            if taken.intersection(range(start, end)) or not self._is_other(meaning, "", key):
                continue
            in_prompt = all(root(text) in key.prompt_roots for text in stems[start:end])
            qualifies = meaning.service and not key.names_service and start < max(taken)
            says_where = any(
                typed[at].text in _SAYING_WHERE for at in range(max(0, start - 2), start)
            )
            if (in_prompt or qualifies or says_where or not meaning.asked) and not reading.joins:
                continue
            return wrong(key, ReasonCode.ALSO_NAMES, meaning.shown)
        return None

    def _tolerated(self, reading: Reading, form: Form, key: Key) -> Grade:
        found = reading.alignment
        if not found.slips:
            code = ReasonCode.SOUND if found.likeness is Likeness.SOUND else ReasonCode.ACCEPTED
            return right(form, code, shown=form.shown)
        text = "".join(reading.typed[at].text for at in sorted(reading.taken))
        for other, meaning in self._index.nearest(text, found.slips - 1):
            if self._is_other(meaning, other, key):
                return wrong(key, ReasonCode.ANOTHER_TERM, meaning.shown)
        return right(form, ReasonCode.SPELLING, shown=form.shown, slips=found.slips)

    def _incomplete(
        self, reading: Reading, missing: Sequence[int], form: Form, key: Key
    ) -> Grade | None:
        """Step 9: fewer words than the form, at least half of them and the first among them."""
        wanted = reading.wanted
        lost = " ".join(wanted[to].shown for to in missing)
        share = 1 - len(missing) / len(wanted)
        if 0 in missing or share <= 0:
            return None
        if form.command or share < (_CODE_SHARE if key.code else _TEXT_SHARE):
            code = ReasonCode.CUT_SHORT if key.code else ReasonCode.UNRELATED
            return wrong(key, code, form.shown)
        return close(key, 0.3 + share / 2, ReasonCode.INCOMPLETE, form.shown, lost)

    def _misspelt(self, reading: Reading, form: Form, key: Key) -> Grade:
        """Step 10, its first half: past the tolerance, but like the form in every word."""
        similar = likeness(reading.content, reading.wanted, self._speller)
        if similar < _CLOSE_ENOUGH:
            return wrong(key, ReasonCode.UNRELATED)
        return close(key, similar * _MISSPELT_SHARE, ReasonCode.MISSPELT, form.shown)

    def _unless_nearer(self, grade: Grade, tokens: Sequence[Token], key: Key) -> Grade:
        """Step 10, its second half: another term that is more similar makes it wrong."""
        if grade.reason.code is not ReasonCode.MISSPELT:
            return grade
        squashed = "".join(token.text for token in tokens if not is_small(token))
        for meaning in self._index.most_similar(squashed, grade.score / _MISSPELT_SHARE):
            if self._is_other(meaning, "", key):
                return wrong(key, ReasonCode.UNRELATED)
        return grade

    def _is_other(self, meaning: Meaning, text: str, key: Key) -> bool:
        """Whether a known term is something else than what is asked for.

        A compound that only the glossary has is another term where it has a word that neither
        the form nor the prompt has: a `canary deployment` may be what `canary` asks for.
        """
        if meaning.groups & key.own_groups or squash(text) in key.own_texts:
            return False
        if meaning.asked:
            return True
        own = set(english_of(meaning.shown, self._glossary))
        for form in key.forms:
            wanted = set(english_words(form.english))
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

    def _wrong_prefix(self, text: str, key: Key) -> bool:
        """Whether an action prefix (`iam:`) contradicts the form's (`sts:`) or the prompt's."""
        prefix = action_prefix(text)
        if not prefix:
            return False
        wanted = {form.prefix for form in key.forms if form.prefix}
        if wanted or not key.asked_service:
            return bool(wanted) and prefix not in wanted
        meaning = self._index.of_text(prefix)
        return meaning is not None and meaning.service and prefix != key.asked_service

    def _is_service_name(self, tokens: Sequence[Token]) -> bool:
        meaning = self._index.of_words(english_words(self._glossary.canonical(tokens)))
        return meaning is not None and meaning.service


def _accepted(candidates: Sequence[str], key: Key) -> Grade | None:
    for candidate in candidates:
        squashed = squash(candidate) or candidate
        if not squashed:
            continue
        texts = {squashed, squashed.removeprefix("amazon"), squashed.removeprefix("aws")}
        for form in key.forms:
            if form.squashed in texts:
                return right(form, ReasonCode.ACCEPTED, shown=key.first)
        if any(form.squashed in texts for form in key.near):
            return close(key, 0.6, ReasonCode.NEAR, key.first)
    return None
