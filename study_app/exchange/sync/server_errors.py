"""What can go wrong with a PostgreSQL server, reported with its place and a remedy.

No URL, nor any message that may quote one, is passed on: it may hold a password. Codes:
https://www.postgresql.org/docs/current/errcodes-appendix.html
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from study_app.store.errors import StoreError
from study_app.words.errors import error_text
from study_app.words.text import Text

if TYPE_CHECKING:
    from psycopg import Error

PATIENCE: Final = 60
"""Seconds that a statement may wait for a lock."""

AGAIN: Final = frozenset({"40001", "40003", "40P01", "42P07", "42710", "23505"})
"""Codes for which a transaction is retried: it could not be serialized, its outcome is unknown, it
deadlocked, or another program created the table at the same moment (also reported as a duplicate of
its row type, or in a catalog)."""

SHAPE: Final = error_text(
    "its table dva_event is not the one that dva makes. Rename it, or choose another schema "
    "with {code}.",
    code="?options=-csearch_path%3DNAME",
)

_SHAPES: Final = frozenset({"42P10", "42703", "42804", "42809", "23502", "23505", "22001"})
_RIGHTS: Final = frozenset({"42501", "3F000"})
_WAITED: Final = frozenset({"57014", "55P03"})
_READ_ONLY: Final = "25006"
_ENDED: Final = ("08", "57P")
"""The first characters of codes for a lost connection or a stopped server."""


def not_installed() -> StoreError:
    return StoreError(
        "Sync through PostgreSQL needs psycopg. Install dva-study[postgresql]; "
        "in a checkout: {code}",
        code="uv run --extra postgresql dva",
    )


def refuse_url() -> StoreError:
    return StoreError(
        "The URL cannot be read. Write {code}, and in the password %40 for @, %2F for /, "
        "%3A for :, %25 for %.",
        code="postgresql://USER:PASSWORD@HOST:PORT/DATABASE",
    )


def place_of(parameters: Mapping[str, Any]) -> str:
    """The address of the server, without user and password."""
    host = quote(str(parameters.get("host") or ""), safe="/,:")
    host = f"[{host}]" if ":" in host else host
    port = str(parameters.get("port") or "")
    database = quote(str(parameters.get("dbname") or ""), safe="")
    return f"postgresql://{host}{port and ':'}{port}/{database}"


def cannot_connect(error: "Error", place: str, password: str) -> StoreError:
    """Only the reason is taken from the server's message, without any password.

    A failed connection has no code: reasons are recognized by the English wording of libpq and the
    server. Any other reason is passed on as is.
    """
    from psycopg import errors  # noqa: PLC0415 - an extra

    text = str(error)
    found = re.findall(r"failed: +(?:FATAL: +)?(?!connection to server)(.+)", text)
    why = found[-1] if found else text.partition("\n")[0]
    if password:
        why = why.replace(password, "***")
    if isinstance(error, errors.ConnectionTimeout) or "timeout expired" in text:
        what = error_text(
            "no answer. Check host and port, and that no firewall blocks the connection."
        )
    elif "password authentication failed" in why or "no password supplied" in why:
        what = error_text(
            "user or password is wrong. Correct the URL, or set {code}.",
            code="PGUSER and PGPASSWORD",
        )
    elif 'database "' in why and "does not exist" in why:
        what = error_text("there is no such database. Create it, or name another.")
    elif "FATAL" not in text:
        what = error_text(
            "the server cannot be reached: {error}. Check host and port, and that the server "
            "is running.",
            error=why,
        )
    else:
        what = error_text(
            "the server did not let you in: {error}. Check user, password and database.", error=why
        )
    return about(place, what)


def about(place: str, what: Text) -> StoreError:
    return StoreError("{place}: {what}", place=place, what=what)


@contextmanager
def explained_server(place: str) -> Iterator[None]:
    """Raise a `StoreError` about `place` for every error of psycopg within."""
    import psycopg  # noqa: PLC0415 - an extra

    try:
        yield
    except psycopg.Error as error:
        raise about(place, _broke(error)) from error


def _broke(error: "Error") -> Text:
    """What went wrong on an established connection."""
    code = error.sqlstate or ""
    if code in _SHAPES:
        return SHAPE
    if not code or code.startswith(_ENDED):
        return error_text(
            "the connection broke. Nothing was lost or duplicated: run `dva sync` again."
        )
    what = error.diag.message_primary or str(error).partition("\n")[0]
    if code in _RIGHTS:
        return error_text(
            "{error}. Ask its administrator for CREATE on the schema, or for the table dva_event "
            "with SELECT and INSERT.",
            error=what,
        )
    if code in AGAIN or code in _WAITED:
        return error_text(
            "other programs keep writing there. Nothing was lost or duplicated: "
            "run `dva sync` again."
        )
    if code == _READ_ONLY:
        return error_text("the server is read-only. Name the primary server.")
    return error_text(
        "the server refused: {error} ({code}). Ask its administrator.", error=what, code=code
    )
