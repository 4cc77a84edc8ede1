"""One answer, three spellings: English terms, their Korean translations and Hangul spellings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from study_app.grading.cleaning import clean
from study_app.grading.hangul.endings import is_ending, sets_off
from study_app.grading.terms.entry import Entry
from study_app.grading.tokens import Token, tokenize, without_glued_endings
from study_app.words.errors import TextError

_FORM_COST, _ENDING_COST, _UNKNOWN_COST = 1.0, 0.2, 2.0
_UNKNOWN, _ENDING = 0, -1
_REMEMBERED = 4_096

Texts = tuple[str, ...]


class GlossaryError(TextError, ValueError):
    """A glossary that gives one form two meanings; the text names both."""


class Glossary:
    """Rewrites tokens in every spelling that it knows into those of the English term.

    Raises `GlossaryError` where two entries claim one form: a Korean word of two meanings
    belongs to the entry that AWS's Korean documentation uses it for.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._hangul: dict[str, tuple[Token, ...]] = {}
        self._english: dict[Texts, tuple[Token, ...]] = {}
        self._single: dict[str, list[str]] = {}
        self._within: dict[str, list[str]] = {}
        self._longest: dict[str, int] = {}
        self._spelled = frozenset(
            form.replace(" ", "") for entry in self.entries for form in entry.hangul
        )
        self._read: dict[str, tuple[Token, ...]] = {}
        _refuse_two_meanings(self.entries)
        mixed = []
        self._runs: dict[tuple[Token, ...], tuple[Token, ...]] = {}
        self._openings: dict[str, int] = {}
        for entry in self.entries:
            target = tokenize(clean(entry.en))
            if not target:
                raise GlossaryError(
                    "{shown} has no letter or digit; write a term", shown=repr(entry.en)
                )
            for form in entry.also:
                self._add_english(_texts(form), target)
            for form in entry.korean:
                tokens = tokenize(clean(form))
                if all(token.hangul for token in tokens):
                    self._hangul["".join(token.text for token in tokens)] = target
                else:
                    mixed.append((tokens, target))
                if len(target) == 1:
                    self._single.setdefault(target[0].text, []).append(form.replace(" ", ""))
                elif len(target) == len(tokens):
                    self._add_word_for_word(target, tokens)
        for hangul in self._hangul:
            self._longest[hangul[0]] = max(len(hangul), self._longest.get(hangul[0], 0))
        for tokens, target in mixed:
            # Read like an answer, so that the two meet: `미리 서명된 URL`.
            in_english = tuple(token.text for token in self._without_hangul(tokens))
            if in_english != tuple(token.text for token in target):
                self._add_english(in_english, target)

    def __reduce__(self) -> tuple[type["Glossary"], tuple[tuple[Entry, ...]]]:
        """Copied, and sent to another process, as its entries."""
        return Glossary, (self.entries,)

    def spellings(self, english: str) -> Sequence[str]:
        """The Korean forms of one English word, without blanks.

        Also those that it has within a compound of as many words: 감지 for `detection`, from
        드리프트 감지, so that `drift 감지` is understood.
        """
        return (*self._single.get(english, ()), *self._within.get(english, ()))

    def knows(self, token: Token) -> bool:
        """Whether a Hangul word, endings aside, is a form of some entry."""
        return all(not known.hangul for known in self._read_run((token,)))

    def is_spelling(self, form: str) -> bool:
        """Whether a Korean form without blanks is English in Hangul letters, not a translation."""
        return form in self._spelled

    def single_words(self) -> frozenset[str]:
        """The Korean forms that stand for one English word: what each of them means is known."""
        return frozenset(form for forms in self._single.values() for form in forms)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every single word of every form: into none of them may a misspelling be read."""
        return frozenset(self._words())

    def _words(self) -> Iterator[str]:
        for entry in self.entries:
            for form in (entry.en, *entry.also):
                yield from _texts(form)
            for form in entry.korean:
                yield from _texts(form)
                yield form.replace(" ", "")

    def canonical(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """`tokens` with every known form as the English term; unknown words stay as they are.

        Of a Hangul word, endings after a known form fall away (and set it off from what
        follows); so do those glued to a word in Latin letters (`Scan을`).
        """
        return self._in_english(list(self._without_hangul(tokens)))

    def read(self, text: str) -> tuple[Token, ...]:
        """The words of a clean text in English; remembered, since rules ask again and again."""
        found = self._read.get(text)
        if found is None:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            found = self._read[text] = self.canonical(tokenize(text))
        return found

    def _add_english(self, form: Texts, target: tuple[Token, ...]) -> None:
        if form:
            self._english[form] = target
            self._openings[form[0]] = max(len(form), self._openings.get(form[0], 0))

    def _add_word_for_word(self, target: Sequence[Token], tokens: Sequence[Token]) -> None:
        for english, korean in zip(target, tokens, strict=True):
            if korean.hangul:
                self._within.setdefault(english.text, []).append(korean.text)

    def _in_english(self, tokens: list[Token]) -> tuple[Token, ...]:
        found: list[Token] = []
        place = 0
        while place < len(tokens):
            longest = self._openings.get(tokens[place].text, 0)
            for size in range(min(longest, len(tokens) - place), 0, -1):
                part = tokens[place : place + size]
                # A part of one longer word (the DB of DynamoDB) has no meaning of its own.
                following = tokens[place + size : place + size + 1]
                if part[0].glued or any(token.glued and not token.hangul for token in following):
                    continue
                target = self._english.get(tuple(token.text for token in part))
                if target is not None:
                    found += _rewritten(part, target)
                    place += size
                    break
            else:
                found.append(tokens[place])
                place += 1
        return tuple(found)

    def _without_hangul(self, tokens: Sequence[Token]) -> Iterator[Token]:
        run: list[Token] = []
        for token in without_glued_endings(tokens):
            if token.hangul:
                run.append(token)
                continue
            yield from self._read_run(tuple(run))
            run = []
            yield token
        yield from self._read_run(tuple(run))

    def _read_run(self, run: tuple[Token, ...]) -> tuple[Token, ...]:
        """What `run` is read as; remembered, since answers use the same words."""
        found = self._runs.get(run)
        if found is None:
            if len(self._runs) >= _REMEMBERED:
                self._runs.clear()
            found = self._runs[run] = tuple(self._cheapest(run))
        return found

    def _cheapest(self, run: tuple[Token, ...]) -> Iterator[Token]:
        """The cheapest reading of a run of Hangul words as known forms, endings and unknown rest.

        A form may reach over blanks, begins where a word or another form ends, and costs less
        than leaving two syllables unknown: one syllable alone is never cut out of a longer word.
        """
        text = "".join(token.text for token in run)
        owner = [token for token in run for _ in token.text]
        word_end = list(_word_ends(run))
        cost = [0.0] * (len(text) + 1)
        taken = [_UNKNOWN] * len(text)
        for start in range(len(text) - 1, -1, -1):
            end = word_end[start]
            begins = start == 0 or word_end[start - 1] == start
            cost[start] = _UNKNOWN_COST + end - start + cost[end]
            if not begins and _ENDING_COST + cost[end] < cost[start] and is_ending(text[start:end]):
                cost[start], taken[start] = _ENDING_COST + cost[end], _ENDING
            longest = self._longest.get(text[start], 0)
            for size in range(min(longest, len(text) - start), 0, -1):
                more = _FORM_COST + cost[start + size]
                if more < cost[start] and text[start : start + size] in self._hangul:
                    cost[start], taken[start] = more, size
        start = 0
        while start < len(text):
            end, size = word_end[start], taken[start]
            if size == _UNKNOWN:
                begins = start == 0 or word_end[start - 1] == start
                rest = text[start:end]
                yield replace(owner[start], text=rest, shown=rest, glued=not begins)
            if size <= 0:
                start = end
                continue
            last = start + size - 1
            part = replace(
                owner[start],
                shown=text[start : last + 1],
                closes=owner[last].closes or sets_off(text[last + 1 : word_end[last]]),
            )
            yield from _rewritten([part], self._hangul[text[start : last + 1]])
            start = last + 1


def _word_ends(run: Sequence[Token]) -> Iterator[int]:
    end = 0
    for token in run:
        end += len(token.text)
        yield from [end] * len(token.text)


def _rewritten(part: Sequence[Token], target: Sequence[Token]) -> list[Token]:
    shown = " ".join(token.shown for token in part)
    tokens = [replace(token, shown=shown, closes=False) for token in target]
    tokens[-1] = replace(tokens[-1], closes=part[-1].closes)
    return tokens


def _refuse_two_meanings(entries: Iterable[Entry]) -> None:
    owners: dict[str, Entry] = {}
    for entry in entries:
        for form in (entry.en, *entry.also, *entry.korean):
            owner = owners.setdefault("".join(_texts(form)), entry)
            if owner is not entry:
                raise GlossaryError(
                    "{form} belongs to {one} and to {other}; keep it in one",
                    form=repr(form),
                    one=repr(owner.en),
                    other=repr(entry.en),
                )


@lru_cache(maxsize=16_384)
def _texts(form: str) -> Texts:
    return tuple(token.text for token in tokenize(clean(form)))
