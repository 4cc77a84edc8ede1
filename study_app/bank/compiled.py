"""The bank as it was read last, kept in one file, so that a start need not read YAML.

The file begins with a fingerprint of what it was made from (every content file, byte for byte, and
the program that read them) and a hash of its own. Where either differs the content is read again,
so an edit shows at the next start. The file is disposable: nothing is lost with it.
"""

import hashlib
import io
import pickle
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from study_app.bank.bank import Bank
from study_app.version import __version__

PACKAGE: Final = Path(__file__).resolve().parent.parent
MOST_BYTES: Final = 4_000_000
"""A larger file is no content; `files` refuses it."""

DEPTHS: Final = ("*.yaml", "*/*.yaml", "*/*/*.yaml")
"""Where content files lie. Unlike `rglob`, these see through links, as `load` does."""

ROOMS: Final = ("study_app.bank.", "study_app.learning.", "study_app.simulator.")
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
    """32 bytes over the names and bytes of all content files, and over the program's own."""
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for source in _sources():
        state = source.stat()
        digest.update(f"{source.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    for folder in folders:
        digest.update(f"{folder}\n".encode("utf-8", "surrogateescape"))
        for file in sorted(file for depth in DEPTHS for file in folder.glob(depth)):
            content = _content(file)
            digest.update(f"{file} {len(content)}\n".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return digest.digest()


def _sources() -> Iterator[Path]:
    """The modules that decide what a content file means."""
    for room in ("bank", "learning", "simulator"):
        yield from sorted((PACKAGE / room).rglob("*.py"))


def _content(file: Path) -> bytes:
    """The bytes of a file that can be content; empty for any other, which `load` will name."""
    try:
        state = file.stat()
        usable = stat.S_ISREG(state.st_mode) and state.st_size <= MOST_BYTES
        return file.read_bytes() if usable else b""
    except OSError:
        return b""


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
        scenarios=_pack(bank.scenarios),
        translations=_pack(bank.translations),
        glossary=_pack(bank.glossary),
    )
    body = pickle.dumps(packed, protocol=5)
    unfinished = kept.with_name(kept.name + ".new")
    with suppress(OSError):  # a folder that cannot be written costs time, nothing else
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(wanted + hashlib.sha256(body).digest() + body)
        unfinished.replace(kept)
