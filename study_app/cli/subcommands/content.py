"""Commands for authors and teachers: content and answers in files."""

import os
from pathlib import Path

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import (
    FAILED,
    Bar,
    first_problems,
    output_language,
    print_json,
    print_lines,
    refuse,
    tell,
)
from study_app.cli.rooms import open_bank, settings_of, today
from study_app.collector import gc_paused
from study_app.words.wording import say


@click.command(
    help="""Check content: the shipped bank, or the folders and files named.

    Example: dva check my-content
    """
)
@common_options
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--complete", is_flag=True, help="Also report skills without a question.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def check(options: Options, paths: tuple[Path, ...], complete: bool, as_json: bool) -> None:
    from study_app.bank.places import shipped_content

    for path in paths:
        if not os.path.lexists(path):  # which asks no more of a name than whether it is there
            refuse("{path}: no such file or folder", path=path)
    with gc_paused():
        from study_app.bank.checking.check import check as examine

        checked = paths or (shipped_content(), *options.content)
        report = examine(checked, today(), complete=complete)
    if as_json:
        print_json(report.as_json())
    else:
        tell(first_problems([one.text for one in report.problems]))
        print_lines(report.lines(output_language()))
    if report.problems:
        raise SystemExit(FAILED)


@click.command(
    help="""Grade a file of typed answers against a bank.

    BANK is a topic file, ANSWERS a YAML or JSON list of {question: ID, response: TEXT}.

    Example: dva grade content/topics/ecr.yaml answers.yaml --json
    """
)
@common_options
@click.argument("bank", type=click.Path(path_type=Path))
@click.argument("answers", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
@click.pass_obj
def grade(options: Options, bank: Path, answers: Path, as_json: bool) -> None:
    from study_app.bank.gradebook import (
        Submission,
        described,
        read_questions,
        read_submissions,
    )
    from study_app.plain.grades import as_json as row
    from study_app.plain.grades import grade_lines
    from study_app.usecases.grading import Grading, graded

    shipped = open_bank(options)
    questions = read_questions(bank, shipped.scenarios)
    submissions = read_submissions(answers, questions)
    grading = Grading(
        shipped.grader(question.answer for question in questions.values()),
        questions,
        {name: described(question, shipped) for name, question in questions.items()},
    )
    language = settings_of(options).language
    distinct = list(dict.fromkeys(submissions))  # a class gives the same answers again
    bar = Bar(say("grading", output_language()), len(distinct))
    known: dict[Submission, dict[str, object]] = {}
    for one, grade in zip(distinct, graded(grading, distinct), strict=True):
        known[one] = row(one.question, one.response, grade, language)
        bar.show(len(known))
    rows = [known[one] for one in submissions]
    if as_json:
        print_json(rows)
    else:
        print_lines(grade_lines(rows, language))
