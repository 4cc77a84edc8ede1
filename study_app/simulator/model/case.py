"""A case: the input of a simulation, in the plain values of a file.

The kinds, their modes and their fields are those of `dva simulate FILE`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Plain: TypeAlias = Mapping[str, object]
"""Fields of JSON values: null, booleans, numbers, texts, lists and mappings of them."""


@dataclass(frozen=True, slots=True)
class Case:
    """One input of one kind, with the contents of its fixture, not the name."""

    kind: str
    given: Plain
