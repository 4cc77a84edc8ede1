"""What every rule may ask: the known terms, the glossary, the speller."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from study_app.grading.keys import Key
from study_app.grading.neighbours import Neighbours
from study_app.grading.reasons import Grade
from study_app.grading.spelling.speller import Speller
from study_app.grading.terms.glossary import Glossary

Rest = Callable[[str], Grade]
"""Grades a text, or a part of one, by all steps that follow."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Built once from all known terms; using them changes nothing."""

    neighbours: Neighbours
    glossary: Glossary
    speller: Speller


class AnswerRule(Protocol):
    """One step on a whole answer: decides, or gives the answer or its parts to the rest."""

    def __call__(self, text: str, key: Key, tools: Tools, rest: Rest) -> Grade: ...
