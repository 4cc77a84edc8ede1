"""The glossary file: English terms with their Korean translations and Hangul spellings."""

from collections.abc import Sequence

from study_app.bank.problems import SourceFile, quoted_text
from study_app.bank.reading.fields import NodeFields, describe
from study_app.bank.reading.tree import Located, MappingNode, Node
from study_app.grading.terms.entry import Entry
from study_app.grading.terms.glossary import Glossary, GlossaryError
from study_app.words.text import Text


def read_glossary_entries(root: Node, source: SourceFile) -> tuple[Located[Entry], ...]:
    """The terms of the file, one a line: `{en: concurrency, ko: [동시성], hangul: [컨커런시]}`."""
    if not isinstance(root, MappingNode):
        source.refuse(
            root,
            "a glossary must be a mapping with the field 'entries', not {found}",
            found=describe(root),
        )
        return ()
    fields = NodeFields(root, source)
    terms: dict[str, Located[Entry]] = {}
    for node in fields.mappings("entries"):
        term = NodeFields(node, source)
        entry = Entry(
            en=term.text("en"),
            ko=term.optional_texts("ko"),
            hangul=term.optional_texts("hangul"),
            also=term.optional_texts("also"),
        )
        term.finish()
        if entry.en in terms:
            source.refuse(node, "duplicate term {name}", name=quoted_text(entry.en))
        terms[entry.en] = Located(entry, node, source)
    fields.finish()
    return tuple(terms.values())


def refuse_two_meanings(terms: Sequence[Located[Entry]]) -> list[Entry]:
    """Refuse each term with a form that an earlier one has; the others come back."""
    sound = list(terms)
    while (clash := _clash(sound)) is not None:
        index, message = clash
        sound[index].source.refuse(sound[index].node, message)
        del sound[index]
    return [written.value for written in sound]


def _clash(terms: Sequence[Located[Entry]]) -> tuple[int, Text] | None:
    """The first term that clashes with one before it, by halving: a glossary takes its time."""
    message = _refusal(terms)
    if message is None:
        return None
    sound, clashing = 0, len(terms)
    while clashing - sound > 1:
        half = (sound + clashing) // 2
        found = _refusal(terms[:half])
        if found is None:
            sound = half
        else:
            clashing, message = half, found
    return clashing - 1, message


def _refusal(terms: Sequence[Located[Entry]]) -> Text | None:
    try:
        Glossary(written.value for written in terms)
    except GlossaryError as error:
        return error.text
    return None
