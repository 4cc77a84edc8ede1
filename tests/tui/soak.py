"""Walk over every screen of the app on a terminal, again and again, and see what becomes of it.

    python -m tests.tui.soak [MINUTES] [SEED]

Each round opens every screen, answers questions of every kind, takes an exam and plays a case of
the lab. After a round it prints how much memory the app takes. At the end a fresh app opens the log
that the rounds made: what both have in memory is the log's own, the rest is growth. No error may
come up, and the log must hold every answer that was given.
"""

import fcntl
import json
import os
import select
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any, Final

from study_app.cli.rooms import now
from study_app.learning.log.events import Answered, Chosen, Submitted
from study_app.store.log import ReviewLog
from tests.shipped import keep_bank_in

SIZE: Final = (120, 40)
PATIENCE: Final = 60.0
"""Seconds after which an app that says nothing counts as one that hangs."""

SETTLED: Final = 60.0
"""Seconds after which memory is to be flat."""

MEGABYTE: Final = 1024.0
KEYS: Final = {
    "enter": "\r", "escape": "\x1b", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "space": " ", "tab": "\t", "backspace": "\x7f", "home": "\x1b[H",
    "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "ctrl+p": "\x10", "ctrl+q": "\x11",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
    "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f10": "\x1b[21~",
}  # fmt: skip
WORDS: Final = ("lambda", "placement", "kms", "롤링", "queue", "token", "cache", "deploy")
"""What is typed as an answer and looked for."""

State = dict[str, Any]


class App:
    """The app on a terminal of its own. Its screen is read and thrown away."""

    def __init__(self, folder: Path) -> None:
        self.typed = 0
        self.seen: set[str] = set()
        asked, ask = os.pipe()
        hear, reports = os.pipe()
        self.master, slave = os.openpty()
        columns, rows = SIZE
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        known = {key: one for key, one in os.environ.items() if not key.startswith("DVA_")}
        self.process = subprocess.Popen(
            [
                sys.executable, "-m", "tests.tui.soaked", str(asked), str(reports),
                "--data-dir", str(folder), "--lang", "en",
            ],
            stdin=slave,
            stdout=slave,
            stderr=subprocess.PIPE,
            env=known | {"TERM": "xterm-256color"},
            pass_fds=(asked, reports),
            start_new_session=True,
        )  # fmt: skip
        for end in (slave, asked, reports):
            os.close(end)
        self._ask, self._hear = os.fdopen(ask, "w"), os.fdopen(hear)
        threading.Thread(target=self._watch, daemon=True).start()
        self.state = self.look()

    def press(self, *keys: str) -> State:
        """Type `keys`, each after the one before was dealt with."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())
            self.typed += 1
            self.state = self.look()
            self.seen.add(self.screen)
        return self.state

    def write(self, text: str, keys: int = 0) -> State:
        """Type `text`, which is of so many `keys`, as fast as it goes."""
        os.write(self.master, text.encode())
        self.typed += keys or len(text)
        self.state = self.look()
        return self.state

    def look(self) -> State:
        """What is on screen once all keys were dealt with."""
        print(self.typed, file=self._ask, flush=True)
        ready, _, _ = select.select([self._hear], [], [], PATIENCE)
        line = self._hear.readline() if ready else ""
        if not line:
            self.process.kill()
            _, said = self.process.communicate()
            raise SystemExit(f"The app is gone or hangs after {self.typed} keys: {said.decode()}")
        found: State = json.loads(line)
        return found

    @property
    def screen(self) -> str:
        return str(self.state["stack"][-1])

    @property
    def memory(self) -> float:
        """Resident, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        found = dict(line.split(":", 1) for line in status.splitlines())
        return int(found["VmRSS"].split()[0]) / MEGABYTE

    def end(self) -> None:
        os.write(self.master, KEYS["ctrl+q"].encode())
        code = self.process.wait(PATIENCE)
        assert self.process.stderr is not None
        said = self.process.stderr.read().decode()
        if code or said:
            raise SystemExit(f"The app ended with {code}: {said}")
        os.close(self.master)

    def _watch(self) -> None:
        while True:
            try:
                if not os.read(self.master, 65536):
                    return
            except OSError:
                return


class Walk:
    """Rounds over every screen, by `chance`; `given` counts what was answered."""

    def __init__(self, app: App, chance: Random) -> None:
        self.app = app
        self.chance = chance
        self.given: Counter[str] = Counter()

    def round(self) -> None:
        """From home and back to it."""
        for part in (
            self.everywhere, self.topics, self.cards, self.practice, self.lists, self.search,
            self.plan, self.progress, self.lab, self.exam, self.today,
        ):  # fmt: skip
            part()
            self.home()

    def home(self) -> None:
        for _ in range(12):
            if self.app.screen == "HomeScreen":
                return
            self.press("escape")
        raise SystemExit(f"No way home from {self.app.state}")

    def press(self, *keys: str) -> State:
        return self.app.press(*keys)

    def everywhere(self) -> None:
        self.press("?", "escape", "f6", "f6", "f6", "f7", "f7", "ctrl+p")
        self.app.write("the")
        self.press("down", "escape")

    def topics(self) -> None:
        self.press("t")
        self.app.write(self.chance.choice(WORDS[:3]))
        self.press("down", "up", "f5", "right", "space", "escape")

    def cards(self) -> None:
        self.press("c", *["right"] * self.chance.randint(1, 4), "m", "1")
        self.app.write("a note")
        self.press("f8" if self.app.screen == "NoteScreen" else "escape")
        if self.press("enter")["stack"][-1] == "QuizScreen":
            self.quiz(2)

    def practice(self) -> None:
        """A session of each kind."""
        for kind in range(1, 7):
            self.press("x", "down", "down", *["right"] * kind, *["down"] * 3)
            self.press("left")  # 10 questions
            if self.press("enter")["stack"][-1] == "QuizScreen":
                self.quiz(self.chance.randint(1, 3))
            self.home()

    def quiz(self, count: int) -> None:
        """Answer `count` questions, skip the rest, and look at the result."""
        while (state := self.app.state)["stack"][-1] == "QuizScreen":
            if count <= 0:
                left = max(1, state["left"] - 1)
                self.app.write(KEYS["f4"] * left, left)
                self.given["skipped"] += left
                continue
            count -= 1
            self.press(*["f2"] * self.chance.randint(0, 1), "f3")
            self.answer(state)
            self.press("enter")
            self.wait_for("judged")
            self.given["answered"] += 1
            self.judged()
            self.press("right")
        if self.app.screen == "ResultScreen":
            self.press("down", "a", "right", "left", "escape")

    def wait_for(self, what: str) -> None:
        """Until the screen says so: a busy machine is no error, and takes its time."""
        until = time.monotonic() + PATIENCE
        while not self.app.state.get(what):
            if time.monotonic() > until:
                raise SystemExit(f"Not {what}: {self.app.state}")
            time.sleep(0.1)
            self.app.state = self.app.look()

    def judged(self) -> None:
        """What can be looked at and done beside a verdict."""
        chosen = self.chance.randrange(6)
        if chosen == 0:
            self.press("c")
        if chosen == 1:
            self.press("m", "down", "up", "escape")
        if chosen == 2:
            self.press("l")
        if chosen == 3:
            self.press("o", "+", "-")
        if chosen == 4:
            self.press("f6", "f6", "f6")
        for _ in range(6):
            if self.app.screen == "QuizScreen":
                return
            self.press("escape")
        raise SystemExit(f"No way back to the question from {self.app.state}")

    def answer(self, state: State) -> None:
        """Fill in an answer."""
        numbers = [str(number) for number in range(1, state["count"] + 1)]
        self.chance.shuffle(numbers)
        match state["area"]:
            case "Typing":
                self.app.write(f"{self.chance.choice(WORDS)} {self.chance.randint(1, 99)}")
            case "ChoosingArea":
                self.press(*numbers[: state["required"]])
            case "RankingArea":
                self.press(*numbers)
            case "Joining":
                self.press(*"abcde"[: state["count"]])
            case other:
                raise SystemExit(f"Questions of {other} are not known here.")

    def lists(self) -> None:
        """The lists of home; of an unfinished session, a question more, and sometimes its end."""
        for key in "mf":
            self.press(key, "down", "escape")
        self.begin_and_leave()
        if self.press("r", "down", "up")["stack"][-1] != "SessionsScreen":
            raise SystemExit(f"No list of sessions: {self.app.state}")
        if self.chance.randrange(2):
            self.press("x", "down", "x", "x")
        elif self.press("enter")["stack"][-1] == "QuizScreen":
            self.quiz(1)

    def begin_and_leave(self) -> None:
        """A session with one answer, of which the question is suspended and put back."""
        self.press("x", "down", "down", "right", *["down"] * 3)
        if self.press("enter")["stack"][-1] != "QuizScreen":
            raise SystemExit(f"No session: {self.app.state}")
        self.answer(self.app.state)
        self.press("enter")
        self.wait_for("judged")
        self.given["answered"] += 1
        self.suspend()
        self.home()

    def suspend(self) -> None:
        """Suspend what More offers last, before the report and the list, and put it back."""
        rows = self.press("m")["rows"]
        self.press(str(rows - 2))
        if self.app.screen == "QuizScreen":
            rows = self.press("m")["rows"]
        if self.press(str(rows))["stack"][-1] != "SuspendedScreen":
            raise SystemExit(f"No list of what is suspended: {self.app.state}")
        self.press("down", "up", "enter", "escape")

    def search(self) -> None:
        self.press("/")
        self.app.write(self.chance.choice(WORDS))
        self.press("down", "down", "f5", "enter")
        if self.app.screen == "QuizScreen":
            self.quiz(1)

    def plan(self) -> None:
        self.press("d", "down", "+", "-", "down", "+", "-", "escape")

    def progress(self) -> None:
        self.press("p", "1", "2", "3", "down", "m", "right", "down", "2", "left", "escape")

    def lab(self) -> None:
        self.press("l", *["down"] * self.chance.randint(0, 30))
        if self.press("enter")["stack"][-1] != "LabScreen":
            return
        state = self.press("right", "right", "left", "p")
        if state.get("area"):
            self.answer(state)
            self.press("enter")
            self.given["answered"] += 1
        self.press("e", "tab", "f2", "end", "home")
        state = self.press("space", "+", "+", "+")
        until = time.monotonic() + 3
        while state["playing"] and time.monotonic() < until:
            time.sleep(0.1)
            state = self.app.look()
        self.press("c")

    def exam(self) -> None:
        """The shortest exam: some questions answered, some left open."""
        self.press("e", *["right"] * 2)
        if self.press("enter")["stack"][-1] != "ExamScreen":
            return
        answered: set[str] = set()
        for _ in range(self.chance.randint(4, 8)):
            state = self.app.state
            if state["item"] not in answered:
                self.answer(state | {"area": "ChoosingArea"})
                self.given["chosen"] += 1
                answered.add(state["item"])
            self.press(*["x"] * self.chance.randint(0, 1), "f", "right")
        self.press("t", "t", "g", "tab", "f", "f8", "f8")
        if self.app.screen != "ExamResultScreen":
            raise SystemExit(f"Not submitted: {self.app.state}")
        self.given["submitted"] += 1
        self.press("3", "right", "left", "escape")

    def today(self) -> None:
        """What home offers."""
        self.press("enter")
        if self.app.screen == "QuizScreen":
            self.quiz(3)


def in_log(folder: Path) -> Counter[str]:
    """What `Walk.given` counts, as the log has it."""
    found: Counter[str] = Counter()
    chosen: set[tuple[str, str]] = set()
    with closing(ReviewLog(folder / "progress.db", now)) as log:
        for event in log.events():
            match event:
                case Answered():
                    found["answered"] += event.mode.value != "exam"
                case Chosen():
                    chosen.add((event.session, event.item))
                case Submitted():
                    found["submitted"] += 1
    found["chosen"] = len(chosen)
    return found


def main(minutes: float, seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keep_bank_in(folder / "cache")
        app = App(folder)
        walk = Walk(app, Random(seed))
        began, sizes = time.monotonic(), list[tuple[float, float]]()
        while time.monotonic() < began + 60 * minutes:
            walk.round()
            sizes.append((time.monotonic() - began, app.memory))
            print(
                f"round {len(sizes):>3}   {sizes[-1][0]:>6.0f} s   {sizes[-1][1]:>6.1f} MB   "
                f"{app.typed} keys   {dict(walk.given)}",
                flush=True,
            )
        app.end()
        found = in_log(folder)
        print("screens:", *sorted(app.seen))
        for what in found:
            print(f"{what}: {walk.given[what]} given, {found[what]} in the log")
        fresh = App(folder)
        Walk(fresh, Random(seed)).round()
        log = fresh.memory - sizes[0][1]
        fresh.end()
        settled = next((size for at, size in sizes if at >= SETTLED), sizes[-1][1])
        grown = sizes[-1][1] - settled
        print(
            f"{settled:.1f} MB after the first minute, {sizes[-1][1]:.1f} MB at the end: "
            f"{grown:+.1f} MB, {grown / settled:+.1%}. "
            f"A fresh app takes {log:+.1f} MB for what is in the log now."
        )
        if any(walk.given[what] != found[what] for what in found):
            raise SystemExit("The log does not hold what was given.")


if __name__ == "__main__":
    given = [*sys.argv[1:], *("5", "1")[len(sys.argv) - 1 :]]
    main(float(given[0]), int(given[1]))
