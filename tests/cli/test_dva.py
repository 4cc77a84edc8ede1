"""The program as users and their scripts run it."""

import json
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Timer
from typing import Any

import click
import pytest

from study_app.bank.places import shipped_content
from study_app.cli.main import main
from study_app.store.opening import APPLICATION_ID
from study_app.store.schema import VERSION
from study_app.version import __version__
from tests.cli.program import Dva, refused, run

SAMPLE = Path(__file__).parents[1] / "data" / "content"
VERDICT = re.compile("(Correct|Close|Wrong)[:.] .+")
PROBLEM = re.compile(r".+\.yaml:\d+:\d+: .+")

HELP = """
import contextlib, io, json, sys
from study_app.cli.main import main

outputs = []
for words in json.loads(sys.argv[1]):
    before = set(sys.modules)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        with contextlib.suppress(SystemExit):
            main([*words, "--help"], prog_name="dva")
    outputs.append([printed.getvalue(), sorted(set(sys.modules) - before)])
json.dump([sorted(sys.modules), outputs], sys.stdout)
"""
HEAVY = {"textual", "rich", "yaml", "sqlite3"}


def commands(
    command: click.Command, *words: str
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that the help lists, with the words that call it; the program has none."""
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            part = command.get_command(context, name)
            if part is not None and not part.hidden:
                yield from commands(part, *words, name)


def examples(command: click.Command) -> list[list[str]]:
    """The arguments of each `dva ...` that stands as an example in the help of `command`."""
    example = " ".join((command.help or "").partition("Example: ")[2].split())
    return [shlex.split(text) for text in re.split(r"\bdva ", example) if text]


COMMANDS = dict(commands(main))
CASES = """
version: 1
cases:
  - id: half
    kind: rolling
    input: {desired: 4, minimumHealthyPercent: 50, maximumPercent: 100}
    expected: {steps: ["-2", "+2", "-2", "+2"]}
"""


QUIZ = "What does ECR keep? {=images=container images####It keeps images.}"


@pytest.fixture(scope="module")
def furnished(reader: Dva) -> Dva:
    """A home with the files that the examples name."""
    shutil.copytree(SAMPLE, reader.home / "my-content")
    (reader.home / "cases.yaml").write_text(CASES, encoding="utf-8")
    topics = reader.home / "content" / "topics"
    topics.mkdir(parents=True)
    shutil.copy(shipped_content() / "topics" / "ecr.yaml", topics)
    (reader.home / "answers.yaml").write_text("[]", encoding="utf-8")
    (reader.home / "quiz.gift").write_text(QUIZ, encoding="utf-8")
    (reader.home / "shared-folder").mkdir()
    reader.lines("quiz", "--plain")
    reader.lines("backup", "progress-copy.db")
    return reader


class TestHelp:
    def test_every_command_has_help_with_an_example_and_answers_at_once(self, reader: Dva) -> None:
        """Every command has `--help` with an example, without Textual, YAML or SQLite."""
        found = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", HELP, json.dumps(list(COMMANDS))],
            env=reader.environment,
            capture_output=True,
            check=True,
        )
        assert found.stderr == b""
        modules, outputs = json.loads(found.stdout)
        assert "study_app.cli" in modules
        assert not HEAVY & {*modules}, [HEAVY & {*loaded} for _, loaded in outputs]
        for words, (printed, _) in zip(COMMANDS, outputs, strict=True):
            assert printed.startswith("Usage: dva"), words
            assert f"Example: {' '.join(('dva', *words))}" in printed

    @pytest.mark.parametrize("words", list(COMMANDS)[1:], ids=" ".join)
    def test_the_examples_work(self, furnished: Dva, words: tuple[str, ...]) -> None:
        found = examples(COMMANDS[words])
        assert found
        for example in found:
            done = furnished(*example)
            # a quiz of a topic says how many of its questions the exam does not ask
            notes = [line for line in done.stderr.splitlines() if "not asked in" not in line]
            assert (done.returncode, notes) == (0, [])
            assert done.stdout

    @pytest.mark.parametrize(
        "arguments",
        [("where", "--lang", "ko"), ("where", "--lang", "fr"), ("backup",)],
        ids=" ".join,
    )
    def test_a_process_says_the_same(self, reader: Dva, arguments: tuple[str, ...]) -> None:
        """Most tests run it in their own process."""
        alone = subprocess.run(
            reader.command(*arguments),
            env=reader.environment,
            cwd=reader.home,
            capture_output=True,
            check=False,
        )
        within = run(arguments, b"", reader.environment, reader.home)
        found = [(one.returncode, one.stdout, one.stderr) for one in (alone, within)]
        assert found[0] == found[1]

    def test_the_version(self, reader: Dva) -> None:
        assert reader.bare("--version").stdout == f"dva, version {__version__}\n"


class TestOptions:
    """These options are understood before and after the subcommand."""

    def test_before_and_after_are_the_same(self, reader: Dva) -> None:
        before, after = reader.bare("--lang", "ko", "keys"), reader.bare("keys", "--lang", "ko")
        assert before.stdout == after.stdout
        assert before.stdout.startswith("어디서나")

    def test_the_latter_wins(self, reader: Dva) -> None:
        assert reader.lines("--lang", "ko", "keys", "--lang", "en")[0] == "Everywhere"

    def test_a_group_in_between_hands_them_on(self, reader: Dva) -> None:
        given = ("rollout", "--desired", "4")
        for words in (("--lang", "ko", "simulate", *given), ("simulate", "--lang", "ko", *given)):
            assert "배포 전: 기존 태스크 4개" in reader.lines(*words)[1]

    def test_content_adds_up(self, reader: Dva) -> None:
        one, two = reader.home / "one", reader.home / "two"
        one.mkdir()
        two.mkdir()
        lines = reader.lines("--content", str(one), "where", "--content", str(two))
        folders = [line.split()[1] for line in lines if line.startswith("content")]
        assert folders[1:] == [str(one), str(two)]
        assert Path(folders[0], "topics").is_dir(), "the shipped content comes first"

    def test_where_progress_lives(self, reader: Dva) -> None:
        """`--data-dir DIR` / `DVA_DATA_DIR` say where progress lives; what is typed wins."""
        typed, set_ = reader.home / "typed", reader.home / "set"
        for words in (("--data-dir", str(typed), "where"), ("where", "--data-dir", str(typed))):
            lines = reader.bare(*words, DVA_DATA_DIR=str(set_)).stdout.splitlines()
            assert lines[0].split() == ["progress", str(typed / "progress.db")]
        lines = reader.bare("where", DVA_DATA_DIR=str(set_)).stdout.splitlines()
        assert lines[0].split() == ["progress", str(set_ / "progress.db")]
        lines = reader.bare("where").stdout.splitlines()
        assert "dva-study" in lines[0]

    def test_the_language_is_that_of_the_settings_unless_it_is_said(self, dva: Dva) -> None:
        dva.data.mkdir(exist_ok=True)
        (dva.data / "settings.json").write_text('{"language": "ko"}', encoding="utf-8")
        assert dva.lines("keys")[0] == "어디서나"
        assert dva.lines("keys", "--lang", "en")[0] == "Everywhere"

    def test_a_seed_makes_a_run_repeatable(self, dva: Dva) -> None:
        """Selection and order ignore the history: the second run is the first again."""
        quiz = ("quiz", "--plain", "-n", "4", "--kind", "choice")
        first = dva.lines(*quiz, "--seed", "3", given="1\n" * 4)
        assert dva.lines("--seed", "3", *quiz, given="1\n" * 4) == first
        assert dva.lines(*quiz, "--seed", "4", given="1\n" * 4) != first
        assert dva.stats()["answers"] == 12, "each with an id of its own"


class TestRefusals:
    """Errors on stderr as one readable message, never a traceback."""

    def test_an_unknown_topic(self, reader: Dva) -> None:
        for command in ("quiz", "cards"):
            message = refused(reader(command, "no-such-topic", "--plain"))
            assert message.startswith("There is no topic 'no-such-topic'. Topics: ")
            assert "ecs-placement" in message
        message = refused(reader("quiz", "Lamda", "--plain"))
        assert message == "There is no topic 'Lamda'; did you mean 'lambda'?"

    def test_a_topic_goes_by_its_title_in_any_case(self, reader: Dva) -> None:
        for name in ("LAMBDA", "aws lambda"):
            assert "1 of 1 · AWS Lambda" in reader.lines("quiz", name, "--plain", "-n", "1")

    @pytest.mark.parametrize(
        ("words", "instead"),
        [
            ((), "dva quiz --plain"),
            (("quiz",), "dva quiz --plain"),
            (("cards",), "dva cards --plain"),
            (("cards", "lambda"), "dva cards lambda --plain"),
        ],
        ids=["dva", "quiz", "cards", "a topic"],
    )
    def test_the_app_without_a_terminal(
        self, dva: Dva, words: tuple[str, ...], instead: str
    ) -> None:
        message = refused(dva(*words))
        assert message == f"The app needs a terminal. Try: {instead}"
        assert not dva.log.exists(), "a session that cannot be shown does not begin"

    def test_a_topic_with_nothing_in_it(self, dva: Dva) -> None:
        folder = dva.home / "mine" / "topics"
        folder.mkdir(parents=True)
        text = "topic: empty\ntitle: Empty\nservices: [Amazon ECS]\n"
        (folder / "empty.yaml").write_text(text, encoding="utf-8")
        content = ("--plain", "--content", str(folder.parent))
        message = refused(dva("quiz", "empty", *content))
        assert message == "No questions match: choose other topics or another --kind."
        assert not dva.log.exists(), "a session without a question does not begin"
        message = refused(dva("cards", "empty", *content))
        assert message == "The topic 'empty' has no cards. Try: dva quiz empty"

    @pytest.mark.parametrize(
        "words",
        [
            ("no-such-command",),
            ("--no-such-option",),
            ("quiz", "--plain", "--kind", "essay"),
            ("quiz", "--plain", "-n", "0"),
            ("quiz", "--plain", "--seed", "-1"),
            ("keys", "--lang", "fr"),
            ("stats", "--content", "no-such-folder"),
            ("simulate", "rollout", "--desired", "four"),
            ("simulate", "rollout"),
        ],
        ids=" ".join,
    )
    def test_wrong_usage(self, reader: Dva, words: tuple[str, ...]) -> None:
        found = reader.bare(*words)
        assert (found.returncode, found.stdout) == (2, "")
        assert found.stderr.splitlines()[-1].startswith("Error: ")

    def test_settings_that_cannot_be_read(self, dva: Dva) -> None:
        dva.data.mkdir(exist_ok=True)
        settings = dva.data / "settings.json"
        settings.write_text('{"language": "fr"}', encoding="utf-8")
        message = refused(dva("stats"))
        assert message.startswith(f"{settings}: language must be one of en, ko, both.")

    def test_a_log_of_a_newer_program(self, dva: Dva) -> None:
        dva.data.mkdir(exist_ok=True)
        with closing(sqlite3.connect(dva.log)) as newer:
            newer.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            newer.execute(f"PRAGMA user_version = {VERSION + 1}")
        before = dva.log.read_bytes()
        for words in (("stats",), ("quiz", "--plain")):
            assert "was written by a newer dva" in refused(dva(*words, given="1\n"))
        assert dva.log.read_bytes() == before

    def test_broken_content(self, dva: Dva) -> None:
        """Content problems are collected and shown together: `FILE:LINE:COL: message`."""
        mine = Path(shutil.copytree(SAMPLE, dva.home / "mine"))
        topic = mine / "topics" / "rolling.yaml"
        text = topic.read_text(encoding="utf-8")
        broken = text.replace("kind: choice\n", "kind: choise\n").replace("choose: 2", "choose: x")
        topic.write_text(broken, encoding="utf-8")
        found = dva("quiz", "--plain", "--content", "mine")
        assert (found.returncode, found.stdout) == (1, "")
        problems = found.stderr.splitlines()
        assert len(problems) == 2
        line = text[: text.index("kind: choice")].count("\n") + 1
        place = f"{Path('mine', 'topics', 'rolling.yaml')}:{line}:11"
        assert problems[0] == f"{place}: unknown kind 'choise'; did you mean 'choice'?"
        assert all(PROBLEM.fullmatch(problem) for problem in problems)
        assert not dva.log.exists()


class TestCopies:
    """`dva backup` and `dva restore`: a whole copy of the log, and back."""

    @pytest.fixture
    def played(self, dva: Dva) -> Dva:
        dva.lines("quiz", "--plain", "-n", "2", "--kind", "typed", given="1\n\n")
        return dva

    def test_there_and_back(self, played: Dva) -> None:
        before = played.stats()
        assert played.lines("backup", "copy.db") == ["Copied to copy.db"]
        played.lines("quiz", "--plain", "-n", "2", "--kind", "typed", given="1\n1\n")
        assert played.stats() != before
        message = refused(played("restore", "copy.db"))
        assert message.endswith(
            "The current file is kept next to it under another name. Confirm with --yes."
        )
        assert played.stats() != before, "never overwrites in silence"
        printed = played.lines("restore", "copy.db", "--yes")
        assert printed[0] == "Restored from copy.db"
        assert Path(printed[1].removeprefix("The previous file is now ")).exists()
        assert played.stats() == before

    def test_a_copy_is_not_overwritten_in_silence(self, played: Dva) -> None:
        (played.home / "copy.db").write_text("mine")
        assert "already exists" in refused(played("backup", "copy.db"))
        assert (played.home / "copy.db").read_text() == "mine"
        played.lines("backup", "copy.db", "--yes")
        assert "itself" in refused(played("backup", str(played.log), "--yes"))

    def test_without_a_name(self, played: Dva) -> None:
        (line,) = played.lines("backup")
        copy = Path(line.removeprefix("Copied to "))
        assert copy.parent == played.data / "backups"
        assert copy.read_bytes()[:15] == b"SQLite format 3"
        assert str(played.data / "backups") in refused(played("restore"))

    def test_a_copy_a_day_is_kept(self, played: Dva) -> None:
        played.lines("quiz", "--plain", "-n", "1", given="1\n")
        (copy,) = (played.data / "backups").iterdir()
        assert re.fullmatch(r"progress-\d{4}-\d\d-\d\d\.db", copy.name)

    def test_what_can_be_read_is_recovered(self, played: Dva) -> None:
        before = played.stats()
        data = b"x" * 100 + played.log.read_bytes()[100:]
        played.log.write_bytes(data)
        assert "`dva restore --recover`" in refused(played("stats"))
        printed = played.lines("restore", "--recover")
        assert re.match(r"\d+ events written to ", printed[0])
        assert played.log.read_bytes() == data
        played.lines("restore", printed[-1].removeprefix("To use them: dva restore "), "--yes")
        assert played.stats() == before

    def test_a_row_that_cannot_be_read_is_told_and_stops_nothing(self, played: Dva) -> None:
        with closing(sqlite3.connect(played.log)) as other, other:
            other.execute(
                "INSERT INTO event (id, at, day, kind, session, mode, payload) "
                "VALUES ('x', 'never', '2026-11-23', 'answered', 's', 'quiz', '{}')"
            )
        found = played("stats", "--json")
        assert found.returncode == 0
        assert json.loads(found.stdout)["answers"] == 1
        assert "rows that cannot be read were set aside: position" in found.stderr


class TestQuiz:
    def test_an_answer_survives_a_kill_after_its_verdict(self, dva: Dva) -> None:
        """The verdict is printed after the answer is on disk."""
        given = ("--seed", "1", "--data-dir", str(dva.data))
        command = dva.command("quiz", "--plain", "--kind", "typed", *given)
        with subprocess.Popen(
            command,
            env=dva.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as running:
            assert running.stdin is not None
            assert running.stdout is not None
            running.stdin.write("something else\n")
            running.stdin.flush()
            unending = Timer(60, running.kill)  # whoever waits for a verdict that never comes
            unending.start()
            assert any(VERDICT.fullmatch(line.rstrip("\n")) for line in running.stdout)
            unending.cancel()
            running.kill()
        assert running.returncode != 0
        assert dva.stats()["answers"] == 1

    def test_a_seed_asks_worked_questions_with_the_same_values(self, dva: Dva) -> None:
        """`--seed N` makes a run repeatable, the drawn values included."""
        asked = [
            dva.lines("--seed", seed, "quiz", "--plain", "--kind", "worked", given="1\n" * 60)
            for seed in ("1", "1", "2")
        ]
        assert asked[0] == asked[1] != asked[2]
        assert asked[0][-1].startswith("Done: ")
        assert not any("{" in line for line in asked[0])

    def test_nothing_is_asked_twice(self, dva: Dva) -> None:
        """Nothing is asked twice in plain mode, whatever was answered."""
        lines = dva.lines("quiz", "--plain", "-n", "6", "--kind", "typed", given="x y z\n" * 20)
        headings = [line for line in lines if re.match(r"\d of 6 · ", line)]
        assert [heading[0] for heading in headings] == list("123456")
        verdicts = [line for line in lines if VERDICT.fullmatch(line)]
        assert len(verdicts) == 6
        assert lines[-1].startswith("Done: 6 answered, ")
        assert dva.stats()["answers"] == 6

    def test_the_end_of_input_ends_with_a_summary(self, dva: Dva) -> None:
        lines = dva.lines("quiz", "ecs-placement", "--plain", "--kind", "choice", given="1\n\n")
        assert re.fullmatch("Done: 1 answered, . correct, 0 close, . wrong, 1 skipped.", lines[-1])
        stats = dva.stats()
        assert stats["answers"] == stats["skipped"] == 1
        assert list(stats["by_topic"]) == ["ecs-placement"]

    def test_korean(self, dva: Dva) -> None:
        lines = dva.lines("quiz", "--plain", "-n", "1", "--lang", "ko", given="\n")
        assert lines[2].startswith("1문제 중 1번 · ")
        assert lines[-1] == "끝: 답한 문제 0, 정답 0, 거의 정답 0, 오답 0, 건너뜀 1."

    def test_input_that_is_no_utf_8_is_an_answer_like_any_other(self, dva: Dva) -> None:
        given = b"\xff\x9b\x1b[2J\n"
        lines = dva.lines("quiz", "--plain", "-n", "1", "--kind", "typed", given=given)
        assert lines[-1].startswith("Done: 1 answered, ")
        assert "\x1b" not in "".join(lines)

    def test_a_code_page_without_hangul_ends_no_session(self, dva: Dva) -> None:
        found = dva("quiz", "--plain", "-n", "1", "--lang", "ko", PYTHONIOENCODING="ascii")
        assert found.returncode == 0
        assert found.stderr == ""

    def test_a_pipe_that_is_closed_early_is_no_error(self, dva: Dva) -> None:
        """As with `dva ... | head -1`: while it waits for an answer, and in one long text."""
        # It prints 115 KB; a pipe holds 64.
        long = ("simulate", "rollout", "--desired", "1000", "--room", "1001", "--json")
        for words in (("quiz", "--plain"), long):
            with subprocess.Popen(
                dva.command(*words, "--data-dir", str(dva.data)),
                env=dva.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            ) as running:
                assert running.stdin is not None
                assert running.stdout is not None
                assert running.stderr is not None
                running.stdout.readline()
                running.stdout.close()
                with suppress(BrokenPipeError):
                    running.stdin.write(b"1\n" * 10)
                    running.stdin.close()
                assert running.stderr.read() == b""
            assert running.returncode == 0

    def test_the_fields_of_stats(self, dva: Dva) -> None:
        """At least these: counted from the log."""
        before = dva.stats()
        documented = {"answers", "correct", "close", "wrong", "overruled"}
        assert {key: before[key] for key in documented} == dict.fromkeys(documented, 0)
        assert (before["by_topic"], before["by_domain"], before["exams"]) == ({}, {}, [])
        assert not dva.log.exists(), "reading creates no log"
        dva.lines("quiz", "ecs", "--plain", "--kind", "choice", "-n", "3", given="1\n" * 3)
        after = dva.stats()
        assert after["answers"] == after["correct"] + after["wrong"] == 3
        assert after["by_topic"]["ecs"]["answers"] == 3
        assert set(after["by_domain"]) <= {"dva-c02", "dva-c03"}
        assert "3 answers" in dva.lines("stats")[0]


class TestWhere:
    def test_it_creates_nothing(self, dva: Dva) -> None:
        before = {*dva.home.rglob("*")}
        for found in (dva("where"), dva.bare("where")):
            assert found.returncode == 0
        assert {*dva.home.rglob("*")} == before

    def test_it_says_what_is_used(self, dva: Dva) -> None:
        lines = [line.split(maxsplit=1) for line in dva.lines("where")]
        assert lines[0] == ["progress", str(dva.log)]
        assert lines[1] == ["settings", str(dva.data / "settings.json")]
        assert lines[-1][0] == "content"
        dva.lines("quiz", "--plain", "-n", "1", given="\n")
        assert dva.log.exists(), "that is the file"


class TestCheck:
    KEYS = (
        "topics",
        "cards",
        "questions",
        "by_kind",
        "by_topic",
        "by_skill",
        "languages",
        "problems",
    )

    @pytest.fixture
    def broken(self, dva: Dva) -> Path:
        folder = Path(shutil.copytree(SAMPLE, dva.home / "mine"))
        topic = folder / "topics" / "rolling.yaml"
        text = topic.read_text(encoding="utf-8")
        topic.write_text(text.replace("difficulty: 3", "difficulty: 4"), encoding="utf-8")
        (folder / "topics" / "notes.txt").write_text("", encoding="utf-8")
        return folder

    def test_problems_stand_on_stderr_with_their_place(self, dva: Dva, broken: Path) -> None:
        found = dva("check", "mine")
        assert found.returncode == 1
        problems = found.stderr.splitlines()
        assert len(problems) == 2
        assert all(re.fullmatch(r"mine\S+:\d+:\d+: .+", problem) for problem in problems)
        assert found.stdout.splitlines()[-1] == "2 problems"

    def test_the_fields_that_scripts_rely_on(self, dva: Dva, broken: Path) -> None:
        found = dva("check", "mine", "--json")
        assert (found.returncode, found.stderr) == (1, "")
        report = json.loads(found.stdout)
        assert tuple(report) == self.KEYS
        assert [set(problem) for problem in report["problems"]] == [
            {"file", "line", "column", "message"}
        ] * 2
        assert all(isinstance(problem["line"], int) for problem in report["problems"])
        assert {"dva-c02", "dva-c03"} <= set(report["by_skill"])
        assert report["by_skill"]["dva-c02"]["1.1.1"] == {"cards": 0, "questions": 0}
        assert set(report["languages"]["ko"]) == {"translated", "missing", "stale"}

    def test_sound_content_has_no_problem(self, reader: Dva) -> None:
        lines = reader.lines("check", str(SAMPLE))
        assert lines[0] == "1 topic, 1 card, 7 questions"
        assert lines[-1] == "no problems"
        report = json.loads("\n".join(reader.lines("check", str(SAMPLE), "--json")))
        assert report["questions"] == sum(report["by_kind"].values()) == 7
        assert report["by_kind"]["typed"] == 2
        assert report["by_topic"] == {"rolling": {"cards": 1, "questions": 7}}
        assert report["problems"] == []

    def test_complete_refuses_skills_without_a_question(self, reader: Dva) -> None:
        found = reader("check", str(SAMPLE), "--complete")
        assert found.returncode == 1
        assert "1.1.2" in found.stderr


class TestCards:
    def test_the_cards_of_one_topic(self, reader: Dva) -> None:
        lines = reader.lines("cards", "ecr", "--plain")
        assert lines[0] == "# Amazon ECR"
        assert [line for line in lines if line.startswith("# ")] == lines[:1]

    def test_the_cards_of_all_topics(self, reader: Dva) -> None:
        topics = [line for line in reader.lines("cards", "--plain") if line.startswith("# ")]
        assert len(topics) >= 9
        assert "# Amazon ECR" in topics


class TestLab:
    def test_a_scenario_as_lines(self, reader: Dva) -> None:
        lines = reader.lines("lab", "notes-rolling-update", "--plain", "--lang", "ko")
        assert "1/5  기존 태스크 2개 중지" in lines

    def test_without_a_name_all_are_listed(self, reader: Dva) -> None:
        assert any(
            line.startswith("notes-rolling-update ") for line in reader.lines("lab", "--plain")
        )

    def test_a_file_of_ones_own(self, dva: Dva) -> None:
        own = dva.home / "own.yaml"
        own.write_text(
            "cases: [{id: mine, kind: rolling, input: {desired: 3, maximumPercent: 125}}]"
        )
        lines = dva.lines("lab", str(own), "--plain")
        assert lines[0] == "# mine"
        assert any(line.endswith("STUCK") for line in lines)

    def test_what_is_neither_a_scenario_nor_a_file(self, dva: Dva) -> None:
        """'did you mean', not the forty ids; where nothing is near, how to see them"""
        message = refused(dva("lab", "notes-roling-update", "--plain"))
        assert message.endswith("'notes-roling-update'; did you mean 'notes-rolling-update'?")
        assert refused(dva("lab", "7", "--plain")) == (
            "There is no scenario or file '7'; dva lab --plain lists the scenarios"
        )

    def test_a_file_that_is_not_there(self, dva: Dva) -> None:
        message = refused(dva("lab", "own.yaml", "--plain"))
        assert message.startswith(f"own.yaml: there is no such file in {dva.home.resolve()};")

    def test_without_a_terminal(self, dva: Dva) -> None:
        expected = "The app needs a terminal. Try: dva lab {} --plain"
        assert refused(dva("lab")) == expected.format("SCENARIO")
        assert refused(dva("lab", "my own.yaml")) == expected.format("'my own.yaml'")

    def test_a_bad_case_among_several(self, dva: Dva) -> None:
        good, bad = (
            "{id: a, kind: rolling, input: {desired: 1}}",
            "{id: b, kind: rolling, input: {}}",
        )
        (dva.home / "own.yaml").write_text(f"cases: [{good}, {bad}]")
        done = dva("lab", "own.yaml", "--plain")
        assert (done.returncode, done.stdout.splitlines()[0]) == (2, "# a")
        assert done.stderr.startswith("own.yaml: case b: desired is missing;")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
    @pytest.mark.parametrize(
        "arguments",
        [
            ("lab", "notes-rolling-update", "--plain"),
            ("quiz", "--plain"),
            ("stats", "--json"),
            ("--help",),
        ],
        ids=" ".join,
    )
    def test_output_that_cannot_be_written(self, reader: Dva, arguments: tuple[str, ...]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                reader.command(*arguments, "--data-dir", str(reader.data)),
                stdin=subprocess.DEVNULL,
                stdout=full,
                stderr=subprocess.PIPE,
                env=reader.environment,
                cwd=reader.home,
                check=False,
            )
        (line,) = done.stderr.decode().splitlines()
        assert line.startswith("The output cannot be written: ")
        assert done.returncode == 2

    def test_a_file_that_is_no_case(self, dva: Dva) -> None:
        own = dva.home / "own.json"
        own.write_text('{"containerInstances": [{}]}')
        done = dva("lab", str(own), "--plain")
        assert done.returncode == 2
        assert done.stderr.startswith(f"{own}:1:25: containerInstances[0]")


class TestCases:
    """`dva simulate FILE --json`."""

    HALF = "kind: rolling, input: {desired: 4, minimumHealthyPercent: 50, maximumPercent: 100}"

    def run(
        self, dva: Dva, *cases: str, flags: tuple[str, ...] = ()
    ) -> tuple[int, list[dict[str, Any]]]:
        """The exit code, and what was printed for each case."""
        file = dva.home / "given.yaml"
        lines = ["version: 1", "cases:", *(f"  - {{{case}}}" for case in cases)]
        file.write_text("\n".join(lines), encoding="utf-8")
        found = dva("simulate", "given.yaml", "--json", *flags)
        assert found.stderr == ""
        return found.returncode, json.loads(found.stdout)

    def test_a_case_matches_the_fields_that_it_expects_or_does_not(self, dva: Dva) -> None:
        """`matches` compares only the fields in `expected` and is null without one."""
        code, found = self.run(
            dva,
            f"id: a, {self.HALF}, expected: {{lower: 2}}",
            f"id: b, {self.HALF}, expected: {{lower: 2, upper: 5}}",
            f"id: c, {self.HALF}",
        )
        assert code == 1
        assert [(one["id"], one["kind"], one["matches"]) for one in found] == [
            ("a", "rolling", True),
            ("b", "rolling", False),
            ("c", "rolling", None),
        ]
        assert all(set(one) == {"id", "kind", "result", "matches"} for one in found)
        assert found[2]["result"]["steps"] == ["-2", "+2", "-2", "+2"]

    def test_where_none_is_false_it_is_done(self, dva: Dva) -> None:
        code, _ = self.run(dva, f"id: a, {self.HALF}, expected: {{lower: 2}}")
        assert code == 0

    def test_a_malformed_case_stands_in_its_place_and_the_others_run(self, dva: Dva) -> None:
        code, found = self.run(
            dva, "id: a, kind: rolling, input: {desired: many}", f"id: b, {self.HALF}"
        )
        assert code == 1
        assert set(found[0]) == {"id", "kind", "error"}
        assert "desired is 'many'" in found[0]["error"]
        assert found[1]["result"]["result"] == "COMPLETED"

    def test_a_trace_is_there_only_when_it_is_asked_for(self, dva: Dva) -> None:
        for flags in ((), ("--trace",)):
            _, found = self.run(dva, f"id: a, {self.HALF}", flags=flags)
            assert ("trace" in found[0]["result"]) == bool(flags)

    def test_a_file_that_cannot_be_read_is_refused(self, reader: Dva) -> None:
        (reader.home / "broken.yaml").write_text("cases: [", encoding="utf-8")
        assert re.fullmatch(r"broken\.yaml:\d+:\d+: .+", refused(reader("simulate", "broken.yaml")))
        assert "there is no such file" in refused(reader("simulate", "no-such-file.yaml"))


class TestRollout:
    def json(self, dva: Dva, *flags: str) -> Any:
        return json.loads("\n".join(dva.lines("simulate", "rollout", *flags, "--json")))

    def test_a_rollout_in_numbers(self, reader: Dva) -> None:
        """`{lower, upper, steps: ["-2", "+2", ...], result, states: [{old, new}, ...]}`."""
        flags = ("--desired", "4", "--min", "50", "--max", "100")
        result = self.json(reader, *flags)
        assert result == {
            "lower": 2,
            "upper": 4,
            "steps": ["-2", "+2", "-2", "+2"],
            "result": "COMPLETED",
            "states": [
                {"old": 2, "new": 0},
                {"old": 2, "new": 2},
                {"old": 0, "new": 2},
                {"old": 0, "new": 4},
            ],
        }
        traced = self.json(reader, *flags, "--trace")
        assert {key: traced[key] for key in result} == result
        assert set(traced["trace"][0]) == {"rule", "formula", "basis", "source"}

    def test_the_defaults_are_those_of_the_service(self, reader: Dva) -> None:
        result = self.json(reader, "--desired", "2")
        assert (result["lower"], result["upper"], result["steps"]) == (2, 4, ["+2", "-2"])

    def test_room_is_a_limit_too(self, reader: Dva) -> None:
        flags = ("--desired", "6", "--min", "50", "--max", "200", "--room", "8")
        assert self.json(reader, *flags)["steps"] == ["-3", "+5", "-3", "+1"]

    def test_a_rollout_that_is_stuck_is_a_result(self, reader: Dva) -> None:
        lines = reader.lines("simulate", "rollout", "--desired", "2", "--min", "75", "--max", "100")
        assert any(line.endswith("nothing can stop or start: stuck") for line in lines)

    @pytest.mark.parametrize(
        ("flags", "message"),
        [
            (("--desired", "-1"), "desired is -1; write a whole number from 0 to 100000"),
            (("--desired", "4", "--min", "101"), "minimumHealthyPercent is 101; write"),
            (("--desired", "4", "--max", "99"), "maximumPercent is 99; write"),
            (
                ("--desired", "4", "--room", "-2"),
                "cluster_room is -2; write a whole number from 0 to",
            ),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
    )
    def test_numbers_that_mean_nothing_are_refused(
        self, reader: Dva, flags: tuple[str, ...], message: str
    ) -> None:
        for more in ((), ("--json",)):
            assert refused(reader("simulate", "rollout", *flags, *more)).startswith(message)

    def test_all_wrong_numbers_are_named_in_one_message(self, reader: Dva) -> None:
        message = refused(reader("simulate", "rollout", "--desired", "-1", "--min", "-1"))
        assert "desired is -1" in message
        assert "minimumHealthyPercent is -1" in message
