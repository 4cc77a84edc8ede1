"""A self-contained HTML file: no script, no picture, nothing loaded from elsewhere.

Answers are hidden in `<details>` until opened, and print as they are on screen.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from markdown_it import MarkdownIt

from study_app.exchange.formats.markdown import answer_items, instruction, reasons
from study_app.exchange.provenance import with_tail
from study_app.exchange.sheet import Chapter
from study_app.learning.answering.solution import key_lines
from study_app.learning.material.items import Card, Question
from study_app.words.language import Language
from study_app.words.wording import say

_MARKDOWN: Final = (
    MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "link", "autolink"])
)
_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 3rem; }
article { margin: 1.5rem 0; break-inside: avoid; }
code { font-family: ui-monospace, monospace; }
pre { overflow-x: auto; padding: .75rem; background: color-mix(in srgb, currentColor 8%, Canvas); }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid; text-align: left; }
summary { cursor: pointer; font-weight: 600; }
a { overflow-wrap: anywhere; }
details > div { padding-left: 1rem; border-left: 3px solid; }
@media print {
  body { max-width: none; margin: 0; }
  nav { display: none; }
  h2 { break-before: page; }
}
"""


def write(chapters: Sequence[Chapter], language: Language) -> bytes:
    """The file, in UTF-8."""
    return "\n".join(_lines(chapters, language)).encode("utf-8", "replace")


def _lines(chapters: Sequence[Chapter], language: Language) -> Iterator[str]:
    title = escape(say("Study sheet", language))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language.spoken}">'
    yield '<head><meta charset="utf-8">'
    # Whatever a text contains, the browser loads nothing and runs nothing.
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head>"
    yield f"<body><h1>{title}</h1>"
    yield "<nav><ul>"
    for chapter in chapters:
        yield f'<li><a href="#{escape(chapter.id)}">{escape(chapter.title)}</a></li>'
    yield "</ul></nav>"
    for chapter in chapters:
        yield f'<section id="{escape(chapter.id)}"><h2>{escape(chapter.title)}</h2>'
        for card in chapter.cards:
            yield f"<article><h3>{escape(card.title)}</h3>"
            yield _with_source(card.body, card, language) + "</article>"
        if chapter.questions:
            yield f"<h3>{escape(say('Questions', language))}</h3><ol>"
            for question in chapter.questions:
                yield "<li><article>"
                yield from _question(question, language)
                yield "</article></li>"
            yield "</ol>"
        yield "</section>"
    yield "</body></html>\n"


def _question(question: Question, language: Language) -> Iterator[str]:
    yield rendered(question.prompt)
    if (to_do := instruction(question, language)) is not None:
        yield f"<p>{escape(to_do)}</p>"
    if lines := answer_items(question):
        yield "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
    if question.hint:
        yield f"<details><summary>{escape(say('Hint', language))}</summary>"
        yield f"<div><p>{escape(question.hint)}</p></div></details>"
    yield f"<details><summary>{escape(say('Show the answer', language))}</summary><div>"
    yield "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in key_lines(question)) + "</ul>"
    yield rendered("\n\n".join(reasons(question)))
    yield _with_source("", question, language)
    yield "</div></details>"


def _with_source(text: str, item: Card | Question, language: Language) -> str:
    """`text` and its provenance, with the page that confirms it as a link."""
    url = escape(item.source)
    html = rendered(with_tail(text, item, language))
    return html.replace(f" {url}", f' <a href="{url}">{url}</a>') if url else html


def rendered(text: str) -> str:
    """Markdown as HTML."""
    html: str = _MARKDOWN.render(text)
    return html
