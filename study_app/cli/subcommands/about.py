"""Commands about the program itself: its keys, its files."""

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import output_language, print_line, print_lines
from study_app.cli.rooms import places_of, settings_of
from study_app.cli.subcommands.app import refuse_keymap
from study_app.words.width import display_width
from study_app.words.wording import say


@click.command(
    help="""List the keys of the app.

    Example: dva keys
    """
)
@common_options
@click.pass_obj
def keys(options: Options) -> None:
    from study_app.commands.keymap import BadKeymap, own_keys
    from study_app.plain.keys import key_lines

    settings = settings_of(options)
    try:
        own = own_keys(settings.keys)
    except BadKeymap as error:
        refuse_keymap(options, error)
    print_lines(key_lines(settings.language, own))


@click.command(
    help="""Show which files and folders are used. Creates nothing.

    Example: dva where
    """
)
@common_options
@click.pass_obj
def where(options: Options) -> None:
    from study_app.bank.places import shipped_content

    places = places_of(options)
    rows = [
        (say("progress", output_language()), places.log),
        (say("settings", output_language()), places.settings),
        (say("cache", output_language()), places.cache),
        *(
            (say("content", output_language()), one)
            for one in (shipped_content(), *options.content)
        ),
    ]
    width = max(display_width(name) for name, _ in rows)
    for name, place in rows:
        print_line(f"{name}{' ' * (width - display_width(name))}  {place}")
