"""Print how long the home screen takes to its first paint, beside a minimal Textual app.

    python tests/startup.py [RUNS]

Both start on a pseudo terminal of 80x24, in turns, with bytecode compiled: without it every
figure is about the compiler. The time ends when the text that marks the screen has arrived.
"""

import compileall
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import sysconfig
import tempfile
import termios
import time
from pathlib import Path

import study_app

MINIMAL = """
from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, OptionList


class Minimal(App[None]):
    BINDINGS = [("q", "quit", "Quit"), ("d", "toggle_dark", "Dark")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield Input(placeholder="Search")
        yield OptionList(*(f"Item {number}" for number in range(30)))
        yield Footer()


Minimal().run()
"""
TIMEOUT = 20.0


def first_paint(command: list[str], marker: bytes, environment: dict[str, str]) -> float:
    """Milliseconds from the start of `command` until `marker` stands in its output."""
    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execve(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    try:
        while marker not in seen:
            ready, _, _ = select.select([terminal], [], [], TIMEOUT)
            if not ready:
                raise SystemExit(f"{command} showed no {marker!r} within {TIMEOUT} s")
            seen += os.read(terminal, 65536)
        return (time.perf_counter() - began) * 1000
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)


def compiled() -> None:
    """Compile our package and everything installed beside it."""
    for folder in (Path(study_app.__file__).parent, Path(sysconfig.get_path("purelib"))):
        compileall.compile_dir(folder, quiet=2, workers=2)


def main(runs: int) -> None:
    compiled()
    with tempfile.TemporaryDirectory() as scratch:
        minimal = Path(scratch, "minimal.py")
        minimal.write_text(MINIMAL, encoding="utf-8")
        environment = {
            key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
        } | {"TERM": "xterm-256color", "DVA_DATA_DIR": scratch}
        commands = {
            "home": ([sys.executable, "-m", "study_app"], b"watch Amazon ECS"),
            "minimal": ([sys.executable, str(minimal)], b"Item 5"),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, (command, marker) in commands.items():
                taken = first_paint(command, marker, environment)
                if turn:  # the first turn fills the caches of the file system
                    times[name].append(taken)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        spread = f"{min(times[name]):.0f} to {max(times[name]):.0f}"
        print(f"{name:8} {median:6.0f} ms   ({spread}, {runs} runs)")
    print(f"ratio    {medians['home'] / medians['minimal']:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
