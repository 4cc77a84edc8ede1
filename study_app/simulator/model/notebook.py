"""Where the engines record what they do, if requested."""

from fractions import Fraction

from study_app.simulator.model.trace import Applied, Rule


class Notebook:
    """Collects the trace of one run; a closed one discards everything at no cost."""

    __slots__ = ("_lines",)

    def __init__(self, *, explain: bool) -> None:
        self._lines: list[Applied] | None = [] if explain else None

    def note(self, rule: Rule, formula: str, *values: object) -> None:
        """Record one use of `rule`; `formula` is a format string for the `values`."""
        if self._lines is not None:
            self._lines.append(Applied(rule, formula.format(*map(_readable, values))))

    @property
    def trace(self) -> tuple[Applied, ...]:
        return tuple(self._lines or ())


def readable(number: Fraction | int) -> str:
    """A number as people write it: 66.5, at most three decimals."""
    if isinstance(number, int) or number.denominator == 1:
        return str(int(number))
    return f"{float(number):.3f}".rstrip("0").rstrip(".")


def plain_number(value: Fraction) -> int | float:
    """A number as the plain value of a result: whole where it is, else the nearest float."""
    return int(value) if value.denominator == 1 else float(value)


def _readable(value: object) -> object:
    return readable(value) if isinstance(value, Fraction) else value
