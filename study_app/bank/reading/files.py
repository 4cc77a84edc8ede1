"""The text of a content file, or one clear problem if it cannot be read."""

import errno
import re
from pathlib import Path

from study_app.bank.problems import SourceFile
from study_app.files import read_whole, reason
from study_app.words.errors import error_text
from study_app.words.text import Text

MAX_BYTES = 4_000_000

UNSHOWABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters, the tabulator among them
    "\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible ones
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Characters that would not show as typed: control, invisible and direction-changing ones."""


def read_file(path: Path, source: SourceFile) -> str | None:
    """The text of `path`, line ends as a single line feed. Problems go to `source`."""
    data = _read_bytes(path, source)
    if data is None:
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        source.refuse_file("begins with a byte order mark; save it as UTF-8 without one")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        source.refuse_at(*position(before, len(before)), "not UTF-8; save the file as UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = UNSHOWABLE.search(text)
    if found is not None:
        source.refuse_at(*position(text, found.start()), describe_unshowable(found[0]))
        return None
    return text


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `offset`."""
    before = text[:offset]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def describe_unshowable(character: str) -> Text:
    if character == "\t":
        return error_text("tab character; use spaces")
    return error_text(
        "character {code} does not display as typed; remove it", code=f"U+{ord(character):04X}"
    )


def _read_bytes(path: Path, source: SourceFile) -> bytes | None:
    try:
        return read_whole(path, MAX_BYTES)
    except FileNotFoundError:
        source.refuse_file("no such file or folder")
    except IsADirectoryError:
        source.refuse_file("is a folder; a file is expected here")
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        why = reason(error)
        match getattr(error, "errno", None):
            case errno.EFBIG:
                source.refuse_file("{what}; split it", what=why)
            case errno.EINVAL:
                source.refuse_file(why)
            case _:
                source.refuse_file("cannot be read: {what}", what=why)
    return None
