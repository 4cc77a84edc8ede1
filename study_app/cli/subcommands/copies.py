"""`dva backup` and `dva restore`: full copies of the log, and how to restore them."""

import os
from pathlib import Path

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import expect_yes, output_language, print_line, refuse
from study_app.cli.rooms import dating, now, places_of
from study_app.words.wording import say

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    help="""Write a full copy of your progress to FILE, even while the app is running.

    Without FILE the copy goes to the folder of daily backups, with date and time in its name.

    Example: dva backup my-progress.db
    """
)
@common_options
@click.argument("file", required=False, type=FILE)
@click.option("--yes", is_flag=True, help="Overwrite FILE without asking.")
@click.pass_obj
def backup(options: Options, file: Path | None, yes: bool) -> None:
    from study_app.store.backup import back_up, backups_of, stamp

    log = places_of(options).log
    target = file or backups_of(log) / f"progress-{stamp(now())}.db"
    if os.path.lexists(target):
        if log.exists() and target.exists() and target.samefile(log):
            refuse("{path} is the progress file itself. Name another file.", path=target)
        expect_yes("{path} already exists. Overwrite it?", yes=yes, path=target)
    back_up(log, target, dating())
    print_line(say("Copied to {path}", output_language(), path=target))


@click.command(
    help="""Replace your progress with FILE, a copy made by `dva backup`.

    The previous file is kept next to it. With --recover nothing is replaced: what can be
    read from a damaged FILE, by default your progress, goes to a new file.

    Example: dva restore progress-copy.db --yes
    """
)
@common_options
@click.argument("file", required=False, type=FILE)
@click.option("--yes", is_flag=True, help="Replace your progress without asking.")
@click.option(
    "--recover", is_flag=True, help="Write what can be read from a damaged FILE to a new file."
)
@click.pass_obj
def restore(options: Options, file: Path | None, yes: bool, recover: bool) -> None:
    log = places_of(options).log
    if recover:
        _recover(file or log, log)
        return
    from study_app.store.backup import backups_of
    from study_app.store.backup import restore as put_in_place

    if file is None:
        refuse("Name the copy to restore. Daily copies are in {folder}", folder=backups_of(log))
    if log.exists():
        expect_yes(
            "Replace {path}? The current file is kept next to it under another name.",
            yes=yes,
            path=log,
        )
    kept = put_in_place(file, log, dating())
    print_line(say("Restored from {path}", output_language(), path=file))
    if kept is not None:
        print_line(say("The previous file is now {path}", output_language(), path=kept))


def _recover(source: Path, log: Path) -> None:
    from study_app.store.backup import stamp
    from study_app.store.recovery import recover

    target = log.with_name(f"{log.stem}.recovered-{stamp(now())}{log.suffix}")
    found = recover(source, target, dating())
    if not found.events:
        refuse("{path}: no event in it can be read. The file was left unchanged.", path=source)
    written = say(
        "{count} {count:event|events} written to {path}",
        output_language(),
        count=found.events,
        path=found.path,
    )
    print_line(written)
    if found.lost:
        lost = say(
            "{count} {count:row|rows} could not be read. {path} was left unchanged.",
            output_language(),
            count=found.lost,
            path=source,
        )
        print_line(lost)
    print_line(say("To use them: dva restore {path}", output_language(), path=found.path))
