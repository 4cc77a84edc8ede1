"""The command line, and the composition root: paths, clock, seed and rooms are joined here.

Nothing heavy is imported at the top: `dva --help` answers without Textual, YAML or SQLite.
"""

import gc
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click
from click.core import ParameterSource

from study_app.version import __version__

if TYPE_CHECKING:
    from study_app.bank.bank import Bank
    from study_app.settings import Places, Settings
    from study_app.study import Study

FAILED = 1
"""Exit code: the answer is no (a check failed, a case does not match)."""

UNUSABLE = 2
"""Exit code: wrong usage, or input that cannot be read."""

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Options:
    """What the options that every command understands say."""

    data_dir: Path | None = None
    content: tuple[Path, ...] = ()
    lang: str | None = None
    seed: int | None = None


def common_options(command: CommandT) -> CommandT:
    """Add the options that are understood before and after the subcommand; the latter wins."""

    def keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
        if value in (None, ()):
            return
        options = context.ensure_object(Options) if context.obj is None else context.obj
        name = str(parameter.name)
        if context.get_parameter_source(name) is ParameterSource.ENVIRONMENT:
            # Read anew for each subcommand; what was typed before the subcommand goes before it.
            value = getattr(options, name) or value
        if name == "content":
            value = (*options.content, *value)
        context.obj = replace(options, **{name: value})

    def option(*names: str, **settings: Any) -> Callable[[CommandT], CommandT]:
        return click.option(*names, expose_value=False, callback=keep, **settings)

    folder = click.Path(file_okay=False, path_type=Path)
    for add in (
        option("--seed", type=click.IntRange(0), metavar="N", help="Make the run repeatable."),
        option("--lang", type=click.Choice(["en", "ko"]), help="The language to read."),
        option(
            "--content",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            multiple=True,
            metavar="DIR",
            help="Add a folder of content of your own (repeatable).",
        ),
        option(
            "--data-dir",
            type=folder,
            envvar="DVA_DATA_DIR",
            metavar="DIR",
            help="Where progress is kept.",
        ),
    ):
        command = add(command)
    return command


class Program(click.Group):
    """Turns the errors that rooms raise for readers into one message and exit code 2."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except BrokenPipeError:
            # The reader of our output went away; what was answered is on disk.
            sys.stdout = None
            raise SystemExit(0) from None
        except Exception as error:
            _explain(error)
            raise


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
    _accept_any_text()
    if context.invoked_subcommand is None:
        _run_app(context.obj)


@main.command()
@common_options
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("-n", "count", type=click.IntRange(1), metavar="N", help="How many questions.")
@click.option(
    "--kind",
    type=click.Choice(["choice", "choices", "typed", "ordering", "matching"]),
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

    if not plain:
        _expect_terminal()
    study = _study(options)
    _expect_topics(study.bank, topics)
    wanted = Kind(kind) if kind else None
    if not study.questions(topics, wanted):
        _refuse("No question fits: choose other topics or another --kind.")
    retries = 0 if plain else 2
    session = study.quiz(topics, count=count or SESSION_LENGTH, kind=wanted, retries=retries)
    if plain:
        from study_app.plain.quiz import PlainQuiz
        from study_app.sitting import Sitting

        sitting = Sitting(study, session)
        PlainQuiz(study, sitting, sys.stdin, sys.stdout, study.settings.language).run()
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
    study = _study(options)
    _expect_topics(study.bank, (topic,) if topic else ())
    if plain:
        from study_app.plain.cards import card_lines

        topics = [study.bank.topics[topic]] if topic else list(study.bank.topics.values())
        _print(card_lines(study, topics, study.settings.language))
    else:
        _run_app(options, study=study, topic=topic or next(iter(study.bank.topics)))


@main.group()
@common_options
def simulate() -> None:
    """Compute what Amazon ECS does with given numbers.

    Example: dva simulate rollout --desired 4 --min 50 --max 100
    """


@simulate.command()
@common_options
@click.option("--desired", type=int, required=True, metavar="N", help="desiredCount")
@click.option(
    "--min",
    "minimum",
    type=int,
    default=100,
    show_default=True,
    metavar="PERCENT",
    help="minimumHealthyPercent",
)
@click.option(
    "--max",
    "maximum",
    type=int,
    default=200,
    show_default=True,
    metavar="PERCENT",
    help="maximumPercent",
)
@click.option("--room", type=int, metavar="N", help="How many tasks the cluster has room for.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--trace", is_flag=True, help="With --json: the rules that were applied.")
@click.pass_obj
def rollout(
    options: Options,
    desired: int,
    minimum: int,
    maximum: int,
    room: int | None,
    as_json: bool,
    trace: bool,
) -> None:
    """Step through a rolling update.

    Example: dva simulate rollout --desired 4 --min 50 --max 100
    """
    from study_app.plain.rollout import as_json as figures
    from study_app.plain.rollout import lines
    from study_app.simulator.deployment import DeploymentConfiguration, DeploymentError
    from study_app.simulator.rollout import RolloutInput, roll_out

    configuration = DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=maximum)
    try:
        result = roll_out(
            RolloutInput(desired=desired, configuration=configuration, room=room), explain=trace
        )
    except DeploymentError as error:
        _refuse(str(error))
    if as_json:
        _print_json(figures(result, trace=trace))
    else:
        _print(lines(result, _settings(options).language))


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
    grader = _bank(options).grader(question.answer for question in questions.values())
    language = _settings(options).language
    rows = []
    hidden = not sys.stderr.isatty()
    with click.progressbar(submissions, label="grading", file=sys.stderr, hidden=hidden) as shown:
        for one in shown:
            asked = questions[one.question]
            graded = grader.grade(one.response, asked.answer, asked.prompt)
            rows.append(row(one.question, one.response, graded, language))
    if as_json:
        _print_json(rows)
    else:
        _print(grade_lines(rows, language))


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

    report = examine(paths or (shipped_content(), *options.content), _today(), complete=complete)
    if as_json:
        _print_json(report.as_json())
    else:
        for problem in report.problems:
            click.echo(str(problem), err=True)
        _print(report.lines())
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

    study = _study(options)
    found = statistics(study.history, study.bank.questions)
    if as_json:
        from study_app.plain.stats import as_json as figures

        _print_json(figures(found))
    else:
        from study_app.plain.stats import stats_lines

        _print(stats_lines(found, study, study.settings.language))


@main.command()
@common_options
@click.pass_obj
def keys(options: Options) -> None:
    """List the keys of the app.

    Example: dva keys
    """
    from study_app.plain.keys import key_lines

    _print(key_lines(_settings(options).language))


@main.command()
@common_options
@click.pass_obj
def where(options: Options) -> None:
    """Say which files and folders are used. Creates nothing.

    Example: dva where
    """
    from study_app.bank.places import shipped_content

    places = _places(options)
    click.echo(f"progress  {places.log}")
    click.echo(f"settings  {places.settings}")
    click.echo(f"cache     {places.cache}")
    for folder in (shipped_content(), *options.content):
        click.echo(f"content   {folder}")


def _explain(error: Exception) -> None:
    """Leave with the message of an error that was written for readers; return for any other."""
    # Imported here: a command that succeeds needs none of these rooms for its errors.
    from study_app.bank.problems import ContentError, DataError
    from study_app.settings import SettingsError
    from study_app.store.log import StoreError
    from study_app.study import NotSaved

    match error:
        case ContentError(problems=problems):
            for problem in problems:
                click.echo(str(problem), err=True)
            raise SystemExit(UNUSABLE if isinstance(error, DataError) else FAILED) from None
        case NotSaved() | SettingsError() | StoreError():
            _refuse(str(error))


def _run_app(options: Options, study: "Study | None" = None, **opening: Any) -> None:
    _expect_terminal()
    # What is imported and built until the first paint stays: collecting it costs a fifth of the
    # start and frees nothing. The app lets the collector run again once it is ready.
    gc.disable()
    from study_app.tui.app import DvaApp

    DvaApp(study or _study(options), **opening).run()


def _study(options: Options) -> "Study":
    from random import Random

    from study_app.settings import save
    from study_app.store.ids import uuid7
    from study_app.store.log import ReviewLog
    from study_app.study import Chance, Study

    places = _places(options)
    return Study(
        _bank(options),
        ReviewLog(places.log, _now),
        clock=_now,
        new_id=uuid7,
        chance=Chance(Random(), options.seed),
        settings=_settings(options),
        remember=partial(save, path=places.settings),
    )


def _bank(options: Options) -> "Bank":
    from study_app.bank.compiled import load_kept
    from study_app.bank.places import shipped_content

    return load_kept((shipped_content(), *options.content), _places(options).cache / "bank")


def _places(options: Options) -> "Places":
    from study_app.settings import places

    return places(options.data_dir)


def _settings(options: Options) -> "Settings":
    from study_app.learning.language import Language
    from study_app.settings import load

    settings = load(_places(options).settings)
    return replace(settings, language=Language(options.lang)) if options.lang else settings


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the one clock


def _today() -> date:
    return _now().astimezone().date()


def _accept_any_text() -> None:
    """Input that is no UTF-8 and output that a code page lacks end no session."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)


def _expect_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        _refuse("The app needs a terminal. Try: dva quiz --plain")


def _expect_topics(bank: "Bank", topics: Iterable[str]) -> None:
    unknown = [topic for topic in topics if topic not in bank.topics]
    if unknown:
        _refuse(f"There is no topic {unknown[0]!r}. Topics: {', '.join(bank.topics)}")


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_json(value: object) -> None:
    import json

    text = json.dumps(value, indent=2, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # lone surrogates can be told, but not written as they are
        text = json.dumps(value, indent=2)
    click.echo(text)


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(UNUSABLE)
