"""The options that every command accepts, before or after the subcommand."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from study_app.cli.given import Options

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def common_options(command: CommandT) -> CommandT:
    """Add the options that are accepted before and after the subcommand; the latter wins."""

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
        option(
            "--lang",
            type=click.Choice(["en", "ko", "both"]),
            help="The language of the interface and the content; both shows each text twice.",
        ),
        option(
            "--content",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            multiple=True,
            metavar="DIR",
            help="Add a folder of your own content (repeatable).",
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
