"""The schema of the review log, version by version.

Version N is reached by running `MIGRATIONS[N - 1]`. A released migration never changes; a new
one is appended.
"""

from typing import Final

MIGRATIONS: Final = (
    (
        """
        CREATE TABLE event (
            position   INTEGER PRIMARY KEY,
            id         TEXT NOT NULL UNIQUE,
            at         TEXT NOT NULL,
            kind       TEXT NOT NULL,
            session    TEXT NOT NULL,
            mode       TEXT NOT NULL,
            item       TEXT,
            item_hash  TEXT,
            response   TEXT,
            verdict    TEXT,
            score      REAL,
            elapsed_ms INTEGER,
            payload    TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END
        """,
        """
        CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END
        """,
        """
        CREATE TABLE migration (
            version INTEGER PRIMARY KEY,
            at      TEXT NOT NULL
        ) STRICT
        """,
    ),
)

VERSION: Final = len(MIGRATIONS)
