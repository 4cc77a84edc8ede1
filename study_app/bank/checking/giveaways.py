"""Keys that the length of an option gives away, and cards without a question."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from study_app.bank.problems import quoted_text
from study_app.bank.reading.topics import TopicFile
from study_app.learning.material.items import Choice, Choices, Option
from study_app.words.errors import error_text

LEAST_QUESTIONS: Final = 20
"""Of fewer a guesser beats chance by luck."""

MOST_GAIN: Final = 10.0
"""Points above chance that a guesser may reach in one topic."""

_TASTES: Final[Mapping[str, Callable[[str], int]]] = {
    "longest": len,
    "shortest": lambda text: -len(text),
}


def refuse_giveaways(file: TopicFile) -> None:
    """Refuse a topic in which always picking the longest, or the shortest, option beats chance."""
    forms = [question.value.form for question in file.questions.values()]
    options = [tuple(form.options.values()) for form in forms if isinstance(form, Choice | Choices)]
    if len(options) < LEAST_QUESTIONS:
        return
    total = sum(map(keys, options))
    chance = sum(keys(one) ** 2 / len(one) for one in options)
    for name, taste in _TASTES.items():
        guessed = sum(keys_found(one, taste) for one in options)
        gain = 100 * (guessed - chance) / total
        if gain > MOST_GAIN:
            file.source.refuse(
                file.node,
                "always picking the {which} option finds {percent}% of the keys, {points} points "
                "above chance; vary which option is the {which}",
                which=error_text(name),
                percent=f"{100 * guessed / total:.0f}",
                points=f"{gain:.0f}",
            )


def refuse_unasked_cards(file: TopicFile, asked: Iterable[str]) -> None:
    """Refuse a card that no question is about."""
    known = frozenset(asked)
    for card_id, card in file.cards.items():
        if card_id not in known:
            file.source.refuse(
                card.node.values["id"], "no question is about {card}", card=quoted_text(card_id)
            )


def keys(options: Sequence[Option]) -> int:
    """How many of the options are right."""
    return sum(option.correct for option in options)


def keys_found(options: Sequence[Option], taste: Callable[[str], float]) -> float:
    """How many keys a guesser finds who picks as many options as there are keys, highest rated
    first. Ties share what is left.
    """
    found, left = 0.0, float(keys(options))
    liking = [taste(option.text) for option in options]
    for level in sorted(set(liking), reverse=True):
        tied = [option for option, liked in zip(options, liking, strict=True) if liked == level]
        taken = min(left, len(tied))
        found += taken * keys(tied) / len(tied)
        left -= taken
    return found
