"""How good the chance of passing is: `python -m tests.calibration [LEARNERS] [--seed N] [--dva]`.

Simulates learners of several families (`minds`), none of which is the estimator's own model, a
third each with a true chance below 0.2, between, and above 0.8: once as the specification lists
them, once harder ones (`populations`). Prints squared error of the chance, error of the expected
share, coverage and width of the 90 % interval, a reliability table, and plain baselines beside the
errors that the specification gives for them: where both agree, the scale is the same. The family
that nothing was chosen by is shown apart. With `--dva` the logs go through files and `dva stats
--json`, as a user's would. 400 learners of each take a few minutes.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from study_app.learning.readiness.evidence import evidence
from study_app.learning.readiness.model import knowledge
from study_app.learning.readiness.readiness import Prospect
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.calibration.baselines import BASELINES, SPECIFIED_ERRORS
from tests.calibration.learners import Learner, learners
from tests.calibration.minds import HELD_OUT
from tests.calibration.populations import POPULATIONS
from tests.calibration.report import HEAD, Estimated, baseline, reliability, table
from tests.calibration.world import World, world

TARGETS = (
    "Asked for: sq p <= 0.045, |e| <= 0.052, cover 0.87 to 0.96 and at least 0.84 with 400+ answers"
)


def estimated(learner: Learner, one: World) -> Estimated:
    """By the estimator, without a file."""
    began = time.perf_counter()
    found = evidence(learner.events, one.syllabus, learner.now)
    known = knowledge(found, one.syllabus)
    estimate = Prospect(known, one.blueprints[learner.exam], one.syllabus).readiness
    took = time.perf_counter() - began
    assert estimate is not None, "learners have 20 standing answers and more"
    return Estimated(
        learner,
        estimate.answered,
        estimate.probability,
        estimate.expected,
        estimate.low,
        estimate.high,
        took,
    )


def through_dva(learner: Learner) -> Estimated:
    """By `dva stats --json` on a file, from outside."""
    with tempfile.TemporaryDirectory() as folder:
        log = ReviewLog(Path(folder) / "progress.db", lambda: learner.now, UTC)
        log.add_rows([to_row(event) for event in learner.events])
        log.close()
        began = time.perf_counter()
        command = [sys.executable, "-m", "study_app", "--data-dir", folder, "stats", "--json"]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        took = time.perf_counter() - began
    printed = json.loads(ran.stdout)["readiness"][learner.exam]
    return Estimated(
        learner,
        printed["answered"],
        printed["probability"],
        printed["expected"],
        printed["low"],
        printed["high"],
        took,
    )


def told_by(name: str, of: Iterable[Learner], one: World) -> list[Estimated]:
    """By a plain baseline."""
    return [Estimated(learner, 0, *BASELINES[name](learner, one)) for learner in of]


def describe(name: str, every: Sequence[Learner], one: World, *, dva: bool) -> None:
    """Print how good the estimates of these learners are."""
    estimates = [through_dva(each) if dva else estimated(each, one) for each in every]
    for line in table(estimates, f"{len(every)} simulated learners, {name}. {TARGETS}"):
        print(line)
    for line in reliability(estimates):
        print(line)
    print(f"\nBaselines, with the squared errors that the specification gives\n{HEAD}")
    for plain, given in SPECIFIED_ERRORS.items():
        print(baseline(told_by(plain, every, one), f"{plain} ({given:.3f})"))
    apart = [each for each in estimates if each.learner.family == HELD_OUT]
    print(f"\nHeld out while the estimator was made\n{HEAD}\n{baseline(apart, HELD_OUT)}")
    slowest = max(estimates, key=lambda each: each.seconds)
    mean = sum(each.seconds for each in estimates) / len(estimates)
    print(
        f"\nSeconds a learner: mean {mean:.2f}, longest {slowest.seconds:.2f} "
        f"({slowest.answered} answers)"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="tests.calibration")
    parser.add_argument("learners", nargs="?", type=int, default=480)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--population", choices=POPULATIONS, action="append", help="both by default"
    )
    parser.add_argument("--dva", action="store_true", help="through files and dva stats --json")
    given = parser.parse_args(arguments)
    now = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - `dva stats` reads the clock too
    one = world()
    for name in given.population or POPULATIONS:
        population = POPULATIONS[name]
        each = max(1, given.learners // len(population.families))
        every = learners(one, population, each, given.seed, now)
        describe(name, every, one, dva=given.dva)


if __name__ == "__main__":
    main()
