"""The program as users and their scripts run it: arguments and input in, output and code out."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

import study_app
from study_app.bank import compiled, loading
from study_app.bank.checking import check
from study_app.cli import output
from study_app.cli.start import main
from study_app.exchange import importing
from study_app.store.log import ReviewLog
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.shipped import grader_of, keep_bank_in, load_kept_once, read_layers_once

ROOT = Path(study_app.__file__).parent.parent


def plain_environment() -> dict[str, str]:
    """This environment without what sets how the program or Python behaves: a user has none of it.

    Where output is not buffered, nothing is left to be written at the end. Where no bytecode is
    kept, each start compiles the program, which takes as long as all else.
    """
    ours = ("DVA_", "PYTHON")
    return {key: value for key, value in os.environ.items() if not key.startswith(ours)}


@contextmanager
def content_read_once() -> Iterator[None]:
    """The program takes the shipped content as this process has read it, and its grader.

    To read it takes a second, even as the cache has it a tenth; so does the grader.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in (check, importing, loading):
            patch.setattr(module, "read_layers", read_layers_once)
        patch.setattr(compiled, "load_kept", load_kept_once)
        patch.setattr(Study, "_grader", property(grader_of))
        yield


@contextmanager
def logs_closed() -> Iterator[None]:
    """Close at the end what logs the program opened, as the end of a process does.

    A command that only reads leaves its log open. Windows replaces no open file, and from Python
    3.13 on there is a warning for each connection that nobody closed.
    """
    opened: list[ReviewLog] = []
    make = ReviewLog.__init__

    def made(log: ReviewLog, *given: Any, **named: Any) -> None:
        make(log, *given, **named)
        opened.append(log)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReviewLog, "__init__", made)
        try:
            yield
        finally:
            for log in opened:
                log.close()


def run(
    arguments: Sequence[str], given: bytes, environment: Mapping[str, str], folder: Path
) -> subprocess.CompletedProcess[bytes]:
    """What comes of `python -m study_app ARGUMENTS`. Raises what the program fails to catch.

    It is run in this process, which has imported the program and read the shipped content: the
    start of a process is most of the time of a test. Tests of the process itself use `subprocess`;
    `test_a_process_says_the_same` compares the two.
    """
    encoding = environment["PYTHONIOENCODING"].partition(":")[0]
    out, err = BytesIO(), BytesIO()
    stdin, stdout = TextIOWrapper(BytesIO(given), encoding), TextIOWrapper(out, encoding)
    stderr = TextIOWrapper(err, encoding, errors="backslashreplace")  # as Python always opens it
    with (
        content_read_once(),
        logs_closed(),
        mock.patch.dict(os.environ, environment, clear=True),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.chdir(folder)
        patch.setattr(sys, "argv", [str(ROOT / "study_app" / "__main__.py"), *arguments])
        patch.setattr(sys.modules["__main__"], "__package__", "study_app", raising=False)
        patch.setattr(sys, "stdin", stdin)
        patch.setattr(sys, "stdout", stdout)
        patch.setattr(sys, "stderr", stderr)
        patch.setattr(output, "_speech", [Language.EN])  # as at the start of a process
        try:
            main()
            code: object = 0
        except SystemExit as ending:
            code = ending.code
    assert isinstance(code, int)
    stdout.flush()
    stderr.flush()
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


class Dva:
    """Runs `dva` in an empty home, keeping progress in `data` unless a test says otherwise."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.data = home / "data"
        self.environment = plain_environment() | {
            "HOME": str(home),
            "USERPROFILE": str(home),
            "XDG_DATA_HOME": str(home / "share"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8:strict",
        }

    def command(self, *arguments: str) -> list[str]:
        """What starts it as a process of its own."""
        keep_bank_in(self.data / "cache")
        return [sys.executable, "-m", "study_app", *arguments]

    def bare(
        self, *arguments: str, given: str | bytes = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """`dva` with these arguments and no other; what it prints must be UTF-8."""
        found = run(
            arguments,
            given if isinstance(given, bytes) else given.encode(),
            self.environment | environment,
            self.home,
        )
        return subprocess.CompletedProcess(
            found.args, found.returncode, found.stdout.decode(), found.stderr.decode()
        )

    def __call__(
        self, *arguments: str, given: str | bytes = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return self.bare(*arguments, "--data-dir", str(self.data), given=given, **environment)

    def lines(self, *arguments: str, given: str | bytes = "") -> list[str]:
        """What is printed by a run that has to succeed."""
        found = self(*arguments, given=given)
        assert (found.returncode, found.stderr) == (0, "")
        return found.stdout.splitlines()

    def stats(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads("\n".join(self.lines("stats", "--json")))
        return found

    @property
    def log(self) -> Path:
        return self.data / "progress.db"


def refused(found: subprocess.CompletedProcess[str], code: int = 2) -> str:
    """The one message on stderr of a run that was refused."""
    assert (found.returncode, found.stdout) == (code, "")
    (message,) = found.stderr.splitlines()
    return message
