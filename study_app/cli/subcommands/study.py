"""Commands for learners: questions, cards, the lab, statistics."""

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import expect_input, print_json, print_lines, refuse, tell
from study_app.cli.rooms import open_study
from study_app.cli.subcommands.app import close, expect_terminal, run_app
from study_app.words.errors import error_text

if TYPE_CHECKING:
    from study_app.bank.bank import Bank
    from study_app.learning.material.scenarios import Scenario
    from study_app.usecases.study import Study


@click.command(
    help="""Answer questions: unseen first, then missed ones.

    Example: dva quiz ecs-placement -n 5 --plain
    """
)
@common_options
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("-n", "count", type=click.IntRange(1), metavar="N", help="Number of questions.")
@click.option(
    "--kind",
    type=click.Choice(["choice", "choices", "typed", "ordering", "matching", "worked"]),
    help="Only questions of this kind.",
)
@click.option("--domain", metavar="D", help="Only this domain of the exam, such as 2.")
@click.option("--task", metavar="T", help="Only this task of the exam, such as 2.1.")
@click.option("--skill", metavar="S", help="Only this skill of the exam, such as 2.1.3.")
@click.option(
    "--difficulty",
    type=click.IntRange(1, 3),
    metavar="N",
    help="1 recall, 2 apply one rule, 3 weigh two constraints.",
)
@click.option(
    "--only",
    type=click.Choice(["unseen", "missed", "flagged", "noted"]),
    help="Only questions with this history.",
)
@click.option(
    "--plain", is_flag=True, help="Use plain lines on stdin and stdout instead of screens."
)
@click.pass_obj
def quiz(
    options: Options,
    topics: tuple[str, ...],
    count: int | None,
    kind: str | None,
    domain: str | None,
    task: str | None,
    skill: str | None,
    difficulty: int | None,
    only: str | None,
    plain: bool,
) -> None:
    from study_app.learning.choosing.practice import Only, Practice
    from study_app.learning.choosing.selection import SESSION_LENGTH
    from study_app.learning.log.session import RETRIES
    from study_app.learning.material.items import QuestionKind

    if plain:
        expect_input()
    else:
        expect_terminal()
    study = open_study(options)
    topics = tuple(topic_named(study.bank, name) for name in topics)
    _expect_parts(study, domain, task, skill)
    practice = Practice(
        topics=topics,
        kind=QuestionKind(kind) if kind else None,
        domain=domain,
        task=task,
        skill=skill,
        difficulty=difficulty,
        only=Only(only) if only else None,
    )
    if not study.questions(practice):
        parts = domain or task or skill or difficulty or only
        instead = error_text("leave out an option" if parts else "another --kind")
        refuse("No questions match: choose other topics or {what}.", what=instead)
    retries = 0 if plain else RETRIES
    session = study.quiz(practice, count=count or SESSION_LENGTH, retries=retries)
    if plain:
        from study_app.plain.asking.quiz import PlainQuiz, outside_exam
        from study_app.usecases.sitting import Sitting

        tell(study.notices())
        tell(outside_exam(study, session, study.settings.language))
        sitting = Sitting(study, session)
        PlainQuiz(study, sitting, sys.stdin, sys.stdout, study.settings.language).run()
        close(study)
    else:
        run_app(options, study=study, session=session)


@click.command(
    help="""Read cards: one topic or all.

    Example: dva cards ecs-placement --plain
    """
)
@common_options
@click.argument("topic", required=False)
@click.option("--plain", is_flag=True, help="Print the cards instead of opening the reader.")
@click.pass_obj
def cards(options: Options, topic: str | None, plain: bool) -> None:
    if not plain:
        expect_terminal(f"dva cards {shlex.quote(topic)} --plain" if topic else "dva cards --plain")
    study = open_study(options)
    topic = topic_named(study.bank, topic) if topic else None
    if topic and not study.bank.topics[topic].card_ids:
        instead = f"dva quiz {topic}"
        refuse("The topic {name} has no cards. Try: {instead}", name=repr(topic), instead=instead)
    if plain:
        from study_app.plain.cards import card_lines

        topics = [study.bank.topics[topic]] if topic else list(study.bank.topics.values())
        print_lines(card_lines(study, topics, study.settings.language))
    else:
        run_app(options, study=study, topic=topic or next(iter(study.bank.topics)))


@click.command(
    help="""Watch Amazon ECS work, step by step, with the rule behind each step.

    SCENARIO is an id or your own file: cases for `dva simulate`, or AWS CLI JSON; several JSON
    files make up one case. Without it, all scenarios are listed.

    Example: dva lab notes-rolling-update --plain
    """
)
@common_options
@click.argument("scenario", nargs=-1)
@click.option("--plain", is_flag=True, help="Print every step instead of opening the screen.")
@click.pass_obj
def lab(options: Options, scenario: tuple[str, ...], plain: bool) -> None:
    if not plain:
        expect_terminal(f"dva lab {shlex.join(scenario) or 'SCENARIO'} --plain")
    study = open_study(options)
    scenarios = _scenarios(study, scenario)
    if not plain:
        run_app(options, study=study, scenarios=scenarios)
    from study_app.plain.lab import lab_lines, scenario_lines
    from study_app.simulator.model.problem import CaseError
    from study_app.usecases.lab import Lab

    if not scenario:
        print_lines(scenario_lines(scenarios, study.settings.language))
    for one in scenarios if scenario else ():
        try:
            opened = Lab(study, one)
        except CaseError as error:
            what = error_text("case {name}: {what}", name=one.id, what=error.text)
            refuse("{place}: {what}", place=" ".join(scenario), what=what)
        print_lines(lab_lines(opened, study.settings.language))


@click.command(
    help="""Show your results so far.

    Example: dva stats --json
    """
)
@common_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def stats(options: Options, as_json: bool) -> None:
    from study_app.learning.statistics.answers import statistics
    from study_app.usecases.journal import Unreadable
    from study_app.usecases.progress import progress_of
    from study_app.usecases.readiness import readiness_today
    from study_app.words.language import Language

    study = open_study(options)
    tell(study.notices())
    found = statistics(study.history, study.bank.questions)
    try:
        readiness = readiness_today(study)
    except Unreadable as error:
        refuse(error.text)
    if as_json:
        from study_app.plain.progress import progress_as_json
        from study_app.plain.readiness import readiness_as_json
        from study_app.plain.stats import as_json as figures
        from study_app.usecases.exam.attempts import submitted_exams

        results = figures(found, submitted_exams(study))
        progress = progress_as_json(progress_of(study, Language.EN))
        print_json({**results, **progress, **readiness_as_json(readiness)})
    else:
        from study_app.plain.progress import progress_lines
        from study_app.plain.readiness import readiness_lines
        from study_app.plain.stats import exam_lines, stats_lines
        from study_app.usecases.exam.attempts import submitted_exams

        language = study.settings.language
        print_lines(stats_lines(found, study, language))
        print_lines(exam_lines(submitted_exams(study), language))
        if found.total.answers:
            exam = study.bank.blueprints.get(study.goal.exam)
            print_lines(readiness_lines(exam, readiness.get(study.goal.exam), language))
            print_lines(progress_lines(progress_of(study), language))


def _scenarios(study: "Study", names: tuple[str, ...]) -> "tuple[Scenario, ...]":
    """All scenarios of the bank, the one with this name, or those in these files."""
    from study_app.usecases.journal import Unreadable
    from study_app.usecases.scenarios import open_documents, open_scenarios

    known = study.bank.scenarios
    if not names:
        return tuple(known.values())
    if len(names) > 1:
        try:
            return open_documents(tuple(map(Path, names)))
        except Unreadable as error:
            refuse(error.text)
    (name,) = names
    if name in known:
        return (known[name],)
    path = Path(name)
    if not path.suffix and path.name == name and not os.path.lexists(path):
        from study_app.bank.problems import NO_HINT, suggestion

        hint = suggestion(name, known)
        if hint == NO_HINT:
            hint = error_text("; dva lab --plain lists the scenarios")
        refuse("There is no scenario or file {name}{hint}", name=repr(name), hint=hint)
    try:
        return open_scenarios(path, None)
    except Unreadable as error:
        refuse(error.text)


def _expect_parts(study: "Study", domain: str | None, task: str | None, skill: str | None) -> None:
    """Refuse parts that the learner's exam does not have."""
    exam = study.bank.blueprints.get(study.goal.exam)
    if exam is None:
        if domain or task or skill:
            refuse("The content has no exam: leave out --domain, --task and --skill.")
        return
    tasks = [task for domain in exam.domains for task in domain.tasks]
    skills = [skill.id for task in tasks for skill in task.skills]
    for name, wanted, known, unknown in (
        (
            "domain",
            domain,
            [one.id for one in exam.domains],
            "{code} has no domain {name}. It has {known}",
        ),
        ("task", task, [one.id for one in tasks], "{code} has no task {name}. It has {known}"),
        ("skill", skill, skills, "{code} has no skill {name}. It has {known}"),
    ):
        if wanted is not None and wanted not in known:
            near = [one for one in known if one.rpartition(".")[0] == wanted.rpartition(".")[0]]
            what, listed = unknown, near or known
            if name == "skill" and not near:  # all 72 would say nothing
                what = "{code} has no skill {name}. Its tasks are {known}"
                listed = [one.id for one in tasks]
            refuse(what, code=exam.code, name=repr(wanted), known=", ".join(listed))


def topic_named(bank: "Bank", name: str) -> str:
    """The id of a topic named by its id or title, case-insensitively, in either language."""
    from difflib import get_close_matches

    known = {
        text.casefold(): topic
        for topic in bank.topics
        for text in (topic, bank.topics[topic].title, bank.topic_title(topic, "ko"))
    }
    if name.casefold() in known:
        return known[name.casefold()]
    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.6)
    if near:
        refuse(
            "There is no topic {name}; did you mean {near}?",
            name=repr(name),
            near=repr(known[near[0]]),
        )
    topics = ", ".join(bank.topics)
    return refuse("There is no topic {name}. Topics: {known}", name=repr(name), known=topics)
