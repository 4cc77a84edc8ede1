"""A pseudo terminal running `dva`, for tests of the state in which it leaves the terminal."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

PATIENCE: Final = 60.0
"""Seconds until a program that shows nothing counts as one that hangs."""

MODES: Final = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
WRAPS, CURSOR = 7, 25
USUAL: Final = frozenset({WRAPS, CURSOR})
"""The private modes that are set in a terminal where nothing runs."""


class Terminal:
    """`command` on a terminal of 80x24."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.shown = b""
        self.process = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env={**environment, "TERM": "xterm-256color"},
            cwd=folder,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - one thread
        )

    def close(self) -> None:
        """End what still runs, and hang up."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def read(self, marker: bytes) -> None:
        """Read until `marker` stands in what was shown since the last call."""
        start, until = len(self.shown), time.monotonic() + PATIENCE
        while marker not in self.shown[start:]:
            assert time.monotonic() < until, f"no {marker!r} in {self.shown[start:]!r}"
            self._take(0.5)

    def wait(self) -> int:
        """Read until the program has ended: its exit code."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < until, "the program does not end"
            self._take(0.1)
        while self._take(0.1):
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """The terminal goes away, as where its window is closed."""
        for end in ("master", "slave"):
            if (opened := getattr(self, end)) >= 0:
                os.close(opened)
                setattr(self, end, -1)

    @property
    def is_as_before(self) -> bool:
        """Whether line discipline and private modes are those of a terminal where nothing runs."""
        return termios.tcgetattr(self.slave) == self.before and self.modes == USUAL

    @property
    def modes(self) -> frozenset[int]:
        """The private modes that are set after all that was written."""
        found = set(USUAL)
        for numbers, letter in MODES.findall(self.shown):
            change = found.add if letter == b"h" else found.discard
            for number in numbers.split(b";"):
                change(int(number))
        return frozenset(found)

    def _take(self, patience: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], patience)
        if ready:
            self.shown += os.read(self.master, 65536)
        return bool(ready)
