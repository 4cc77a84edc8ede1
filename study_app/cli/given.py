"""Values of the global options. Imported at app start, so it stays light."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """The values of the options that every command accepts."""

    data_dir: Path | None = None
    content: tuple[Path, ...] = ()
    lang: str | None = None
    seed: int | None = None
