"""An exam guide as data: domains with their weights, tasks, skills, dates and form."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from study_app.words.text import Text


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that an exam can ask for; `summary` is in our own words, `short` is a short name."""

    id: str
    summary: str
    short: Text | None = None

    @property
    def name(self) -> Text:
        return self.short or Text(self.summary, self.summary)


@dataclass(frozen=True, slots=True)
class ExamTask:
    """A task statement of the exam guide; `short` is our own short name."""

    id: str
    title: str
    skills: tuple[Skill, ...]
    short: Text | None = None

    @property
    def name(self) -> Text:
        return self.short or Text(self.title, self.title)


@dataclass(frozen=True, slots=True)
class Domain:
    """`weight` is the share of scored content in percent; `short` is our own short name."""

    id: str
    title: str
    weight: int
    tasks: tuple[ExamTask, ...]
    short: Text | None = None

    @property
    def name(self) -> Text:
        return self.short or Text(self.title, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """One exam. It can be taken from `available_from` to `last_day`, both included."""

    id: str
    code: str
    title: str
    available_from: date | None
    last_day: date | None
    minutes: int
    scored: int
    unscored: int
    domains: tuple[Domain, ...]
    services: tuple[str, ...]
    moved: Mapping[str, tuple[str, ...]]

    def skills(self) -> Iterator[Skill]:
        """Every skill, in the order of the guide."""
        for domain in self.domains:
            for task in domain.tasks:
                yield from task.skills

    def by_task(self, skills: Collection[str]) -> list[str]:
        """The ids of `skills`; a task's id replaces those of all its skills."""
        whole = {
            skill.id: task.id
            for domain in self.domains
            for task in domain.tasks
            if {skill.id for skill in task.skills} <= set(skills)
            for skill in task.skills
        }
        return list(dict.fromkeys(whole.get(skill, skill) for skill in skills))

    def can_be_taken_on(self, day: date) -> bool:
        opened = self.available_from is None or self.available_from <= day
        return opened and (self.last_day is None or day <= self.last_day)


def domain_of(skill: str) -> str:
    """The domain of a skill id: `3` for `3.4.11`."""
    return skill.partition(".")[0]
