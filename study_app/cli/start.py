"""The entry point: starts the app directly if there are no arguments, else the commands.

`dva` alone is the most common call and needs no argument parser: importing `click` and the commands
would take a tenth of the time until home is on screen.
"""

import os
import sys
from pathlib import Path

from study_app.cli.given import Options

FOLDER = "DVA_DATA_DIR"


def main() -> None:
    """Run `dva`."""
    options = _at_once()
    if options is None:
        from study_app.cli.main import main as program

        program()
        return
    from study_app.cli.output import expect_output, explain, explain_output, output_language, tell
    from study_app.cli.subcommands.app import run_app
    from study_app.words.wording import say

    expect_output()
    try:
        run_app(options)
    except KeyboardInterrupt:
        tell((say("Aborted!", output_language()),))
        raise SystemExit(1) from None
    except Exception as error:
        explain(error)
        if isinstance(error, OSError):
            explain_output(error)
        raise


def _at_once() -> Options | None:
    """The options from the environment if there are no arguments; None if click must parse."""
    if len(sys.argv) > 1 or any(name.endswith("_COMPLETE") for name in os.environ):
        return None
    folder = os.environ.get(FOLDER)
    if not folder:
        return Options()
    named = Path(folder)
    try:
        usable = named.is_dir() or not named.exists()
    except OSError:  # a name that is too long: reported where it is used
        usable = True
    return Options(data_dir=named) if usable else None
