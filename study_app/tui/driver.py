"""The terminal under the app: left as it was found, however the app ends.

Textual's driver dies of SIGTERM and SIGHUP with the terminal raw, goes on for ever once the
terminal is gone, and ends the app at a byte that is no UTF-8.
"""

import os
import selectors
import signal
import sys
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from threading import Timer
from types import FrameType
from typing import Any, Final, TextIO

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

ENDING: Final = (signal.SIGTERM, signal.SIGHUP)
ENDED_BY: Final = 128
"""The exit code of a program that a signal ended is this and the number of the signal."""

PATIENCE: Final = 3.0
"""Seconds that an app has to leave after a signal. One that computes is not waited for."""

LEAVE: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2048l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""All that the app may have set in the terminal, taken back."""

READ_BYTES: Final = 4096
TICK: Final = 0.1


class TerminalDriver(LinuxDriver):
    """Ends the app with 128 + N at signal N, with 129 where the terminal is gone."""

    def __init__(self, app: Any, **given: Any) -> None:
        super().__init__(app, **given)
        self._file = Screen(sys.__stdout__)  # type: ignore[assignment]
        self._ending = False

    def start_application_mode(self) -> None:
        for number in ENDING:
            if signal.getsignal(number) is signal.SIG_DFL:  # one that is ignored stays so: nohup
                signal.signal(number, self._end)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        super().stop_application_mode()
        self.write("\x1b[?1016l")  # mouse positions in pixels, which Textual sets and leaves
        self.flush()

    def run_input_thread(self) -> None:
        """Hand keys to the app. Bytes that are no UTF-8 are no keys."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="ignore").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TICK):
                    data = self._read()
                    if not data:
                        self._leave(signal.SIGHUP)
                        return
                    text = decode(data)
                    for event in parser.feed(text) if text else ():  # "" would be the end
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """What was typed; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, READ_BYTES)
        except OSError:
            return b""

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """What a signal does: a second one does not wait."""
        if self._ending:
            self._force(number)
        self._leave(number)

    def _leave(self, number: int) -> None:
        """End the app in order; by force where that takes too long."""
        self._ending = True
        timer = Timer(PATIENCE, self._force, (number,))
        timer.daemon = True
        timer.start()
        self._loop.call_soon_threadsafe(self._app.exit, None, ENDED_BY + number)

    def _force(self, number: int) -> None:
        """End at once; all that can still be done is to restore the terminal."""
        with suppress(OSError):
            os.write(self.fileno, LEAVE)
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        os._exit(ENDED_BY + number)


class Screen:
    """Text to the terminal, which may be gone: what cannot be shown any more is dropped.

    An error would end the thread that writes, and the app would wait for it for ever.
    """

    def __init__(self, out: TextIO | None) -> None:
        self._out = out

    def write(self, text: str) -> None:
        self._do("write", text)

    def flush(self) -> None:
        self._do("flush")

    def fileno(self) -> int:
        assert self._out is not None
        return self._out.fileno()

    def isatty(self) -> bool:
        return self._out is not None and self._out.isatty()

    def _do(self, what: str, *given: str) -> None:
        if self._out is None:
            return
        try:
            getattr(self._out, what)(*given)
        except OSError:
            self._out = None
