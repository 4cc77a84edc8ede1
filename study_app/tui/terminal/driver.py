"""The terminal under the app: restored however the app ends.

On SIGTERM and SIGHUP Textual's driver dies and leaves the terminal raw; when the terminal is gone
it runs forever; and a byte that is not UTF-8 ends the app.
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
"""A program ended by a signal exits with this plus the signal number."""

PATIENCE: Final = 3.0
"""Seconds an app has to exit after a signal. A busy one is not waited for."""

LEAVE: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2048l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Resets everything that the app may have set in the terminal."""

READ_BYTES: Final = 4096
TICK: Final = 0.1


class TerminalDriver(LinuxDriver):
    """Ends the app with exit code 128 + N on signal N, and 129 when the terminal is gone."""

    def __init__(self, app: Any, **given: Any) -> None:
        super().__init__(app, **given)
        self._file = Screen(sys.__stdout__)  # type: ignore[assignment]
        self._ending = False

    def start_application_mode(self) -> None:
        for number in ENDING:
            if signal.getsignal(number) is signal.SIG_DFL:  # an ignored signal stays ignored: nohup
                signal.signal(number, self._end)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        super().stop_application_mode()
        self.write("\x1b[?1016l")  # mouse positions in pixels, which Textual turns on and never off
        self.flush()

    def run_input_thread(self) -> None:
        """Pass keys to the app; drop bytes that are not UTF-8."""
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
                    for event in parser.feed(text) if text else ():  # "" would mean end of input
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """What was typed; nothing if the terminal is gone."""
        try:
            return os.read(self.fileno, READ_BYTES)
        except OSError:
            return b""

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """Handle a signal: the second one does not wait."""
        if self._ending:
            self._force(number)
        self._leave(number)

    def _leave(self, number: int) -> None:
        """End the app cleanly, or by force if that takes too long."""
        self._ending = True
        timer = Timer(PATIENCE, self._force, (number,))
        timer.daemon = True
        timer.start()
        self._loop.call_soon_threadsafe(self._app.exit, None, ENDED_BY + number)

    def _force(self, number: int) -> None:
        """End immediately, with the terminal restored and nothing else done."""
        with suppress(OSError):
            os.write(self.fileno, LEAVE)
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        os._exit(ENDED_BY + number)


class Screen:
    """Writes to the terminal, and drops the text if the terminal is gone.

    An error would end the writer thread, and the app would wait for it forever.
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
