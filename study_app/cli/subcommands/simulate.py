"""`dva simulate`: cases from a file, or one case from flags.

The commands come from the kinds of simulation: a mode that has a `SimulateCommand` is one, and
each of its parameters that has a `Flag` an option.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import click

from study_app.cli.given import Options
from study_app.cli.options import CommandT, common_options
from study_app.cli.output import FAILED, output_language, print_json, print_lines, refuse
from study_app.cli.rooms import settings_of
from study_app.simulator.cases.editing import with_value_at
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.instance_lines import NotationError
from study_app.simulator.inputs.values.parameter import AnyParameter
from study_app.simulator.kinds.kind import Kind, Mode, SimulateCommand
from study_app.simulator.kinds.registry import KINDS, simulated, warnings
from study_app.simulator.kinds.writing import without_trace
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.problem import CaseError, in_one_line
from study_app.words.text import Text
from study_app.words.wording import say


class FileOrKind(click.Group):
    """`dva simulate FILE` and `dva simulate rollout ...`: a name that is no kind is a file."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        if args and not {"-h", "--help", *self.commands} & set(args):
            args = [cases.name or "", *args]
        return super().parse_args(context, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options of each command besides the global ones."""
        super().format_epilog(ctx, formatter)
        shared = {parameter.name for parameter in cases.params}
        rows = []
        for name, command in self.commands.items():
            own = (one for one in command.params if one.name not in shared)
            options = [one.opts[0] for one in own if isinstance(one, click.Option)]
            if options and not command.hidden:
                rows.append((name, " ".join(options)))
        with formatter.section("Options of each command"):
            formatter.write_dl(rows)


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
    trace_option = click.option("--trace", is_flag=True, help="Show the rules that were applied.")
    return json_option(trace_option(command))


@simulate.command(
    "file", hidden=True, help="Run every case of FILE and compare it with what it expects."
)
@common_options
@click.argument("file", type=click.Path(path_type=Path))
@shown_as_asked
@click.pass_obj
def cases(options: Options, file: Path, as_json: bool, trace: bool) -> None:
    from study_app.bank.case_files import read_cases
    from study_app.plain.cases import case_lines
    from study_app.simulator.cases.case_runs import run_written

    found = read_cases(file)
    ran = [run_written(case, found.fixtures, explain=trace) for case in found.cases]
    if as_json:
        print_json([one.written() for one in ran])
    else:
        print_lines(case_lines(ran, settings_of(options).language))
    if any(one.error is not None or one.matches is False for one in ran):
        raise SystemExit(FAILED)


def _command_of(kind: Kind, mode: Mode[Any], command: SimulateCommand) -> click.Command:
    """`dva simulate NAME`: one case, built from the flags of a mode's parameters."""

    @click.pass_obj
    def show(options: Options, /, as_json: bool, trace: bool, **values: Any) -> None:
        given: Plain = {} if mode.name == kind.default else {kind.chosen_by: mode.name}
        for parameter in flagged:
            value = _value(parameter, values[_variable(parameter)])
            if value is not None:
                given = with_value_at(given, parameter.path, value)
        _show(options, Case(kind.name, given), command, as_json=as_json, trace=trace)

    flagged = [parameter for parameter in mode.parameters if parameter.flag is not None]
    run = common_options(shown_as_asked(show))
    for parameter in reversed(flagged):
        run = _with_flag(parameter)(run)
    example = "\n         ".join(command.example.split("\n"))
    return click.command(command.name, help=f"{command.help}\n\n\b\nExample: {example}")(run)


def _with_flag(parameter: AnyParameter) -> Callable[[CommandT], CommandT]:
    flag = parameter.flag
    assert flag is not None
    if not flag.name.startswith("-"):
        return click.argument(flag.name, type=flag.type)
    return click.option(
        flag.name,
        _variable(parameter),
        type=flag.type,
        metavar=flag.metavar,
        required=flag.required,
        multiple=flag.multiple,
        help=flag.help,
        # Click takes a default of None for a value that was given.
        **({} if flag.default is None else {"default": flag.type(flag.default)}),
    )


def _variable(parameter: AnyParameter) -> str:
    """The name under which Click hands over the value."""
    flag = parameter.flag
    assert flag is not None
    return flag.name.strip("-").replace("-", "_")


def _value(parameter: AnyParameter, written: Any) -> object:
    """The value of a flag as it stands in a case; None if it was not given."""
    flag = parameter.flag
    assert flag is not None
    if not flag.multiple:
        return written
    try:
        read = [cast("list[object]", parameter.notation.read(text, None)) for text in written]
    except NotationError as error:
        said = say(error.text, output_language())
        raise click.BadParameter(said, param_hint=flag.name) from None
    return [one for entries in read for one in entries] or None


def _problems(case: Case) -> Iterator[Text]:
    """Everything that is wrong with the numbers of a case, parameter by parameter."""
    kind = KINDS[case.kind]
    mode = kind.mode(case.given)
    for parameter in mode.parameters if mode is not None else ():
        if parameter.read is not None and not parameter.holder:
            try:
                parameter.of(CaseFields(case.given))
            except CaseError as error:
                yield error.text


def _show(
    options: Options, case: Case, command: SimulateCommand, *, as_json: bool, trace: bool
) -> None:
    from study_app.plain.cases import simulation_lines
    from study_app.plain.lab import playback_lines

    language = settings_of(options).language
    try:
        simulation = simulated(case, explain=trace or command.pictures)
    except CaseError as error:
        found = in_one_line(_problems(case))
        refuse(found if found.en else error.text)
    result = simulation.written()
    if as_json:
        print_json(result if trace else without_trace(result))
    elif command.pictures:
        print_lines(f"! {say(warning, language)}" for warning in warnings(case))
        print_lines(playback_lines(simulation.playback(), language))
    else:
        print_lines(simulation_lines(simulation, language))
    if result.get("error") or result.get("valid") is False:
        sys.exit(FAILED)


for one in KINDS.values():
    for each in one.modes:
        if each.command is not None:
            simulate.add_command(_command_of(one, each, each.command))
