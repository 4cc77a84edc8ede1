"""`dva due`, `dva plan` and `dva review`: what is due, whether it is enough, today's session."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import expect_input, print_json, print_lines, refuse, tell
from study_app.cli.rooms import open_study
from study_app.cli.subcommands.app import close, expect_terminal, run_app

if TYPE_CHECKING:
    from study_app.usecases.study import Study

NONE = "none"
"""What takes a choice away."""


@click.command(
    help="""Show what is due today: reviews, new cards and the minutes for both.

    Example: dva due --json
    """
)
@common_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def due(options: Options, as_json: bool) -> None:
    from study_app.plain.plan import due_as_json, due_lines
    from study_app.usecases.plan import plan_of

    study = open_study(options)
    tell(study.notices())
    plan = plan_of(study)
    if as_json:
        print_json(due_as_json(plan))
    else:
        print_lines(due_lines(plan, study, study.settings.language))


@click.command(
    help="""Show the plan up to the exam date and whether it is enough, or change it.

    Example: dva plan --date 2027-01-31 --minutes 40
    """
)
@common_options
@click.option(
    "--exam", metavar="E", help="The exam, such as dva-c03; none for the one offered on your date."
)
@click.option("--date", "then", metavar="D", help="The day of the exam, YYYY-MM-DD, or none.")
@click.option("--minutes", type=click.IntRange(1, 1440), metavar="M", help="Minutes a day.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def plan(
    options: Options, exam: str | None, then: str | None, minutes: int | None, as_json: bool
) -> None:
    from study_app.plain.plan import plan_as_json, plan_lines
    from study_app.usecases.journal import NotSaved
    from study_app.usecases.plan import UNSET, change_plan, plan_of

    study = open_study(options)
    tell(study.notices())
    try:
        change_plan(
            study,
            exam=UNSET if exam is None else _exam(study, exam),
            exam_date=UNSET if then is None else _date(study, then),
            minutes=UNSET if minutes is None else minutes,
        )
    except NotSaved as error:
        refuse(error.text)
    found = plan_of(study)
    if as_json:
        print_json(plan_as_json(found))
    else:
        print_lines(plan_lines(found, study.settings.language))
    close(study)


@click.command(
    help="""Do what is due today: misses, reviews, then new cards.

    Example: dva review --plain
    """
)
@common_options
@click.option(
    "--plain", is_flag=True, help="Use plain lines on stdin and stdout instead of screens."
)
@click.pass_obj
def review(options: Options, plain: bool) -> None:
    from study_app.learning.log.session import RETRIES
    from study_app.plain.plan import nothing_due
    from study_app.usecases.plan import plan_of
    from study_app.usecases.review import begin_review

    if plain:
        expect_input()
    else:
        expect_terminal("dva review --plain")
    study = open_study(options)
    found = plan_of(study)
    session = begin_review(study, found, retries=0 if plain else RETRIES)
    if session is None:
        tell(study.notices())
        print_lines(nothing_due(found, study.settings.language))
    elif plain:
        from study_app.plain.asking.review import PlainReview
        from study_app.usecases.sitting import Sitting

        tell(study.notices())
        sitting = Sitting(study, session)
        PlainReview(study, sitting, sys.stdin, sys.stdout, study.settings.language).run()
        close(study)
    else:
        run_app(options, study=study, session=session)


def _exam(study: "Study", name: str) -> str | None:
    """The id of an exam by its id or code; None for none."""
    if name.lower() == NONE:
        return None
    known = study.bank.blueprints
    found = next((key for key, one in known.items() if name.lower() in {key, one.code.lower()}), "")
    return found or refuse(
        "There is no exam {name}. Exams: {known}", name=repr(name), known=", ".join(known)
    )


def _date(study: "Study", text: str) -> date | None:
    from study_app.usecases.plan import DateRefused, exam_date_of

    if text.lower() == NONE:
        return None
    try:
        return exam_date_of(text, study.day)
    except DateRefused as error:
        if error.past is None:
            refuse(
                "--date must be a date such as {example}, or none, not {given}",
                example="2027-01-31",
                given=repr(text),
            )
        refuse(
            "--date {day} is in the past. Choose a day from {today} on, or none.",
            day=error.past,
            today=study.day,
        )
