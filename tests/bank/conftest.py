"""A small sound content folder, and what is refused of it once a text in it is replaced."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from study_app.bank.checking.check import check
from study_app.words.wording import say

SAMPLE = Path(__file__).parent.parent / "data" / "content"
TODAY = date(2026, 11, 23)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the sample content: one topic with every kind of question, two exams."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


@pytest.fixture
def refused(content: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Replace `old` by `new` in the content file `name`; the problems that follow, as printed."""
    monkeypatch.chdir(content.parent)

    def after(name: str, old: str, new: str, *, complete: bool = False) -> list[str]:
        path = content / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")
        report = check([Path("content")], TODAY, complete=complete, beside=[])
        for problem in report.problems:
            assert say(problem.what, "ko") != problem.message, "there is no Korean"
        return [str(problem).removeprefix("content/") for problem in report.problems]

    return after
