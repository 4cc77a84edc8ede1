"""What the learner set: plan settings, suspended cards and questions, notes."""

from dataclasses import dataclass, field
from datetime import date

from study_app.learning.log.events import (
    Noted,
    PlanSet,
    PlanSetting,
    SettingValue,
    Subject,
    Suspended,
)
from study_app.learning.log.summary import FlagSetting, Key


@dataclass(slots=True)
class Wishes:
    """The latest of each. `dates` has every exam date ever set, as ISO dates, with the key and
    study day of the first event that set it.
    """

    settings: dict[PlanSetting, tuple[Key, SettingValue]] = field(default_factory=dict)
    dates: dict[str, tuple[Key, date]] = field(default_factory=dict)
    suspended: dict[tuple[Subject, str], FlagSetting] = field(default_factory=dict)
    notes: dict[tuple[Subject, str], tuple[Key, str]] = field(default_factory=dict)

    def copy(self) -> "Wishes":
        return Wishes(dict(self.settings), dict(self.dates), dict(self.suspended), dict(self.notes))

    def take(self, event: PlanSet | Suspended | Noted) -> None:
        match event:
            case PlanSet(setting=setting, value=value):
                earlier = self.settings.get(setting)
                if earlier is None or earlier[0] < event.key:
                    self.settings[setting] = (event.key, value)
                if setting is PlanSetting.EXAM_DATE and isinstance(value, str):
                    named = self.dates.get(value)
                    if named is None or event.key < named[0]:
                        self.dates[value] = (event.key, event.day)
            case Suspended(subject=subject, item=item, on=on):
                mark = self.suspended.get((subject, item))
                if mark is None or mark.key < event.key:
                    self.suspended[subject, item] = FlagSetting(event.key, on)
            case Noted(subject=subject, item=item, text=text):
                note = self.notes.get((subject, item))
                if note is None or note[0] < event.key:
                    self.notes[subject, item] = (event.key, text)

    def is_suspended(self, subject: Subject, item: str) -> bool:
        mark = self.suspended.get((subject, item))
        return mark is not None and mark.on

    def note(self, subject: Subject, item: str) -> str:
        """Empty where there is none."""
        return self.notes.get((subject, item), (None, ""))[1]
