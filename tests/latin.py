"""Latin words in Korean text: names and code are allowed, English is not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from study_app.words.wording import INTERFACE
from tests.shipped import shipped

WORD = re.compile(r"[A-Za-z][A-Za-z'_-]+")
CODE = re.compile(r"`[^`]*`|\"[^\"]*\"|'[^']*'|\S*[/@=]\S*|--[a-z-]+|<[^>]*>|\w+…|\w+(?= = )")
"""What is quoted, an address or an option, what a formula gives, and a word that was cut off."""
PAGE = re.compile(r"출처\s+.*?(?=확인|[▐▌\n]|$)|[=≈] (?:문서에 있음|이 모델의 가정) [^▐▌\n]*")
"""A page of AWS, which has its name in English."""
KEYS = {
    *("Bksp", "Ctrl", "Del", "End", "Enter", "Esc"),
    *("Home", "PgDn", "PgUp", "Shift", "Space", "Tab", "a-e"),
}
NAMES = KEYS | {
    *("dva", "dva-dark", "dva-light", "Amazon", "Associate", "AWS", "Certified", "Developer"),
    *(
        "a-e",
        "Markdown",
        "JSON",
        "YAML",
        "DVA-C",
        "YYYY-MM-DD",
        "min",
        "max",
        "mem",
        "id",
        "VERSION",
    ),
}
"""What the program names beside the content: keys, files, formats and exams."""

LEAST_WORDS = 3
"""Fewer may stand in the content as well."""


def english(text: str) -> set[str]:
    """The words of `text` that are neither code, nor a name, nor a word of the Korean content."""
    words = set(WORD.findall(CODE.sub(" ", PAGE.sub(" ", text))))
    return {word for word in words if not _is_code(word)} - NAMES - content_words()


def phrases(text: str) -> set[str]:
    """Texts of the interface that stand in `text` in English, whatever the content has."""
    line = " ".join(text.split())
    return {part for part in _spoken() if part in line}


def _is_code(word: str) -> bool:
    """`UpdateService`, `IN_PROGRESS`, `minimumHealthyPercent`, `ECS`."""
    return "_" in word or not (word.islower() or word.istitle())


@cache
def _spoken() -> frozenset[str]:
    """What stands between the placeholders of the English, where that is three words or more."""
    parts = (
        part.strip(" .,:;()")
        for text in INTERFACE.values()
        if text.ko != text.en
        for part in re.split(r"\{[^{}]*\}|`[^`]*`", text.en)
    )
    return frozenset(one for one in parts if len(WORD.findall(one)) >= LEAST_WORDS)


@cache
def content_words() -> frozenset[str]:
    """Latin words in the Korean content, and in what AWS calls the parts of the exam."""
    bank = shipped()
    parts = (bank.translations, bank.blueprints, bank.scenarios)
    texts = (text for part in parts for text in _texts(part))
    return frozenset(WORD.findall("\n".join([*texts, *bank.topics])))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for name, one in value.items():
                if name != "en":
                    yield from _texts(one)
        case list() | tuple() | frozenset():
            for one in value:
                yield from _texts(one)
        case _ if is_dataclass(value):
            for one in fields(value):
                yield from _texts(getattr(value, one.name))
