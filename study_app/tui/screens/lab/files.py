"""Files of the lab: which one to open, and under what name to save."""

from pathlib import Path

from study_app.commands.places.lab import OPEN_SCENARIO, SAVE
from study_app.learning.material.scenarios import Scenario
from study_app.tui.screens.lab.path import PathScreen
from study_app.usecases.lab import Lab
from study_app.usecases.scenarios import open_scenarios
from study_app.words.language import Language
from study_app.words.wording import say


def which_file(lab: Lab | None, language: Language) -> PathScreen[tuple[Scenario, ...]]:
    """Asks for a file of the learner's own; AWS's JSON is laid over `lab`."""

    def read(path: Path) -> tuple[Scenario, ...]:
        return open_scenarios(path, None if lab is None else lab.case)

    hint = say(
        "YAML or JSON: cases for `dva simulate`, or AWS CLI input and output for "
        "task definitions, services, tasks and instances.",
        language,
    )
    return PathScreen(
        say("Which file?", language), hint, read, does=OPEN_SCENARIO, language=language
    )


def where_to_save(lab: Lab, language: Language) -> PathScreen[Path]:
    """Asks for a name and writes the case on screen to it."""

    def write(path: Path) -> Path:
        lab.save(path)
        return path

    hint = say("A new file; .json or .yaml. `dva lab FILE` opens it again.", language)
    name = f"{lab.scenario.id}.yaml"
    return PathScreen(
        say("Save as?", language), hint, write, does=SAVE, language=language, value=name
    )
