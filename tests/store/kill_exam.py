"""Kill a program that takes a mock exam at random moments, and see that nothing is lost.

    python -m tests.store.kill_exam [KILLS]

A worker takes an exam (or goes on with the paused one) over a log on disk: it turns pages, chooses,
strikes, flags, pauses. After each change it prints the state that was on screen. It is ended by
SIGKILL. What the log gives then must be that state, or the one after it, and the clock must not
have counted the time between two workers.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from study_app.bank.compiled import load_kept
from study_app.bank.places import shipped_content
from study_app.learning.exam.attempt import Attempt
from study_app.learning.exam.shape import shape_of
from study_app.learning.material.items import Choice, Choices
from study_app.settings import Settings
from study_app.store.ids import uuid7
from study_app.store.log import ReviewLog
from study_app.usecases.exam.attempts import begin_exam, draw_exam
from study_app.usecases.exam.paused import open_exam
from study_app.usecases.exam.sitting import ExamSitting
from study_app.usecases.study import Chance, Study


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a program of its own


def study_over(log: ReviewLog) -> Study:
    return Study(
        load_kept((shipped_content(),), log.path.with_name("bank")),
        log,
        clock=now,
        new_id=uuid7,
        chance=Chance(random.Random()),
        settings=Settings(),
        remember=lambda choices: None,
        zone=UTC,
    )


def state(attempt: Attempt) -> str:
    """What of an attempt can be seen, as text."""
    seen = {
        "current": attempt.current,
        "chosen": {key: list(keys) for key, keys in attempt.chosen.items()},
        "struck": {key: list(keys) for key, keys in attempt.struck.items()},
        "flagged": sorted(attempt.flagged),
        "elapsed": attempt.clock.elapsed.total_seconds(),
    }
    return json.dumps(seen, sort_keys=True)


def work(path: Path) -> None:
    """What the worker does until it is killed."""
    chance = random.Random()
    with closing(ReviewLog(path, now)) as log:
        study = study_over(log)
        attempt = open_exam(study)
        if attempt is None:
            shape = shape_of(study.bank.blueprints["dva-c03"])
            attempt = begin_exam(study, shape, draw_exam(study, shape, 1), 1)
        sitting = ExamSitting(study, attempt)
        print("ready", flush=True)
        sitting.go_on()
        while True:
            print(state(sitting.attempt), flush=True)
            item = sitting.current
            form = sitting.question(item).form
            assert isinstance(form, Choice | Choices)
            keys = tuple(chance.sample(list(form.options), chance.randint(0, 2)))
            match chance.randint(0, 4):
                case 0:
                    sitting.show(chance.choice(sitting.items))
                case 1 | 2:
                    sitting.choose(item, keys)
                case 3:
                    sitting.strike(item, keys)
                case _:
                    sitting.flag(item)


def killed(path: Path, wait: float) -> list[str]:
    """The states that the worker told until it was killed, `wait` seconds after it was ready."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.kill_exam", "--work", str(path)],
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        time.sleep(wait)
        os.kill(running.pid, signal.SIGKILL)
        lines = running.stdout.read().splitlines(keepends=True)
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def main(kills: int) -> None:
    chance = random.Random(15)
    announced = ahead = 0
    elapsed = 0.0
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "progress.db"
        for _ in range(kills):
            states = killed(path, chance.uniform(0, 0.4))
            announced += len(states)
            with closing(ReviewLog(path, now)) as log:
                attempt = open_exam(study_over(log))
            assert attempt is not None, "the exam is lost"
            if states:
                last, found = json.loads(states[-1]), json.loads(state(attempt))
                # Nothing that was told is lost; one change may have been written and not told.
                ahead += last != found
                events = found["elapsed"] - last["elapsed"]
                assert 0 <= events < 0.5, "the clock counted what it must not"
                spent = last["elapsed"] - elapsed
                assert spent < 2, "the clock counted the time between two programs"
                changed = sum(last[key] != found[key] for key in ("current", "chosen", "struck"))
                assert changed + (last["flagged"] != found["flagged"]) <= 1, "more than one change"
                elapsed = found["elapsed"]
    print(
        f"{kills} kills in an exam: {announced} changes reported, none lost; {ahead} times one "
        f"more was on disk. The clock shows {elapsed:.1f} s."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 100)
