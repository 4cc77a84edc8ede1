"""No docstring is text for a learner: `python -OO`, which has none, says the same."""

import json
import subprocess
import sys
from contextlib import redirect_stdout, suppress
from functools import cache
from io import StringIO

import pytest

from study_app.cli.main import main

SAY = """
import contextlib, io, json, sys
from study_app.cli.main import main

said = []
for arguments in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        with contextlib.suppress(SystemExit):
            main(arguments, prog_name="dva")
    said.append(printed.getvalue())
json.dump(said, sys.stdout)
"""
KEYS = [("--lang", language, "keys") for language in ("en", "ko")]
# Not `simulate`: the help of what it simulates still stands in docstrings.
HELP = [(*command.split(), "--help") for command in ("", *sorted(main.commands))]


@cache
def said_without() -> dict[tuple[str, ...], str]:
    """What each call prints in one process without docstrings."""
    asked = [*KEYS, *HELP]
    command = [sys.executable, "-OO", "-X", "utf8", "-c", SAY, json.dumps(asked)]
    done = subprocess.run(command, check=True, capture_output=True)
    return dict(zip(asked, json.loads(done.stdout), strict=True))


def said(arguments: tuple[str, ...]) -> str:
    with redirect_stdout(StringIO()) as printed, suppress(SystemExit):
        main(arguments, prog_name="dva")
    return printed.getvalue()


@pytest.mark.parametrize("arguments", KEYS, ids=" ".join)
def test_the_keys_read_the_same(arguments: tuple[str, ...]) -> None:
    shown = said(arguments)
    assert "app.help" in shown
    assert said_without()[arguments] == shown


@pytest.mark.parametrize("arguments", HELP, ids=" ".join)
def test_help_reads_the_same(arguments: tuple[str, ...]) -> None:
    shown = said(arguments)
    assert "Example: dva" in shown
    assert said_without()[arguments] == shown
