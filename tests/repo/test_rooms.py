"""The cut of the rooms: narrow folders and short files, so that a name says where to look."""

from pathlib import Path

import pytest

import study_app

PACKAGE = Path(study_app.__file__).parent
FOLDERS = sorted({path.parent for path in PACKAGE.rglob("*.py")})
WIDEST = 15
"""Modules of a folder, beside its `__init__`: "about a dozen files a folder"."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(PACKAGE)))
def test_a_folder_has_about_a_dozen_modules(folder: Path) -> None:
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert len(modules) <= WIDEST, "cut it by concept, and keep what the others import small"
