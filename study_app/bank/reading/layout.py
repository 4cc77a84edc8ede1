"""The files of a content folder, and what each holds."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from study_app.bank.problems import ContentProblem, shown_path
from study_app.files import reason
from study_app.words.errors import error_text

SUFFIX = ".yaml"
GLOSSARY = "glossary.yaml"
TRANSLATIONS = ("ko",)
"""The languages that content is translated to; English is what it is written in."""


class Role(StrEnum):
    """What a content file holds."""

    EXAM = "exam"
    SCENARIO = "scenario"
    TOPIC = "topic"
    GLOSSARY = "glossary"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class ContentFile:
    """`language` is that of a translation and empty for everything else."""

    path: Path
    role: Role
    language: str = ""


_ROLES = {
    Path("exams"): (Role.EXAM, ""),
    Path("scenarios"): (Role.SCENARIO, ""),
    Path("topics"): (Role.TOPIC, ""),
} | {Path(language, "topics"): (Role.TRANSLATION, language) for language in TRANSLATIONS}


_LEADS_OUT = "this link points outside the content folder"


def content_files(path: Path, problems: list[ContentProblem]) -> list[ContentFile]:
    """The content files of the folder `path` by name, or `path` alone if it is a file.

    A symbolic link that leads out of the folder is refused: shared content must not pull in other
    files of the person who opens it.
    """
    if not path.is_dir():
        return [_single_file(path)]
    before = len(problems)
    files = list(_files_of(path, problems))
    if not files and len(problems) == before:
        problems.append(
            _problem_with(path, "no content here; content files are {known}", known=_expected())
        )
    return files


def strays(folder: Path) -> Iterator[ContentProblem]:
    """Files and links in a content folder that nothing reads; none if it is a file."""
    read = {file.path for file in _files_of(folder, [])}
    places = {folder / place for place in _ROLES}
    places |= {place.parent for place in places}
    for parent, subfolders, names in os.walk(folder):
        here = Path(parent)
        links = [name for name in subfolders if (here / name).is_symlink()]
        for path in (here / name for name in sorted([*names, *links])):
            if _leads_out(path, folder):
                yield _problem_with(path, _LEADS_OUT)
            elif path not in read and path not in places:
                yield _problem_with(
                    path, "this file is never read; content files are {known}", known=_expected()
                )


def _files_of(folder: Path, problems: list[ContentProblem]) -> Iterator[ContentFile]:
    candidates = []
    if os.path.lexists(folder / GLOSSARY):
        candidates.append(ContentFile(folder / GLOSSARY, Role.GLOSSARY))
    for place, (role, language) in _ROLES.items():
        paths = _yaml_files(folder / place, folder, problems)
        candidates += [ContentFile(path, role, language) for path in paths]
    for file in candidates:
        if _leads_out(file.path, folder):
            problems.append(_problem_with(file.path, _LEADS_OUT))
        else:
            yield file


def _yaml_files(place: Path, folder: Path, problems: list[ContentProblem]) -> list[Path]:
    if _leads_out(place, folder):
        problems.append(_problem_with(place, _LEADS_OUT))
        return []
    try:
        paths = sorted(place.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(_problem_with(place, "cannot be read: {what}", what=reason(error)))
        return []
    return [path for path in paths if path.suffix == SUFFIX and not path.name.startswith(".")]


def _single_file(path: Path) -> ContentFile:
    """The role of a single file, from the folder it is in; by default a topic."""
    if path.name == GLOSSARY:
        return ContentFile(path, Role.GLOSSARY)
    parent = path.absolute().parent
    for place, (role, language) in _ROLES.items():
        if language and parent.parts[-len(place.parts) :] == place.parts:
            return ContentFile(path, role, language)
    role, language = _ROLES.get(Path(parent.name), (Role.TOPIC, ""))
    return ContentFile(path, role, language)


def _leads_out(path: Path, folder: Path) -> bool:
    root = os.path.realpath(folder)
    return not Path(os.path.realpath(path)).is_relative_to(root)


def _problem_with(path: Path, message: str, /, **values: object) -> ContentProblem:
    return ContentProblem(shown_path(path), 1, 1, error_text(message, **values))


def _expected() -> str:
    folders = ", ".join(f"{place.as_posix()}/*{SUFFIX}" for place in _ROLES)
    return f"{GLOSSARY}, {folders}"
