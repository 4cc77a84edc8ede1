"""One term of the glossary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One term: `en` is its English name, `also` other English ones (an acronym, a variant).

    `ko` are Korean translations, `hangul` the English word in Korean letters.
    """

    en: str
    ko: tuple[str, ...] = ()
    hangul: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def korean(self) -> tuple[str, ...]:
        return self.ko + self.hangul
