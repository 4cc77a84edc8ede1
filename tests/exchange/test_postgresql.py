"""Sync through a real PostgreSQL server: the union of logs, whatever happens on the way."""

import json
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.exchange.sync import postgresql
from study_app.exchange.sync.postgresql import is_server, learner_named, with_server
from study_app.exchange.sync.server_errors import SHAPE
from study_app.exchange.sync.sync import Synced, with_file, with_folder
from study_app.store.errors import StoreError
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.cli.conftest import dva
from tests.cli.program import Dva, refused
from tests.exchange.kill_sync import LEFT, fill_server, ids_in, killed, on_server, write
from tests.exchange.test_sync import MACHINES, at_once, expect_equal, follow, three
from tests.postgresql_server import PASSWORD, QUOTED, Server, server
from tests.store.samples import clock, event

__all__ = ["dva", "server"]

_numbers = count()


@pytest.fixture
def learner() -> str:
    """One that no other test has."""
    return f"learner {next(_numbers)}"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ReviewLog]:
    with closing(ReviewLog(tmp_path / "progress.db", clock)) as found:
        yield found


@pytest.fixture
def elsewhere(server: Server) -> Iterator[str]:
    """The URL of a schema without tables."""
    name = f"schema_{next(_numbers)}"
    server.execute(f"CREATE SCHEMA {name}")
    yield f"{server.url()}?options=-csearch_path%3D{name}"
    server.execute(f"DROP SCHEMA {name} CASCADE")


STEP = st.one_of(
    st.tuples(st.just("study"), st.sampled_from(MACHINES)),
    st.tuples(st.just("server"), st.sampled_from(MACHINES)),
    st.tuples(st.just("folder"), st.sampled_from(MACHINES)),
    st.tuples(st.sampled_from(MACHINES), st.sampled_from(MACHINES)),
)


@settings(max_examples=4, deadline=None)
@given(
    steps=st.lists(STEP, min_size=3, max_size=14),
    seed=st.integers(0, 99),
    last=st.permutations(MACHINES),
)
def test_any_order_ends_equal(
    server: Server, steps: list[tuple[str, str]], seed: int, last: list[str]
) -> None:
    """The same events give the same state whatever the order of arrival, and by whichever way."""
    chance = Random(seed)
    name = f"any order {next(_numbers)}"
    through = partial(with_server, url=server.url(), learner=name)
    with TemporaryDirectory() as home, three(Path(home)) as logs:
        shared = Path(home) / "shared"
        shared.mkdir()
        ways = {
            "server": lambda one: through(logs[one]),
            "folder": lambda one: with_folder(logs[one], shared, one),
        }
        everything = follow(steps, logs, chance, ways)
        for machine in (*last, *last):
            through(logs[machine])
        expect_equal(logs, everything)
        assert sorted(everything) == on_server(server, name)
        assert [through(one) for one in logs.values()] == [Synced()] * 3


def test_one_table_holds_many_learners(server: Server, log: ReviewLog, tmp_path: Path) -> None:
    """The ids of two learners may be the same: each has events of their own."""
    log.append(event(1))
    assert with_server(log, server.url(), "지우") == Synced(went=1)
    assert with_server(log, server.url(), "Robert'); DROP TABLE dva_event; --") == Synced(went=1)
    with closing(ReviewLog(tmp_path / "other.db", clock)) as other:
        assert with_server(other, server.url(), "nobody yet") == Synced()
        assert with_server(other, server.url(), "지우") == Synced(came=1)


def test_a_learner_is_the_same_on_every_keyboard() -> None:
    assert learner_named("\u1112\u1161\u11ab ") == learner_named("\ud55c") == "\ud55c"
    for name in ("", "  ", "a\nb", "\x1b[31m", "x" * 101):
        with pytest.raises(ValueError, match=r"^$"):
            learner_named(name)


def test_what_a_later_version_wrote_stays_and_is_passed_on(
    server: Server, log: ReviewLog, learner: str, tmp_path: Path
) -> None:
    later = {key: value for key, value in to_row(event(1)).items() if value is not None}
    later |= {"kind": "of_a_later_version", "mood": "fine \0", "item": "t/\0q"}
    log.append(event(2))
    with_server(log, server.url(), learner)
    with psycopg.connect(server.url()) as other:
        other.execute(
            "INSERT INTO dva_event VALUES (%s, %s, %s)", (learner, later["id"], json.dumps(later))
        )
    assert with_server(log, server.url(), learner) == Synced(came=1)
    (row,) = [one for one in log.rows() if one["id"] == later["id"]]
    assert {**later, **row, "position": None} == {**row, "position": None, "mood": "fine \0"}
    (line,) = server.execute(
        f"SELECT event FROM dva_event WHERE learner = '{learner}' AND id = '{later['id']}'"
    )[0]
    assert json.loads(line) == later
    with closing(ReviewLog(tmp_path / "third.db", clock)) as third:
        with_file(log, third)
        assert with_server(third, server.url(), f"{learner} passed on") == Synced(went=2)


def test_what_is_no_event_is_told_and_left_alone(
    server: Server, log: ReviewLog, learner: str
) -> None:
    log.append(event(1))
    with_server(log, server.url(), learner)
    good = server.execute(f"SELECT event FROM dva_event WHERE learner = '{learner}'")[0][0]
    for number, line in enumerate(("", "[]", good, good[:-7], "[" * 99_999)):
        server.execute(f"INSERT INTO dva_event VALUES ('{learner}', 'bad{number}', '{line}')")
    found = with_server(log, server.url(), learner)
    assert (found.came, found.went, len(found.unread)) == (0, 0, 5)
    assert all(f"/study: bad{number}: " in found.unread[number].en for number in range(5))
    assert len(on_server(server, learner)) == 6


def syncing(path: Path, url: str, learner: str) -> Synced:
    with closing(ReviewLog(path, clock)) as log:
        return with_server(log, url, learner)


@pytest.mark.parametrize("isolation", ["read committed", "serializable"])
def test_two_syncs_at_once_lose_nothing_and_write_nothing_twice(
    server: Server, elsewhere: str, tmp_path: Path, isolation: str
) -> None:
    """Also the first two ever, which both make the table, and with the same events on both."""
    sizes = {"a": range(1200), "b": range(800, 2000), "c": range(400, 1600)}
    paths = {name: tmp_path / f"{name}.db" for name in sizes}
    for name, numbers in sizes.items():
        with closing(ReviewLog(paths[name], clock)) as one:
            one.add_rows(to_row(event(number)) for number in numbers)
    url = f"{elsewhere}%20-cdefault_transaction_isolation%3D{isolation.replace(' ', '%5C%20')}"
    found = at_once(*(partial(syncing, path, url, "me") for path in paths.values()))
    assert sum(one.went for one in found) == 2000
    for path in paths.values():
        syncing(path, url, "me")
    logs = []
    for path in paths.values():
        with closing(ReviewLog(path, clock)) as one:
            logs.append(sorted(ids_in(one)))
    assert logs[0] == logs[1] == logs[2] == sorted(event(number).id for number in range(2000))


@pytest.mark.parametrize(
    "collision",
    [
        psycopg.errors.SerializationFailure,
        psycopg.errors.DeadlockDetected,
        psycopg.errors.UniqueViolation,
        # Two create the table at the same moment: the other's is in the way, or its row type.
        psycopg.errors.DuplicateTable,
        psycopg.errors.DuplicateObject,
    ],
)
def test_a_collision_is_tried_again(
    server: Server,
    log: ReviewLog,
    learner: str,
    collision: type[psycopg.Error],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log.append(event(1))
    expect, collisions = postgresql._expect_table, [collision()]

    def expected(connection: "postgresql.Server", *, place: str) -> None:
        if collisions:
            raise collisions.pop()
        expect(connection, place=place)

    monkeypatch.setattr(postgresql, "_expect_table", expected)
    assert with_server(log, server.url(), learner) == Synced(went=1)


def test_what_could_not_be_serialized_is_tried_again(
    server: Server, log: ReviewLog, learner: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program writes the same event once this transaction has looked."""
    log.append(event(1), event(2))
    with_server(log, server.url(), "first")
    send, codes = postgresql._sent, list[str | None]()

    def sent(connection: "postgresql.Server", **values: object) -> int:
        connection.execute("SET LOCAL transaction_isolation = serializable")
        connection.execute("SELECT count(*) FROM dva_event")
        if not codes:
            server.execute(
                f"INSERT INTO dva_event SELECT '{learner}', id, event FROM dva_event "
                f"WHERE learner = 'first' AND id = '{event(1).id}'"
            )
        try:
            return send(connection, **values)  # type: ignore[arg-type]
        except psycopg.Error as error:
            codes.append(error.sqlstate)
            raise

    monkeypatch.setattr(postgresql, "_sent", sent)
    assert with_server(log, server.url(), learner) == Synced(went=1)
    assert codes == ["40001"]
    assert on_server(server, learner) == [event(1).id, event(2).id]


def test_a_connection_that_breaks_in_the_middle_leaves_nothing_half(
    server: Server, log: ReviewLog, elsewhere: str
) -> None:
    """The server ends the connection while the last events come in."""
    with_server(log, elsewhere, "me")
    log.add_rows(to_row(event(number)) for number in range(2500))
    schema = elsewhere.rpartition("%3D")[2]
    server.execute(
        f"CREATE FUNCTION {schema}.die() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'",
        f"CREATE TRIGGER die BEFORE INSERT ON {schema}.dva_event FOR EACH ROW "
        f"WHEN (NEW.id = '{event(2400).id}') EXECUTE FUNCTION {schema}.die()",
    )
    with pytest.raises(StoreError, match=r"/study: the connection broke\. Nothing was lost or dup"):
        with_server(log, elsewhere, "me")
    assert server.execute(f"SELECT count(*) FROM {schema}.dva_event") == [(0,)]
    server.execute(f"DROP TRIGGER die ON {schema}.dva_event")
    assert with_server(log, elsewhere, "me") == Synced(went=2500)


def test_killed_in_the_middle_nothing_is_lost_and_nothing_is_twice(
    server: Server, log: ReviewLog, learner: str
) -> None:
    fill_server(log.path, server.url(), learner)
    chance = Random(7)
    for _ in range(3):
        killed(log.path, server.url(), learner, chance.random() * 0.2)
    with_server(log, server.url(), learner)
    expected = sorted(event(number).id for number in range(2 * LEFT))
    assert sorted(ids_in(log)) == on_server(server, learner) == expected


def message(log: ReviewLog, url: str) -> str:
    with pytest.raises(StoreError) as found:
        with_server(log, url, "me")
    said = str(found.value)
    assert PASSWORD not in said
    assert QUOTED not in said
    assert "\n" not in said
    assert re.search("[가-힣]", found.value.text.ko)
    return said


def test_a_server_that_lets_nobody_in_is_told_with_the_remedy(
    server: Server, log: ReviewLog
) -> None:
    where = f"postgresql://127.0.0.1:{server.port}"
    wrong = message(log, server.url(password="secret-word"))
    assert wrong.startswith(f"{where}/study: user or password is wrong. Correct the URL, or set")
    assert "secret-word" not in wrong
    assert message(log, server.url("nothing")).startswith(
        f"{where}/nothing: there is no such database. Create it"
    )
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        unreachable = message(log, f"postgresql://me:{QUOTED}@127.0.0.1:{port}/study")
    assert unreachable == (
        f"postgresql://127.0.0.1:{port}/study: the server cannot be reached: Connection refused. "
        "Check host and port, and that the server is running."
    )


def test_a_server_that_does_not_answer_is_given_up(log: ReviewLog) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        said = message(log, f"postgresql://a:b@127.0.0.1:{port}/study?connect_timeout=1")
    assert said.startswith(f"postgresql://127.0.0.1:{port}/study: no answer. Check host and port")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:sec@ret@host/study",
        "postgresql://me:sec/ret@host/study",
        "postgresql://me:12/ret@host/study",
        "postgresql://me:sec%ret@host/study",
        "postgresql://me@host:sec/study",
        "postgresql://me@host/study?sec=ret",
        "postgresql://me:12?sec@ret@host/study",
        "postgresql://me:secret@a..b/study",
        "postgresql://me:secret@host/\udce9",
        "postgresql://me:secret@host/study?connect_timeout",
        "postgresql:/me:secret@host/study",
        "PostgreSQL://me:secret@host/study",
        "mysql://me:secret@host/study",
    ],
)
def test_a_url_that_is_none_is_told_without_its_password(log: ReviewLog, url: str) -> None:
    assert is_server(url)
    said = message(log, url)
    assert said.startswith("The URL cannot be read. Write postgresql://USER:PASSWORD@HOST")
    assert "sec" not in said
    assert "ret" not in said


@pytest.mark.parametrize(
    "table",
    [
        "dva_event (id text PRIMARY KEY)",
        "dva_event (learner text, id text, event text)",
        "dva_event (learner text, id integer, event text, PRIMARY KEY (learner, id))",
        "dva_event (learner text, id text, event text, more int NOT NULL, UNIQUE (learner, id))",
        "dva_event (learner text, id text, event varchar(9), PRIMARY KEY (learner, id))",
    ],
)
def test_a_table_of_another_shape_is_left_alone(
    server: Server, log: ReviewLog, elsewhere: str, table: str
) -> None:
    schema = elsewhere.rpartition("%3D")[2]
    server.execute(f"CREATE TABLE {schema}.{table}")
    log.append(event(1))
    assert message(log, elsewhere).endswith(f"/study: {SHAPE.en}")
    assert server.execute(f"SELECT count(*) FROM {schema}.dva_event") == [(0,)]


def test_rights_are_asked_for_and_a_table_made_before_is_enough(
    server: Server, log: ReviewLog, elsewhere: str, tmp_path: Path
) -> None:
    schema = elsewhere.rpartition("%3D")[2]
    log.append(event(1))
    server.execute(
        f"CREATE ROLE guest LOGIN PASSWORD '{PASSWORD}'", f"GRANT USAGE ON SCHEMA {schema} TO guest"
    )
    guest = elsewhere.replace("//learner:", "//guest:")
    assert "Ask its administrator for CREATE on the schema" in message(log, guest)
    with_server(log, elsewhere, "me")
    server.execute(f"GRANT SELECT, INSERT ON {schema}.dva_event TO guest")
    log.append(event(2))
    assert with_server(log, guest, "me") == Synced(went=1)
    log.append(event(3))
    server.execute("ALTER ROLE guest CONNECTION LIMIT 0")
    assert 'let you in: too many connections for role "guest". Check' in message(log, guest)
    server.execute("ALTER ROLE guest CONNECTION LIMIT 9")
    read_only = f"{guest}%20-cdefault_transaction_read_only%3Don"
    assert "the server is read-only" in message(log, read_only)


def test_the_command_says_what_is_missing_and_syncs(server: Server, dva: Dva, learner: str) -> None:
    write(dva.data / "progress.db", range(3))
    assert "Add --as NAME" in refused(dva("sync", server.url()))
    assert "--as must be a name" in refused(dva("sync", server.url(), "--as", " "))
    assert "--as is only for a server" in refused(dva("sync", ".", "--as", learner))
    korean = refused(dva("sync", server.url("nothing"), "--as", learner, "--lang", "ko"))
    assert korean.endswith("/nothing: 데이터베이스가 없습니다. 만들거나 다른 이름을 쓰세요.")
    went = dva("sync", server.url(), "--as", learner)
    assert went.stderr == ""
    assert went.stdout == f"New on this server: {learner}\n0 events received, 3 sent.\n"
    again = dva.bare("--data-dir", "second", "sync", server.url(), "--as", learner)
    assert (again.stdout, again.stderr) == ("3 events received, 0 sent.\n", "")


def test_without_psycopg_the_extra_is_named(
    log: ReviewLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "Install dva-study[postgresql]" in message(log, "postgresql://a:b@c/d")
