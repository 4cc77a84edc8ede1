"""Topic files: a header, cards and questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from study_app.bank.problems import SourceFile, quoted_text
from study_app.bank.reading.fields import NodeFields, describe
from study_app.bank.reading.forms import read_form
from study_app.bank.reading.tree import Located, MappingNode, Node, ScalarNode
from study_app.bank.reading.worked import read_template
from study_app.learning.material.items import Asking, Card, Era, Question, QuestionKind

MOST_POSITION = 9999
HARDEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """One topic file. `position` orders topics for study; those without come last, by id.

    `cards` and `questions` hold the sound items by full id, `broken` the ids of the others, so
    that what refers to one of those is not reported on top of it.
    """

    id: str
    title: str
    services: tuple[str, ...]
    position: int | None
    cards: Mapping[str, Located[Card]]
    questions: Mapping[str, Located[Asking]]
    broken: frozenset[str]
    node: MappingNode
    source: SourceFile


def read_topic(root: Node, stem: str, source: SourceFile) -> TopicFile | None:
    """The topic of a file whose name without `.yaml` is `stem`; None if it is no topic file."""
    if not isinstance(root, MappingNode):
        source.refuse(
            root,
            "a topic file must be a mapping with the field 'topic', not {found}",
            found=describe(root),
        )
        return None
    fields = NodeFields(root, source)
    topic = fields.name("topic")
    if topic and topic != stem:
        source.refuse(
            root.values["topic"],
            "topic {name} belongs in {file}.yaml",
            name=quoted_text(topic),
            file=topic,
        )
    items = _Items(stem, source)
    title = fields.text("title")
    services = fields.optional_texts("services")
    position = fields.optional_integer("position", 0, MOST_POSITION)
    for node in fields.mappings("cards"):
        items.read_card(node)
    for node in fields.mappings("questions"):
        items.read_question(node)
    fields.finish()
    return TopicFile(
        id=stem,
        title=title,
        services=services,
        position=position,
        cards=items.cards,
        questions=items.questions,
        broken=frozenset(items.places.keys() - items.cards.keys() - items.questions.keys()),
        node=root,
        source=source,
    )


class _Items:
    """Reads the items of one topic and keeps those that had no problem."""

    def __init__(self, topic: str, source: SourceFile) -> None:
        self.cards: dict[str, Located[Card]] = {}
        self.questions: dict[str, Located[Asking]] = {}
        self.places: dict[str, ScalarNode] = {}
        self._topic = topic
        self._source = source

    def read_card(self, node: MappingNode) -> None:
        problems = len(self._source.problems)
        fields = NodeFields(node, self._source)
        card = Card(
            title=fields.text("title"),
            body=fields.text("body"),
            scenario=fields.optional_text("scenario"),
            **self._common(fields),
        )
        fields.finish()
        if len(self._source.problems) == problems:
            self.cards[card.id] = Located(card, node, self._source)

    def read_question(self, node: MappingNode) -> None:
        problems = len(self._source.problems)
        fields = NodeFields(node, self._source)
        common = self._common(fields)
        kind = fields.one_of("kind", QuestionKind)
        if kind is None:
            return
        card = fields.optional_text("card")
        common |= {
            "prompt": fields.text("prompt"),
            "difficulty": fields.integer("difficulty", 1, HARDEST),
            "hint": fields.optional_text("hint"),
            "card": None if card is None else f"{self._topic}/{card}",
        }
        question: Asking
        if kind is QuestionKind.WORKED:
            question = read_template(fields, common)
        else:
            question = Question(form=read_form(kind, fields), **common)
        fields.finish()
        if len(self._source.problems) == problems:
            self.questions[question.id] = Located(question, node, self._source)

    def _common(self, fields: NodeFields) -> dict[str, Any]:
        return {
            "id": self._id(fields),
            "skills": _skills(fields),
            "source": fields.text("source"),
            "checked": fields.day("checked"),
            "era": _era(fields),
            "tags": fields.optional_texts("tags"),
        }

    def _id(self, fields: NodeFields) -> str:
        name = fields.name("id")
        full = f"{self._topic}/{name}"
        place = fields.node.values.get("id")
        if name and isinstance(place, ScalarNode):
            first = self.places.setdefault(full, place)
            if first is not place:
                self._source.refuse(
                    place,
                    "duplicate id {name}; already used on line {line}",
                    name=quoted_text(name),
                    line=first.line,
                )
        return full


def _skills(fields: NodeFields) -> dict[str, tuple[str, ...]]:
    """Skill ids by blueprint id. An item that serves no skill says so by `skills: {}`."""
    node = fields.mapping("skills")
    if node is None:
        return {}
    by_blueprint = NodeFields(node, fields.source)
    return {blueprint: by_blueprint.optional_texts(blueprint) for blueprint in node.values}


def _era(fields: NodeFields) -> Era | None:
    if not fields.has("era"):
        return None
    era = fields.nested("era")
    if era is None:
        return None
    both = Era(era.text("exam"), era.text("today"))
    era.finish()
    return both
