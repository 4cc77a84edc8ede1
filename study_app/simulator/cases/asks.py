"""What a question can ask about a simulated case, by name: keys that are computed, not written.

A value is plain: a number, a text, true or false, null, or a list of these.
"""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from study_app.simulator.kinds.kind import Ask, Kind
from study_app.simulator.model.case import Plain
from study_app.simulator.model.problem import with_remedy
from study_app.words.errors import TextError, error_text


class UnknownAskError(TextError, ValueError):
    """A name that is not in the result; the text has the nearest name, or all of them."""


def asked_value(kind: Kind, result: Plain, what: str) -> object:
    """The value of `what` in the result of a case of this kind.

    `what` is the name of an ask, with its subject if it has one (`tasks_on.i-1`), or a path into
    the result such as `az_counts.us-east-1a` or `placed_on.0`. Raises UnknownAskError if there is
    no such value.
    """
    name, _, about = what.partition(".")
    try:
        if (named := kind.asks.get(what)) is not None and named.value is not None:
            return named.value(result)
        if about and (of := kind.asks.get(name)) is not None and of.about is not None:
            return of.about(result, about)
        return _at(result, what)
    except LookupError as error:
        known = names(kind, result)
        near = get_close_matches(what, [name for name in known if name != what], n=1)
        if near:
            remedy = error_text("did you mean {near}?", near=repr(near[0]))
        else:
            remedy = error_text("write one of {known}", known=", ".join(known))
        what_is_missing = error_text(
            "a case of kind {kind} has no {shown}", kind=kind.name, shown=repr(what)
        )
        raise UnknownAskError(with_remedy(what_is_missing, remedy)) from error


def asked_as(kind: Kind, what: str) -> Ask:
    """The properties of an ask besides its value; None for a path into the result."""
    return kind.asks.get(what) or kind.asks.get(what.partition(".")[0]) or _PATH


def names(kind: Kind, result: Plain) -> Sequence[str]:
    """What can be asked about `result`: the names, then its fields, which may be nested."""
    named = (name if one.value is not None else f"{name}.NAME" for name, one in kind.asks.items())
    fields = (name for name in result if name not in _ABOUT)
    return tuple(dict.fromkeys([*named, *fields]))


_PATH: Final = Ask()
_ABOUT: Final = frozenset({"trace", "message"})
"""Fields that are never answers."""


def _at(result: Plain, path: str) -> object:
    place: object = result
    for step in path.split("."):
        match place:
            case Mapping() if step in place:
                place = place[step]
            case list() | tuple() if step.isdecimal() and int(step) < len(place):
                place = place[int(step)]
            case _:
                raise KeyError(path)
    return place
