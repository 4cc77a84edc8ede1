"""Templates: placeholders, plurals and Korean particles.

`{count:card|cards}` is the singular or plural for `count`. `{name:을/를}` is the Korean particle
for `name`, chosen by whether it ends in a consonant.
"""

import re
from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Final

_SYLLABLES: Final = range(ord("가"), ord("힣") + 1)
_FINALS: Final = 28
"""The number of final consonants a syllable can have, counting none as the first."""

_RIEUL: Final = 8
"""The ending ㄹ, after which 로 stands as after a vowel."""

_ENDINGS: Final = dict(zip("0123456789", (21, 8, 0, 1, 0, 0, 1, 8, 8, 0), strict=True))
"""Digits end as they are read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구."""

_LATIN_ENDINGS: Final = {"L": _RIEUL, "R": _RIEUL, "M": 16, "N": 4}
"""Letters of an acronym whose names end in a consonant: 엘, 아르 (알), 엠, 엔."""

_PARTICLE: Final = re.compile(r"(?P<after>[가-힣]+)/(?P<open>[가-힣]+)")


class _Template(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return one if value == 1 else many
        if (particle := _PARTICLE.fullmatch(format_spec)) is not None:
            return _particle(str(value), particle["after"], particle["open"])
        return str(super().format_field(value, format_spec))


_TEMPLATE: Final = _Template()


def filled_in(template: str, values: Mapping[str, object], args: Sequence[object] = ()) -> str:
    """`template` with its placeholders filled, by name or by number (`{0}`)."""
    if "|" not in template and "/" not in template:  # str.format is several times as fast
        return template.format(*args, **values)
    return _TEMPLATE.vformat(template, args, values)


def _particle(text: str, after: str, open_: str) -> str:
    """`after` for a final consonant, `open_` for a final vowel; both if unknown."""
    ending = _ending(text)
    if ending is None:
        return f"{after}({open_})" if after != "으로" else "(으)로"
    if ending == 0 or (ending == _RIEUL and after == "으로"):
        return open_
    return after


def _ending(text: str) -> int | None:
    """The final consonant of `text` as it is pronounced; 0 for none, None if unknown."""
    word = re.sub(r"[\s\W_]+$", "", text)
    if text.rstrip().endswith("%"):
        return 0  # 퍼센트
    if not word:
        return None
    last = word[-1]
    if ord(last) in _SYLLABLES:
        return (ord(last) - _SYLLABLES.start) % _FINALS
    if last in _ENDINGS:
        return _ENDINGS[last]
    letters = re.search(r"[A-Za-z]+$", word)
    if letters is not None and letters.group().isupper():
        return _LATIN_ENDINGS.get(last, 0)
    return None
