"""`dva export`, `dva import`, `dva sync`: files of other programs, and other machines."""

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import (
    FAILED,
    expect_yes,
    first_problems,
    print_file,
    print_line,
    refuse,
    tell,
)
from study_app.cli.rooms import now, open_log, open_study, places_of, settings_of, today
from study_app.files import reason, write_whole
from study_app.words.errors import error_text

if TYPE_CHECKING:
    from study_app.exchange.sync.sync import Synced
    from study_app.usecases.study import Study

FILE = click.Path(dir_okay=False, path_type=Path)
ANKI = "anki"
LOG = "log"


@click.command(
    help="""Write cards and questions to FILE, or to standard output.

    FORMAT is anki, csv, gift, html, markdown, moodle-xml, or log: your own answers as CSV, or as
    JSON lines if FILE ends in .jsonl. Worked questions are written with numbers drawn by
    --seed.

    Example: dva export html study.html --topic ecs-placement --lang ko
    """
)
@common_options
@click.argument(
    "format_",
    metavar="FORMAT",
    type=click.Choice(["anki", "csv", "gift", "html", "log", "markdown", "moodle-xml"]),
)
@click.argument("file", required=False, type=FILE)
@click.option("--topic", "topics", multiple=True, metavar="T", help="Only this topic (repeatable).")
@click.option(
    "--only",
    type=click.Choice(["unseen", "missed", "flagged", "noted"]),
    help="Only questions with this history, and their cards.",
)
@click.option("--yes", is_flag=True, help="Overwrite FILE without asking.")
@click.pass_obj
def export(
    options: Options,
    format_: str,
    file: Path | None,
    topics: tuple[str, ...],
    only: str | None,
    yes: bool,
) -> None:
    from study_app.cli.subcommands.study import topic_named

    if format_ == ANKI and file is None:
        refuse("A package cannot be printed: name a FILE, such as dva.apkg.")
    study = open_study(options)
    tell(study.notices())
    named = tuple(topic_named(study.bank, name) for name in topics)
    if file is not None and os.path.lexists(file):
        expect_yes("{path} already exists. Overwrite it?", yes=yes, path=file)
    if format_ == LOG:
        data, what = _answers(options, study, file, named)
    else:
        data, what = _content(options, study, format_, named, only)
    if file is None:
        print_file(data)
        return
    _write(file, data)
    from study_app.words.wording import say

    wrote = say("Wrote {what} to {file}", study.settings.language, what=what, file=file)
    print_line(wrote)


def _content(
    options: Options, study: "Study", name: str, topics: tuple[str, ...], only: str | None
) -> tuple[bytes, str]:
    from study_app.exchange.anki.library import NoAnki, NotWritten
    from study_app.exchange.registry import FORMATS
    from study_app.learning.choosing.practice import Only
    from study_app.usecases.exchange import Wanted, chapters
    from study_app.words.wording import say

    language = study.settings.language
    format_ = FORMATS[name]
    wanted = Wanted(topics, Only(only) if only else None, options.seed or 0, format_.is_package)
    found = chapters(study, wanted, language)
    if not found:
        refuse(
            "No questions match: choose other topics or {what}.",
            what=error_text("leave out an option"),
        )
    what = say(
        "{cards} {cards:card|cards} and {questions} {questions:question|questions}",
        language,
        cards=sum(len(chapter.cards) for chapter in found),
        questions=sum(len(chapter.questions) for chapter in found),
    )
    try:
        return format_.write(found, language), what
    except (NoAnki, NotWritten) as error:
        refuse(error.text)


def _answers(
    options: Options, study: "Study", file: Path | None, topics: tuple[str, ...]
) -> tuple[bytes, str]:
    from study_app.exchange.answers_log import answers, as_csv, as_json_lines
    from study_app.words.wording import say

    with closing(open_log(options)) as log:
        found = [
            one
            for one in answers(log.events())
            if not topics or one.answer.item.partition("/")[0] in topics
        ]
    what = say("{count} {count:answer|answers}", study.settings.language, count=len(found))
    as_lines = file is not None and file.suffix == ".jsonl"
    return (as_json_lines(found) if as_lines else as_csv(found)), what


@click.command(
    "import",
    help="""Convert FILE (Anki, GIFT, Moodle XML or CSV) to a content folder.

    FOLDER defaults to a new folder named after FILE. Anything that had to be changed or left out is
    listed with its line and the reason.

    Example: dva import quiz.gift my-content --source https://docs.aws.amazon.com/AmazonECS/
    """,
)
@common_options
@click.argument("file", type=FILE)
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["anki", "csv", "gift", "moodle-xml"]),
    help="The format of FILE, if its name does not show it.",
)
@click.option(
    "--source",
    default="",
    metavar="URL",
    help="The documentation page for items that do not name one.",
)
@click.option("--yes", is_flag=True, help="Overwrite files in FOLDER without asking.")
@click.pass_obj
def import_(
    options: Options, file: Path, folder: Path | None, format_: str | None, source: str, yes: bool
) -> None:
    from study_app.exchange.importing import format_of, read_file, write
    from study_app.words.wording import say

    language = settings_of(options).language
    format_ = format_ or format_of(file)
    if format_ is None:
        refuse(
            "{path}: cannot tell the format from the name. "
            "Add --format anki, gift, moodle-xml or csv.",
            path=file,
        )
    found = read_file(file, format_, today(), source)
    lines = list[str]()
    for one in found.notes:
        fate = say("left out: ", language) if one.left_out else say("changed: ", language)
        why = say(one.why, language)
        place = f"{file}:{one.line}" if one.line else file
        about = f"{one.what}: " if one.what else ""
        lines.append(f"{place}: {fate}{about}{why}")
    tell(first_problems(lines))
    if not found.files:
        tell((say("Nothing in the file can be used.", language),))
        raise SystemExit(FAILED)
    folder = folder or Path(file.stem)
    changed = [name for name, text in found.files.items() if _differs(folder / name, text)]
    if changed:
        expect_yes("{path} already exists. Overwrite it?", yes=yes, path=folder / changed[0])
    try:
        write(folder, found.files)
    except OSError as error:
        _refuse_folder(error.filename or folder, error)
    what = say(
        "{cards} {cards:card|cards} and {questions} {questions:question|questions}",
        language,
        cards=found.cards,
        questions=found.questions,
    )
    print_line(say("Wrote {what} to {file}", language, what=what, file=folder))
    print_line(say("To study them: {command}", language, command=f"dva --content {folder}"))


def _differs(file: Path, text: str) -> bool:
    """Whether there is a file, and it says something else."""
    try:
        return file.read_bytes() != text.encode("utf-8", "replace")
    except FileNotFoundError:
        return False
    except OSError as error:
        _refuse_folder(file, error)


def _refuse_folder(place: object, error: OSError) -> NoReturn:
    what = error_text("{place}: {what}", place=place, what=reason(error))
    refuse("{what}. Choose another folder.", what=what)


@click.command(
    help="""Merge your progress with TARGET. Afterward, each has all the answers of both.

    TARGET is another progress file, or a folder shared by several machines, in which each machine
    writes its own file. Language, theme and keys are not synced.

    TARGET can also be a PostgreSQL database, postgresql://USER@HOST/DATABASE. It holds the answers
    of many learners: use --as to name yourself. Set the password in PGPASSWORD.

    Example: dva sync shared-folder
    """
)
@common_options
@click.argument("target")
@click.option(
    "--as", "name", metavar="NAME", help="The name under which your answers are stored there."
)
@click.pass_obj
def sync(options: Options, target: str, name: str | None) -> None:
    from study_app.exchange.sync.postgresql import is_server
    from study_app.words.wording import say

    if is_server(target):
        found = _with_server(options, target, name)
    elif name is not None:
        refuse("--as is only for a server: postgresql://USER@HOST/DATABASE")
    else:
        found = _with_path(options, Path(target))
    tell(first_problems(found.unread))
    language = settings_of(options).language
    if found.is_first:
        print_line(say("New on this server: {name}", language, name=name))
    print_line(
        say(
            "{came} {came:event|events} received, {went} sent.",
            language,
            came=found.came,
            went=found.went,
        )
    )


def _with_server(options: Options, url: str, name: str | None) -> "Synced":
    from study_app.exchange.sync.postgresql import learner_named, with_server

    if name is None:
        refuse("A server holds the answers of many learners. Add --as NAME to name yourself.")
    try:
        learner = learner_named(name)
    except ValueError:
        refuse("--as must be a name of 1 to 100 printable characters.")
    with closing(open_log(options)) as log:
        return with_server(log, url, learner)


def _with_path(options: Options, target: Path) -> "Synced":
    from platform import node

    from study_app.exchange.sync.sync import log_of_other, machine_name, with_file, with_folder

    try:
        target.stat()
    except FileNotFoundError:
        refuse(
            "{path}: no such file or folder. Make the folder first, or name another.", path=target
        )
    except OSError as error:  # a name that is too long, a link to itself
        refuse(
            "{path}: {why}. Make the folder first, or name another.", path=target, why=reason(error)
        )
    path = places_of(options).log
    if path.exists() and target.samefile(path):
        refuse("{path} is the progress file itself. Name another file or a folder.", path=target)
    with closing(open_log(options)) as log:
        if target.is_dir():
            return with_folder(log, target, machine_name(node(), str(path.absolute())))
        with closing(log_of_other(target, now)) as other:
            return with_file(log, other)


def _write(file: Path, data: bytes) -> None:
    try:
        write_whole(file, data)
    except OSError as error:
        refuse(
            "{path} cannot be written: {what}. Choose another place.", path=file, what=reason(error)
        )
