"""How close the bank is to the style of the exam: `python tests/repo/exam_style.py [CONTENT]`.

Measured are the questions with options. The aims come from the sample questions that AWS has
published: scenes of about sixty words, a closing that points back at requirements, options that
are full sentences and say what to do.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.bank.places import shipped_content
from study_app.learning.material.items import Choice, Choices, Option, Question
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[1] / "data" / "exam-style.yaml"
FENCE = re.compile(r"```.*?```", re.DOTALL)
SELECT = re.compile(r"\(Select (?:TWO|THREE)\.\)")
SENTENCE_END = re.compile(r"(?<=[.?!:])\s+(?=[A-Z\"'`(])")
TIED = re.compile(
    r"(?:meets?|satisf(?:y|ies)|fulfills?) (?:these|this|the|both|all)\b"
    r"|(?:resolves?|fix|solve) (?:this|the) (?:issue|error|problem|failure)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a topic's questions with options look like.

    `stem` and `option` are medians in words, all others percent: of closings that point back at
    requirements or at the problem, of options that begin with a verb, of questions in which a key
    is the longest option, and of questions whose stem or options say what exam English does not.
    """

    stem: float
    option: float
    tied: float
    verb_led: float
    longest: float
    faults: float


@dataclass(frozen=True, slots=True)
class Style:
    """The words of the measure, and what each topic reached."""

    verbs: frozenset[str]
    faults: re.Pattern[str]
    reached: Mapping[str, Mapping[str, float]]

    @classmethod
    def read(cls) -> "Style":
        data: dict[str, Any] = read_yaml(DATA)
        return cls(
            frozenset(data["verbs"].split()),
            re.compile("|".join(f"(?:{pattern})" for pattern in data["faults"]), re.IGNORECASE),
            data["reached"],
        )

    def figures(self, questions: Iterable[Question]) -> Figures:
        asked = list(questions)
        stems = [prose(question.prompt) for question in asked]
        options = [list(options_of(question)) for question in asked]
        texts = [option.text for each in options for option in each]
        return Figures(
            stem=median(len(stem.split()) for stem in stems),
            option=median(len(text.split()) for text in texts),
            tied=share(bool(TIED.search(closing(stem))) for stem in stems),
            verb_led=share(text.split()[0].casefold() in self.verbs for text in texts),
            longest=share(max(each, key=lambda one: len(one.text)).correct for each in options),
            faults=share(
                bool(self.faults.search(" ".join([stem, *(option.text for option in each)])))
                for stem, each in zip(stems, options, strict=True)
            ),
        )


def options_of(question: Question) -> Iterator[Option]:
    if isinstance(question.form, Choice | Choices):
        yield from question.form.options.values()


def prose(prompt: str) -> str:
    """The prompt without its exhibit and without how many options to select."""
    return " ".join(SELECT.sub(" ", FENCE.sub(" ", prompt)).split())


def closing(stem: str) -> str:
    """The sentence that asks."""
    sentences = SENTENCE_END.split(stem)
    return next((one for one in reversed(sentences) if one.endswith("?")), sentences[-1])


def share(found: Iterable[bool]) -> float:
    """The percentage of what is true."""
    every = list(found)
    return 100 * sum(every) / len(every)


def by_topic(bank: Bank) -> dict[str, list[Question]]:
    topics: dict[str, list[Question]] = {}
    for question in bank.questions.values():
        if isinstance(question, Question) and isinstance(question.form, Choice | Choices):
            topics.setdefault(question.id.partition("/")[0], []).append(question)
    return topics


def main() -> None:
    content = Path(sys.argv[1]) if len(sys.argv) > 1 else shipped_content()
    style, topics = Style.read(), by_topic(load((content,)))
    every = [question for questions in topics.values() for question in questions]
    for name, questions in {**topics, "all": every}.items():
        figures = asdict(style.figures(questions))
        print(f"  {name}: {{{', '.join(f'{key}: {value:.0f}' for key, value in figures.items())}}}")


if __name__ == "__main__":
    main()
