"""All problems with content, and counts of what it holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from study_app.bank.bank import Bank
from study_app.bank.checking.api_names import refuse_unknown_names
from study_app.bank.checking.examination import examine
from study_app.bank.contents import Layer, read_layers
from study_app.bank.loading import bank_of
from study_app.bank.names.models import Models, installed_models
from study_app.bank.places import shipped_content
from study_app.bank.problems import ContentProblem
from study_app.bank.reading.blueprints import refuse_unasked
from study_app.bank.reading.layout import TRANSLATIONS, strays
from study_app.bank.reading.tree import Located
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import Asking, Card, QuestionKind
from study_app.words.errors import error_text
from study_app.words.text import Text
from study_app.words.wording import say

READ_AGAIN = timedelta(days=365)
"""After so long an item ought to be read against its page again."""

NO_MODELS = "AWS API names: botocore is not installed; use `uv run --group api dva check`"


@dataclass(frozen=True, slots=True)
class Amount:
    cards: int
    questions: int


@dataclass(frozen=True, slots=True)
class Translated:
    """Items by the state of their translation: it fits, there is none, English has changed."""

    translated: int
    missing: int
    stale: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found in the checked paths. `by_skill` goes by blueprint, then by skill.

    `notes` are not problems: they name what should be read again. `skipped` says which checks
    could not run, and why.
    """

    topics: int
    cards: int
    questions: int
    by_kind: Mapping[str, int]
    by_topic: Mapping[str, Amount]
    by_skill: Mapping[str, Mapping[str, Amount]]
    languages: Mapping[str, Translated]
    problems: tuple[ContentProblem, ...]
    notes: tuple[Text, ...]
    skipped: tuple[Text, ...]

    def as_json(self) -> dict[str, Any]:
        """The report as `dva check --json` prints it, in English; notes are on the lines only."""
        fields = asdict(replace(self, problems=()))
        del fields["notes"], fields["skipped"]
        fields["problems"] = [
            {"file": one.file, "line": one.line, "column": one.column, "message": one.message}
            for one in self.problems
        ]
        return fields

    def lines(self, language: str) -> Iterator[str]:
        """The counts for a reader; the problems are not among them."""
        yield say(
            "{topics} {topics:topic|topics}, {cards} {cards:card|cards}, "
            "{questions} {questions:question|questions}",
            language,
            topics=self.topics,
            cards=self.cards,
            questions=self.questions,
        )
        yield ", ".join(f"{count} {kind}" for kind, count in self.by_kind.items())
        for exam, skills in self.by_skill.items():
            yield say(
                "{exam}: {asked} of {all} skills have a question",
                language,
                exam=exam,
                asked=sum(amount.questions > 0 for amount in skills.values()),
                all=len(skills),
            )
        for name, state in self.languages.items():
            yield say(
                "{name}: {translated} translated, {missing} missing, {stale} stale",
                language,
                name=name,
                translated=state.translated,
                missing=state.missing,
                stale=state.stale,
            )
        for note in self.notes:
            yield say("note: {note}", language, note=say(note, language))
        for reason in self.skipped:
            yield say("skipped: {reason}", language, reason=say(reason, language))
        if self.problems:
            yield say("{n} {n:problem|problems}", language, n=len(self.problems))
        else:
            yield say("no problems", language)


def check(
    paths: Sequence[Path],
    today: date,
    *,
    complete: bool = False,
    beside: Sequence[Path] | None = None,
    below: Sequence[Layer] | None = None,
    models: Models | None = None,
) -> Report:
    """Check folders and single files of content; of the same id, that of a later path counts.

    They may refer to the content in `beside`, by default the shipped one, which is neither
    checked nor counted; `below` has its layers where the caller has read them. `complete` also
    refuses skills without a question. AWS API names are looked up in `models`, by default those of
    botocore where it is installed.
    """
    problems: list[ContentProblem] = []
    if below is None:
        below = read_layers(_below(paths, beside), [])
    layers = read_layers(paths, problems, below)
    for path in paths:
        problems += strays(path)
    examine(below, layers, today)
    models = models or installed_models()
    if models is not None:
        refuse_unknown_names(below, layers, models)
    checked, everything = bank_of(layers), bank_of([*below, *layers])
    by_skill = _by_skill(checked, everything.blueprints)
    if complete:
        for blueprint in _blueprints([*below, *layers]):
            amounts = by_skill[blueprint.value.id]
            asked = {skill for skill, amount in amounts.items() if amount.questions}
            refuse_unasked(blueprint, asked, problems)
    return Report(
        topics=len(checked.topics),
        cards=len(checked.cards),
        questions=len(checked.questions),
        by_kind=_by_kind(checked.questions.values()),
        by_topic={
            topic.id: Amount(len(topic.card_ids), len(topic.question_ids))
            for topic in checked.topics.values()
        },
        by_skill=by_skill,
        languages={
            language: _translated(checked, everything, language) for language in TRANSLATIONS
        },
        problems=tuple(sorted(set(problems))),
        notes=tuple(_notes(checked, today)),
        skipped=(error_text(NO_MODELS),) if models is None else (),
    )


def _notes(bank: Bank, today: date) -> Iterator[Text]:
    """What should be read against its source again."""
    old = [
        item.id
        for item in (*bank.cards.values(), *bank.questions.values())
        if today - item.checked > READ_AGAIN
    ]
    if old:
        yield error_text(
            "{n} {n:item|items} last checked more than a year ago, starting with {first}",
            n=len(old),
            first=old[0],
        )


def _below(paths: Sequence[Path], beside: Sequence[Path] | None) -> list[Path]:
    """What the checked paths may refer to and are not themselves."""
    checked = {path.resolve() for path in paths}
    folders = (shipped_content(),) if beside is None else beside
    return [folder for folder in folders if folder.resolve() not in checked]


def _blueprints(layers: Iterable[Layer]) -> Iterable[Located[Blueprint]]:
    by_id = {key: one for layer in layers for key, one in layer.blueprints.items()}
    return (written for written in by_id.values() if written is not None)


def _by_kind(questions: Iterable[Asking]) -> dict[str, int]:
    counted = Counter(question.kind for question in questions)
    return {kind.value: counted[kind] for kind in QuestionKind}


def _by_skill(bank: Bank, blueprints: Mapping[str, Blueprint]) -> dict[str, dict[str, Amount]]:
    cards, questions = _served(bank.cards.values()), _served(bank.questions.values())
    return {
        blueprint.id: {
            skill.id: Amount(cards[blueprint.id, skill.id], questions[blueprint.id, skill.id])
            for skill in blueprint.skills()
        }
        for blueprint in blueprints.values()
    }


def _served(items: Iterable[Card | Asking]) -> Counter[tuple[str, str]]:
    """How many items serve a skill, by blueprint and skill."""
    return Counter(
        (blueprint, skill)
        for item in items
        for blueprint, skills in item.skills.items()
        for skill in set(skills)
    )


def _translated(checked: Bank, everything: Bank, language: str) -> Translated:
    translated = missing = stale = 0
    for item in (*checked.cards.values(), *checked.questions.values()):
        if not everything.has_translation(item.id, language):
            missing += 1
        elif everything.is_stale(item.id, language):
            stale += 1
        else:
            translated += 1
    return Translated(translated, missing, stale)
