"""`dva exam`: a mock exam that follows the blueprint."""

import sys
from typing import TYPE_CHECKING

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import expect_input, print_json, print_lines, refuse, tell
from study_app.cli.rooms import open_study
from study_app.cli.subcommands.app import close, expect_terminal, run_app

if TYPE_CHECKING:
    from study_app.learning.exam.attempt import Attempt
    from study_app.learning.exam.shape import Shape
    from study_app.learning.material.blueprint import Blueprint
    from study_app.usecases.study import Study


@click.command(
    help="""Take a mock exam: the blueprint's questions, against the clock.

    EXAM is an exam such as dva-c03; the default is the one you study for. A paused exam
    is resumed.

    \b
    Example: dva exam --questions 20 --plain
             dva exam dva-c03 --list --json --seed 7
    """
)
@common_options
@click.argument("exam", required=False)
@click.option("--questions", type=click.IntRange(1), metavar="N", help="Number of questions.")
@click.option("--minutes", type=click.IntRange(1, 1440), metavar="M", help="Time limit in minutes.")
@click.option("--domain", metavar="D", help="Only this domain of the exam, such as 2.")
@click.option(
    "--plain", is_flag=True, help="Use plain lines on stdin and stdout instead of screens."
)
@click.option(
    "--list", "only_list", is_flag=True, help="List the questions without starting the exam."
)
@click.option("--json", "as_json", is_flag=True, help="With --list: print one JSON object.")
@click.pass_obj
def exam(
    options: Options,
    exam: str | None,
    questions: int | None,
    minutes: int | None,
    domain: str | None,
    plain: bool,
    only_list: bool,
    as_json: bool,
) -> None:
    from study_app.learning.exam.shape import shape_of

    if as_json and not only_list:
        refuse("--json goes with --list.")
    if not (plain or only_list):
        expect_terminal("dva exam --plain")
    if plain and not only_list:
        expect_input()
    study = open_study(options)
    blueprint = _exam(study, exam)
    known = [one.id for one in blueprint.domains]
    if domain is not None and domain not in known:
        refuse(
            "{code} has no domain {name}. It has {known}",
            code=blueprint.code,
            name=repr(domain),
            known=", ".join(known),
        )
    shape = shape_of(blueprint, questions=questions, minutes=minutes, domain=domain)
    tell(study.notices())
    asks = (exam, questions, minutes, domain) != (None, None, None, None)
    if only_list:
        _list(study, shape, as_json=as_json)
    elif plain:
        _take(study, shape, asks=asks)
        close(study)
    else:
        run_app(options, study=study, exam=shape)


def _list(study: "Study", shape: "Shape", *, as_json: bool) -> None:
    from study_app.drawing.exams import shortages
    from study_app.plain.asking.exam import exam_as_json, exam_list_lines
    from study_app.usecases.exam.attempts import draw_exam

    drawn = draw_exam(study, shape, study.draw())
    language = study.settings.language
    tell(shortages(drawn, language))
    if as_json:
        print_json(exam_as_json(shape, drawn))
    else:
        print_lines(exam_list_lines(shape, drawn, language))


def _take(study: "Study", shape: "Shape", *, asks: bool) -> None:
    """Resume the paused exam or begin a new one; with `asks`, let the learner choose if the paused
    one has another shape."""
    from study_app.plain.asking.exam import NEW, AskWhichExam, PlainExam
    from study_app.usecases.exam.attempts import is_alike
    from study_app.usecases.exam.paused import open_exam
    from study_app.usecases.exam.sitting import ExamSitting

    language = study.settings.language
    attempt = open_exam(study)
    if attempt is not None and asks and not is_alike(attempt, shape):
        asking = AskWhichExam(study, sys.stdin, sys.stdout, language)
        wanted = asking.ask(attempt.place, len(attempt.items), attempt.clock.left)
        if wanted is None:
            return
        attempt = None if wanted == NEW else attempt
    attempt = attempt or _begin(study, shape)
    sitting = ExamSitting(study, attempt)
    PlainExam(study, sitting, sys.stdin, sys.stdout, language).run()


def _begin(study: "Study", shape: "Shape") -> "Attempt":
    from study_app.drawing.exams import shortages
    from study_app.usecases.exam.attempts import begin_exam, draw_exam

    seed = study.draw()
    drawn = draw_exam(study, shape, seed)
    tell(shortages(drawn, study.settings.language))
    if not drawn.questions:
        refuse("The content has no questions for this exam.")
    return begin_exam(study, shape, drawn, seed)


def _exam(study: "Study", name: str | None) -> "Blueprint":
    """The exam by its id or code; by default, the one the learner is studying for."""
    known = study.bank.blueprints
    wanted = (study.goal.exam if name is None else name).lower()
    found = next((one for key, one in known.items() if wanted in {key, one.code.lower()}), None)
    if found is None and name is None:
        refuse("The content has no exam.")
    return found or refuse(
        "There is no exam {name}. Exams: {known}", name=repr(name), known=", ".join(known)
    )
