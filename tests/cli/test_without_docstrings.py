"""No docstring is text for a learner: `python -OO`, which has none, says the same."""

import subprocess
import sys

import pytest

from study_app.cli.main import main


def said(*arguments: str, flags: tuple[str, ...] = ()) -> str:
    command = [sys.executable, *flags, "-m", "study_app", *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_keys_read_the_same(language: str) -> None:
    shown = said("--lang", language, "keys")
    assert "app.help" in shown
    assert said("--lang", language, "keys", flags=("-OO",)) == shown


# Not `simulate`: the help of what it simulates still stands in docstrings.
@pytest.mark.parametrize("command", ["", *sorted(main.commands)])
def test_help_reads_the_same(command: str) -> None:
    arguments = (*command.split(), "--help")
    shown = said(*arguments)
    assert "Example: dva" in shown
    assert said(*arguments, flags=("-OO",)) == shown
