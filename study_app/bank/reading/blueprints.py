"""Exam files: the blueprint of one exam each."""

from collections.abc import Container, Iterator, Mapping
from enum import StrEnum

from study_app.bank.problems import NO_HINT, ContentProblem, SourceFile, quoted_text, suggestion
from study_app.bank.reading.fields import NodeFields, describe
from study_app.bank.reading.tree import (
    Located,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    place_of,
)
from study_app.learning.material.blueprint import Blueprint, Domain, ExamTask, Skill
from study_app.words.errors import error_text
from study_app.words.text import Text
from study_app.words.width import display_width

MOST_MINUTES = 600
MOST_QUESTIONS = 500
MOST_POINTS = 10_000
NO_SKILL = "{exam} has no skill {skill}{hint}"

MOST_CELLS = 24
"""How wide a short name may be, so that lists have room for it beside its figures."""


Skills = Mapping[str, frozenset[str] | None]
"""Skill ids by exam; None for an exam that is written down and broken."""


class MoveBasis(StrEnum):
    """Why a skill of one exam is taken to have moved to skills of the next."""

    OFFICIAL = "official"
    TASK = "task"
    SAME = "same"
    INFERRED = "inferred"
    NONE = "none"


def read_blueprint(root: Node, stem: str, source: SourceFile) -> Located[Blueprint] | None:
    """The blueprint of a file whose name without `.yaml` is `stem`; None if it has problems."""
    if not isinstance(root, MappingNode):
        source.refuse(
            root,
            "an exam file must be a mapping with the field 'id', not {found}",
            found=describe(root),
        )
        return None
    problems = len(source.problems)
    fields = NodeFields(root, source)
    blueprint_id = fields.name("id")
    if blueprint_id and blueprint_id != stem:
        source.refuse(
            root.values["id"],
            "exam {name} belongs in {file}.yaml",
            name=quoted_text(blueprint_id),
            file=blueprint_id,
        )
    scored, unscored = _questions(fields)
    _check_form(fields)
    blueprint = Blueprint(
        id=blueprint_id,
        code=fields.text("code"),
        title=fields.text("title"),
        available_from=fields.optional_day("available_from"),
        last_day=fields.optional_day("last_day"),
        minutes=fields.integer("minutes", 1, MOST_MINUTES),
        scored=scored,
        unscored=unscored,
        domains=_domains(fields),
        services=_services(fields, "in_scope_services"),
        moved=_moved(fields),
    )
    _services(fields, "out_of_scope")
    fields.optional_text("successor")
    _expect_unique_skills(root, source)
    fields.finish()
    return Located(blueprint, root, source) if len(source.problems) == problems else None


def refuse_unknown_moves(written: Located[Blueprint], skills: Skills) -> None:
    """Refuse a `moved` table that names a skill which this exam or its successor does not have."""
    moved = written.node.values.get("moved")
    successor = written.node.values.get("successor")
    if not isinstance(moved, MappingNode):
        return
    own = {skill.id for skill in written.value.skills()}
    for skill, key in moved.keys.items():
        if skill not in own:
            written.source.refuse(
                key, NO_SKILL, exam=written.value.id, skill=quoted_text(skill), hint=NO_HINT
            )
    if not isinstance(successor, ScalarNode):
        written.source.refuse(
            moved, "'moved' needs the field 'successor', the exam that replaces this one"
        )
        return
    if successor.text not in skills:
        hint = suggestion(successor.text, skills)
        written.source.refuse(
            successor, "unknown exam {name}{hint}", name=quoted_text(successor.text), hint=hint
        )
        return
    known = skills[successor.text]
    for skill, targets in written.value.moved.items():
        for index, target in enumerate(targets):
            if known is not None and target not in known:
                place = place_of(moved.values[skill], f"to.{index}")
                written.source.refuse(
                    place, NO_SKILL, exam=successor.text, skill=quoted_text(target), hint=NO_HINT
                )


def refuse_unasked(
    written: Located[Blueprint], asked: Container[str], problems: list[ContentProblem]
) -> None:
    """Refuse each skill that has no question."""
    for place in _skill_places(written.node):
        if place.text not in asked:
            message = error_text(
                "{exam} skill {skill} has no question", exam=written.value.id, skill=place.text
            )
            problems.append(ContentProblem(written.source.name, place.line, place.column, message))


def _questions(fields: NodeFields) -> tuple[int, int]:
    questions = fields.nested("questions")
    if questions is None:
        return 0, 0
    scored = questions.integer("scored", 1, MOST_QUESTIONS)
    unscored = questions.integer("unscored", 0, MOST_QUESTIONS)
    questions.finish()
    return scored, unscored


def _check_form(fields: NodeFields) -> None:
    """Scale and question types: stated in the file for its readers, checked, not kept."""
    scale = fields.nested("scale")
    if scale is not None:
        lowest = scale.integer("min", 0, MOST_POINTS)
        highest = scale.integer("max", lowest, MOST_POINTS)
        scale.integer("pass", lowest, max(lowest, highest))
        scale.finish()
    for node in fields.mappings("question_types"):
        question_type = NodeFields(node, fields.source)
        question_type.name("id")
        for name in ("options", "options_min", "correct", "correct_min"):
            question_type.optional_integer(name, 1, MOST_QUESTIONS)
        question_type.flag("partial_credit")
        question_type.finish()


def _domains(fields: NodeFields) -> tuple[Domain, ...]:
    domains = []
    for node in fields.mappings("domains"):
        domain = NodeFields(node, fields.source)
        domain_id = _numbered(domain, "")
        domains.append(
            Domain(
                domain_id,
                domain.text("title"),
                domain.integer("weight", 1, 100),
                tuple(_tasks(domain, domain_id)),
                _short(domain),
            )
        )
        domain.finish()
    weight = sum(domain.weight for domain in domains)
    if weight != 100:
        fields.source.refuse(
            fields.node.values.get("domains", fields.node),
            "the weights of the domains add up to {sum}, not 100",
            sum=weight,
        )
    return tuple(domains)


def _tasks(domain: NodeFields, domain_id: str) -> Iterator[ExamTask]:
    for node in domain.mappings("tasks"):
        task = NodeFields(node, domain.source)
        task_id = _numbered(task, domain_id)
        yield ExamTask(task_id, task.text("title"), tuple(_skills(task, task_id)), _short(task))
        task.finish()


def _skills(task: NodeFields, task_id: str) -> Iterator[Skill]:
    for node in task.mappings("skills"):
        skill = NodeFields(node, task.source)
        yield Skill(_numbered(skill, task_id), skill.text("summary"), _short(skill))
        skill.finish()


def _short(fields: NodeFields) -> Text | None:
    """The short name of a part in both languages, where it has one."""
    names = fields.nested("short") if fields.has("short") else None
    if names is None:
        return None
    short = Text(names.text("en"), names.text("ko"))
    names.finish()
    for language, text in (("en", short.en), ("ko", short.ko)):
        if display_width(text) > MOST_CELLS:
            fields.source.refuse(
                names.node.values[language],
                "a short name must fit in {most} cells, and {text} takes {width}; shorten it",
                most=MOST_CELLS,
                text=quoted_text(text),
                width=display_width(text),
            )
    return short


def _numbered(fields: NodeFields, parent: str) -> str:
    """The id of a part of the guide: that of the part around it, a dot and a number."""
    own = fields.text("id")
    before, _, number = own.rpartition(".")
    if own and (before != parent or not (number.isascii() and number.isdigit())):
        expected = f"{parent}.1" if parent else "1"
        fields.source.refuse(
            fields.node.values["id"],
            "the id here must look like {example}, not {found}",
            example=expected,
            found=quoted_text(own),
        )
    return own


def _expect_unique_skills(root: MappingNode, source: SourceFile) -> None:
    seen = set()
    for place in _skill_places(root):
        if place.text in seen:
            source.refuse(place, "duplicate id {name}", name=quoted_text(place.text))
        seen.add(place.text)


def _skill_places(root: MappingNode) -> Iterator[ScalarNode]:
    """The ids of all skills where they are written."""
    for domain in _entries(root, "domains"):
        for task in _entries(domain, "tasks"):
            for skill in _entries(task, "skills"):
                match skill:
                    case MappingNode(values={"id": ScalarNode() as place}):
                        yield place
                    case _:
                        pass  # refused where it was read


def _entries(node: Node, name: str) -> tuple[Node, ...]:
    match node:
        case MappingNode(values=values):
            listed = values.get(name)
            return listed.items if isinstance(listed, SequenceNode) else ()
        case _:
            return ()


def _services(fields: NodeFields, name: str) -> tuple[str, ...]:
    """Service names, listed by category."""
    by_category = fields.nested(name)
    if by_category is None:
        return ()
    return tuple(
        service for category in by_category.node.values for service in by_category.texts(category)
    )


def _moved(fields: NodeFields) -> dict[str, tuple[str, ...]]:
    if not fields.has("moved"):
        return {}
    table = fields.nested("moved")
    if table is None:
        return {}
    moved = {}
    for skill in table.node.values:
        row = table.nested(skill)
        if row is not None:
            moved[skill] = row.optional_texts("to")
            row.one_of("basis", MoveBasis)
            row.optional_text("note")
            row.finish()
    return moved
