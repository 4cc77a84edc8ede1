"""Prints how often the grader is right on the labelled answers, beside plain thresholds.

    python tests/grading/confusion.py [--by-category] [--mistakes] [AUTHOR...]

The sets are by fifteen examiners; `correct` rows must be graded correct, `wrong` rows must not.
Those of "fresh" and of the third to the fifteenth author knew neither the grader nor the other
rows; that of "services" knew both, and wrote two sets over the services of the whole exam. Each
was measured once before the grader was worked on with it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.description import NO_DESCRIPTION, Description
from study_app.grading.grader import Grade, Grader, KnownTerms
from study_app.grading.verdict import Verdict
from study_app.learning.material.items import Question
from tests.shipped import shipped, shipped_glossary
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[1] / "data"
SETS = {
    "first author": "grading.yaml",
    "second author": "grading-second-author.yaml",
    "fresh": "grading-fresh.yaml",
    "services": "grading-services.yaml",
    "services 2": "grading-services-unseen.yaml",
    "third author": "grading-third-author.yaml",
    "fourth author": "grading-fourth-author.yaml",
    "fifth author": "grading-fifth-author.yaml",
    "sixth author": "grading-sixth-author.yaml",
    "seventh author": "grading-seventh-author.yaml",
    "eighth author": "grading-eighth-author.yaml",
    "ninth author": "grading-ninth-author.yaml",
    "tenth author": "grading-tenth-author.yaml",
    "eleventh author": "grading-eleventh-author.yaml",
    "twelfth author": "grading-twelfth-author.yaml",
    "thirteenth author": "grading-thirteenth-author.yaml",
    "fourteenth author": "grading-fourteenth-author.yaml",
    "fifteenth author": "grading-fifteenth-author.yaml",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled answer. `description`: of a question that is shipped."""

    question: str
    prompt: str
    answer: Answer
    response: str
    label: Verdict
    category: str
    description: Description


Rule = Callable[[Row], Verdict]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares in percent: wrong graded correct, and close; correct not graded correct, close graded
    close."""

    let_through: float
    half_through: float
    turned_away: float
    close_kept: float
    rows: int


@cache
def read_rows(name: str) -> list[Row]:
    """The rows of one labelled set in tests/data."""
    return list(_rows(read_yaml(DATA / name)))


def build_grader(rows: Iterable[Row], *, confusables: bool = True) -> Grader:
    """A grader as `dva grade` builds it: it knows these questions and the shipped content."""
    bank = shipped()
    answers = dict.fromkeys(row.answer for row in rows)
    if not confusables:
        answers = dict.fromkeys(Answer(answer.kind, answer.accept) for answer in answers)
    names = [name for blueprint in bank.blueprints.values() for name in blueprint.services]
    terms = KnownTerms.of([*answers, *bank.answers()], names)
    return Grader(terms, shipped_glossary())


def grade(grader: Grader, row: Row) -> Grade:
    """The grade of a row as the app gives it."""
    return grader.grade(row.response, row.answer, row.prompt, description=row.description)


def by(grader: Grader) -> Rule:
    return lambda row: grade(grader, row).verdict


def measure(rows: Iterable[Row], rule: Rule) -> Figures:
    seen: Counter[Verdict] = Counter()
    right: Counter[Verdict] = Counter()
    half_through = 0
    for row in rows:
        verdict = rule(row)
        seen[row.label] += 1
        if row.label is Verdict.WRONG:
            right[row.label] += verdict is not Verdict.CORRECT
            half_through += verdict is Verdict.CLOSE
        else:
            right[row.label] += verdict is row.label

    def share(label: Verdict) -> float:
        return 100 * right[label] / seen[label] if seen[label] else 100.0

    return Figures(
        100 - share(Verdict.WRONG),
        100 * half_through / max(seen[Verdict.WRONG], 1),
        100 - share(Verdict.CORRECT),
        share(Verdict.CLOSE),
        seen.total(),
    )


def ratio_of(threshold: int) -> Rule:
    """The baseline: the best plain ratio over the accepted forms, cut at `threshold`."""

    def rule(row: Row) -> Verdict:
        typed = row.response.casefold()
        best = max(fuzz.ratio(typed, form.casefold()) for form in row.answer.accept)
        return Verdict.CORRECT if best >= threshold else Verdict.WRONG

    return rule


def _rows(questions: Iterable[dict[str, object]]) -> Iterator[Row]:
    for question in questions:
        key = question["answer"]
        responses = question["responses"]
        assert isinstance(key, dict)
        assert isinstance(responses, list)
        answer = Answer(
            AnswerKind(key["kind"]),
            tuple(key["accept"]),
            tuple(key.get("confusables", ())),
            tuple(key.get("near", ())),
        )
        for response in responses:
            yield Row(
                str(question["id"]),
                str(question["prompt"]),
                answer,
                response["text"],
                Verdict(response["label"]),
                response["category"],
                _description(str(question["id"])),
            )


def _description(question: str) -> Description:
    """Of the shipped question that a set calls `topic--name` or `topic/name`."""
    bank = shipped()
    found = bank.questions.get(question.replace("--", "/"))
    return bank.description_of(found) if isinstance(found, Question) else NO_DESCRIPTION


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--by-category", action="store_true")
    parser.add_argument("--mistakes", action="store_true", help="print each row graded otherwise")
    parser.add_argument("authors", nargs="*", metavar="AUTHOR", help="of all sets unless named")
    options = parser.parse_args(arguments)
    every = {author: read_rows(name) for author, name in SETS.items()}
    known = [row for rows in every.values() for row in rows]
    grader = build_grader(known)
    bare = build_grader(known, confusables=False)
    sets = {author: every[author] for author in options.authors or SETS}
    everything = [row for rows in sets.values() for row in rows]
    rules: dict[str, Rule] = {
        "grader": by(grader),
        "without confusables": by(bare),
        "ratio >= 85": ratio_of(85),
        "ratio >= 90": ratio_of(90),
    }
    heading = f"{'set':<15}{'rule':<21}{'rows':>6}{'wrong->correct':>16}{'wrong->close':>14}"
    print(f"{heading}{'correct->not':>14}{'close->close':>14}")
    for author, rows in sets.items():
        for name, rule in rules.items():
            _print(author, name, measure(rows, rule))
    if options.by_category:
        for author, rows in sets.items():
            print()
            for category in sorted({row.category for row in rows}):
                chosen = [row for row in rows if row.category == category]
                _print(author, category, measure(chosen, rules["grader"]))
    if options.mistakes:
        print()
        for row in everything:
            found = grade(grader, row)
            if found.verdict is not row.label:
                print(
                    f"{row.question} {row.category}: {row.response!r} is {row.label}, graded "
                    f"{found.verdict}: {found.reason.text()} (key {row.answer.accept})"
                )


def _print(author: str, name: str, figures: Figures) -> None:
    print(
        f"{author:<15}{name:<21}{figures.rows:>6}{figures.let_through:>15.1f}%"
        f"{figures.half_through:>13.1f}%{figures.turned_away:>13.1f}%{figures.close_kept:>13.1f}%"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
