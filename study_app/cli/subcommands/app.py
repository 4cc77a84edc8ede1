"""How the app is started."""

import sys
from typing import TYPE_CHECKING, Any, NoReturn

from study_app.cli.given import Options
from study_app.cli.output import refuse, set_output_language, tell
from study_app.cli.rooms import open_study, places_of
from study_app.collector import gc_paused

if TYPE_CHECKING:
    from study_app.commands.keymap import BadKeymap
    from study_app.usecases.study import Study


def run_app(options: Options, study: "Study | None" = None, **opening: Any) -> NoReturn:
    """Run the app until the learner quits, then exit. `opening` is what it opens above home."""
    expect_terminal()
    with gc_paused() as release:
        from study_app.tui.app import DvaApp

        study = study or open_study(options)
        set_output_language(study.settings.language)
        if study.settings.keys:
            _check_keys(options, study)
        _ = study.history  # a log that cannot be read is reported here, not on a screen
        app = DvaApp(study, started=release, **opening)
        app.run()
    _forget_lost_output()
    close(study)
    raise SystemExit(app.return_code or 0)


def _forget_lost_output() -> None:
    """Keep Python from writing at its end to a terminal that is gone: it would exit with 120."""
    try:
        sys.stdout.flush()
    except OSError:
        sys.stdout = None


def _check_keys(options: Options, study: "Study") -> None:
    """Refuse to start with a keymap that cannot be used."""
    from study_app.commands.keymap import BadKeymap, own_keys

    try:
        own_keys(study.settings.keys)
    except BadKeymap as error:
        refuse_keymap(options, error)


def refuse_keymap(options: Options, error: "BadKeymap") -> NoReturn:
    from study_app.words.errors import error_text

    place = places_of(options).settings
    what = error_text("{place}: {what}", place=place, what=error.text)
    refuse("{what}. Fix or move the file.", what=what)


def close(study: "Study") -> None:
    """Close the study. Everything is saved already; a failed backup is not an error."""
    from study_app.usecases.journal import NotSaved

    try:
        study.close()
    except NotSaved as error:
        tell((error.text,))


def expect_terminal(instead: str = "dva quiz --plain") -> None:
    """Exit with an error where there is no terminal; `instead` is a command to suggest."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        refuse("The app needs a terminal. Try: {instead}", instead=instead)
