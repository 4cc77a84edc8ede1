"""The program as users and their scripts run it: a separate process."""

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryFile
from typing import Any, NoReturn

import pytest

import study_app
from study_app.bank.checking import check
from study_app.cli.start import main
from study_app.exchange import importing
from tests.shipped import keep_bank_in, read_layers_once, shipped_layers

ROOT = Path(study_app.__file__).parent.parent


def run(
    command: Sequence[str], given: bytes, environment: Mapping[str, str], folder: Path
) -> subprocess.CompletedProcess[bytes]:
    """What comes of `command`, which is `python -m study_app ...`.

    On Linux it is a fork of this process, which has imported the program and, for a check, has read
    the shipped content: its start is most of the time of a test. Tests of the start itself use
    `subprocess`.
    """
    if sys.platform != "linux":
        return subprocess.run(
            command, input=given, env=environment, cwd=folder, capture_output=True, check=False
        )
    _import_all()
    if {"check", "import"} & {*command}:
        shipped_layers()
    with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
        stdin.write(given)
        stdin.seek(0)
        child = os.fork()
        if child == 0:
            _become(
                command[3:], environment, folder, [stdin.fileno(), stdout.fileno(), stderr.fileno()]
            )
        _, status = os.waitpid(child, 0)
        stdout.seek(0)
        stderr.seek(0)
        code = os.waitstatus_to_exitcode(status)
        return subprocess.CompletedProcess(command, code, stdout.read(), stderr.read())


@cache
def _import_all() -> None:
    """What a command imports when it needs it, so that no fork has to. No command needs Textual."""
    for module in walk_packages(study_app.__path__, "study_app."):
        if not module.name.startswith(("study_app.tui", "study_app.__main__")):
            import_module(module.name)


def _become(
    arguments: Sequence[str], environment: Mapping[str, str], folder: Path, streams: Sequence[int]
) -> NoReturn:
    """Be `dva ARGUMENTS`, and end with its exit code."""
    code: object = 70
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        encoding = environment["PYTHONIOENCODING"].partition(":")[0]
        sys.stdin, sys.stdout, sys.stderr = (
            open(number, "r" if number == 0 else "w", encoding=encoding, closefd=False)  # noqa: SIM115
            for number in range(3)
        )
        sys.argv = ["dva", *arguments]
        patch = pytest.MonkeyPatch()
        for module in (check, importing):
            patch.setattr(module, "read_layers", read_layers_once)
        main()
        code = 0
    except SystemExit as ending:
        code = ending.code
    except BaseException:  # noqa: BLE001 - as the interpreter does
        traceback.print_exc()
        code = 1
    finally:
        with suppress(OSError):
            sys.stdout.flush()
        with suppress(OSError):
            sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


class Dva:
    """Runs `dva` in an empty home, keeping progress in `data` unless a test says otherwise."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.data = home / "data"
        keep_bank_in(self.data)
        kept = {key: value for key, value in os.environ.items() if not key.startswith("DVA_")}
        self.environment = kept | {
            "HOME": str(home),
            "USERPROFILE": str(home),
            "XDG_DATA_HOME": str(home / "share"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8:strict",
        }

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "study_app", *arguments]

    def bare(
        self, *arguments: str, given: str | bytes = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """`dva` with these arguments and no other; what it prints must be UTF-8."""
        found = run(
            self.command(*arguments),
            given if isinstance(given, bytes) else given.encode(),
            self.environment | environment,
            self.home,
        )
        texts = (found.stdout.decode(), found.stderr.decode())
        assert "Traceback" not in texts[1], texts[1]
        return subprocess.CompletedProcess(found.args, found.returncode, *texts)

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
