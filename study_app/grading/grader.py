"""The grader: typed answers against their key, every veto before any tolerance."""

from collections.abc import Callable, Collection
from functools import cache, lru_cache, partial
from typing import assert_never

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.cleaning import clean, same_form, squash
from study_app.grading.code.assignments import boolean_setting
from study_app.grading.code.structures import size_of, structure_of, words_of
from study_app.grading.description import NO_DESCRIPTION, Description
from study_app.grading.grades import close, wrong
from study_app.grading.hangul.endings import with_particles_joined
from study_app.grading.keys import Key, key_of
from study_app.grading.lists.grading import grade_list
from study_app.grading.neighbours import Neighbours
from study_app.grading.numbers.grading import grade_number
from study_app.grading.numbers.number_keys import number_key
from study_app.grading.reasons import Grade, Reason, ReasonCode
from study_app.grading.rules.descriptions.described import or_described
from study_app.grading.rules.descriptions.question_words import question_words
from study_app.grading.rules.equality import same_structure
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.spelling.speller import Speller
from study_app.grading.spelling.word_matching import is_small
from study_app.grading.steps import grade_claim, steps_of
from study_app.grading.terms.glossary import Glossary
from study_app.grading.terms.known_terms import KnownTerms, TermIndex
from study_app.grading.tolerance import PARTIAL_SCORE
from study_app.grading.verdict import Verdict
from study_app.grading.vetoes.contrasts import contrasts
from study_app.grading.wording.common_words import COMMON_WORDS
from study_app.grading.wording.small_words import KIND_NOUNS

__all__ = ["Description", "Glossary", "Grade", "Grader", "KnownTerms", "Reason", "ReasonCode"]

_NO_GLOSSARY = Glossary()


class Grader:
    """Grades typed answers. Built once from all known terms; immutable.

    `grade` takes any string, reads its first few hundred characters and never raises.
    """

    def __init__(self, terms: KnownTerms, glossary: Glossary = _NO_GLOSSARY) -> None:
        vocabulary = glossary.vocabulary.union(terms.vocabulary())
        speller = Speller(glossary, vocabulary, COMMON_WORDS)
        index = TermIndex(terms, glossary)
        self._made_of = terms, glossary
        self._tools = tools = Tools(Neighbours(index, glossary), glossary, speller)
        self._key_of: Callable[[Answer, str], Key] = lru_cache(maxsize=4_096)(
            lambda answer, prompt: key_of(answer, prompt, index, glossary)
        )
        self._steps_of: Callable[[Key], Rest] = lru_cache(maxsize=4_096)(
            lambda key: steps_of(key, tools)
        )

    def __reduce__(self) -> tuple[type["Grader"], tuple[KnownTerms, Glossary]]:
        """Copied, and sent to another process, as what it is made of."""
        return Grader, self._made_of

    def grade(
        self,
        response: str,
        answer: Answer,
        prompt: str = "",
        own: Collection[str] = (),
        description: Description = NO_DESCRIPTION,
    ) -> Grade:
        """The verdict on `response` to the question `prompt` with the key `answer`.

        An answer that describes the key in the words of the `description`, without its name, is
        close.

        The learner's `own` forms are right as well, ignoring only case and blanks: they are not
        part of the key, so nothing similar to them is accepted.
        """
        form = next((one for one in own if same_form(one) == same_form(response)), None)
        if form is not None:
            return Grade(Verdict.CORRECT, 1.0, form, Reason(ReasonCode.OWN))
        text, prompt = with_particles_joined(clean(response)), clean(prompt)
        grade = self._by_kind(response, text, answer, prompt)
        if grade.verdict is not Verdict.WRONG or answer.kind is AnswerKind.LIST:
            return grade
        glossary = self._tools.glossary
        given = partial(question_words, answer, prompt, description, glossary)
        return or_described(grade, text, self._key_of(answer, prompt), given, self._tools)

    def _by_kind(self, response: str, text: str, answer: Answer, prompt: str) -> Grade:
        match answer.kind:
            case AnswerKind.LIST:
                return self._listed(text, answer, prompt)
            case AnswerKind.NUMBER:
                return self._number(text, answer, prompt)
            case AnswerKind.CODE:
                key = self._key_of(answer, prompt)
                return self._structured(response, key) or self._named(text, key)
            case AnswerKind.TEXT:
                return self._named(text, self._key_of(answer, prompt))
            case _:
                assert_never(answer.kind)

    def _number(self, text: str, answer: Answer, prompt: str) -> Grade:
        key = number_key(answer, prompt)
        if key is None or not squash(text):
            return self._named(text, self._key_of(answer, prompt))
        grade = grade_number(text, key)
        if key.worded and grade.reason.code is ReasonCode.NO_NUMBER:
            in_words = Answer(AnswerKind.TEXT, key.worded)
            return self._named(text, self._key_of(in_words, prompt))
        return grade

    def _listed(self, text: str, answer: Answer, prompt: str) -> Grade:
        whole = self._key_of(answer, prompt)
        if not squash(text):
            return wrong(whole, ReasonCode.EMPTY)

        @cache
        def judge(element: str, wanted: str) -> Grade:
            key = self._key_of(Answer(AnswerKind.TEXT, (wanted,)), prompt)
            return self._named(element, key)

        for kept, _ in contrasts(text):
            grade = grade_list(kept, answer, judge, self._is_filler)
            if grade.correct:
                return grade
        return grade_list(text, answer, judge, self._is_filler)

    def _structured(self, response: str, key: Key) -> Grade | None:
        """JSON and YAML by value; None if the key or the response is not a mapping or list.

        A slip in one of its words is read word by word, in the order of the keys.
        """
        if not key.structured:
            return None
        typed = structure_of(response)
        found = same_structure(response, key)
        if typed is None or found is not None:
            return found
        if boolean_setting(response, key.shown) is not None:
            return None  # the value decides, whatever the words say
        if all(
            form.structure is None or size_of(form.structure) != size_of(typed)
            for form in key.forms
        ):
            return wrong(key, ReasonCode.UNRELATED)
        grade = grade_claim(words_of(typed), key, self._tools)
        # A complete structure with other keys is not just the value.
        return wrong(key, ReasonCode.UNRELATED) if grade.reason.code is ReasonCode.NEAR else grade

    def _named(self, text: str, key: Key) -> Grade:
        grade = self._steps_of(key)(text)
        if grade.reason.code not in (ReasonCode.UNRELATED, ReasonCode.CUT_SHORT):
            return grade
        squashed = squash(text)
        # Not of a command: without its service it may be another one's.
        if not key.command and any(near in squashed for near in key.near):
            # A sentence around what is incomplete, as around an accepted form.
            incomplete = steps_of(key.of_incomplete(), self._tools)(text)
            if incomplete.correct:
                return close(key, PARTIAL_SCORE, ReasonCode.NEAR, key.first)
        return grade

    def _is_filler(self, text: str) -> bool:
        """Whether `text` names nothing: small words and nouns of kind only."""
        return all(
            is_small(token) or token.text in KIND_NOUNS for token in self._tools.glossary.read(text)
        )
