"""`dva search`: cards and questions by their text."""

import click

from study_app.cli.given import Options
from study_app.cli.options import common_options
from study_app.cli.output import print_json, print_lines, tell
from study_app.cli.rooms import open_study


@click.command(
    help="""Search cards and questions in English and Korean, and your notes on them.

    All words must match, in any order; ㅂㅍ finds 배포. A question's options are searched; its
    answer and explanation are not.

    Example: dva search task role
    """
)
@common_options
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
@click.pass_obj
def search(options: Options, words: tuple[str, ...], as_json: bool) -> None:
    from study_app.learning.searching import SearchQuery
    from study_app.plain.search import found_as_json, found_lines
    from study_app.usecases.search import Search

    study = open_study(options)
    tell(study.notices())
    found, query = Search(study), SearchQuery(" ".join(words))
    hits = [found.hit(document, query) for document in found.find(query)]
    if as_json:
        print_json(found_as_json(hits))
    else:
        print_lines(found_lines(hits, query, study.settings.language))
