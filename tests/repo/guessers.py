"""Let guessers who know nothing sit the bank: `python tests/repo/guessers.py`.

A good bank gives nothing away by its form: whoever always takes the longest option, or the one
that shares most words with the prompt, must do no better than chance.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from study_app.bank.bank import Bank
from study_app.bank.checking.giveaways import keys, keys_found
from study_app.learning.material.items import Choice, Choices, Question
from tests.shipped import shipped

ABSOLUTE = frozenset(
    {"all", "always", "any", "every", "everything", "never", "no", "none", "not", "nothing"}
    | {"only", "must", "cannot", "each", "entire", "completely", "solely", "without"}
)
WORD = re.compile(r"[a-z0-9][a-z0-9.:_/-]*[a-z0-9]|[a-z0-9]", re.IGNORECASE)
SPECIFIC = re.compile(r"[0-9]|[a-z][A-Z]|[A-Z]{2,}|[:/_.]")

Taste = Callable[[str, str], float]
"""How much a guesser likes an option: of the prompt and the option's text."""


def words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def absolutes(text: str) -> float:
    return sum(word in ABSOLUTE for word in words(text))


def overlap(prompt: str, text: str) -> float:
    own = set(words(text))
    return len(own & set(words(prompt))) / len(own) if own else 0.0


def specifics(text: str) -> float:
    return sum(bool(SPECIFIC.search(word)) for word in WORD.findall(text))


GUESSERS: Mapping[str, Taste] = {
    "longest": lambda prompt, text: len(text),
    "shortest": lambda prompt, text: -len(text),
    "most absolute words": lambda prompt, text: absolutes(text),
    "fewest absolute words": lambda prompt, text: -absolutes(text),
    "most overlap with the prompt": overlap,
    "most specific": lambda prompt, text: specifics(text),
}


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of right options in percent: what the guesser picked, and what chance picks."""

    guessed: float
    chance: float

    @property
    def gain(self) -> float:
        return self.guessed - self.chance


def sit(questions: Iterable[Question], taste: Taste) -> Score:
    """The share of right options among those that `taste` picks; ties are shared out evenly."""
    guessed = chance = total = 0.0
    for question in questions:
        form = question.form
        if not isinstance(form, Choice | Choices):
            continue
        options = list(form.options.values())
        guessed += keys_found(options, partial(taste, question.prompt))
        chance += keys(options) ** 2 / len(options)
        total += keys(options)
    return Score(100 * guessed / total, 100 * chance / total)


def scores(bank: Bank) -> dict[str, Score]:
    written = [one for one in bank.questions.values() if isinstance(one, Question)]
    return {name: sit(written, taste) for name, taste in GUESSERS.items()}


def main() -> None:
    for name, score in scores(shipped()).items():
        print(
            f"{name:30} {score.guessed:5.1f} %   chance {score.chance:5.1f} %   {score.gain:+5.1f}"
        )


if __name__ == "__main__":
    main()
