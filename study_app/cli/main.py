"""The commands of `dva`.

Nothing heavy is imported at the top: `dva --help` answers without Textual, YAML or SQLite.
"""

import gc
import os
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from study_app.cli.options import Options, common_options
from study_app.cli.output import (
    FAILED,
    accept_any_text,
    explain,
    explain_output,
    print_json,
    print_lines,
    refuse,
    tell,
)
from study_app.cli.rooms import open_bank, open_study, places_of, settings_of, today
from study_app.version import __version__

if TYPE_CHECKING:
    from study_app.bank.bank import Bank
    from study_app.learning.scenarios import Scenario
    from study_app.usecases.study import Study


class Program(click.Group):
    """Imports what is large on demand; ends with a message for errors written for readers."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted([*super().list_commands(context), "backup", "restore", "simulate"])

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        match name:
            case "simulate":
                from study_app.cli.simulate import simulate

                return simulate
            case "backup" | "restore":
                from study_app.cli import copies

                return {"backup": copies.backup, "restore": copies.restore}[name]
            case _:
                return super().get_command(context, name)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            explain_output(error)
            raise

    def invoke(self, context: click.Context) -> Any:
        try:
            result = super().invoke(context)
            sys.stdout.flush()  # what cannot be written is told here, not when Python ends
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except BrokenPipeError:
            # The reader of our output went away; what was answered is on disk.
            sys.stdout = None
            raise SystemExit(0) from None
        except Exception as error:
            explain(error)
            raise
        else:
            return result


@click.group(cls=Program, invoke_without_command=True)
@common_options
@click.version_option(__version__, "--version", prog_name="dva")
@click.pass_context
def main(context: click.Context) -> None:
    """Study for the AWS Certified Developer - Associate exam in your terminal.

    Without a command the app starts: one key begins the best next session.

    Example: dva --lang ko
    """
    context.obj = context.obj or Options()
    accept_any_text()
    if context.invoked_subcommand is None:
        _run_app(context.obj)


@main.command()
@common_options
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("-n", "count", type=click.IntRange(1), metavar="N", help="How many questions.")
@click.option(
    "--kind",
    type=click.Choice(["choice", "choices", "typed", "ordering", "matching", "worked"]),
    help="Only questions of this kind.",
)
@click.option("--plain", is_flag=True, help="Lines on stdin and stdout instead of screens.")
@click.pass_obj
def quiz(
    options: Options, topics: tuple[str, ...], count: int | None, kind: str | None, plain: bool
) -> None:
    """Answer questions: unseen ones first, then those that were missed.

    Example: dva quiz ecs-placement -n 5 --plain
    """
    from study_app.learning.items import Kind
    from study_app.learning.selection import SESSION_LENGTH
    from study_app.learning.session import RETRIES

    if not plain:
        _expect_terminal()
    study = open_study(options)
    _expect_topics(study.bank, topics)
    wanted = Kind(kind) if kind else None
    if not study.questions(topics, wanted):
        refuse("No question fits: choose other topics or another --kind.")
    retries = 0 if plain else RETRIES
    session = study.quiz(topics, count=count or SESSION_LENGTH, kind=wanted, retries=retries)
    if plain:
        from study_app.plain.quiz import PlainQuiz
        from study_app.usecases.sitting import Sitting

        tell(study.notices())
        sitting = Sitting(study, session)
        PlainQuiz(study, sitting, sys.stdin, sys.stdout, study.settings.language).run()
        _close(study)
    else:
        _run_app(options, study=study, session=session)


@main.command()
@common_options
@click.argument("topic", required=False)
@click.option("--plain", is_flag=True, help="Print the cards instead of opening the reader.")
@click.pass_obj
def cards(options: Options, topic: str | None, plain: bool) -> None:
    """Read cards, those of one topic or all.

    Example: dva cards ecs-placement --plain
    """
    study = open_study(options)
    _expect_topics(study.bank, (topic,) if topic else ())
    if topic and not study.bank.topics[topic].card_ids:
        refuse(f"The topic {topic!r} has no cards. Try: dva quiz {topic}")
    if plain:
        from study_app.plain.cards import card_lines

        topics = [study.bank.topics[topic]] if topic else list(study.bank.topics.values())
        print_lines(card_lines(study, topics, study.settings.language))
    else:
        _run_app(options, study=study, topic=topic or next(iter(study.bank.topics)))


@main.command()
@common_options
@click.argument("scenario", required=False)
@click.option("--plain", is_flag=True, help="Print every step instead of opening the screen.")
@click.pass_obj
def lab(options: Options, scenario: str | None, plain: bool) -> None:
    """Watch Amazon ECS work, step by step, with the rule behind each step.

    SCENARIO is the id of one, or a file of your own: cases of `dva simulate`, or JSON of the AWS
    CLI. Without it all are listed.

    Example: dva lab notes-rolling-update --plain
    """
    if not plain:
        _expect_terminal(f"dva lab {shlex.quote(scenario or 'SCENARIO')} --plain")
    study = open_study(options)
    scenarios = _scenarios(study, scenario)
    if not plain:
        _run_app(options, study=study, scenarios=scenarios)
    from study_app.plain.lab import lab_lines, scenario_lines
    from study_app.simulator.model.errors import CaseError
    from study_app.usecases.lab import Lab

    if scenario is None:
        print_lines(scenario_lines(scenarios, study.settings.language))
    for one in scenarios if scenario is not None else ():
        try:
            opened = Lab(study, one)
        except CaseError as error:
            refuse(f"{scenario}: case {one.id}: {error}")
        print_lines(lab_lines(opened, study.settings.language))


def _scenarios(study: "Study", name: str | None) -> "tuple[Scenario, ...]":
    """Those of the bank, the one of that name, or those in the file of that name."""
    from study_app.usecases.study import Unreadable

    known = study.bank.scenarios
    if name is None:
        return tuple(known.values())
    if name in known:
        return (known[name],)
    path = Path(name)
    if not path.suffix and path.name == name and not os.path.lexists(path):
        from study_app.bank.problems import suggestion

        hint = suggestion(name, known) or "; dva lab --plain lists the scenarios"
        refuse(f"There is no scenario and no file {name!r}{hint}")
    try:
        return study.open_scenarios(path, None)
    except Unreadable as error:
        refuse(str(error))


@main.command()
@common_options
@click.argument("bank", type=click.Path(path_type=Path))
@click.argument("answers", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
@click.pass_obj
def grade(options: Options, bank: Path, answers: Path, as_json: bool) -> None:
    """Grade a file of typed answers against a bank.

    BANK is a topic file, ANSWERS a YAML or JSON list of {question: ID, response: TEXT}.

    Example: dva grade content/topics/ecr.yaml answers.yaml --json
    """
    from study_app.bank.gradebook import read_questions, read_submissions
    from study_app.plain.grades import as_json as row
    from study_app.plain.grades import grade_lines

    questions = read_questions(bank)
    submissions = read_submissions(answers, questions)
    grader = open_bank(options).grader(question.answer for question in questions.values())
    language = settings_of(options).language
    rows = []
    hidden = not sys.stderr.isatty()
    with click.progressbar(submissions, label="grading", file=sys.stderr, hidden=hidden) as shown:
        for one in shown:
            asked = questions[one.question]
            graded = grader.grade(one.response, asked.answer, asked.prompt)
            rows.append(row(one.question, one.response, graded, language))
    if as_json:
        print_json(rows)
    else:
        print_lines(grade_lines(rows, language))


@main.command()
@common_options
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--complete", is_flag=True, help="Also refuse skills without a question.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def check(options: Options, paths: tuple[Path, ...], complete: bool, as_json: bool) -> None:
    """Check content: the shipped bank, or the folders and files named.

    Example: dva check my-content
    """
    from study_app.bank.check import check as examine
    from study_app.bank.places import shipped_content

    for path in paths:
        if not path.exists():
            refuse(f"{path}: no such file or folder")
    report = examine(paths or (shipped_content(), *options.content), today(), complete=complete)
    if as_json:
        print_json(report.as_json())
    else:
        for problem in report.problems:
            click.echo(str(problem), err=True)
        print_lines(report.lines())
    if report.problems:
        raise SystemExit(FAILED)


@main.command()
@common_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def stats(options: Options, as_json: bool) -> None:
    """Show how it goes, counted from the log.

    Example: dva stats --json
    """
    from study_app.learning.statistics import statistics

    study = open_study(options)
    tell(study.notices())
    found = statistics(study.history, study.bank.questions)
    if as_json:
        from study_app.plain.stats import as_json as figures

        print_json(figures(found))
    else:
        from study_app.plain.stats import stats_lines

        print_lines(stats_lines(found, study, study.settings.language))


@main.command()
@common_options
@click.pass_obj
def keys(options: Options) -> None:
    """List the keys of the app.

    Example: dva keys
    """
    from study_app.plain.keys import key_lines

    print_lines(key_lines(settings_of(options).language))


@main.command()
@common_options
@click.pass_obj
def where(options: Options) -> None:
    """Say which files and folders are used. Creates nothing.

    Example: dva where
    """
    from study_app.bank.places import shipped_content

    places = places_of(options)
    click.echo(f"progress  {places.log}")
    click.echo(f"settings  {places.settings}")
    click.echo(f"cache     {places.cache}")
    for folder in (shipped_content(), *options.content):
        click.echo(f"content   {folder}")


def _run_app(options: Options, study: "Study | None" = None, **opening: Any) -> None:
    _expect_terminal()
    # What is imported and built until the first paint stays: collecting it costs a fifth of the
    # start and frees nothing. The app lets the collector run again a while later.
    gc.disable()
    from study_app.commands.table import UnknownCommand, own_keys
    from study_app.tui.app import DvaApp

    study = study or open_study(options)
    try:
        own_keys(study.settings.keys)
    except UnknownCommand as error:
        refuse(f"{places_of(options).settings}: {error}. Mend the file or move it away.")
    _ = study.history  # a log that cannot be read is told here, not on a screen
    app = DvaApp(study, **opening)
    app.run()
    _close(study)
    raise SystemExit(app.return_code or 0)


def _close(study: "Study") -> None:
    """Everything is saved by now; that no copy could be kept ends nothing."""
    from study_app.usecases.study import NotSaved

    try:
        study.close()
    except NotSaved as error:
        tell((str(error),))


def _expect_terminal(instead: str = "dva quiz --plain") -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        refuse(f"The app needs a terminal. Try: {instead}")


def _expect_topics(bank: "Bank", topics: Iterable[str]) -> None:
    unknown = [topic for topic in topics if topic not in bank.topics]
    if unknown:
        refuse(f"There is no topic {unknown[0]!r}. Topics: {', '.join(bank.topics)}")
