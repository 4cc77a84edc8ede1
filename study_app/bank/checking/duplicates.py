"""Questions that ask the same thing twice."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, assert_never

from rapidfuzz import fuzz, process, utils

from study_app.bank.problems import quoted_text
from study_app.bank.reading.tree import Located
from study_app.learning.answering.solution import key_lines
from study_app.learning.material.items import Asking, Question, Template

TOO_NEAR = 88
"""Likeness in percent of two questions, prompt and key together with their words sorted."""

SHARED: Final = 3
"""So many rare words have to be common to two questions before their letters are compared."""

MOST_HAVING: Final = 300
MOST_COMPARED: Final = 200
"""So many earlier questions are known by a word, and compared with one: the latest, the nearest."""


def refuse_near_duplicates(questions: Sequence[Located[Asking]]) -> None:
    """Refuse each question whose wording is nearly that of an earlier one."""
    texts = [_sorted_words(f"{one.value.prompt} {_key(one.value)}") for one in questions]
    for (written, text), earlier in zip(
        zip(questions, texts, strict=True), _alike_before(texts), strict=True
    ):
        # One call for all of them: what it needs of `text` is made once.
        near = process.extract_iter(
            text,
            {number: texts[number] for number in earlier},
            scorer=fuzz.ratio,
            score_cutoff=TOO_NEAR,
        )
        for _, likeness, number in near:
            other = questions[number].value.id
            written.source.refuse(
                written.node.values["prompt"],
                "nearly the same question as {other} ({percent}%); ask something else, or drop one",
                other=quoted_text(other),
                percent=f"{likeness:.0f}",
            )
            break


def _alike_before(texts: Sequence[str]) -> Iterator[list[int]]:
    """For each text the earlier ones that share words with it, those with the most first.

    To compare each with every other takes minutes for 10,000. Two texts that are nearly the same
    share half of their words, so `SHARED` or more of the rarer half of either.
    """
    common = Counter(word for text in texts for word in set(text.split()))
    having: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=MOST_HAVING))
    for number, text in enumerate(texts):
        words = sorted(set(text.split()), key=lambda word: (common[word], word))
        rare = words[: len(words) // 2 + SHARED]
        shared = Counter(chain.from_iterable(having[word] for word in rare if word in having))
        least = min(SHARED, len(rare))
        alike = (one for one, times in shared.items() if times >= least)
        yield sorted(alike, key=shared.__getitem__, reverse=True)[:MOST_COMPARED]
        for word in words:
            having[word].append(number)


def _sorted_words(text: str) -> str:
    """What `fuzz.token_sort_ratio` compares, made once a question instead of once a pair."""
    return " ".join(sorted(utils.default_process(text).split()))


def _key(asking: Asking) -> str:
    """The key; for a template, what is asked for, since the answer depends on the draw."""
    match asking:
        case Question():
            return " ".join(key_lines(asking))
        case Template():
            return asking.ask
        case _:
            assert_never(asking)
