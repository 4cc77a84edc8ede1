"""Scenarios for the lab: the case behind a question, and the learner's own files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from study_app.learning.material.items import Question, Typed
from study_app.learning.material.scenarios import Scenario
from study_app.simulator.model.case import Case
from study_app.usecases.journal import NotSaved, Unreadable
from study_app.usecases.study import Study
from study_app.words.language import Language


def scenario_of(study: Study, question: Question) -> Scenario | None:
    """The scenario of `question`: its own numbers, else its card's example."""
    bank = study.bank
    if question.drawn is not None:
        korean = study.translations(question, Language.KO)[0]
        topic = bank.topics[question.topic]
        return Scenario(
            id=question.id,
            group={},
            title={
                "en": study.topic_title(topic, Language.EN),
                "ko": study.topic_title(topic, Language.KO),
            },
            text={"en": question.prompt, "ko": korean.prompt},
            case=question.drawn.case,
            source=question.source,
        )
    name = None
    if isinstance(question.form, Typed) and question.form.answer.computed is not None:
        name = question.form.answer.computed.scenario
    elif question.card is not None:
        name = bank.cards[question.card].scenario
    return None if name is None else bank.scenarios[name]


def open_scenarios(path: Path, current: Case | None) -> tuple[Scenario, ...]:
    """The scenarios in a learner's file. Raises `Unreadable`."""
    from study_app.bank import case_files
    from study_app.bank.problems import DataError

    try:
        return case_files.open_scenarios(path, current)
    except DataError as error:
        raise Unreadable(error.text) from error


def open_documents(paths: Sequence[Path]) -> tuple[Scenario, ...]:
    """AWS JSON from several files, as one case. Raises `Unreadable`."""
    from study_app.bank import case_files
    from study_app.bank.problems import DataError

    try:
        return case_files.open_documents(paths)
    except DataError as error:
        raise Unreadable(error.text) from error


def save_case(path: Path, scenario: Scenario) -> None:
    """Write a scenario, with the case that is on screen, to a new file. Raises `NotSaved`.

    Its id comes from the file name, so that its results are not counted for the original.
    """
    from study_app.bank import case_saving
    from study_app.bank.problems import DataError

    try:
        case_saving.save_case(path, replace(scenario, id=path.stem))
    except DataError as error:
        raise NotSaved(error.text) from error
