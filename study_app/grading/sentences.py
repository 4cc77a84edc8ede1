"""Steps 4 and 5: the forms in which people answer. Contrast, alternatives, brackets, wrappers."""

import re
from collections.abc import Callable, Iterator

_UNSURE = re.compile(
    r"^\W*(?:i(?:'m| am) )?not (?:\w+ )?(?:sure|certain)\W*(?:but|though)?\W*"
    r"|^\W*(?:잘 )?(?:확실하(?:진|지는|지) 않지만|모르겠지만|모르지만)\W*",
    re.IGNORECASE,
)
_EXPLANATION = re.compile(
    r"(?<=\w)[\"'`)]?(?:,? because\b|, ?(?:since|as|which|so)\b| so that\b| in order to\b"
    r"| by \w+ing\b|, ?왜냐하면|,? ?왜냐면).*$",
    re.IGNORECASE | re.DOTALL,
)
_REASON_FIRST = re.compile(r"^.*?(?:때문에|이므로|하므로|니까)[\s,]+(?=\S)", re.DOTALL)

# (pattern, group kept, group denied)
_IS_NOT = r"(?:이|가|은|는)? ?(?:아닙니다|아니다|아님|아니에요|아녜요|아니죠|아니고)\W*$"
_CONTRASTS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), kept, denied)
    for pattern, kept, denied in (
        (r"^\W*(?:it(?:'s| is) )?not (.+?),? but (?:rather )?(.+)$", 2, 1),
        (r"^\W*it(?:'s| is)(?:n't| not) (.+?)[,;.] ?(?:it(?:'s| is) )?(.+)$", 2, 1),
        (r"^\W*not (.+?)[,;] ?(?:it(?:'s| is) )?(.+)$", 2, 1),
        (r"^\W*(?:instead of|rather than|unlike|as opposed to) (.+?), ?(.+)$", 2, 1),
        (
            (
                r"^(.+?)[,;(\s-]+(?:and not|but not|rather than|instead of|as opposed to|unlike"
                r"|and never|never|not|isn't) (.+?)\)?$"
            ),
            1,
            2,
        ),
        (r"^(.+?)(?:이|가|은|는)? ?(?:아니라|아니고|아닌) ?(.+)$", 2, 1),
        (r"^(.+?) ?(?:말고는?|대신에?|빼고|제외하고) ?(.+)$", 2, 1),
        (r"^(.+?)보다는? (.+)$", 2, 1),
        (rf"^(.+?)이?지,? (.+?){_IS_NOT}", 1, 2),
        (rf"^(.+?)[,(] ?(.+?){_IS_NOT}", 1, 2),
    )
)

_OR = re.compile(
    r"\s*(?:\bor else\b|\band/or\b|\bor\b|\bversus\b|\bvs\b\.?|\|+|또는|혹은|아니면)\s*",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*(?<![:/])/(?!/)\s*")  # not the two of http://
_NA = re.compile(r"^(?P<left>.*\S)(?:이나|나)\s+(?P<right>\S.*)$")
_EITHER = re.compile(r"\b(?:either|whether)\b|둘 중 하나", re.IGNORECASE)

_BRACKET = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_BRACKET_AND_ENDING = re.compile(rf"\s*{_BRACKET.pattern}(?=[가-힣])")
_ASIDE = re.compile(
    r"^(.+?)(?:,? (?:i\.?e\.?|aka|a\.k\.a\.|also known as|also called|in other words|즉),? "
    r"| = | - |, 즉 | 즉,? )(.+)$",
    re.IGNORECASE | re.DOTALL,
)


def plain_claim(text: str) -> str:
    """`text` without "I am not sure, but" and without the reasons given for it."""
    text = _UNSURE.sub("", text)
    cut = _EXPLANATION.sub("", text)
    cut = _REASON_FIRST.sub("", cut)
    return cut if cut.strip() else text


def contrasts(text: str) -> Iterator[tuple[str, str]]:
    """Readings of `text` as "X, not Y": (X, Y)."""
    for pattern, kept, denied in _CONTRASTS:
        match = pattern.match(text)
        if match is not None:
            yield match[kept].strip(), match[denied].strip()


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
    """`text` at its slashes, but not within a term that has one (blue/green)."""
    start = 0
    for slash in _SLASH.finditer(text):
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
