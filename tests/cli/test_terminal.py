"""The state of the terminal afterwards: the real program on a real terminal, ended in every way."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import study_app

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo terminals of this kind", allow_module_level=True)

from tests.cli.program import Dva, plain_environment
from tests.cli.terminal import PATIENCE, Terminal
from tests.shipped import keep_bank_in

ROOT = Path(study_app.__file__).parent.parent
HOME = b"Topics and cards"
DVA = (sys.executable, "-m", "study_app")
LONG = 5000 * "n"

Open = Callable[..., Terminal]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    keep_bank_in(folder / "cache" / "dva-study")
    return folder


@pytest.fixture(scope="module")
def environment(home: Path) -> dict[str, str]:
    return plain_environment() | {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "share"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def app(home: Path, environment: dict[str, str]) -> Iterator[Open]:
    """Starts the app, and waits until home is seen."""
    opened: list[Terminal] = []

    def start(*command: str) -> Terminal:
        opened.append(Terminal(command or DVA, environment, home))
        opened[-1].read(HOME)
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(app: Open, number: signal.Signals) -> None:
    terminal = app()
    assert not terminal.is_as_before
    terminal.type(b"\x1b[?2048;2$y")  # a terminal that tells of its size by itself
    terminal.read(b"\x1b[?1016h")
    terminal.send(number)
    assert terminal.wait() == 128 + number
    assert terminal.is_as_before


def test_without_a_terminal_and_without_its_signal_the_app_ends(app: Open) -> None:
    terminal = app("/bin/sh", "-c", f'trap "" HUP; exec {" ".join(DVA)}')
    terminal.hang_up()
    assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP


def test_a_byte_that_is_no_utf8_is_a_key_that_does_nothing(app: Open) -> None:
    """Such as a Korean letter from a terminal that writes EUC-KR."""
    terminal = app()
    terminal.type(b"\xb0\xa1\xff\xc0")
    terminal.type(b"\x1bOP")  # F1
    terminal.read(b"Keys")
    assert terminal.process.poll() is None
    terminal.type(b"\x11")
    assert terminal.wait() == 0
    assert terminal.is_as_before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("<&-", "The app needs a terminal. Try: dva quiz --plain"),
        ("stats >&-", "Standard output is closed. Open it, or write to a file with > FILE."),
        ("quiz --plain <&-", "Standard input is closed. Open it: the answers are read from there."),
        (f"where --data-dir {LONG}x >&-", "Standard output is closed."),
    ],
)
def test_one_line_says_which_stream_is_closed(
    tmp_path: Path, environment: dict[str, str], arguments: str, message: str
) -> None:
    found = subprocess.run(
        ["/bin/sh", "-c", f"exec {' '.join(DVA)} {arguments}"],
        env=environment,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    (line,) = found.stderr.splitlines()
    assert found.returncode == 2
    assert message in line
    assert len(line) < 1500


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("where --data-dir ~nosuchuser/x", "there is no home folder ~nosuchuser."),
        (f"keys --data-dir {LONG}", "/settings.json: File name too long. Fix or move the file."),
        (f"simulate {LONG}", "cannot be read: File name too long; choose another file"),
        (f"restore {LONG}", "File name too long."),
        ("keys --data-dir number", "a number has too many digits"),
        ("keys --data-dir twice", "duplicate key 'theme'; write it once. Fix or move the file."),
        ("keys --data-dir pipe", "is not a regular file. Fix or move the file."),
        ("simulate pipe/settings.json", "is not a regular file; write to a file first"),
        ("grade pipe/settings.json pipe/settings.json", "is not a regular file; write to a file"),
        ("lab --plain pipe/settings.json", "is not a regular file; write to a file first"),
    ],
)
def test_one_line_says_which_file_cannot_be_used(dva: Dva, arguments: str, message: str) -> None:
    for name in ("number", "twice", "pipe"):
        (dva.home / name).mkdir()
    (dva.home / "number" / "settings.json").write_text(f'{{"keys": {10_000 * "9"}}}')
    (dva.home / "twice" / "settings.json").write_text('{"theme": "a", "theme": "b"}')
    os.mkfifo(dva.home / "pipe" / "settings.json")
    found = dva.bare(*arguments.split())
    (line,) = found.stderr.splitlines()
    assert found.returncode == 2
    assert message in line
    assert len(line) < 1500
