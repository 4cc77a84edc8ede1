"""Reads rows from a damaged log without SQLite, by scanning every page.

SQLite finds rows by going down a tree; where a page above is damaged, all below are lost to it.
The rows lie in pages that say what they are, so they can be read one by one
(https://www.sqlite.org/fileformat2.html: 1.6 B-tree pages, 2.1 record format).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

_LEAF: Final = b"\x0d"
"""The first byte of a page with rows of a table."""

_FILE_HEADER: Final = 100
_PAGE_SIZES: Final = tuple(2**power for power in range(9, 17))
_USUAL_PAGE: Final = 4096
_INTEGER_SIZES: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT: Final = 7

Value = int | float | str | bytes | None


class _Unreadable(Exception):
    """Bytes that are no row."""


def salvaged(data: bytes, columns: Sequence[str], least: int) -> Iterator[Mapping[str, object]]:
    """Rows in `data`, the bytes of a database, whose first column is the row's own number.

    A row with fewer values than `columns`, but `least` of them, lacks the last ones; any other is
    of another table. Text that is not UTF-8 is returned as bytes.
    """
    size = _page_size(data)
    for begin in range(0, len(data), size):
        page = data[begin : begin + size]  # the last one may be cut short
        header = 0 if begin else _FILE_HEADER
        if page[header : header + 1] != _LEAF:
            continue
        for cell in range(int.from_bytes(page[header + 3 : header + 5], "big")):
            pointer = header + 8 + 2 * cell
            start = int.from_bytes(page[pointer : pointer + 2], "big")
            try:
                position, values = _row(data, page, start, size)
            except (_Unreadable, IndexError):
                continue
            if least <= len(values) <= len(columns):
                row = dict(zip(columns, values, strict=False))
                yield {**dict.fromkeys(columns), **row, columns[0]: position}


def _page_size(data: bytes) -> int:
    found = int.from_bytes(data[16:18], "big")
    size = 2**16 if found == 1 else found
    return size if size in _PAGE_SIZES else _USUAL_PAGE


def _row(data: bytes, page: bytes, start: int, size: int) -> tuple[int, list[Value]]:
    length, at = _number(page, start)
    position, at = _number(page, at)
    record = _payload(data, page, at, length, size)
    end, at = _number(record, 0)
    kinds = []
    while at < end:
        kind, at = _number(record, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(record, at, kind)
        values.append(value)
    return position, values


def _payload(data: bytes, page: bytes, at: int, length: int, size: int) -> bytes:
    """The bytes of a row; what does not fit its page goes on in a chain of others."""
    most, least = size - 35, (size - 12) * 32 // 255 - 23
    if length > len(data):
        raise _Unreadable
    if length <= most:
        return page[at : at + length]
    here = least + (length - least) % (size - 4)
    here = here if here <= most else least
    parts, left = [page[at : at + here]], length - here
    following = int.from_bytes(page[at + here : at + here + 4], "big")
    while left > 0:
        begin = (following - 1) * size
        chunk = data[begin : begin + size] if following > 0 else b""
        if len(chunk) < size:
            raise _Unreadable
        parts.append(chunk[4 : 4 + min(left, size - 4)])
        left -= size - 4
        following = int.from_bytes(chunk[:4], "big")
    return b"".join(parts)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for index in range(8):
        byte = data[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value << 8 | data[at + 8], at + 9


def _value(record: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in {8, 9}:
        return kind - 8, at
    if kind == _FLOAT:
        import struct  # noqa: PLC0415 - only a damaged file needs it

        if at + 8 > len(record):
            raise _Unreadable
        return struct.unpack(">d", record[at : at + 8])[0], at + 8
    if kind in _INTEGER_SIZES:
        end = at + _INTEGER_SIZES[kind]
        return int.from_bytes(record[at:end], "big", signed=True), end
    if kind < 12:
        raise _Unreadable
    end = at + (kind - 12) // 2
    raw = record[at:end]
    if end > len(record):
        raise _Unreadable
    if kind % 2 == 0:
        return raw, end
    try:
        return raw.decode(), end
    except UnicodeDecodeError:
        return raw, end
