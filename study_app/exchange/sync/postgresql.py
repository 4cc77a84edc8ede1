"""Sync through a server that speaks PostgreSQL: one table holds the events of many learners.

An event is stored as the same line as in a shared folder, so an older version changes nothing for a
newer one. Plain SQL only, so that distributed servers work as well: no sequence and no lock; a
transaction that the server could not serialize is retried as a whole.
"""

import re
import time
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from os import environ
from typing import TYPE_CHECKING, Any, Final, TypeVar

from study_app.exchange.sync.event_lines import NO_EVENT, NotAnEvent, line_of, row_of, skip_reason
from study_app.exchange.sync.server_errors import (
    AGAIN,
    PATIENCE,
    SHAPE,
    about,
    cannot_connect,
    explained_server,
    not_installed,
    place_of,
    refuse_url,
)
from study_app.exchange.sync.sync import Synced
from study_app.store.log import ReviewLog
from study_app.words.text import Text

if TYPE_CHECKING:
    from psycopg import Connection

    Server = Connection[tuple[Any, ...]]

_SCHEMES: Final = ("postgresql://", "postgres://")
_URL: Final = re.compile("[A-Za-z][A-Za-z0-9+.-]+:/")
"""The scheme has at least two letters: one letter is a Windows drive."""

LONGEST_NAME: Final = 100

_PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds before each retry of a transaction."""

_AT_ONCE: Final = 1000
"""Events sent in one statement."""

_PATIENCE: Final = f"SET LOCAL statement_timeout = {PATIENCE * 1000}"
_LOOK: Final = """
    SELECT column_name, data_type FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = 'dva_event'
"""
_MAKE: Final = """
    CREATE TABLE IF NOT EXISTS dva_event (
        learner TEXT NOT NULL,
        id      TEXT NOT NULL,
        event   TEXT NOT NULL,
        PRIMARY KEY (learner, id)
    )
"""
_KNOWN: Final = "SELECT id FROM dva_event WHERE learner = $1"
_ALL: Final = "SELECT id, event FROM dva_event WHERE learner = $1"
_FETCH: Final = f"{_ALL} AND id = ANY($2)"
_SEND: Final = (
    "INSERT INTO dva_event (learner, id, event) VALUES {} ON CONFLICT (learner, id) DO NOTHING"
)

_COLUMNS: Final = {"learner", "id", "event"}
_TEXT: Final = {"text", "character varying"}

_LINK: Final = {
    "application_name": "dva sync",
    "connect_timeout": 5,
    # A dead peer is noticed within half a minute.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
"""Connection settings that the URL can override."""

Line = tuple[str, str]
"""The id of an event, and the event."""

T = TypeVar("T")


def is_server(target: str) -> bool:
    """True even for a misspelled URL: it may hold a password, and a path would be printed."""
    return _URL.match(target) is not None


def learner_named(name: str) -> str:
    """`name` normalized as on the server: two keyboards may compose the same Hangul differently.

    Raises ValueError if it is not a valid name.
    """
    found = unicodedata.normalize("NFC", name).strip()
    if not found or len(found) > LONGEST_NAME or not found.isprintable():
        raise ValueError
    return found


def with_server(log: ReviewLog, url: str, learner: str) -> Synced:
    """Make `log` and the events of `learner` on the server the same: one transaction each way.

    No message contains the password in `url`. Raises `StoreError`.
    """
    ours = log.ids()
    found = Synced()
    parameters = _parsed(url)
    place = place_of(parameters)
    with explained_server(place), closing(_connected(url, parameters, place)) as server:
        _attempt(server, partial(_expect_table, place=place))
        known, lines = _attempt(server, partial(_fetched, learner=learner, ours=ours))
        found.is_first = not known
        came = list(_rows(lines, place, found.unread))
        new = _written(log, known) if ours - known else []
        found.came = log.add_rows(came) if came else 0
        found.went = _attempt(server, partial(_sent, learner=learner, lines=new)) if new else 0
    return found


def _parsed(url: str) -> Mapping[str, Any]:
    try:
        from psycopg import ProgrammingError  # noqa: PLC0415 - an extra
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415
    except ImportError as error:
        raise not_installed() from error
    if not url.startswith(_SCHEMES):
        raise refuse_url()
    try:
        found = conninfo_to_dict(url)
    except (ProgrammingError, UnicodeError):  # the message may quote part of the password
        raise refuse_url() from None
    ports = str(found.get("port") or "").split(",")
    misread = (found.get("host"), found.get("dbname"))
    # After an unescaped character, the rest of a password is read as host, port or database.
    if any("@" in str(part) for part in misread) or not all(
        port.isascii() and port.isdigit() for port in ports if port
    ):
        raise refuse_url()
    return found


def _connected(url: str, parameters: Mapping[str, Any], place: str) -> "Server":
    import psycopg  # noqa: PLC0415 - an extra

    link: dict[str, Any] = {key: value for key, value in _LINK.items() if key not in parameters}
    # No prepared statements: a connection pooler may use another connection for each transaction.
    try:
        return psycopg.connect(
            url,
            autocommit=True,
            prepare_threshold=None,
            client_encoding="utf8",
            cursor_factory=psycopg.RawCursor,  # server-side placeholders: none to look for
            **link,
        )
    except UnicodeError:  # not a host name
        raise refuse_url() from None
    except psycopg.Error as error:
        password = parameters.get("password") or environ.get("PGPASSWORD", "")
        raise cannot_connect(error, place, str(password)) from None


def _attempt(server: "Server", work: Callable[["Server"], T]) -> T:
    """Run `work` in one transaction, retried as a whole if it collided with another. Raises
    psycopg.Error.
    """
    import psycopg  # noqa: PLC0415 - an extra

    for pause in _PAUSES:
        try:
            return _in_transaction(server, work)
        except psycopg.Error as error:
            if error.sqlstate not in AGAIN or server.closed:
                raise
        time.sleep(pause)
    return _in_transaction(server, work)


def _in_transaction(server: "Server", work: Callable[["Server"], T]) -> T:
    with server.transaction():
        server.execute(_PATIENCE)
        return work(server)


def _expect_table(server: "Server", *, place: str) -> None:
    """Create the table if there is none. Checked first, so that a user who may not create tables
    can use one made by an administrator.
    """
    found: dict[str, str] = dict(server.execute(_LOOK).fetchall())
    if not found:
        server.execute(_MAKE)
    elif not all(found.get(name, "") in _TEXT for name in _COLUMNS):
        raise about(place, SHAPE)


def _fetched(
    server: "Server", *, learner: str, ours: Collection[str]
) -> tuple[set[str], list[Line]]:
    """The ids of all events on the server, and the lines of those that are not `ours`."""
    known = {key for (key,) in server.execute(_KNOWN, (learner,))}
    missing = [key for key in known if key not in ours]
    if 2 * len(missing) > len(known):  # one pass over all of them is faster
        everything = server.execute(_ALL, (learner,))
        return known, [line for line in everything if line[0] not in ours]
    lines: list[Line] = []
    for part in _parts(missing):
        lines += server.execute(_FETCH, (learner, part)).fetchall()
    return known, lines


def _written(log: ReviewLog, known: Collection[str]) -> list[Line]:
    """The events that are not `known`, as ASCII lines, which every database encoding can store.

    They are sorted so that two concurrent syncs that write the same ones cannot deadlock.
    """
    return sorted((str(row["id"]), line_of(row, ascii_only=True)) for row in log.rows(but=known))


def _sent(server: "Server", *, learner: str, lines: Sequence[Line]) -> int:
    """Write `lines`, skipping those that exist by now. Returns how many were written."""
    count = 0
    for part in _parts(lines):
        rows = ", ".join(
            f"($1, ${2 * place}, ${2 * place + 1})" for place in range(1, len(part) + 1)
        )
        count += server.execute(_SEND.format(rows).encode(), (learner, *chain(*part))).rowcount
    return count


def _rows(lines: Sequence[Line], place: str, unread: list[Text]) -> Iterator[Mapping[str, object]]:
    """The events in `lines`; any other line is reported and skipped."""
    for key, line in lines:
        try:
            row = row_of(line)
            if row["id"] != key:
                raise NotAnEvent("its id differs from the id it is stored under")
        except NO_EVENT as error:
            unread.append(skip_reason(f"{place}: {key}", error))
        else:
            yield row


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
