"""What is derived from the whole log is kept until the log, or what else made it, changes."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from study_app.store.disposable import derived
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.store.samples import clock, event


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ReviewLog]:
    with closing(ReviewLog(tmp_path / "progress.db", clock)) as opened:
        opened.add_rows(to_row(event(number)) for number in range(3))
        yield opened


class Derivation:
    """Derives how many rows the log has, and counts how often it had to."""

    def __init__(self, kept: Path, log: ReviewLog) -> None:
        self.kept = kept
        self.log = log
        self.times = 0

    def __call__(self, made_of: str = "content") -> object:
        return derived(self.kept, self.log, made_of, self._make)

    def _make(self) -> object:
        self.times += 1
        return {"rows": len(list(self.log.events()))}


@pytest.fixture
def derive(log: ReviewLog, tmp_path: Path) -> Derivation:
    made = Derivation(tmp_path / "derived", log)
    assert made() == {"rows": 3}
    return made


def test_it_is_derived_once(derive: Derivation) -> None:
    assert derive() == derive() == {"rows": 3}
    assert derive.times == 1


def test_an_answer_makes_it_anew(derive: Derivation) -> None:
    derive.log.append(event(4))
    assert derive() == {"rows": 4}


def test_what_else_it_is_made_of_makes_it_anew(derive: Derivation) -> None:
    derive("other content")
    assert derive.times == 2


def test_another_log_makes_it_anew(derive: Derivation, tmp_path: Path) -> None:
    with closing(ReviewLog(tmp_path / "other.db", clock)) as other:
        other.append(event(1))
        derive.log = other
        assert derive() == {"rows": 1}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:20],
        lambda _: b"",
        lambda data: data.replace(b"rows", b"cols"),
    ],
)
def test_a_damaged_file_makes_it_anew(derive: Derivation, damage: Callable[[bytes], bytes]) -> None:
    derive.kept.write_bytes(damage(derive.kept.read_bytes()))
    assert derive() == {"rows": 3}
    assert derive.times == 2


def test_what_came_while_it_was_made_is_not_kept(derive: Derivation) -> None:
    def make() -> object:
        derive.log.append(event(5))
        return "of the log before"

    derived(derive.kept, derive.log, "another", make)
    assert derived(derive.kept, derive.log, "another", lambda: "new") == "new"


def test_without_a_log_nothing_is_kept(tmp_path: Path) -> None:
    with closing(ReviewLog(tmp_path / "none.db", clock)) as log:
        derive = Derivation(tmp_path / "derived", log)
        assert derive() == derive() == {"rows": 0}
    assert derive.times == 2
    assert not derive.kept.exists()
