"""Questions that ask the same thing twice."""

from collections.abc import Sequence
from typing import assert_never

from rapidfuzz import fuzz, process, utils

from study_app.bank.problems import shown
from study_app.bank.reading.tree import Located
from study_app.learning.items import Asking, Question, Template
from study_app.learning.solution import key_lines

TOO_NEAR = 88
"""Likeness in percent of two questions, prompt and key together with their words sorted."""


def refuse_near_duplicates(questions: Sequence[Located[Asking]]) -> None:
    """Refuse each question that is nearly an earlier one in words: one of the two is too many."""
    seen: dict[str, str] = {}
    for written in questions:
        question = written.value
        text = _sorted_words(f"{question.prompt} {_key(question)}")
        near = process.extract_iter(text, seen, scorer=fuzz.ratio, score_cutoff=TOO_NEAR)
        for _, likeness, earlier in near:
            written.source.refuse(
                written.node.values["prompt"],
                f"nearly the same question as {shown(earlier)} ({likeness:.0f}%); "
                "ask something else, or drop one",
            )
        seen[question.id] = text


def _sorted_words(text: str) -> str:
    """What `fuzz.token_sort_ratio` compares, made once a question instead of once a pair."""
    return " ".join(sorted(utils.default_process(text).split()))


def _key(asking: Asking) -> str:
    """The key; of a template what is asked for, since the answer hangs on the draw."""
    match asking:
        case Question():
            return " ".join(key_lines(asking))
        case Template():
            return asking.ask
        case _:
            assert_never(asking)
