"""The kept bank: as good as the content itself, and never believed where it might not be."""

import json
import os
import pickle
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.bank.bank import Bank
from study_app.bank.compiled import UNREADABLE, _head, fingerprint, load_kept
from study_app.bank.loading import load
from study_app.bank.places import shipped_content
from study_app.bank.plain_values import reader
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import Asking, Card
from study_app.learning.material.scenarios import Scenario

SAMPLE = Path(__file__).parents[1] / "data" / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "bank"


def test_a_kept_bank_is_the_bank(content: Path, kept: Path) -> None:
    read = load((content,))
    for bank in (load_kept((content,), kept), load_kept((content,), kept)):
        assert bank.topics == read.topics
        assert bank.questions == read.questions
        assert bank.blueprints == read.blueprints
        assert dict(bank.scenarios) == read.scenarios
        assert dict(bank.translations) == read.translations
        assert dict(bank.glossary) == read.glossary
    assert kept.exists()


def test_a_second_start_reads_no_yaml(
    content: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_kept((content,), kept)
    monkeypatch.setattr("study_app.bank.loading.load", lambda folders: pytest.fail("read again"))
    load_kept((content,), kept)


def test_an_edit_shows_at_the_next_start(content: Path, kept: Path) -> None:
    """Whatever changes in a content file, the content is read again."""
    load_kept((content,), kept)
    topic = next((content / "topics").iterdir())
    text = topic.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    topic.write_text(text.replace(title, "title: Another title"), encoding="utf-8")
    assert load_kept((content,), kept).topics[topic.stem].title == "Another title"


def test_every_file_and_every_name_counts(content: Path) -> None:
    before = fingerprint((content,))
    extra = content / "topics" / "zz.yaml"
    extra.write_text("", encoding="utf-8")
    with_extra = fingerprint((content,))
    extra.rename(content / "topics" / "zy.yaml")
    assert len({before, with_extra, fingerprint((content,))}) == 3


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "other"])
def test_a_damaged_file_is_ignored(content: Path, kept: Path, damage: str) -> None:
    load_kept((content,), kept)
    data = kept.read_bytes()
    kept.write_bytes(
        {
            "cut": data[:-10],
            "flipped": data[:200] + bytes([data[200] ^ 1]) + data[201:],
            "empty": b"",
            "other": b"something else",
        }[damage]
    )
    assert load_kept((content,), kept).topics == load((content,)).topics
    assert kept.read_bytes() == data


def test_a_place_that_cannot_be_written_costs_time_and_nothing_else(
    content: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    kept = tmp_path / "file" / "bank"
    assert load_kept((content,), kept).topics == load((content,)).topics


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"not json",
        b"{}" + 5 * b"\n{}",
        b'{"topics":{"a":["Path","/"]},"blueprints":{},"titles":{}}' + 4 * b"\n{}",
        b'{"topics":{},"blueprints":{},"titles":{"ko":{}}}' + 4 * b"\n{}",
        pickle.dumps({}),
    ],
)
def test_a_file_that_somebody_else_wrote_is_ignored(content: Path, kept: Path, body: bytes) -> None:
    """Where anything is wrong with the file, the content is read again."""
    load_kept((content,), kept)
    data = kept.read_bytes()
    kept.write_bytes(_head(fingerprint((content,)), body) + b"\n" + body)
    assert load_kept((content,), kept).topics == load((content,)).topics
    assert kept.read_bytes() == data


class Sample(NamedTuple):
    content: Path
    bank: Bank
    kept: bytes

    def sealed(self, lines: list[bytes]) -> bytes:
        """A kept bank of these lines with the right fingerprint and the right hash."""
        body = b"\n".join(lines)
        return _head(fingerprint((self.content,)), body) + b"\n" + body


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Content that no test changes, as it was read and kept."""
    folder = tmp_path_factory.mktemp("sample")
    content = Path(shutil.copytree(SAMPLE, folder / "content"))
    bank = load_kept((content,), folder / "bank")
    return Sample(content, bank, (folder / "bank").read_bytes())


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[1]",
        b"not json",
        b"9" * 10_000,
        b"[" * 100_000,
        b"{}",
        b'{"other":null}',
        b'{"KEY":null}',
        b'{"KEY":["Path","/etc/passwd"]}',
        b'{"KEY":["__class__",{"__init__":1}]}',
        b'{"KEY":["Card","sample/a",[1],{},"t","b"]}',
    ],
)
@pytest.mark.parametrize("part", range(1, 8))
def test_a_part_that_somebody_else_wrote_is_read_from_the_content(
    sample: Sample, tmp_path: Path, part: int, line: bytes
) -> None:
    """Any failure means that there is no copy, also where it shows when a part is looked into."""
    read, kept = sample.bank, tmp_path / "bank"
    lines = sample.kept.split(b"\n")[1:]
    key = next(iter(json.loads(lines[part])), "x").encode()
    lines[part] = line.replace(b"KEY", key)
    kept.write_bytes(sample.sealed(lines))
    again = load_kept((sample.content,), kept)
    for name in ("cards", "questions", "scenarios", "glossary"):
        found = {one: getattr(again, name)[one] for one in getattr(read, name)}
        assert found == dict(getattr(read, name))
    korean = read.translations["ko"].overlays
    assert {one: again.translations["ko"].overlays[one] for one in korean} == dict(korean)
    outlines, expected = again.syllabus(), read.syllabus()
    assert [outlines.cards[one] for one in expected.cards] == list(expected.cards.values())
    assert [outlines.questions[one] for one in read.questions] == list(expected.questions.values())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_reading_makes_values_of_the_type_or_nothing(data: object) -> None:
    """No class comes of reading but those that the type names."""
    for hint in (Card, Asking, Scenario, Blueprint):
        with suppress(*UNREADABLE):
            found = reader(hint)(data)
            assert type(found).__name__ in {"Card", "Question", "Template", "Scenario", "Blueprint"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_what_is_no_file_or_too_large_is_no_kept_bank(
    content: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.parent.mkdir()
    os.mkfifo(kept)
    assert load_kept((content,), kept).topics == load((content,)).topics
    assert kept.is_fifo()
    kept.unlink()
    monkeypatch.setattr("study_app.bank.compiled.MOST_BYTES", 100)
    assert load_kept((content,), kept).topics == load((content,)).topics
    assert not kept.exists()


def test_everything_that_is_shipped_comes_back_as_it_was(kept: Path) -> None:
    """Item by item: a field that the file does not keep would be missed here."""
    folders = (shipped_content(),)
    read, again = load_kept(folders, kept), load_kept(folders, kept)
    assert again.topics == read.topics
    assert again.blueprints == read.blueprints
    for name in ("cards", "questions", "scenarios", "translations", "glossary"):
        assert list(getattr(again, name).items()) == list(getattr(read, name).items())
    assert "no/such" not in again.questions
    assert next(iter(read.questions)) in again.questions
