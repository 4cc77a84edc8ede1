"""Numbers with their nouns, singular and plural."""

from collections.abc import Mapping
from string import Formatter


class _Plural(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        if "|" not in format_spec:
            return str(super().format_field(value, format_spec))
        one, many = format_spec.split("|")
        return one if value == 1 else many


_PLURAL = _Plural()


def filled_in(template: str, values: Mapping[str, object]) -> str:
    """`template` with its placeholders filled.

    `{count:card|cards}` gives the first word where `count` is 1, else the second.
    """
    if "|" not in template:  # most have no plural, and str.format is several times as fast
        return template.format(**values)
    return _PLURAL.vformat(template, (), values)


def counted(count: int, noun: str) -> str:
    """`1 card`, `2 cards`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
