"""The glossary file: English terms with their Korean translations and Hangul spellings."""

from study_app.bank.fields import Fields, describe
from study_app.bank.problems import Source
from study_app.bank.tree import MappingNode, Node, Written
from study_app.learning.grading.glossary import Entry


def read_glossary(root: Node, source: Source) -> tuple[Written[Entry], ...]:
    """The terms of the file, one a line: `{en: concurrency, ko: [동시성], hangul: [컨커런시]}`."""
    if not isinstance(root, MappingNode):
        source.refuse(
            root, f"a glossary is a mapping with the field 'entries', not {describe(root)}"
        )
        return ()
    fields = Fields(root, source)
    terms = []
    for node in fields.mappings("entries"):
        term = Fields(node, source)
        entry = Entry(
            en=term.text("en"),
            ko=term.optional_texts("ko"),
            hangul=term.optional_texts("hangul"),
            also=term.optional_texts("also"),
        )
        term.finish()
        terms.append(Written(entry, node, source))
    fields.finish()
    return tuple(terms)
