"""The bank as it was read last, kept in one file, so that a start need not read YAML.

The file begins with a fingerprint of what it was made from (every content file and the program that
read them) and a hash of its own. Where either differs the content is read again,
so an edit shows at the next start. The file is disposable: nothing is lost with it.
"""

import hashlib
import io
import pickle
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from study_app.bank.bank import Bank
from study_app.files import write_disposable
from study_app.version import __version__

PACKAGE: Final = Path(__file__).resolve().parent.parent
DEPTHS: Final = ("*.yaml", "*/*.yaml", "*/*/*.yaml")
"""Where content files lie. Unlike `rglob`, these see through links, as `load` does."""

ROOMS: Final = tuple(
    f"study_app.{room}." for room in ("bank", "learning", "grading", "worked", "simulator")
)
DIGEST_SIZE: Final = hashlib.sha256().digest_size

ValueT = TypeVar("ValueT")


def load_kept(folders: Sequence[Path], kept: Path) -> Bank:
    """The bank in `folders`: from the file `kept` where it is of these contents, else read.

    Raises ContentError as `loading.load` does. Content with problems is never kept.
    """
    wanted = fingerprint(folders)
    bank = _recalled(kept, wanted)
    if bank is None:
        from study_app.bank.loading import load

        bank = load(folders)
        _keep(bank, kept, wanted)
    return bank


def fingerprint(folders: Sequence[Path]) -> bytes:
    """32 bytes over the names, sizes and times of all content files, and of the program's own.

    Times are in nanoseconds, so an edit that keeps the size is seen as well.
    """
    content = (file for folder in folders for depth in DEPTHS for file in folder.glob(depth))
    states = sorted(map(_state, (*_sources(), *content)))
    made_of = [__version__, sys.version, *map(str, folders), *states]
    return hashlib.sha256("\n".join(made_of).encode("utf-8", "surrogateescape")).digest()


def _sources() -> Iterator[Path]:
    """The modules that decide what a content file means."""
    for room in ("bank", "learning", "grading", "worked", "simulator", "words"):
        yield from (PACKAGE / room).rglob("*.py")


def _state(file: Path) -> str:
    try:
        state = file.stat()
    except OSError:  # whatever cannot be read, `load` will name
        return str(file)
    return f"{file} {state.st_size} {state.st_mtime_ns} {state.st_ino}"


class _Values(pickle.Unpickler):
    """Builds the values of our own rooms, and dates; refuses to touch anything else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("datetime", "date"):
            return super().find_class(module, name)
        if module.startswith(ROOMS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a bank")


class _Packed(Mapping[str, ValueT]):
    """A mapping that stays packed until somebody looks into it: a start can do without it."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @cached_property
    def _values(self) -> Mapping[str, ValueT]:
        values: Mapping[str, ValueT] = _Values(io.BytesIO(self._packed)).load()
        return values

    def __getitem__(self, key: str) -> ValueT:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __reduce__(self) -> tuple[type["_Packed[ValueT]"], tuple[bytes]]:
        return (_Packed, (self._packed,))


def _pack(values: Mapping[str, ValueT]) -> _Packed[ValueT]:
    return _Packed(pickle.dumps(dict(values), protocol=5))


def _recalled(kept: Path, wanted: bytes) -> Bank | None:
    try:
        data = memoryview(kept.read_bytes())
    except OSError:
        return None
    head, body = data[: 2 * DIGEST_SIZE], data[2 * DIGEST_SIZE :]
    if head != wanted + hashlib.sha256(body).digest():
        return None
    bank = _Values(io.BytesIO(body)).load()
    return bank if isinstance(bank, Bank) else None


def _keep(bank: Bank, kept: Path, wanted: bytes) -> None:
    packed = replace(
        bank,
        cards=_pack(bank.cards),
        questions=_pack(bank.questions),
        scenarios=_pack(bank.scenarios),
        translations=_pack(bank.translations),
        glossary=_pack(bank.glossary),
    )
    body = pickle.dumps(packed, protocol=5)
    with suppress(OSError):  # a folder that cannot be written costs time, nothing else
        write_disposable(kept, wanted + hashlib.sha256(body).digest() + body)
