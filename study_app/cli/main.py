"""The commands of `dva`.

Nothing heavy is imported at the top: `dva --help` answers without Textual, YAML or SQLite.
"""

import sys
from importlib import import_module
from keyword import iskeyword
from typing import Any, Final

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import (
    expect_output,
    explain,
    explain_output,
    output_language,
    shortened,
    tell,
)
from study_app.cli.speech import HelpPage, TranslatedUsageError, speak_as_asked
from study_app.cli.subcommands.about import keys, where
from study_app.cli.subcommands.app import run_app
from study_app.cli.subcommands.content import check, grade
from study_app.cli.subcommands.study import cards, lab, quiz, stats
from study_app.version import __version__
from study_app.words.visible import visible
from study_app.words.wording import say

ON_DEMAND: Final = {
    "backup": "study_app.cli.subcommands.copies",
    "due": "study_app.cli.subcommands.plan",
    "exam": "study_app.cli.subcommands.exam",
    "export": "study_app.cli.subcommands.exchange",
    "import": "study_app.cli.subcommands.exchange",
    "plan": "study_app.cli.subcommands.plan",
    "restore": "study_app.cli.subcommands.copies",
    "review": "study_app.cli.subcommands.plan",
    "search": "study_app.cli.subcommands.search",
    "simulate": "study_app.cli.subcommands.simulate",
    "sync": "study_app.cli.subcommands.exchange",
}
"""The modules of commands that are imported when they are called."""


class Program(click.Group):
    """Imports large modules on demand and turns known errors into a message and an exit code."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted([*super().list_commands(context), *ON_DEMAND])

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in ON_DEMAND:
            return super().get_command(context, name)
        attribute = f"{name}_" if iskeyword(name) else name
        command: click.Command = getattr(import_module(ON_DEMAND[name]), attribute)
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        speak_as_asked(args[0] if args else kwargs.get("args"))
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            explain_output(error)
            raise

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except click.UsageError as error:
            _make_visible(error)
            raise TranslatedUsageError(error, output_language()) from error
        except click.ClickException as error:
            _make_visible(error)
            raise

    def invoke(self, context: click.Context) -> Any:
        try:
            result = super().invoke(context)
            sys.stdout.flush()  # what cannot be written is reported here, not when Python ends
        except click.UsageError as error:
            _make_visible(error)
            raise TranslatedUsageError(error, output_language()) from error
        except click.ClickException as error:
            _make_visible(error)
            raise
        except click.Abort:
            tell((say("Aborted!", output_language()),))
            raise SystemExit(1) from None
        except click.exceptions.Exit:
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


def _make_visible(error: click.ClickException) -> None:
    """Replace control characters in the message: click echoes what was typed."""
    vars(error)["message"] = visible(shortened(error.message))  # final for who subclasses it


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    help="""Study for the AWS Certified Developer - Associate exam in your terminal.

    Without a command, the app opens: one key starts what is due today.

    Example: dva --lang ko
    """,
)
@common_options
@click.version_option(__version__, "--version", prog_name="dva")
@click.pass_context
def main(context: click.Context) -> None:
    context.obj = context.obj or Options()
    expect_output()
    if context.invoked_subcommand is None:
        run_app(context.obj)


click.Context.formatter_class = HelpPage
for command in (quiz, cards, lab, stats, check, grade, keys, where):
    main.add_command(command)
