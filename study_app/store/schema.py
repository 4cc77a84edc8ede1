"""The schema of the review log, version by version.

Version N is reached by running `MIGRATIONS[N - 1]`. A released migration never changes; a new
one is appended. The function `study_day` of SQL gives the study day of a moment, both as text.
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
    # The study day and the card of each event. Rows are never updated: the days of those of
    # version 0.1 stand in a table of their own, taken from the time zone of the migration.
    (
        "ALTER TABLE event ADD COLUMN day TEXT",
        "ALTER TABLE event ADD COLUMN card TEXT",
        "ALTER TABLE migration ADD COLUMN zone TEXT",
        """
        CREATE TABLE earlier_day (
            position INTEGER PRIMARY KEY,
            day      TEXT
        ) STRICT
        """,
        """
        INSERT INTO earlier_day (position, day)
        SELECT position, study_day(CAST(at AS BLOB)) FROM event
        """,
        "CREATE INDEX event_by_item ON event (item)",
        "CREATE INDEX event_by_session ON event (session)",
        # Tells this log from others, for what is derived from it and kept elsewhere.
        "CREATE TABLE log (id TEXT NOT NULL) STRICT",
        "INSERT INTO log (id) VALUES (lower(hex(randomblob(16))))",
    ),
    # The latest events by time, for the chance of passing: without it every row is looked at.
    ("CREATE INDEX event_by_time ON event (at)",),
)

VERSION: Final = len(MIGRATIONS)

ZONES_SINCE: Final = 2
"""The first version that records the time zone of its migration."""
