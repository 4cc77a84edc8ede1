"""Commands about the program itself: its keys, its files."""

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import print_line, print_lines, refuse
from study_app.cli.rooms import places_of, settings_of


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
        refuse(f"{places_of(options).settings}: {error}. Fix or move the file.")
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
    print_line(f"progress  {places.log}")
    print_line(f"settings  {places.settings}")
    print_line(f"cache     {places.cache}")
    for folder in (shipped_content(), *options.content):
        print_line(f"content   {folder}")
