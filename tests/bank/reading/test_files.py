"""Files that hold no readable text, and folders with more or less in them than content."""

import os
from datetime import date
from pathlib import Path

import pytest

from study_app.bank.checking.check import check
from study_app.bank.problems import ContentProblem, SourceFile, shown_path
from study_app.bank.reading.files import MAX_BYTES, read_file
from study_app.bank.reading.layout import Role, content_files, strays
from study_app.bank.reading.tree import parse


def read(path: Path) -> tuple[str | None, list[tuple[int, int, str]]]:
    source = SourceFile("f")
    text = read_file(path, source)
    return text, [(problem.line, problem.column, problem.message) for problem in source.problems]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"a: \x00", (1, 4, "character U+0000 does not display as typed; remove it")),
        (b"a\nb: \x1b[0m", (2, 4, "character U+001B does not display as typed; remove it")),
        ("a: \x85".encode(), (1, 4, "character U+0085 does not display as typed; remove it")),
        ("가: \u202e".encode(), (1, 4, "character U+202E does not display as typed; remove it")),
        (b"\tb: 1", (1, 1, "tab character; use spaces")),
        (
            b"\xef\xbb\xbfa: 1",
            (1, 1, "begins with a byte order mark; save it as UTF-8 without one"),
        ),
        ("가: \n나".encode() + b"\xff", (2, 2, "not UTF-8; save the file as UTF-8")),
        ("a: 1".encode("utf-16"), (1, 1, "not UTF-8; save the file as UTF-8")),
        (b"a: \xed\xa0\x80", (1, 4, "not UTF-8; save the file as UTF-8")),
        (b"a" * 50_000_000, (1, 1, "larger than 4 MB; split it")),
    ],
    ids=["nul", "escape", "nel", "bidi", "tab", "bom", "latin", "utf-16", "surrogate", "50 MB"],
)
def test_unreadable_bytes_are_one_clear_problem(
    tmp_path: Path, data: bytes, problem: tuple[int, int, str]
) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    assert read(path) == (None, [problem])


def test_a_file_as_large_as_allowed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a" * MAX_BYTES)
    assert read(path) == ("a" * MAX_BYTES, [])


def test_line_ends_of_windows_are_read_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\r\nb: 2\rc: [\r\n")
    text, problems = read(path)
    assert text == "a: 1\nb: 2\nc: [\n"
    source = SourceFile("f")
    parse(text, source)
    assert (problems, [problem.line for problem in source.problems]) == ([], [4])


def test_what_is_no_file_is_one_clear_problem(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert read(tmp_path) == (None, [(1, 1, "is a folder; a file is expected here")])
    assert read(tmp_path / "none") == (None, [(1, 1, "no such file or folder")])
    for path in (loop, tmp_path / "nul\0"):
        text, problems = read(path)
        assert text is None
        assert [message.startswith("cannot be read: ") for _, _, message in problems] == [True]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    assert read(fifo) == (None, [(1, 1, "is not a regular file")])


def test_what_a_file_holds_is_told_by_its_folder(content: Path) -> None:
    found = {
        file.path.relative_to(content).as_posix(): (file.role, file.language)
        for file in content_files(content, [])
    }
    assert found == {
        "glossary.yaml": (Role.GLOSSARY, ""),
        "exams/exam-a.yaml": (Role.EXAM, ""),
        "exams/exam-b.yaml": (Role.EXAM, ""),
        "scenarios/rolling.yaml": (Role.SCENARIO, ""),
        "topics/rolling.yaml": (Role.TOPIC, ""),
        "ko/topics/rolling.yaml": (Role.TRANSLATION, "ko"),
    }
    for name, (role, language) in found.items():
        (alone,) = content_files(content / name, [])
        assert (alone.role, alone.language) == (role, language)


def test_a_file_that_stands_anywhere_is_taken_for_a_topic(tmp_path: Path) -> None:
    (file,) = content_files(tmp_path / "draft.yaml", [])
    assert file.role is Role.TOPIC


def test_a_file_that_nothing_reads_is_refused(content: Path) -> None:
    """'a file in content/ that nothing reads'"""
    for name in ["README.md", "topics/more.yml", "topics/.hidden.yaml", "exams/deep/x.yaml"]:
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("a: 1", encoding="utf-8")
    (content / "spare").symlink_to(content / "topics")
    found = [Path(problem.file).relative_to(content).as_posix() for problem in strays(content)]
    assert sorted(found) == [
        "README.md", "exams/deep/x.yaml", "spare", "topics/.hidden.yaml", "topics/more.yml",
    ]  # fmt: skip
    for problem in strays(content):
        assert problem.message == (
            "this file is never read; content files are glossary.yaml, exams/*.yaml, "
            "scenarios/*.yaml, topics/*.yaml, ko/topics/*.yaml"
        )


@pytest.mark.parametrize("name", ["topics/out.yaml", "exams", "glossary.yaml", "ko", "notes.txt"])
def test_a_link_that_leads_out_of_the_folder_is_refused_and_not_followed(
    content: Path, tmp_path: Path, name: str
) -> None:
    """'a symlink that leads out of it'"""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("secret: [", encoding="utf-8")
    link = content / name
    if link.exists():
        link.rename(tmp_path / "moved")
    link.symlink_to(outside / "secret.yaml" if link.suffix else outside)
    problems: list[ContentProblem] = []
    read_paths = [file.path for file in content_files(content, problems)]
    report = check([content], date(2026, 11, 23), beside=[])
    assert not any(path.is_relative_to(link) for path in read_paths)
    assert any(
        problem.message == "this link points outside the content folder"
        and Path(problem.file).is_relative_to(link)
        for problem in report.problems
    )
    assert not any("secret" in problem.message for problem in report.problems)


def test_a_link_inside_the_folder_is_followed(content: Path) -> None:
    topic = content / "topics" / "rolling.yaml"
    topic.rename(content / "exams" / "kept.yaml")
    topic.symlink_to(content / "exams" / "kept.yaml")
    problems: list[ContentProblem] = []
    assert topic in [file.path for file in content_files(content, problems)]
    assert problems == []


def test_a_folder_without_content_is_refused(tmp_path: Path) -> None:
    problems: list[ContentProblem] = []
    assert content_files(tmp_path, problems) == []
    assert [problem.message.partition(";")[0] for problem in problems] == ["no content here"]


def test_a_name_of_any_bytes_can_be_printed() -> None:
    name = shown_path(Path(os.fsdecode(b"a\xff\x1b[0m\n.yaml")))
    assert name == "a\\xff␛[0m␊.yaml"
    assert name.encode()
