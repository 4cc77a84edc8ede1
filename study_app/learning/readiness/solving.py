"""Linear systems with a symmetric positive definite matrix.

Plain lists and no library: a few dozen unknowns take milliseconds.
"""

from collections.abc import Sequence
from math import sqrt
from operator import mul

Matrix = list[list[float]]
"""By rows; the part of a symmetric matrix right of the diagonal is not read."""

_SMALLEST = 1e-12


def cholesky(matrix: Matrix) -> Matrix:
    """The lower triangle L with L L' = `matrix`."""
    lower: Matrix = []
    for place, row in enumerate(matrix):
        own: list[float] = []
        for column in range(place):
            above = lower[column]
            own.append((row[column] - sum(map(mul, own, above))) / above[column])
        own.append(sqrt(max(_SMALLEST, row[place] - sum(map(mul, own, own)))))
        lower.append(own)
    return lower


def solve(lower: Matrix, right: Sequence[float]) -> list[float]:
    """x with L L' x = `right`."""
    found: list[float] = []
    for row, value in zip(lower, right, strict=True):
        found.append((value - sum(map(mul, row, found))) / row[-1])
    for place in range(len(found) - 1, -1, -1):
        row = lower[place]
        found[place] /= row[place]
        value = found[place]
        for column in range(place):
            found[column] -= row[column] * value
    return found


def variance(lower: Matrix, direction: Sequence[float]) -> float:
    """The variance along `direction`, given the Cholesky factor `lower` of the precision."""
    half: list[float] = []
    for row, value in zip(lower, direction, strict=True):
        half.append((value - sum(map(mul, row, half))) / row[-1])
    return sum(value * value for value in half)
