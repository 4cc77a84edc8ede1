"""`dva simulate`: cases from a file, or one case from flags."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from study_app.cli.options import CommandT, Options, common_options
from study_app.cli.output import FAILED, print_json, print_lines, refuse
from study_app.cli.rooms import settings_of


class FileOrKind(click.Group):
    """`dva simulate FILE` and `dva simulate rollout ...` in one: what names no kind is a file."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        if args and not {"--help", *self.commands} & set(args):
            args = [cases.name or "", *args]
        return super().parse_args(context, args)


@click.group(
    cls=FileOrKind,
    help="""Compute what Amazon ECS does: the cases of a FILE, or one case from flags.

    FILE is YAML or JSON: {version: 1, fixtures: {...}, cases: [{id, kind, input, expected?}]}.

    \b
    Example: dva simulate cases.yaml --json
             dva simulate rollout --desired 4 --min 50 --max 100
    """,
)
@common_options
def simulate() -> None:
    pass


def shown_as_asked(command: CommandT) -> CommandT:
    """Add `--json` and `--trace`."""
    json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    trace_option = click.option("--trace", is_flag=True, help="Add the rules that were applied.")
    return json_option(trace_option(command))


@simulate.command("file", hidden=True)
@common_options
@click.argument("file", type=click.Path(path_type=Path))
@shown_as_asked
@click.pass_obj
def cases(options: Options, file: Path, as_json: bool, trace: bool) -> None:
    """Run every case of FILE and compare it with what it expects."""
    from study_app.bank.case_files import read_cases
    from study_app.plain.cases import case_lines
    from study_app.simulator.kinds.registry import run

    found = read_cases(file)
    outcomes = [run(case, found.fixtures, explain=trace) for case in found.cases]
    if as_json:
        print_json(outcomes)
    else:
        language = settings_of(options).language
        print_lines(case_lines(outcomes, found.cases, found.fixtures, language))
    if any("error" in outcome or outcome["matches"] is False for outcome in outcomes):
        raise SystemExit(FAILED)


@simulate.command()
@common_options
@click.option("--desired", type=int, required=True, metavar="N", help="desiredCount")
@click.option("--min", "minimum", type=int, default=100, help="minimumHealthyPercent (100)")
@click.option("--max", "maximum", type=int, default=200, help="maximumPercent (200)")
@click.option("--room", type=int, metavar="N", help="How many tasks the cluster has room for.")
@shown_as_asked
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
    from study_app.simulator.engines.rollout.deployment import (
        DeploymentConfiguration,
        DeploymentError,
    )
    from study_app.simulator.engines.rollout.rollout import RolloutInput, roll_out

    configuration = DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=maximum)
    try:
        result = roll_out(
            RolloutInput(desired=desired, configuration=configuration, room=room), explain=trace
        )
    except DeploymentError as error:
        refuse(str(error))
    if as_json:
        print_json(figures(result, trace=trace))
    else:
        print_lines(lines(result, settings_of(options).language))


def instance_option(command: CommandT) -> CommandT:
    """Add `--instance`, repeatable, as fields of one container instance."""
    return click.option(
        "--instance",
        "instances",
        multiple=True,
        required=True,
        metavar="ID,NAME=VALUE,...",
        callback=lambda _context, _parameter, given: [_instance(text) for text in given],
        help="A container instance: az, cpu, memory, or any attribute (repeatable).",
    )(command)


@simulate.command()
@common_options
@instance_option
@click.option("--cpu", type=int, default=256, help="CPU units of a task (256).")
@click.option("--memory", type=int, default=512, help="MiB of a task (512).")
@click.option("--count", type=int, default=1, help="How many tasks to place (1).")
@click.option(
    "--strategy", "strategies", multiple=True, metavar="TYPE[:FIELD]", help="In their order."
)
@click.option(
    "--constraint", "constraints", multiple=True, metavar="TYPE[:EXPRESSION]", help="All hold."
)
@shown_as_asked
@click.pass_obj
def place(
    options: Options,
    instances: list[dict[str, Any]],
    cpu: int,
    memory: int,
    count: int,
    strategies: tuple[str, ...],
    constraints: tuple[str, ...],
    as_json: bool,
    trace: bool,
) -> None:
    """Place tasks on container instances.

    \b
    Example: dva simulate place --instance a,az=z1,cpu=2048,memory=4096
             --instance b,az=z2,cpu=2048,memory=4096 --count 3 --strategy binpack:memory
    """
    given = {
        "mode": "place",
        "instances": instances,
        "task": {"cpu": cpu, "memory": memory},
        "count": count,
        "strategy": [_typed(text, "field") for text in strategies] or None,
        "constraints": [_typed(text, "expression") for text in constraints] or None,
    }
    _show(options, "placement", given, as_json=as_json, trace=trace)


@simulate.command()
@common_options
@click.argument("expression")
@instance_option
@shown_as_asked
@click.pass_obj
def query(
    options: Options, expression: str, instances: list[dict[str, Any]], as_json: bool, trace: bool
) -> None:
    """Say which container instances an expression of the cluster query language matches.

    \b
    Example: dva simulate query "attribute:ecs.instance-type =~ t2.*"
             --instance a,ecs.instance-type=t2.small --instance b,ecs.instance-type=m5.large
    """
    given = {"expression": expression, "instances": instances}
    _show(options, "query", given, as_json=as_json, trace=trace)


@simulate.command()
@common_options
@click.option("--current", type=int, required=True, metavar="N", help="Running tasks.")
@click.option("--metric", type=float, required=True, help="What the metric shows.")
@click.option("--target", type=float, required=True, help="What target tracking keeps.")
@click.option("--min", "minimum", type=int, default=0, help="Minimum capacity (0).")
@click.option("--max", "maximum", type=int, help="Maximum capacity (no limit).")
@shown_as_asked
@click.pass_obj
def scale(
    options: Options,
    current: int,
    metric: float,
    target: float,
    minimum: int,
    maximum: int | None,
    as_json: bool,
    trace: bool,
) -> None:
    """Let target tracking decide on the number of tasks.

    Example: dva simulate scale --current 4 --metric 90 --target 60 --max 10
    """
    given = {
        "policy": "target_tracking",
        "current": current,
        "metric": metric,
        "target": target,
        "min": minimum,
        "max": maximum,
    }
    _show(options, "scaling", given, as_json=as_json, trace=trace)


@simulate.command()
@common_options
@click.option("--needed", type=int, required=True, metavar="M", help="Instances that are needed.")
@click.option("--running", type=int, required=True, metavar="N", help="Instances that run.")
@click.option("--target", type=int, default=100, help="targetCapacity (100)")
@shown_as_asked
@click.pass_obj
def capacity(
    options: Options, needed: int, running: int, target: int, as_json: bool, trace: bool
) -> None:
    """Let managed scaling of a capacity provider decide on the number of instances.

    Example: dva simulate capacity --needed 5 --running 4 --target 80
    """
    given = {"mode": "direction", "M": needed, "N": running, "targetCapacity": target}
    _show(options, "capacity_provider", given, as_json=as_json, trace=trace)


def _show(
    options: Options, kind: str, given: Mapping[str, object], *, as_json: bool, trace: bool
) -> None:
    from study_app.plain.cases import result_lines
    from study_app.simulator.kinds.registry import simulate as compute
    from study_app.simulator.model.errors import CaseError

    try:
        result = compute(kind, given, {}, explain=trace)
    except CaseError as error:
        refuse(str(error))
    if as_json:
        print_json(result)
    else:
        print_lines(result_lines(kind, given, result, settings_of(options).language))
    if result.get("error") or result.get("valid") is False:
        sys.exit(FAILED)


def _instance(text: str) -> dict[str, Any]:
    from study_app.simulator.kinds.parameters.instance_lines import read_instance

    try:
        return read_instance(text)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--instance") from None


def _typed(text: str, second: str) -> dict[str, str]:
    from study_app.simulator.kinds.parameters.notations import read_item

    return read_item(text, second)
