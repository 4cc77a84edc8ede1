"""The cost of a search keystroke: `uv run --group dev python tests/benchmarks/search_speed.py`.

The app on a pseudo terminal of 120x40, with 1,500 items: the shipped content and made-up questions
with as much text. A keystroke lasts from a key until the last output that it causes; beside it
stands the processor time that it took, which other programs do not lengthen. The aim is under
50 ms. What follows once no key has come for a while, the preview, is no part of it.
"""

import fcntl
import json
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from itertools import cycle
from pathlib import Path
from random import Random

from study_app.bank.loading import load
from study_app.bank.places import shipped_content
from study_app.learning.material.items import Choice, Question

ITEMS = 1_500
WORDS = (
    "lambda alias",
    "account policy",
    "dynamodb stream",
    "함수 별칭",
    "ㅂㅍ ㅅㅂㅅ",
    "버전 관리",
)
KEYS = 100
QUIET = 0.12
"""Seconds without output after which all has come that a key causes; the cursor is slower."""
PATIENCE = 30.0
"""Seconds until a screen has come, on a busy machine."""


def more_content(folder: Path) -> int:
    """Write a topic with what lacks to 1,500 items. Returns how many items there are then."""
    bank = load((shipped_content(),))
    chance = Random(1)
    asked = [
        one
        for one in bank.questions.values()
        if isinstance(one, Question) and isinstance(one.form, Choice)
    ]
    missing = ITEMS - len(bank.cards) - len(bank.questions)
    korean = bank.translations["ko"].overlays
    questions = []
    for number in range(missing):
        one, other = chance.sample(asked, 2)
        prompts = (one.prompt, korean[other.id].texts["prompt"] if other.id in korean else "")
        assert isinstance(one.form, Choice)
        questions.append(
            {
                "id": f"copy-{number}",
                "kind": "choice",
                "prompt": f"{number}. " + "\n\n".join(prompts),
                "options": {
                    key: {"text": option.text, "why": option.why, "correct": option.correct}
                    for key, option in one.form.options.items()
                },
                "difficulty": 1,
                "skills": {key: list(skills) for key, skills in one.skills.items()},
                "source": one.source,
                "checked": one.checked.isoformat(),
            }
        )
    topic = {"topic": "copies", "title": "Copies", "position": 900, "services": [], "cards": []}
    path = folder / "topics" / "copies.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({**topic, "questions": questions}), encoding="utf-8")
    return ITEMS


def read(terminal: int, quiet: float) -> float | None:
    """Read until nothing came for `quiet` seconds. Returns when the last output came."""
    last = None
    while select.select([terminal], [], [], quiet)[0]:
        os.read(terminal, 1 << 16)
        last = time.perf_counter()
    return last


def processor_ms(process: int) -> float:
    """How long all threads of `process` ran so far."""
    tasks = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6


def await_text(terminal: int, text: str) -> None:
    """Read until `text` has come, and no more."""
    seen = b""
    end = time.monotonic() + PATIENCE
    while text.encode() not in seen:
        if not select.select([terminal], [], [], max(0.0, end - time.monotonic()))[0]:
            raise TimeoutError(f"{text!r} did not come")
        seen += os.read(terminal, 1 << 16)
    time.sleep(1.0)
    read(terminal, QUIET)


def keystrokes(folder: Path) -> list[tuple[float, float]]:
    """The milliseconds of every key, and those of the processor."""
    command = [sys.executable, "-m", "study_app", "--data-dir", str(folder / "data")]
    command += ["--content", str(folder / "content")]
    process, terminal = pty.fork()
    if process == 0:
        os.execve(command[0], command, {**os.environ, "TERM": "xterm-256color"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    taken: list[tuple[float, float]] = []
    try:
        await_text(terminal, "Practice")
        os.write(terminal, b"6")
        await_text(terminal, "Type to search")
        for words in cycle(WORDS):
            if len(taken) >= KEYS:
                return taken
            for key in words:
                begin, ran = time.perf_counter(), processor_ms(process)
                os.write(terminal, key.encode())
                last = read(terminal, QUIET)
                if last is not None:
                    taken.append(((last - begin) * 1000, processor_ms(process) - ran))
            os.write(terminal, b"\x1b")
            time.sleep(0.4)
            read(terminal, QUIET)
        raise AssertionError("there are words without end")
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        print(f"{more_content(folder / 'content')} items, 120x40")
        taken = keystrokes(folder)
    for name, values in zip(("a key", "processor"), zip(*taken, strict=True), strict=True):
        parts = statistics.quantiles(values, n=20)
        print(f"{name:10} {statistics.median(values):6.1f} ms, 95 % within {parts[-1]:6.1f} ms")


if __name__ == "__main__":
    main()
