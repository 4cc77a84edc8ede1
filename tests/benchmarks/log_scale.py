"""Print the speed of home, `dva stats`, `dva due` and an append with 500 to 1,000,000 answers.

    python -m tests.benchmarks.log_scale [RUNS] [ANSWERS...]

Each log is made in a temporary folder, with sessions of ten questions of the shipped bank over
three years: reviews of its cards, one answer in ten rated by the learner. An exam date is set, so
that the plan is played forward. Times are medians in milliseconds, of the clock and of the
processor, each with its ratio to the smallest log: where other programs run, the processor's are to
be compared. The first start, which counts the whole log, is shown separately.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from study_app.bank.compiled import load_kept
from study_app.bank.places import shipped_content
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import (
    Answered,
    Finished,
    PlanSet,
    PlanSetting,
    Rated,
    SessionMode,
    Started,
    StudyEvent,
)
from study_app.store.ids import uuid7
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from tests.startup import compiled, first_paint

sys.path.insert(0, str(Path(__file__).parents[1]))


SIZES = (500, 10_000, 200_000, 1_000_000)
BEGUN = datetime(2023, 11, 1, 9, 0, tzinfo=UTC)
SPAN = timedelta(days=3 * 365)


def events(answers: int, cards: Mapping[str, str]) -> Iterator[StudyEvent]:
    """`cards` has the questions to be answered, each with its card."""
    chance = random.Random(answers)
    step = SPAN / answers
    items = list(cards)
    yield PlanSet(
        id="date",
        at=BEGUN,
        day=BEGUN.date(),
        session="",
        mode=SessionMode.NONE,
        setting=PlanSetting.EXAM_DATE,
        value=(datetime.now(UTC) + timedelta(days=60)).date().isoformat(),  # noqa: TID251
    )
    for number in range(0, answers, 10):
        at = BEGUN + step * number
        at = at.replace(microsecond=at.microsecond // 1000 * 1000)
        day, session = at.date(), uuid7(at)
        asked = tuple(chance.sample(items, 10))
        yield Started(
            id=uuid7(at), at=at, day=day, session=session, seed=number, items=asked, retries=2
        )
        for place, item in enumerate(asked):
            then = at + timedelta(milliseconds=place + 1)
            answer = Answered(
                id=uuid7(then),
                at=then,
                day=day,
                session=session,
                item=item,
                item_hash="0123456789abcdef",
                response=Picked(("an-option-of-usual-length",)),
                verdict=chance.choice(list(Verdict)),
                score=1.0,
                elapsed_ms=chance.randrange(60_000),
                card=cards[item],
            )
            yield answer
            if chance.randrange(10) == 0:
                yield Rated(
                    id=uuid7(then),
                    at=then + timedelta(milliseconds=30),
                    day=day,
                    session=session,
                    item=item,
                    target=answer.id,
                    rating=chance.randint(1, 4),
                )
        then = at + timedelta(milliseconds=20)
        yield Finished(id=uuid7(then), at=then, day=day, session=session)


def make(folder: Path, answers: int, cards: Mapping[str, str]) -> Path:
    path = folder / "progress.db"
    with closing(ReviewLog(path, lambda: BEGUN)) as log:
        log.add_rows(to_row(event) for event in events(answers, cards))
    return path


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds that a program took, and those in which it computed."""

    clock: float
    processor: float


def taken(run: Callable[[], object]) -> Taken:
    """What the program that `run` runs took until `run` returned."""
    began, before = time.perf_counter(), _processor()
    run()
    return Taken((time.perf_counter() - began) * 1000, (_processor() - before) * 1000)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(*command: str) -> Taken:
    return taken(lambda: subprocess.run(command, check=True, capture_output=True))


def appends(path: Path, cards: Mapping[str, str]) -> float:
    found = []
    with closing(ReviewLog(path, lambda: BEGUN)) as log:
        made = [one for one in events(500, cards) if isinstance(one, Answered)]
        for event in made[:50]:
            began = time.perf_counter()
            log.append(event)
            found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    sizes = [int(size) for size in sys.argv[2:]] or list(SIZES)
    compiled()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        bank = load_kept((shipped_content(),), root / "bank")
        cards = bank.syllabus().card_of
        folders = {size: root / str(size) for size in sizes}
        marker = b"Chance of passing"
        dva = [sys.executable, "-m", "study_app"]
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        first: dict[int, Taken] = {}
        found: dict[str, dict[int, list[Taken]]] = {
            name: {size: [] for size in sizes} for name in ("home", "stats", "due")
        }
        for size, folder in folders.items():
            folder.mkdir()
            make(folder, size, cards)
            timed(*dva, "where", "--data-dir", str(folder))
            first[size] = timed(*dva, "stats", "--data-dir", str(folder))
        for _ in range(runs):
            for size, folder in folders.items():
                where = ["--data-dir", str(folder)]
                home = partial(first_paint, [*dva, *where], marker, environment)
                found["home"][size].append(taken(home))
                found["stats"][size].append(timed(*dva, "stats", "--json", *where))
                found["due"][size].append(timed(*dva, "due", "--json", *where))
        columns = "".join(f"{name:>8}       processor    " for name in found)
        print(f"answers {columns} first stats    append")
        for size, folder in folders.items():
            report = json.loads(
                subprocess.run(
                    [*dva, "stats", "--json", "--data-dir", str(folder)],
                    check=True,
                    capture_output=True,
                ).stdout
            )
            assert report["answers"] == size, report["answers"]
            columns = "".join(
                f"{_medians(by_size, size, sizes[0], clock)}"
                for by_size in found.values()
                for clock in (True, False)
            )
            append = appends(folder / "progress.db", cards)
            print(f"{size:>7} {columns} {first[size].processor:8.0f}     {append:5.1f}")


def _medians(found: Mapping[int, list[Taken]], size: int, least: int, clock: bool) -> str:
    """The median for a size, and its ratio to that for the least."""

    def median(of: int) -> float:
        return statistics.median(one.clock if clock else one.processor for one in found[of])

    return f"{median(size):7.0f} {median(size) / median(least):4.2f}  "


if __name__ == "__main__":
    main()
