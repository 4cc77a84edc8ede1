"""AWS CLI commands in content: services, commands and options that do not exist."""

import re
from collections.abc import Iterator

from study_app.bank.names.models import Models, services_in_scope
from study_app.bank.names.tables import (
    CLI_COMMANDS,
    CLI_OPTIONS,
    CLI_OWN_OPTIONS,
    CLI_SERVICES,
    SERVICES,
)
from study_app.bank.problems import quoted_text, suggestion
from study_app.words.errors import error_text
from study_app.words.text import Text

COMMAND = re.compile(
    r"(?<![\w./@:-])aws +(?P<service>[a-z][a-z0-9-]*)(?: +(?P<command>[a-z][a-z0-9-]*))?"
    r"(?P<rest>[^|;&\n]*)",
    re.ASCII,
)
BARE_COMMAND = re.compile(
    r"(?P<command>(?:create|delete|describe|get|list|put|start|stop|update)-[a-z0-9-]+)"
    r"(?P<rest>(?: .*)?)",
    re.ASCII,
)
OPTION = re.compile(r"(?<!\S)--([a-z][a-z0-9-]*)", re.ASCII)
CONTINUED = re.compile(r"\\\n\s*")

_CLI_NAMES = {botocore_id: name for name, botocore_id in CLI_SERVICES.items()}


def command_problems(text: str, models: Models) -> Iterator[Text]:
    """What is wrong with the `aws` commands in `text`, one message each."""
    for match in COMMAND.finditer(CONTINUED.sub(" ", text)):
        yield from _problems(match["service"], match["command"], match["rest"], models)


def without_commands(text: str) -> str:
    """`text` without its `aws` commands: what they are given, such as a cluster, has any name."""
    return COMMAND.sub("", text)


def bare_command_problems(span: str, models: Models) -> Iterator[Text]:
    """What is wrong with a code span such as `stop-task --cluster shop`, without `aws ecs`."""
    match = BARE_COMMAND.fullmatch(span)
    if match is None or any(match["command"] in own for own in CLI_COMMANDS.values()):
        return
    command = match["command"]
    services = [one for one in services_in_scope(models) if command in one.commands]
    if not services:
        known = {name for service in services_in_scope(models) for name in service.commands}
        yield error_text(
            "no AWS service has the command {name}{hint}",
            name=quoted_text(command),
            hint=suggestion(command, known),
        )
        return
    options = {option for service in services for option in service.commands[command]}
    yield from _option_problems(command, match["rest"], options)


def _problems(cli_name: str, command: str | None, rest: str, models: Models) -> Iterator[Text]:
    own = CLI_COMMANDS.get(cli_name)
    # The CLI's own `aws s3` stands in front of the API, which goes by `aws s3api`.
    hidden = cli_name in _CLI_NAMES
    service = None if hidden else models(CLI_SERVICES.get(cli_name, cli_name))
    if own is None and service is None:
        ids = {found for name in SERVICES.values() for found in name} - _CLI_NAMES.keys()
        known = {_CLI_NAMES[cli_name]} if hidden else {*CLI_COMMANDS, *CLI_SERVICES, *ids}
        yield error_text(
            "the AWS CLI has no service {name}{hint}",
            name=quoted_text(cli_name),
            hint=suggestion(cli_name, known),
        )
        return
    commands = {} if service is None else service.commands
    every = {*(own or ()), *commands}
    if command in (None, "help", "wait") or not every:  # these two, every service has
        return
    full = f"aws {cli_name} {command}"
    if command not in every:
        yield error_text(
            "there is no command {name}{hint}",
            name=quoted_text(full),
            hint=suggestion(command, every),
        )
    elif command in commands:
        added = CLI_OWN_OPTIONS.get(f"{cli_name} {command}", frozenset())
        yield from _option_problems(full, rest, {*commands[command], *added})


def _option_problems(command: str, rest: str, options: set[str]) -> Iterator[Text]:
    for option in OPTION.findall(rest):
        # Every true-or-false parameter also has a form that says no.
        if not {option, option.removeprefix("no-")} & (options | CLI_OPTIONS):
            hint = suggestion(f"--{option}", {f"--{known}" for known in options})
            yield error_text(
                "{command} has no option {name}{hint}",
                command=quoted_text(command),
                name=quoted_text(f"--{option}"),
                hint=hint,
            )
