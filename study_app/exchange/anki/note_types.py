"""The note types of our packages: their fields and templates.

The id and field names of a note type never change: Anki matches the notes of an earlier package by
them. Raise `CHANGED` with every change to templates or style; Anki goes by it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.wording import say

CHANGED: Final = 1795900000
"""When templates or style were last changed, in seconds of Unix time."""

ID: Final = "Id"
SOURCE: Final = "Source"
CHECKED: Final = "Checked"
PLACES: Final = tuple("123456")
_KOREAN: Final = "{} (Korean)"


@dataclass(frozen=True, slots=True)
class NoteType:
    """`said` names the fields that have a Korean counterpart, `once` those without a language."""

    id: int
    name: str
    said: tuple[str, ...]
    once: tuple[str, ...]
    front: str
    back: str

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields in order; Anki identifies a note by the first."""
        twins = (name for one in self.said for name in (one, korean(one)))
        return (ID, *twins, *self.once, SOURCE, CHECKED)


def korean(field: str) -> str:
    """The name of the field with the Korean text of `field`."""
    return _KOREAN.format(field)


def _shown(field: str) -> str:
    """A field in each language that it is filled in, one below the other."""
    return _if(field, f"<div>{{{{{field}}}}}</div>") + _if(
        korean(field), f'<div lang="ko">{{{{{korean(field)}}}}}</div>'
    )


def _if(field: str, text: str) -> str:
    return f"{{{{#{field}}}}}{text}{{{{/{field}}}}}"


def _in_either(field: str, text: str) -> str:
    """`text` if the field is filled in English, Korean or both."""
    other = korean(field)
    return f"{_if(field, text)}{{{{^{field}}}}}{_if(other, text)}{{{{/{field}}}}}"


def _label(words: Text) -> str:
    """In both languages: one note type serves notes in either."""
    return " · ".join(say(words, language) for language in (Language.EN, Language.KO))


def _labeled(label: Text, field: str, *, twins: bool = True) -> str:
    shown = _shown(field) if twins else f"<div>{{{{{field}}}}}</div>"
    text = f'<div class="aside"><b>{_label(label)}</b>{shown}</div>'
    return _in_either(field, text) if twins else _if(field, text)


def _lines(field: str, below: str = "", right: str = "") -> str:
    """The filled numbered fields as a list, each with its companion field below if that is
    filled."""

    def line(place: str) -> str:
        beside = f"{below} {place}"
        why = f'<div class="why">{_shown(beside)}</div>'
        return f"<li>{_shown(f'{field} {place}')}{_in_either(beside, why) if below else ''}</li>"

    lines = "".join(_in_either(f"{field} {place}", line(place)) for place in PLACES)
    return f'<ol class="lines"{right}>{lines}</ol>'


def _numbered(*names: str) -> Iterator[str]:
    return (f"{name} {place}" for place in PLACES for name in names)


_ASKED: Final = _shown("Question") + _shown("Task")
_HINT: Final = "".join(
    _if(name, f'<div class="aside">{{{{hint:{name}}}}}</div>') for name in ("Hint", korean("Hint"))
)
_SOURCE: Final = _label(Text("Source", "출처"))
_END: Final = (
    _labeled(Text("In the exam", "시험에서는"), "In the exam")
    + _labeled(Text("Today", "지금은"), "Today")
    + f'<div class="source">{_SOURCE}: '
    f'<a href="{{{{text:{SOURCE}}}}}">{{{{text:{SOURCE}}}}}</a> ({{{{{CHECKED}}}}})</div>'
)
_ERA: Final = ("In the exam", "Today")

CARD: Final = NoteType(
    1795900000001,
    "dva-study: card",
    said=("Title", "Body", *_ERA),
    once=(),
    front=_shown("Title"),
    back=f"{_shown('Title')}<hr id=answer>{_shown('Body')}{_END}",
)
CHOICE: Final = NoteType(
    1795900000002,
    "dva-study: choice",
    said=("Question", "Task", *_numbered("Option", "Reason"), "Hint", *_ERA),
    once=("Right",),
    front=_ASKED + _lines("Option") + _HINT,
    back=_ASKED
    + "<hr id=answer>"
    + _lines("Option", below="Reason", right=' data-right="{{text:Right}}"')
    + _END,
)
TYPED: Final = NoteType(
    1795900000003,
    "dva-study: typed",
    said=("Question", "Why", "Hint", *_ERA),
    once=("Answer", "Also right", "Nearly right", "Not right"),
    front=_shown("Question") + "{{type:Answer}}" + _HINT,
    back=_shown("Question")
    + "<hr id=answer>{{type:Answer}}"
    + _labeled(Text("Also right", "이것도 정답"), "Also right", twins=False)
    + _labeled(Text("Nearly right", "거의 정답"), "Nearly right", twins=False)
    + _labeled(Text("Easily confused with it", "헷갈리기 쉬운 답"), "Not right", twins=False)
    + _shown("Why")
    + _END,
)
ARRANGED: Final = NoteType(
    1795900000004,
    "dva-study: order or match",
    said=("Question", "Task", "Mixed", *_numbered("Line", "Match"), "Why", "Hint", *_ERA),
    once=(),
    front=_ASKED + _shown("Mixed") + _HINT,
    back=_ASKED + "<hr id=answer>" + _lines("Line", below="Match") + _shown("Why") + _END,
)
NOTE_TYPES: Final = (CARD, CHOICE, TYPED, ARRANGED)


def type_of(fields: Collection[str]) -> NoteType | None:
    """Our note type with these fields, whatever its name in Anki; None if there is none."""
    return next((one for one in NOTE_TYPES if set(one.fields) <= set(fields)), None)


_MARKED: Final = ",\n".join(
    f'[data-right~="{place}"] > li:nth-child({place})::before' for place in PLACES
)
STYLE: Final = f"""
.card {{ font: 18px/1.5 system-ui, sans-serif; text-align: left; max-width: 44rem; margin: auto; }}
code, pre {{ font-family: ui-monospace, monospace; font-size: 0.9em; }}
pre {{ overflow-x: auto; padding: 0.5rem; border: 1px solid; }}
table {{ border-collapse: collapse; }}
th, td {{ padding: 0.25rem 0.75rem; border: 1px solid; }}
.lines > li {{ margin: 0.5rem 0; }}
{_MARKED} {{ content: "✓"; float: left; margin-left: -2.5rem; font-weight: bold; }}
.why, .aside, .source {{ font-size: 0.9em; }}
.aside {{ border-left: 3px solid; padding-left: 0.75rem; margin: 0.75rem 0; }}
[lang="ko"] {{ margin-top: 0.25rem; }}
"""
