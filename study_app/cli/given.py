"""What was given on the command line for every command. Nothing heavy: the app starts with it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """What the options that every command understands say."""

    data_dir: Path | None = None
    content: tuple[Path, ...] = ()
    lang: str | None = None
    seed: int | None = None
