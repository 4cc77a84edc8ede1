"""Exact numbers as the plain values of a result."""

from fractions import Fraction


def plain_number(value: Fraction) -> int | float:
    """A whole number where it is one, else the nearest float."""
    return int(value) if value.denominator == 1 else float(value)
