"""Step 5: alternatives (or, /, 또는, 이나) and what stands in brackets beside an answer."""

import re
from collections.abc import Callable, Iterator

_OR = re.compile(
    r"\s*(?:\bor else\b|\band/or\b|\bor\b|\bversus\b|\bvs\b\.?|\|+|또는|혹은|아니면)\s*",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*(?<![:/])/(?!/)\s*")  # not the two of http://
# A path (`ANY /{proxy+}`, `--name /shop/db`) and a namespace (`AWS/ECS/ManagedScaling`).
_PATH = re.compile(r"(?<!\S)/[\w{$][^\s/]*(?:/[^\s/]+)*/?(?=\s|$)|(?<![\w/])AWS/\w+(?:/\w+)*")
# One number divided by another, as `x 100` beside it shows.
_DIVISION = re.compile(r"\s/\s.*(?:[x*] ?\d|\d ?[x*])", re.IGNORECASE)
_NA = re.compile(r"^(?P<left>.*\S)(?:이나|나)\s+(?P<right>\S.*)$")
_EITHER = re.compile(r"\b(?:either|whether)\b|둘 중 하나", re.IGNORECASE)

_BRACKET = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_BRACKET_AND_ENDING = re.compile(rf"\s*{_BRACKET.pattern}(?=[가-힣])")
_ASIDE = re.compile(
    r"^(.+?)(?:,? (?:i\.?e\.?|aka|a\.k\.a\.|also known as|also called|in other words|즉),? "
    r"| = | - |, 즉 | 즉,? )(.+)$",
    re.IGNORECASE | re.DOTALL,
)


def sides(
    text: str, *, keeps_or: bool, keeps_slash: bool, known: Callable[[str], bool]
) -> list[str]:
    """The alternatives that `text` offers; one of them where it offers none.

    `keeps_or`, `keeps_slash`: the accepted answer itself contains them. (이)나 parts only two
    terms that are `known`, for many words end in 나.
    """
    parts = [_EITHER.sub(" ", text)]
    if not keeps_or:
        parts = [side for part in parts for side in _OR.split(part)]
    if not keeps_slash:
        parts = [side for part in parts for side in _parted_by_slash(part, known)]
    split: list[str] = []
    for part in parts:
        match = _NA.match(part)
        if match is not None and known(match["left"]) and known(match["right"]):
            split += [match["left"], match["right"]]
        else:
            split.append(part)
    return [side.strip() for side in split if side.strip(" .,;:!?()[]{}\"'`-")]


def _parted_by_slash(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """`text` at its slashes; not those of a term (blue/green), a path or a quotient."""
    start = 0
    paths = [(path.start(), path.end()) for path in _PATH.finditer(text)]
    for slash in () if _DIVISION.search(text) else _SLASH.finditer(text):
        at = slash.start() + slash.group().index("/")
        if any(begin <= at < end for begin, end in paths):
            continue
        before, after = text[: slash.start()].split()[-1:], text[slash.end() :].split()[:1]
        if before and after and known(f"{before[0]} {after[0]}"):
            continue
        yield text[start : slash.start()]
        start = slash.end()
    yield text[start:]


def asides(text: str) -> tuple[str, list[str]]:
    """`text` without brackets and without "i.e. ...", and what stood there."""
    inner = [match.strip() for match in _BRACKET.findall(text) if match.strip()]
    outer = " ".join(_BRACKET.sub(" ", _BRACKET_AND_ENDING.sub("", text)).split())
    outer = outer if inner else text
    match = _ASIDE.match(outer)
    if match is not None:
        outer, inner = match[1].strip(), [*inner, match[2].strip()]
    return outer, inner
