"""The bank: all content as values, by id and in study order. This module knows nothing about files:
`loading` reads them, `compiled` caches them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from study_app.grading.answer import Answer
from study_app.grading.description import Description
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import (
    Asking,
    Card,
    Drawn,
    Question,
    Template,
    Topic,
    Typed,
    computed_of,
)
from study_app.learning.material.scenarios import Scenario
from study_app.learning.material.syllabus import Syllabus, card_outline, question_outline
from study_app.learning.material.texts import text_hash, with_texts

if TYPE_CHECKING:
    from study_app.grading.grader import Grader
    from study_app.grading.terms.entry import Entry

ItemT = TypeVar("ItemT", Card, Question, Template)


@dataclass(frozen=True, slots=True)
class Overlay:
    """The translation of one item: texts by path, as `learning.texts` names them.

    `of` is the hash of the English texts that were translated.
    """

    of: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Translation:
    """One language: topic titles by topic, overlays by full item id."""

    titles: Mapping[str, str]
    overlays: Mapping[str, Overlay]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """`topics` are in the order of study; `cards` and `questions` go by full id, in that order.

    `translations` go by language (`ko`), `glossary` by English term.
    """

    topics: Mapping[str, Topic]
    cards: Mapping[str, Card]
    questions: Mapping[str, Asking]
    blueprints: Mapping[str, Blueprint]
    scenarios: Mapping[str, Scenario]
    translations: Mapping[str, Translation]
    glossary: "Mapping[str, Entry]"

    def syllabus(self) -> Syllabus:
        """An outline of what there is to learn; a cached bank parses no items for it."""
        cards = getattr(self.cards, "outlines", None)
        questions = getattr(self.questions, "outlines", None)
        return Syllabus(
            cards or {key: card_outline(card) for key, card in self.cards.items()},
            questions or {key: question_outline(one) for key, one in self.questions.items()},
        )

    def cards_of(self, topic: Topic) -> list[Card]:
        """In reading order."""
        return [self.cards[card] for card in topic.card_ids]

    def questions_of(self, topic: Topic) -> list[Asking]:
        return [self.questions[question] for question in topic.question_ids]

    def topic_title(self, topic_id: str, language: str) -> str:
        """The title in `language`, in English where it is not translated."""
        title = self.topics[topic_id].title
        translation = self.translations.get(language)
        return title if translation is None else translation.titles.get(topic_id, title)

    def translated(self, item: ItemT, language: str) -> ItemT | None:
        """`item` with the texts of `language`; None where it has no translation."""
        overlay = self._overlay(item.id, language)
        if overlay is None:
            return None
        match item:
            case Question(drawn=Drawn() as drawn):
                return self._translated_draw(item.id, drawn, overlay, language)
            case _:
                return with_texts(item, overlay.texts)

    def asked(
        self, item_id: str, seed: int, attempt: int, values: Mapping[str, object] | None = None
    ) -> Question:
        """The question `item_id` as a session asks it.

        A template is asked with `values`, those of the log, where there are any that it can still
        take; else `seed` and `attempt` of the session draw them.
        """
        asking = self.questions[item_id]
        if isinstance(asking, Question):
            return self.with_key(asking)
        from study_app.worked.asking import draw_question, redraw_question

        again = None if values is None else redraw_question(asking, values)
        return draw_question(asking, seed, attempt) if again is None else again

    def with_key(self, question: Question) -> Question:
        """`question` with its key, where that is one to be computed."""
        computed = computed_of(question)
        if computed is None:
            return question
        from study_app.worked.computing import with_key

        return with_key(question, self.scenarios[computed.scenario])

    def description_of(self, question: Question) -> Description:
        """What the explanation and the card of a typed `question` say, in every language."""
        card = None if question.card is None else self.cards.get(question.card)
        return Description(
            why=tuple(
                one.form.why
                for one in self._in_every_language(question)
                if isinstance(one.form, Typed)
            ),
            card=tuple(
                f"{one.title}\n\n{one.body}"
                for one in (() if card is None else self._in_every_language(card))
            ),
        )

    def has_translation(self, item_id: str, language: str) -> bool:
        return self._overlay(item_id, language) is not None

    def is_stale(self, item_id: str, language: str) -> bool:
        """Whether the English text has changed since it was translated."""
        overlay = self._overlay(item_id, language)
        return overlay is not None and overlay.of != text_hash(self._item(item_id))

    def grader(self, others: Iterable[Answer] = ()) -> "Grader":
        """A grader that knows the terms of this bank and of `others`. Slow to build."""
        from study_app.grading.grader import Grader
        from study_app.grading.terms.glossary import Glossary
        from study_app.grading.terms.known_terms import KnownTerms

        names = (name for blueprint in self.blueprints.values() for name in blueprint.services)
        terms = KnownTerms.of([*others, *self.answers()], names)
        return Grader(terms, Glossary(tuple(self.glossary.values())))

    def answers(self) -> Iterable[Answer]:
        """The keys of all typed questions; computed ones are numbers and left out."""
        return (
            question.form.answer
            for question in self.questions.values()
            if isinstance(question.form, Typed) and question.form.answer.computed is None
        )

    def _translated_draw(
        self, item_id: str, drawn: Drawn, overlay: Overlay, language: str
    ) -> Question | None:
        """The question that the translated template makes of the same draw."""
        from study_app.worked.making import make

        template = self.questions.get(item_id)
        if not isinstance(template, Template):
            return None
        return make(with_texts(template, overlay.texts), drawn, language)

    def _item(self, item_id: str) -> Card | Asking:
        card = self.cards.get(item_id)
        return self.questions[item_id] if card is None else card

    def _in_every_language(self, item: ItemT) -> list[ItemT]:
        found = [item]
        for language in self.translations:
            translated: ItemT | None = self.translated(item, language)
            found += [] if translated is None else [translated]
        return found

    def _overlay(self, item_id: str, language: str) -> Overlay | None:
        translation = self.translations.get(language)
        return None if translation is None else translation.overlays.get(item_id)
