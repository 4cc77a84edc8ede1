"""Checks AWS API names in content against the API models.

What counts as a name is decided by its shape: `aws` commands, IAM actions such as `kms:Decrypt`,
CamelCase and UPPER_CASE words, and code that is a single word with a capital, such as `Publish`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from rapidfuzz import fuzz, process

from study_app.bank.checking.quality import is_markdown
from study_app.bank.contents import Layer, topic_files
from study_app.bank.names.commands import bare_command_problems, command_problems, without_commands
from study_app.bank.names.models import Models, services_in_scope
from study_app.bank.names.tables import IAM_NAMES, IAM_SERVICES, OTHER_NAMES
from study_app.bank.problems import NO_HINT, quoted_text, suggestion
from study_app.bank.reading.tree import Located, place_of
from study_app.grading.answer import Answer, AnswerKind
from study_app.learning.material.items import Asking, Card, Question, Template, Typed
from study_app.learning.material.texts import texts
from study_app.words.errors import error_text
from study_app.words.text import Text
from study_app.worked.filling import PLACEHOLDER

IAM_NAME = re.compile(
    r"(?<![\w./@:$-])([a-z][a-z0-9-]*):(?=[A-Z]*[a-z])([a-z0-9]*[A-Z][A-Za-z0-9]*)(?![\w:*.-])",
    re.ASCII,
)
# A word inside of a path, a host name, an ARN, a header or `States.Timeout` is no name of its own.
WORD = re.compile(r"(?<![\w./@:$-])[A-Za-z]\w*(?![\w/@-]|[.:][\w:])", re.ASCII)
SHAPED = re.compile(
    r"[A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+", re.ASCII
)
SINGLE = re.compile(r"[A-Z][a-z]+|[A-Z]{2,}", re.ASCII)

KEY = "answer.accept.0"
NEAR = 75
"""Likeness in percent from which a known name is worth showing."""

_PARSER = MarkdownIt("commonmark").enable("table")


def refuse_unknown_names(below: Sequence[Layer], layers: Sequence[Layer], models: Models) -> None:
    """Refuse names in the items, translations and scenarios of `layers` that no model knows.

    Of Markdown the code counts; of plain texts, among them the key of a question for code, all.
    The layers `below` say which services a translated topic is about.
    """
    every = list(topic_files([*below, *layers]))
    services = {file.id: file.services for file in every}
    drawn = {
        item_id
        for file in every
        for item_id, item in file.questions.items()
        if isinstance(item.value, Template)
    }
    for file in topic_files(layers):
        judge = _Judge(models, file.services)
        items: list[Located[Card | Asking]] = [*file.cards.values(), *file.questions.values()]
        for item in items:
            judge.refuse(item, _named_in(item.value))
    for layer in layers:
        for overlays in layer.overlays.values():
            for overlay_file in overlays.values():
                judge = _Judge(models, services.get(overlay_file.topic, ()))
                for item_id, overlay in overlay_file.items.items():
                    found = overlay.value.texts
                    judge.refuse(overlay, _without_drawn(found) if item_id in drawn else found)
        for scenario in layer.scenarios.values():
            if scenario is not None:
                found = {f"text.{language}": text for language, text in scenario.value.text.items()}
                _Judge(models).refuse(scenario, found)


def _named_in(item: Card | Asking) -> dict[str, str]:
    """The texts of `item`, and of accepted code the first, which is shown as the key. The others
    may be sloppy spellings that a learner is forgiven."""
    match item:
        case Question(form=Typed(Answer(kind=AnswerKind.CODE, accept=(key, *_)))):
            return {**texts(item), KEY: key}
        case Template():
            return _without_drawn(texts(item))
        case _:
            return texts(item)


def _without_drawn(found: Mapping[str, str]) -> dict[str, str]:
    """The texts of a template without the names of drawn values, which are its own."""
    return {path: PLACEHOLDER.sub("0", text) for path, text in found.items()}


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges names by `models`; the services that `first` names are asked before the others."""

    models: Models
    first: Sequence[str] = ()

    def refuse(self, written: Located[object], found: Mapping[str, str]) -> None:
        """Refuse unknown names in the texts `found`, by path below the node of `written`."""
        for path, text in found.items():
            for message in self._problems(path, text):
                written.source.refuse(place_of(written.node, path), message)

    def _problems(self, path: str, text: str) -> Iterator[Text]:
        if path == KEY:
            yield from self._in_span(text)
        elif not is_markdown(path):
            yield from self._in_plain(text)
        elif "`" in text:
            for token in _PARSER.parse(text):
                if token.type == "fence":  # data and programs have names of their own
                    yield from command_problems(token.content, self.models)
                for child in token.children or ():
                    if child.type == "code_inline":
                        yield from self._in_span(child.content)

    def _in_span(self, span: str) -> Iterator[Text]:
        if SINGLE.fullmatch(span):
            yield from self._unknown([span])
        else:
            yield from bare_command_problems(span, self.models)
            yield from self._in_plain(span)

    def _in_plain(self, text: str) -> Iterator[Text]:
        yield from command_problems(text, self.models)
        text = without_commands(text)
        for prefix, name in IAM_NAME.findall(text):
            yield from _iam_problems(prefix, name, self.models)
        words = WORD.findall(IAM_NAME.sub("", text))
        yield from self._unknown(word for word in words if SHAPED.fullmatch(word))

    def _unknown(self, names: Iterable[str]) -> Iterator[Text]:
        for name in names:
            services = services_in_scope(self.models, self.first)
            if name not in OTHER_NAMES and not any(service.knows(name) for service in services):
                yield error_text(
                    "no AWS API has the name {name}{hint}",
                    name=quoted_text(name),
                    hint=_nearest(name, self.models),
                )


def _iam_problems(prefix: str, name: str, models: Models) -> Iterator[Text]:
    full = f"{prefix}:{name}"
    services = map(models, IAM_SERVICES.get(prefix, (prefix,)))
    known = {
        *(known for known in IAM_NAMES if known.startswith(f"{prefix}:")),
        *(f"{prefix}:{action}" for one in services if one is not None for action in one.operations),
    }
    if not known:
        yield error_text(
            "no AWS service has the prefix {prefix} of {name}",
            prefix=quoted_text(prefix),
            name=quoted_text(full),
        )
    elif full not in known:
        yield error_text(
            "IAM has no action or condition key {name}{hint}",
            name=quoted_text(full),
            hint=suggestion(full, known),
        )


def _nearest(name: str, models: Models) -> Text:
    """The end of a message about an unknown name: the most similar known one, if any."""
    found = process.extractOne(name, _vocabulary(models), scorer=fuzz.ratio, score_cutoff=NEAR)
    return (
        NO_HINT
        if found is None
        else error_text("; did you mean {near}?", near=quoted_text(found[0]))
    )


@cache
def _vocabulary(models: Models) -> tuple[str, ...]:
    """Every name in scope. They are tens of thousands: `suggestion` would take half a second."""
    return tuple(sorted({name for one in services_in_scope(models) for name in one.names()}))
