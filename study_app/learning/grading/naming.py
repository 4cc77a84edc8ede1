"""Steps 2 to 10 for names: terms in words and in code. Vetoes first, tolerances after them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from study_app.learning.grading.alignment import Alignment, align
from study_app.learning.grading.cleaning import squash
from study_app.learning.grading.commands import in_option_order
from study_app.learning.grading.glossary import Glossary
from study_app.learning.grading.hangul import (
    has_hangul,
    is_case_marked,
    is_ending,
    is_predicate,
    without_ending,
)
from study_app.learning.grading.keys import (
    Key,
    action_prefix,
    english_of,
    key_of,
    peeled,
    without_prefix,
)
from study_app.learning.grading.known_terms import Meaning, TermIndex, english_words, without_maker
from study_app.learning.grading.likeness import likeness
from study_app.learning.grading.opposites import korean_opposite, opposite
from study_app.learning.grading.reasons import Grade, Reason, ReasonCode
from study_app.learning.grading.spelling import MOST_SLIPS, Likeness, Speller
from study_app.learning.grading.tokens import Token, tokenise, words
from study_app.learning.grading.words import (
    FUNCTION_WORDS,
    KIND_NOUNS,
    KOREAN_FILLERS,
    LEADING_VERBS,
    PHRASE_BREAKS,
    negators,
    root,
    stem,
)
from study_app.learning.items import Answer, AnswerKind
from study_app.learning.verdict import Verdict

_OPTIONAL_IN_KEY = frozenset("a an the of to for and with".split())
_JOINING = frozenset("and & + plus with 및 그리고 와 과 랑 하고".split())
_CODE_SHARE, _TEXT_SHARE = 2 / 3, 1 / 2
_CLOSE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Task:
    """What a response is held against: the accepted forms of one question and its prompt."""

    keys: tuple[Key, ...]
    near: tuple[Key, ...]
    own_groups: frozenset[int]
    own_texts: frozenset[str]
    prompt_roots: frozenset[str]
    code: bool
    names_service: bool

    @property
    def first(self) -> str:
        return self.keys[0].shown if self.keys else ""

    @property
    def negators(self) -> frozenset[str]:
        return frozenset().union(*(key.negators for key in self.keys))


class NameGrader:
    """Grades one claim, a text that names one thing, against the accepted forms."""

    def __init__(self, index: TermIndex, glossary: Glossary, speller: Speller) -> None:
        self._index = index
        self._glossary = glossary
        self._speller = speller
        self.task: Callable[[Answer, str], Task] = lru_cache(maxsize=4_096)(self._task)

    def _task(self, answer: Answer, prompt: str) -> Task:
        keys = tuple(key_of(form, self._glossary) for form in answer.accept)
        code = answer.kind is AnswerKind.CODE
        own: set[int] = set()
        service = False
        for key in keys:
            meanings = [self._index.of_text(key.squashed)]
            if not code:
                meanings.append(self._index.of_words(english_words(key.english)))
            for meaning in meanings:
                if meaning is not None:
                    own |= meaning.groups
                    service = service or meaning.service
        for confusable in answer.confusables:
            meaning = self._index.of_text(confusable)
            if meaning is not None and not any(squash(confusable) == key.squashed for key in keys):
                own -= meaning.groups
        prompt_tokens = self._glossary.canonical(tokenise(prompt))
        return Task(
            keys=keys,
            near=tuple(key_of(form, self._glossary) for form in answer.near),
            own_groups=frozenset(own),
            own_texts=frozenset(key.squashed for key in keys),
            prompt_roots=frozenset(root(token.text) for token in prompt_tokens)
            | frozenset(root(word) for word in words(prompt)),
            code=code,
            names_service=service,
        )

    def is_known(self, text: str) -> bool:
        return (
            self._index.of_text(text) is not None
            or self._index.of_words(english_of(text, self._glossary)) is not None
        )

    def is_filler(self, text: str, task: Task) -> bool:
        """Whether `text` names nothing: small words, nouns of kind, words of the prompt."""
        return all(
            _is_small(token) or token.text in KIND_NOUNS or root(token.text) in task.prompt_roots
            for token in self._glossary.canonical(tokenise(text))
        )

    def same(self, text: str, task: Task) -> Grade | None:
        """Steps 2 and 3: equal to an accepted form, or to another known term."""
        candidates = tuple(peeled(text, task.keys))
        if _wrong_prefix(text, task):
            return wrong(task, ReasonCode.ANOTHER_TERM, text)
        for candidate in candidates:
            squashed = squash(candidate) or candidate
            for key in task.keys:
                if squashed == key.squashed:
                    return right(key, ReasonCode.ACCEPTED, shown=task.first)
            if any(squashed == key.squashed for key in task.near):
                return close(task, 0.6, ReasonCode.NEAR, task.first)
        for candidate in candidates:
            meaning = self._index.of_text(candidate)
            if meaning is not None and self._is_other(meaning, candidate, task):
                return wrong(task, ReasonCode.ANOTHER_TERM, meaning.shown)
        for candidate in candidates:
            english = english_of(candidate, self._glossary)
            for key in task.keys:
                if english and english == english_words(key.english):
                    return right(key, ReasonCode.TRANSLATION, shown=task.first)
            meaning = self._index.of_words(english)
            if meaning is not None and not task.code and self._is_other(meaning, candidate, task):
                return wrong(task, ReasonCode.ANOTHER_TERM, meaning.shown)
        return None

    def judge(self, text: str, task: Task) -> Grade:
        """The grade of a text that makes one claim, by the order of the steps."""
        found = self.same(text, task)
        if found is not None:
            return found
        denied = {
            word
            for word in negators(words(text)) - task.negators
            if root(word) not in task.prompt_roots
        }
        if denied:
            return wrong(task, ReasonCode.NEGATED, ", ".join(sorted(denied)))
        tokens = tokenise(_bare(text, task))
        english = self._glossary.canonical(tokens)
        raw = tuple(
            token
            for token in tokens
            if not (token.hangul and token.glued and is_ending(token.text))
        )
        if not english:
            return wrong(task, ReasonCode.UNRELATED)
        grades = []
        for key in task.keys:
            grades.append(self._held_against(english, key.english, key, task))
            if raw != english or key.tokens != key.english:
                grades.append(self._held_against(raw, key.tokens, key, task))
        return min(grades, key=_rank)

    def _held_against(
        self, typed: Sequence[Token], wanted: Sequence[Token], key: Key, task: Task
    ) -> Grade:
        if not wanted:
            return wrong(task, ReasonCode.UNRELATED)
        reading = _Reading(typed, wanted, self._speller, task)
        found = reading.alignment
        squashed = "".join(token.text for token in reading.content)
        veto = self._veto(reading, key, task, squashed)
        if veto is not None:
            return veto
        missing = [i for i in found.missing if wanted[i].text not in _OPTIONAL_IN_KEY]
        surplus = reading.surplus(self._is_service_name)
        if not missing and found.slips <= MOST_SLIPS and (found.in_order or not task.code):
            if surplus:
                shown = " ".join(typed[at].shown for at in surplus)
                return close(task, 0.7, ReasonCode.EXTRA_WORDS, key.shown, shown)
            return self._tolerated(reading, key, task)
        if missing and not reading.replaced and found.slips <= MOST_SLIPS:
            incomplete = self._incomplete(reading, missing, key, task)
            if incomplete is not None:
                return incomplete
        return self._misspelt(reading, key, task)

    def _veto(self, reading: "_Reading", key: Key, task: Task, squashed: str) -> Grade | None:
        """Steps 3, 6, 7 and 9: what no tolerance may overrule."""
        found, content, wanted = reading.alignment, reading.content, reading.wanted
        meaning = self._index.of_words(english_words(content))
        if (
            meaning is not None
            and not (task.code and not found.missing)
            and self._is_other(meaning, squashed, task)
        ):
            return wrong(task, ReasonCode.ANOTHER_TERM, meaning.shown)
        extra = [content[at] for at in found.extra]
        lost = [wanted[to] for to in found.missing]
        for token in extra:
            nearby = lost or (wanted if reading.is_beside(token) else ())
            for word in nearby:
                contrary = opposite(token.text, word.text)
                if contrary is not None:
                    return wrong(task, ReasonCode.OPPOSITE, token.shown, word.shown)
        if has_hangul(squashed) and has_hangul(key.squashed):
            contrary = korean_opposite(squashed, key.squashed)
            if contrary is not None and found.missing:
                return wrong(task, ReasonCode.OPPOSITE, contrary, key.shown)
        if task.code and not found.missing and reading.goes_on:
            return wrong(task, ReasonCode.ANOTHER_TERM, "".join(t.shown for t in reading.typed))
        for token in extra:
            if token.digits and root(token.text) not in task.prompt_roots:
                return wrong(task, ReasonCode.DIGITS, token.shown)
        if not found.missing:
            return self._also_names(reading, task)
        return None

    def _also_names(self, reading: "_Reading", task: Task) -> Grade | None:
        """Step 9: another known term beside the right one."""
        typed, taken = reading.typed, reading.taken
        stems = english_words(typed)
        joined = reading.has_joining_word
        for start, end, meaning in self._index.within(stems):
            if taken.intersection(range(start, end)) or not self._is_other(meaning, "", task):
                continue
            in_prompt = all(root(text) in task.prompt_roots for text in stems[start:end])
            qualifies = meaning.service and not task.names_service and start < min(taken)
            if (in_prompt or qualifies) and not joined:
                continue
            return wrong(task, ReasonCode.ALSO_NAMES, meaning.shown)
        return None

    def _tolerated(self, reading: "_Reading", key: Key, task: Task) -> Grade:
        found = reading.alignment
        if not found.slips:
            code = ReasonCode.SOUND if found.likeness is Likeness.SOUND else ReasonCode.ACCEPTED
            return right(key, code, shown=key.shown)
        text = "".join(reading.typed[at].text for at in sorted(reading.taken))
        for other, meaning in self._index.nearest(text, found.slips - 1):
            if self._is_other(meaning, other, task):
                return wrong(task, ReasonCode.ANOTHER_TERM, meaning.shown)
        return right(key, ReasonCode.SPELLING, shown=key.shown, slips=found.slips)

    def _incomplete(
        self, reading: "_Reading", missing: Sequence[int], key: Key, task: Task
    ) -> Grade | None:
        """Step 9: fewer words than the key, at least half of them and the first among them."""
        wanted = reading.wanted
        lost = " ".join(wanted[to].shown for to in missing)
        share = 1 - len(missing) / len(wanted)
        if 0 in missing or share <= 0:
            return None
        if key.command or share < (_CODE_SHARE if task.code else _TEXT_SHARE):
            code = ReasonCode.CUT_SHORT if task.code else ReasonCode.UNRELATED
            return wrong(task, code, key.shown)
        return close(task, 0.3 + share / 2, ReasonCode.INCOMPLETE, key.shown, lost)

    def _misspelt(self, reading: "_Reading", key: Key, task: Task) -> Grade:
        """Step 10: past the tolerance, but nearer to the key than to any other term."""
        content = reading.content
        similar = likeness(content, reading.wanted, self._speller)
        if similar < _CLOSE_ENOUGH:
            return wrong(task, ReasonCode.UNRELATED)
        squashed = "".join(token.text for token in content)
        for meaning in self._index.most_similar(squashed, similar):
            if self._is_other(meaning, "", task):
                return wrong(task, ReasonCode.UNRELATED)
        return close(task, similar * 0.8, ReasonCode.MISSPELT, key.shown)

    def _is_other(self, meaning: Meaning, text: str, task: Task) -> bool:
        return not (meaning.groups & task.own_groups) and squash(text) not in task.own_texts

    def _is_service_name(self, tokens: Sequence[Token]) -> bool:
        meaning = self._index.of_words(english_words(tokens))
        return meaning is not None and meaning.service


class _Reading:
    """One way to read typed words against the words of one key."""

    def __init__(
        self, typed: Sequence[Token], wanted: Sequence[Token], speller: Speller, task: Task
    ) -> None:
        self.typed = typed
        self.wanted = wanted
        self._task = task
        stems = {stem(token.text) for token in wanted}
        self._places = [
            at
            for at, token in enumerate(typed)
            if stem(token.text) in stems
            or not _is_small(token)
            or any(opposite(token.text, word.text) for word in wanted)
        ]
        self.content = [typed[at] for at in self._places]
        self.alignment: Alignment = align(self.content, wanted, speller)
        self.taken = frozenset(self._places[at] for at in self.alignment.matched)
        self._phrases = list(_phrases(typed, self.taken))

    @property
    def has_joining_word(self) -> bool:
        return any(token.text in _JOINING for token in self.typed)

    @property
    def replaced(self) -> bool:
        """Whether a word stands in place of a missing one: anything but a noun of its kind."""
        return any(
            self.typed[self._places[at]].text not in KIND_NOUNS for at in self.alignment.extra
        )

    def is_beside(self, token: Token) -> bool:
        """Whether `token` stands in the phrase of a word that was read as the key's."""
        here = {self._phrases[at] for at in self.taken}
        return any(
            other is token and self._phrases[at] in here for at, other in enumerate(self.typed)
        )

    @property
    def goes_on(self) -> bool:
        """Whether the name of an API has more words than the key's in one piece."""
        extra = {self._places[at] for at in self.alignment.extra}
        return any(
            at in extra and token.glued and not token.hangul and not self._is_only_extra(at)
            for at, token in enumerate(self.typed)
        )

    def surplus(self, is_service: Callable[[Sequence[Token]], bool]) -> list[int]:
        """Words in the phrase of the answer that are neither the key's nor filler."""
        if not self.taken:
            return [self._places[at] for at in self.alignment.extra]
        first = min(self.taken)
        here = {self._phrases[at] for at in self.taken}
        extra = [self._places[at] for at in self.alignment.extra]
        left = [
            at
            for at in extra
            if self._phrases[at] in here and not self._is_filler(at, before=at < first)
        ]
        leading = [at for at in left if at < first]
        if leading and is_service([self.typed[at] for at in leading]):
            left = [at for at in left if at >= first]
        return left

    def _is_filler(self, at: int, *, before: bool) -> bool:
        token = self.typed[at]
        part_of_name = token.glued or (at + 1 < len(self.typed) and self.typed[at + 1].glued)
        if part_of_name and not token.hangul and not self._is_only_extra(at):
            return False
        return (
            token.text in KIND_NOUNS
            or root(token.text) in self._task.prompt_roots
            or (before and token.text in LEADING_VERBS)
        )

    def _is_only_extra(self, at: int) -> bool:
        """Whether the run of glued tokens around `at` holds no word of the key."""
        start = at
        while start and self.typed[start].glued:
            start -= 1
        end = at + 1
        while end < len(self.typed) and self.typed[end].glued:
            end += 1
        return not self.taken.intersection(range(start, end))


def right(key: Key, code: ReasonCode, *, shown: str, slips: int = 0) -> Grade:
    return Grade(Verdict.CORRECT, 1 - 0.05 * slips, key.shown, Reason(code, (shown,)))


def close(task: Task, score: float, code: ReasonCode, *args: str) -> Grade:
    return Grade(
        Verdict.CLOSE, round(score, 3), args[0] if args else task.first, Reason(code, args)
    )


def wrong(task: Task, code: ReasonCode, *args: str) -> Grade:
    return Grade(Verdict.WRONG, 0.0, task.first, Reason(code, args))


def _rank(grade: Grade) -> tuple[int, float]:
    """Right before a veto, a veto before close, close before a plain wrong."""
    match grade.verdict:
        case Verdict.CORRECT:
            order = 0
        case Verdict.CLOSE:
            order = 2
        case Verdict.WRONG:
            order = 3 if grade.reason.code in _NO_VETO else 1
    return order, -grade.score


_NO_VETO = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT})


def _bare(text: str, task: Task) -> str:
    if any(key.command for key in task.keys):
        return in_option_order(text)
    return without_maker(without_prefix(text.strip(" \"'`*")))


def _wrong_prefix(text: str, task: Task) -> bool:
    """Whether an action prefix (`iam:`) contradicts the one that the key has (`sts:`)."""
    prefix = action_prefix(text)
    wanted = {key.prefix for key in task.keys if key.prefix}
    return bool(prefix and wanted) and prefix not in wanted


def _is_small(token: Token) -> bool:
    if token.hangul:
        return (
            any(bare in KOREAN_FILLERS for bare in without_ending(token.text))
            or is_predicate(token.text)
            or (token.glued and is_ending(token.text))
        )
    return token.text in FUNCTION_WORDS and not token.acronym


def _phrases(typed: Sequence[Token], taken: frozenset[int]) -> Iterator[int]:
    """The number of the phrase that each word stands in; words of the key never part one."""
    phrase = 0
    for at, token in enumerate(typed):
        if token.text in PHRASE_BREAKS and at not in taken:
            phrase += 1
        yield phrase
        if token.closes or (
            token.hangul and (is_case_marked(token.text) or is_predicate(token.text))
        ):
            phrase += 1
