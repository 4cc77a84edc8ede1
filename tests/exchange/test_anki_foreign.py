"""Other note types, in packages written by the real Anki, and invalid packages."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from anki.decks import DeckId

from study_app.bank.checking.check import check
from study_app.bank.problems import DataError
from study_app.exchange.anki import library, reading
from study_app.exchange.anki.gaps import with_gaps
from study_app.exchange.anki.library import BadPackage, NoAnki
from study_app.exchange.anki.reading import read
from study_app.exchange.anki.writing import write
from study_app.exchange.finishing import Defaults, FinishedDrafts, finish_drafts
from study_app.exchange.importing import read_file
from study_app.exchange.importing import write as write_folder
from study_app.learning.material.items import Typed
from study_app.words.language import Language
from tests.exchange.anki_collections import opened, study, written
from tests.exchange.test_round_trip import SOURCE, TODAY
from tests.exchange.test_writing import CHAPTER

STORAGE = "AWS::Storage basics"
MANY_WORDS = " ".join(["volume"] * 20)
NOTES: list[tuple[str, str, list[str]]] = [
    (
        "s3",
        "Basic",
        [
            "What does <b>S3</b> stand for?<br>",
            "Simple Storage Service<br><br>See <a href='https://docs.aws.amazon.com/s3/'>here</a>.",
        ],
    ),
    ("list", "Basic", ["Which classes?", "<ul><li>Standard</li><li>Glacier</li></ul>"]),
    ("long", "Basic", ["What is EBS?<img src='map.png'>[sound:a.mp3]", MANY_WORDS]),
    ("both ways", "Basic (and reversed card)", ["SQS", "Simple Queue Service"]),
    ("typed", "Basic (type in the answer)", ["The largest object?", "5 TB"]),
    (
        "cloze",
        "Cloze",
        [
            "S3 has {{c1::eleven::how many}} nines, {{c2::strong}} <i>reads</i>, {{c3::all}} AZs.",
            "since 2020",
        ],
    ),
    ("nested", "Cloze", ["A {{c1::key {{c2::policy}}}} says who may use it.", ""]),
    ("formula", "Basic", [r"What is \(x^2\) of 3?", "9"]),
    ("picture", "Basic", ["<img src='map.png'>", "S3"]),
    ("empty", "Basic", ["What is left?", ""]),
    ("covered", "Image Occlusion", ["{{c1::image-occlusion:rect:left=.1}}", "map.png", "", "", ""]),
]


def fill(found: Collection, edited: str = "") -> None:
    for guid, kind, fields in NOTES:
        model = found.models.by_name(kind)
        assert model is not None
        note = found.new_note(model)
        first = fields[0] if guid == "picture" else fields[0] + edited
        note.guid, note.fields = guid, [first, *fields[1:]]
        note.tags = ["aws::storage", "leech"] if guid == "s3" else []
        deck = found.decks.id("한국어" if guid == "typed" else STORAGE)
        assert deck is not None
        found.add_note(note, deck)


@cache
def package(*, edited: str = "", legacy: bool = False) -> bytes:
    with opened() as found:
        Path(found.media.dir(), "map.png").write_bytes(b"x" * 99)
        fill(found, edited)
        return written(found, legacy=legacy)


def read_back(data: bytes) -> FinishedDrafts:
    return finish_drafts(read(data), Defaults(TODAY, "deck", SOURCE))


@cache
def found() -> FinishedDrafts:
    return read_back(package())


def by_prompt(done: FinishedDrafts) -> dict[str, Any]:
    return {item.prompt: item for one in done.chapters for item in one.questions}


@pytest.mark.parametrize(
    ("prompt", "accept"),
    [
        ("What does **S3** stand for?", "Simple Storage Service"),
        ("Which classes?", "Standard, Glacier"),
        ("What is EBS?", MANY_WORDS),
        ("SQS", "Simple Queue Service"),
        ("Simple Queue Service", "SQS"),
        ("The largest object?", "5 TB"),
        (
            "S3 has _____ (how many) nines, _____ reads, _____ AZs.",
            "eleven, strong, all",
        ),
        ("A _____ says who may use it.", "key policy"),
        (r"What is `\(x^2\)` of 3?", "9"),
    ],
)
def test_what_a_card_shows_is_asked(prompt: str, accept: str) -> None:
    form = by_prompt(found())[prompt].form
    assert isinstance(form, Typed)
    assert form.answer.accept == (accept,)
    assert (form.answer.kind == "list") == (", " in accept)


def test_what_stands_beside_the_answer_is_the_reason_and_the_source() -> None:
    items = by_prompt(found())
    s3 = items["What does **S3** stand for?"]
    assert s3.form.why == "Simple Storage Service\n\nSee here (https://docs.aws.amazon.com/s3/)."
    assert s3.source == "https://docs.aws.amazon.com/s3/"
    assert s3.tags == ("aws::storage",)
    assert items["Which classes?"].source == SOURCE
    cloze = next(item for prompt, item in items.items() if "nines" in prompt)
    assert cloze.form.why == "S3 has eleven nines, strong reads, all AZs.\nsince 2020"


def test_nothing_is_lost_in_silence() -> None:
    """Media are dropped and told; what cannot be said is named with its reason."""
    reasons: dict[tuple[str, bool], list[str]] = {}
    for one in found().notes:
        reasons.setdefault((one.what, one.left_out), []).append(one.why.en)
    assert [what for what, left_out in reasons if left_out] == [
        "picture",
        "What is left?",
        "Image Occlusion",
    ]
    lost = " ".join(reasons["What is EBS?", False])
    assert "sound" in lost
    assert "<img>" in lost
    assert "20 words" in lost
    assert any("formula" in one for one in reasons[r"What is `\(x^2\)` of 3?", False])
    assert reasons["A _____ says who may use it.", False] == [
        "its clozes are asked in one question"
    ]


def test_decks_are_topics() -> None:
    assert [(one.id, one.title) for one in found().chapters] == [
        ("storage-basics", "Storage basics"),
        ("deck", "한국어"),
    ]


@pytest.mark.usefixtures("unpacked_here")
def test_ids_stay_whatever_becomes_of_a_text() -> None:
    def ids(done: FinishedDrafts) -> list[str]:
        return [item.id for one in done.chapters for item in one.items]

    assert ids(read_back(package(edited=" Really?"))) == ids(found())
    assert by_prompt(read_back(package(legacy=True))) == by_prompt(found())


@pytest.mark.usefixtures("unpacked_here")
def test_a_check_accepts_what_came_in(tmp_path: Path) -> None:
    file = tmp_path / "deck.apkg"
    file.write_bytes(package())
    came = read_file(file, "anki", TODAY, SOURCE)
    write_folder(tmp_path / "content", came.files)
    assert check([tmp_path / "content"], TODAY, beside=()).problems == ()
    # The two ways of one note ask nearly the same.
    assert came.questions == len(by_prompt(found())) - 1


@pytest.mark.usefixtures("unpacked_here")
def test_what_anki_knows_of_reviews_is_told_to_stay_there() -> None:
    with opened() as collection:
        fill(collection)
        study(collection, STORAGE, 1)
        notes = read_back(written(collection)).notes
    assert notes[0].why.en.startswith("Anki's review schedule")


@pytest.mark.parametrize(
    ("questions", "text", "hidden"),
    [
        (
            ['<b>a</b> <span class="cloze" data-cloze="b" data-ordinal="1">[...]</span> &amp; c'],
            "<b>a</b> _____ &amp; c",
            ["b"],
        ),
        (
            ['<span class="cloze" data-cloze="&lt;b&gt;x&lt;/b&gt;" data-ordinal="1">[h]</span>'],
            "_____ (h)",
            ["x"],
        ),
        (
            ['<span class="cloze-inactive" data-ordinal="2"><span id="a">y</span> z</span><i>'],
            "_____<i>",
            ["y z"],
        ),
    ],
)
def test_gaps(questions: list[str], text: str, hidden: list[str]) -> None:
    assert with_gaps(questions) == (text, hidden)


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return data.getvalue()


def test_what_is_no_package_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "deck.apkg"
    whole = package()
    for data in (
        b"\x89PNG\r\n" + bytes(99),
        zipped(collection__anki2=b"SQLite format 3\0" + bytes(99)),
        whole[: len(whole) // 2],
    ):
        file.write_bytes(data)
        with pytest.raises(DataError, match=r"deck.apkg: Anki cannot read it"):
            read_file(file, "anki", TODAY, SOURCE)


def test_a_package_that_grows_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed by zip, and by Zstandard, whose size nobody knows before it is unpacked."""
    monkeypatch.setattr(reading, "LARGEST", 4 * 2**20)
    with opened() as collection:
        note = collection.new_note(collection.models.all()[0])
        note.fields = ["a" * 8 * 2**20, "b"]
        collection.add_note(note, DeckId(1))
        grown = written(collection)
    assert len(grown) < 2**20
    for data in (grown, zipped(collection__anki2=b"SQLite format 3\0" + bytes(8 * 2**20))):
        with pytest.raises(BadPackage):
            read(data)


@pytest.mark.parametrize("use", [lambda: read(b""), lambda: write(CHAPTER, Language.EN)])
def test_without_the_library_the_extra_is_named(
    use: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "find_spec", lambda name: None)
    with pytest.raises(NoAnki, match=r"dva-study\[anki\]"):
        use()
