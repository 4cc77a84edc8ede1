"""Steps 2 to 10 for names: terms in words and in code. Vetoes first, tolerances after them."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from study_app.grading.answer import Answer
from study_app.grading.assignments import assigned_otherwise, without_value
from study_app.grading.cleaning import squash
from study_app.grading.equality import accepted, same_date, same_structure
from study_app.grading.forms import Form, peeled
from study_app.grading.glossary import Glossary
from study_app.grading.grades import close, rank, right, wrong
from study_app.grading.hangul import has_hangul
from study_app.grading.keys import Key, key_of
from study_app.grading.known_terms import Meaning, TermIndex, english_of, english_words
from study_app.grading.likeness import likeness
from study_app.grading.neighbours import Neighbours
from study_app.grading.opposites import korean_opposite, opposite
from study_app.grading.reading import Reading, is_small, joins_two
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.spelling import MOST_SLIPS, Likeness, Speller
from study_app.grading.structures import size_of, structure_of, words_of
from study_app.grading.tokens import Token, tokenise, without_glued_endings, words
from study_app.grading.words import KIND_NOUNS, PLAIN_NEGATORS, negators, root

# The least share of the words of a name in code, and of a term, that counts as incomplete.
_CODE_SHARE, _TEXT_SHARE = 2 / 3, 1 / 2
_CLOSE_ENOUGH = 0.6
_MISSPELT_SHARE = 0.8
_MEANT_OTHERWISE = frozenset({ReasonCode.ANOTHER_TERM, ReasonCode.ALSO_NAMES, ReasonCode.OPPOSITE})


class NameGrader:
    """Grades one claim, a text that names one thing, against the accepted forms."""

    def __init__(self, index: TermIndex, glossary: Glossary, speller: Speller) -> None:
        self.neighbours = Neighbours(index, glossary)
        self._glossary = glossary
        self._speller = speller
        self.key_of: Callable[[Answer, str], Key] = lru_cache(maxsize=4_096)(
            lambda answer, prompt: key_of(answer, prompt, index, glossary)
        )

    def is_filler(self, text: str) -> bool:
        """Whether `text` names nothing: small words and nouns of kind only."""
        return all(
            is_small(token) or token.text in KIND_NOUNS
            for token in self._glossary.canonical(tokenise(text))
        )

    def is_understood(self, text: str) -> bool:
        """Whether the glossary has every Hangul word of `text`, so that it may contradict."""
        return all(not token.hangul for token in self._glossary.canonical(tokenise(text)))

    def same(self, text: str, key: Key) -> Grade | None:
        """Steps 2 and 3: equal to an accepted form, or to another known term."""
        if " " not in text and self.neighbours.has_wrong_prefix(text, key):
            return wrong(key, ReasonCode.ANOTHER_TERM, text)
        if key.code and assigned_otherwise(text, key.forms):
            return wrong(key, ReasonCode.ANOTHER_TERM, text)
        candidates = tuple(peeled(text, key.forms))
        found = accepted(candidates, key)
        if found is not None:
            return found
        for candidate in candidates:
            other = self.neighbours.written_as(candidate, key)
            if other is not None:
                return self._part_or_another(other, english_of(candidate, self._glossary), key)
        return same_date(text, key) or self._translated(candidates, key)

    def structured(self, response: str, key: Key) -> Grade | None:
        """JSON and YAML by value; None where the key or the response is no mapping or list.

        A slip in one of its words is read word by word, in the order of the keys.
        """
        if not key.structured:
            return None
        typed = structure_of(response)
        found = same_structure(response, key)
        if typed is None or found is not None:
            return found
        if all(
            form.structure is None or size_of(form.structure) != size_of(typed)
            for form in key.forms
        ):
            return wrong(key, ReasonCode.UNRELATED)
        grade = self.judge(words_of(typed), key)
        # A whole structure with other keys is not the value alone.
        return wrong(key, ReasonCode.UNRELATED) if grade.reason.code is ReasonCode.NEAR else grade

    def judge(self, text: str, key: Key) -> Grade:
        """The grade of a text that makes one claim, by the order of the steps."""
        if self.neighbours.has_wrong_prefix(text, key):
            return wrong(key, ReasonCode.ANOTHER_TERM, text)
        if key.code and not key.command:
            text = without_value(text, key.forms)
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
        raw = tuple(without_glued_endings(tokens))
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

    def _translated(self, candidates: Sequence[str], key: Key) -> Grade | None:
        """Steps 2 and 3 again, with every word in English."""
        english = [english_of(candidate, self._glossary) for candidate in candidates]
        for form in key.forms:
            if form.english and english_words(form.english) in english:
                return right(form, ReasonCode.TRANSLATION, shown=key.first)
        if key.code:
            # Stems are no names: two operations can differ by one s.
            return None
        for read, candidate in zip(english, candidates, strict=True):
            other = self.neighbours.read_as(read, candidate, key)
            if other is not None:
                return self._part_or_another(other, read, key)
        return None

    def _part_or_another(self, other: Meaning, words: Sequence[str], key: Key) -> Grade:
        """Another term is wrong; but the first half of the answer is that half, term or not.

        Not a service, nor what the author has seen confused with the answer.
        """
        if not (key.code or other.service or squash(other.shown) in key.confusables):
            for form in key.forms:
                whole = english_words(form.english)
                share = len(words) / max(len(whole), 1)
                if _TEXT_SHARE <= share < 1 and whole[: len(words)] == tuple(words):
                    lost = " ".join(token.shown for token in form.english[len(words) :])
                    return close(key, 0.3 + share / 2, ReasonCode.INCOMPLETE, form.shown, lost)
        return wrong(key, ReasonCode.ANOTHER_TERM, other.shown)

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
        veto = self._veto(reading, form, key)
        if veto is not None:
            return veto
        found = reading.alignment
        missing = reading.missing(form)
        if found.slips > MOST_SLIPS or (not missing and key.code and not found.in_order):
            return self._misspelt(reading, form, key)
        if not missing:
            surplus = reading.surplus(self.neighbours.is_service)
            if surplus:
                shown = " ".join(typed[at].shown for at in surplus)
                return close(key, 0.7, ReasonCode.EXTRA_WORDS, form.shown, shown)
            return self._tolerated(reading, form, key)
        if not reading.replaced:
            incomplete = self._incomplete(reading, missing, form, key)
            if incomplete is not None:
                return incomplete
        return self._misspelt(reading, form, key)

    def _veto(self, reading: Reading, form: Form, key: Key) -> Grade | None:
        """Steps 3, 6, 7 and 9: what no tolerance may overrule."""
        found, content, wanted = reading.alignment, reading.content, reading.wanted
        squashed = "".join(token.text for token in content)
        if found.missing or not key.code:
            other = self.neighbours.read_as(english_words(content), squashed, key)
            if other is not None:
                return self._part_or_another(other, english_words(content), key)
        extra = [content[at] for at in found.extra]
        lost = [wanted[to] for to in found.missing]
        for token in extra:
            nearby = lost or (wanted if reading.is_beside(token) else ())
            for word in nearby:
                contrary = opposite(token.text, word.text)
                if contrary is not None:
                    return wrong(key, ReasonCode.OPPOSITE, token.shown, word.shown)
        if found.missing and has_hangul(squashed) and has_hangul(form.squashed):
            contrary = korean_opposite(squashed, form.squashed)
            if contrary is not None:
                return wrong(key, ReasonCode.OPPOSITE, contrary, form.shown)
        if key.code and not found.missing and reading.goes_on:
            return wrong(key, ReasonCode.ANOTHER_TERM, "".join(t.shown for t in reading.typed))
        for token in extra:
            if token.digits and root(token.text) not in key.prompt_roots:
                return wrong(key, ReasonCode.DIGITS, token.shown)
        beside = None if found.missing else self.neighbours.within(reading, key)
        return None if beside is None else wrong(key, ReasonCode.ALSO_NAMES, beside.shown)

    def _tolerated(self, reading: Reading, form: Form, key: Key) -> Grade:
        found = reading.alignment
        if not found.slips:
            code = ReasonCode.SOUND if found.likeness is Likeness.SOUND else ReasonCode.ACCEPTED
            return right(form, code, shown=form.shown)
        text = "".join(reading.typed[at].text for at in sorted(reading.taken))
        other = self.neighbours.nearest(text, found.slips - 1, key)
        if other is not None:
            return wrong(key, ReasonCode.ANOTHER_TERM, other.shown)
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
        other = self.neighbours.more_similar(squashed, grade.score / _MISSPELT_SHARE, key)
        return grade if other is None else wrong(key, ReasonCode.UNRELATED)
