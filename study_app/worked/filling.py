"""Puts drawn values into the placeholders of a template."""

import re
from collections.abc import Mapping
from typing import Final

from study_app.learning.material.items import Scalar

PLACEHOLDER: Final = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}", re.ASCII)
"""`{desired}`; any other braces are text."""


def placeholders(text: str) -> frozenset[str]:
    """The placeholder names in `text`."""
    return frozenset(PLACEHOLDER.findall(text))


def filled(text: str, values: Mapping[str, Scalar]) -> str:
    """`text` with the values filled in; a name without a value is unchanged."""

    def value(found: re.Match[str]) -> str:
        return scalar_text(values[found[1]]) if found[1] in values else found[0]

    return PLACEHOLDER.sub(value, text)


def filled_in(plain: object, values: Mapping[str, Scalar]) -> object:
    """Plain values with the drawn ones filled in; a text that is a single placeholder gets the
    value's type."""
    match plain:
        case str():
            whole = PLACEHOLDER.fullmatch(plain)
            return values[whole[1]] if whole and whole[1] in values else filled(plain, values)
        case list() | tuple():
            return [filled_in(part, values) for part in plain]
        case Mapping():
            return {key: filled_in(part, values) for key, part in plain.items()}
        case _:
            return plain


def open_names(plain: object) -> frozenset[str]:
    """The placeholder names in plain values."""
    match plain:
        case str():
            return placeholders(plain)
        case list() | tuple():
            return frozenset().union(*map(open_names, plain))
        case Mapping():
            return frozenset().union(*map(open_names, plain.values()))
        case _:
            return frozenset()


def scalar_text(value: Scalar) -> str:
    """A value as a case file has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
