"""The content that is shipped, read once a process."""

import shutil
from atexit import register
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from unittest import mock

from study_app.bank import loading
from study_app.bank.bank import Bank
from study_app.bank.compiled import load_kept
from study_app.bank.contents import Layer, read_layers
from study_app.bank.places import shipped_content
from study_app.bank.problems import ContentProblem
from study_app.grading.grader import Grader
from study_app.grading.terms.glossary import Glossary
from study_app.usecases.study import Study


@cache
def shipped() -> Bank:
    """The whole bank. It is frozen: what a test changes is a copy of its own."""
    with mock.patch.object(loading, "read_layers", read_layers_once):  # a check needs them too
        return load_kept((shipped_content(),), _kept_bank())


@cache
def shipped_grader() -> Grader:
    """The grader of the whole bank; what it remembers changes no grade."""
    return shipped().grader()


def grader_of(study: Study) -> Grader:
    """The grader of a study's bank: to build that of the shipped one takes a tenth of a second."""
    return shipped_grader() if study.bank is shipped() else study.bank.grader()


@cache
def shipped_glossary() -> Glossary:
    return Glossary(shipped().glossary.values())


@cache
def shipped_layers() -> list[Layer]:
    """What is shipped with its places in the files, as a check reads it."""
    problems: list[ContentProblem] = []
    layers = read_layers([shipped_content()], problems)
    assert problems == []
    return layers


def read_layers_once(
    paths: Sequence[Path], problems: list[ContentProblem], below: Sequence[Layer] = ()
) -> list[Layer]:
    """`read_layers`, which reads the shipped content once a process: that takes a second."""
    if not below and [*paths][:1] == [shipped_content()]:
        shipped = shipped_layers()
        return [*shipped, *read_layers(paths[1:], problems, shipped)]
    return read_layers(paths, problems, below)


def load_kept_once(folders: Sequence[Path], kept: Path) -> Bank:
    """`load_kept`, for which the shipped content alone is `shipped()`."""
    return shipped() if [*folders] == [shipped_content()] else load_kept(folders, kept)


def keep_bank_in(cache_folder: Path) -> None:
    """Spare programs that use this cache the reading of all YAML: as if it was not their first
    start.
    """
    cache_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    shipped()
    shutil.copy(_kept_bank(), cache_folder / "bank")


@cache
def _kept_bank() -> Path:
    """The file in which the first reading is kept."""
    folder = Path(mkdtemp())
    register(shutil.rmtree, folder, ignore_errors=True)
    return folder / "bank"
