"""`dva export`, `dva import` and `dva sync` as scripts run them."""

import json

from study_app.cli.output import MOST_PROBLEMS
from tests.cli.program import Dva


def test_a_topic_goes_out_and_comes_in_as_content_of_ones_own(dva: Dva) -> None:
    went = dva("export", "gift", "eks.gift", "--topic", "eks")
    assert (went.returncode, went.stderr) == (0, "")
    again = dva("export", "gift", "eks.gift", "--topic", "eks")
    assert again.returncode == 2
    assert "Confirm with --yes" in again.stderr
    came = dva("import", "eks.gift")
    assert (came.returncode, came.stderr) == (0, "")
    assert (dva.home / "eks" / "topics" / "eks.yaml").exists()
    assert dva("import", "eks.gift").returncode == 0  # the same bytes need no overwriting
    out = dva("export", "gift", "--topic", "eks", "--content", "eks")
    assert out.stdout.encode() == (dva.home / "eks.gift").read_bytes()


def test_a_package_of_anki_goes_out_and_comes_in(dva: Dva) -> None:
    went = dva("export", "anki", "eks.apkg", "--topic", "eks", "--lang", "both")
    assert (went.returncode, went.stderr) == (0, "")
    assert "Confirm with --yes" in dva("export", "anki", "eks.apkg", "--topic", "eks").stderr
    came = dva("import", "eks.apkg", "own")
    assert (came.returncode, came.stderr) == (0, "")
    assert (dva.home / "own" / "ko" / "topics" / "eks.yaml").exists()
    checked = dva("check", "own")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "FILE" in dva("export", "anki").stderr


def test_what_cannot_be_taken_over_is_told_by_its_line(dva: Dva) -> None:
    (dva.home / "a.txt").write_text("Why?{}\n\nSo?{T}\n")
    found = dva("import", "a.txt", "--lang", "ko")
    assert found.returncode == 1
    assert [line.partition(": ")[0] for line in found.stderr.splitlines()[:2]] == [
        "a.txt:1",
        "a.txt:3",
    ]
    assert dva("import", "a.pdf").returncode == 2
    assert not list(dva.home.glob("a/*"))


def test_a_hundred_lines_say_what_is_wrong_and_one_how_many_more(dva: Dva) -> None:
    (dva.home / "a.gift").write_text("So?{T}\n\n" * (MOST_PROBLEMS + 7))
    lines = dva("import", "a.gift").stderr.splitlines()
    assert lines[MOST_PROBLEMS - 1].startswith(f"a.gift:{2 * MOST_PROBLEMS - 1}: left out: ")
    assert lines[MOST_PROBLEMS] == "... and 7 more problems"
    assert len(lines) == MOST_PROBLEMS + 2  # and that nothing is left


def test_a_name_that_no_file_can_have_is_told_in_a_line(dva: Dva) -> None:
    (dva.home / "a.gift").write_text(
        "Where?{=here#a ~there#b ~yonder#c ~nowhere#https://docs.aws.amazon.com/x}"
    )
    long = "x" * 5_000
    for words in (
        ("sync", long),
        ("export", "gift", long, "--topic", "eks"),
        ("import", "a.gift", long, "--yes"),
    ):
        done = dva(*words)
        assert (done.returncode, done.stdout) == (2, "")
        assert "File name too long" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_two_machines_end_with_one_history(reader: Dva) -> None:
    (reader.home / "shared").mkdir()
    assert (
        reader("quiz", "eks", "-n", "1", "--kind", "choice", "--plain", given="1\n").returncode == 0
    )
    assert reader("sync", "shared").returncode == 0
    here = reader.bare("--data-dir", "second", "sync", "shared")
    assert here.returncode == 0, here.stderr
    counted = [
        json.loads(reader.bare("--data-dir", folder, "stats", "--json").stdout)["answers"]
        for folder in (str(reader.data), "second")
    ]
    assert counted == [1, 1]
    log = reader("export", "log", "mine.jsonl")
    assert log.returncode == 0
    (line,) = (reader.home / "mine.jsonl").read_text().splitlines()
    assert json.loads(line)["item"].startswith("eks/")
    assert reader("sync", "nowhere").returncode == 2
