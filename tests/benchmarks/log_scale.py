"""Print the speed of home, `dva stats`, `dva due` and an append with 500 to 1,000,000 answers.

    python -m tests.benchmarks.log_scale [RUNS] [ANSWERS...]

Each log is made in a temporary folder, with sessions of ten questions of the shipped bank over
three years: reviews of its cards, one answer in ten rated by the learner. An exam date is set, so
that the plan is played forward. Times are medians; the first start, which counts the whole log, is
told by itself.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
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


def timed(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - began) * 1000


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
        first: dict[int, float] = {}
        home: dict[int, list[float]] = {size: [] for size in sizes}
        stats: dict[int, list[float]] = {size: [] for size in sizes}
        due: dict[int, list[float]] = {size: [] for size in sizes}
        for size, folder in folders.items():
            folder.mkdir()
            make(folder, size, cards)
            timed(*dva, "where", "--data-dir", str(folder))
            first[size] = timed(*dva, "stats", "--data-dir", str(folder))
        for _ in range(runs):
            for size, folder in folders.items():
                where = ["--data-dir", str(folder)]
                home[size].append(first_paint([*dva, *where], marker, environment))
                stats[size].append(timed(*dva, "stats", "--json", *where))
                due[size].append(timed(*dva, "due", "--json", *where))
        least = sizes[0]
        print("answers      home            stats           due             first stats   append")
        for size, folder in folders.items():
            one, other = statistics.median(home[size]), statistics.median(stats[size])
            over_home = one / statistics.median(home[least])
            over_stats = other / statistics.median(stats[least])
            third = statistics.median(due[size])
            over_due = third / statistics.median(due[least])
            told = json.loads(
                subprocess.run(
                    [*dva, "stats", "--json", "--data-dir", str(folder)],
                    check=True,
                    capture_output=True,
                ).stdout
            )
            assert told["answers"] == size, told["answers"]
            append = appends(folder / "progress.db", cards)
            print(
                f"{size:>9}  {one:6.0f} ms {over_home:4.2f}  {other:6.0f} ms {over_stats:4.2f}"
                f"  {third:6.0f} ms {over_due:4.2f}  {first[size]:8.0f} ms  {append:5.1f} ms"
            )


if __name__ == "__main__":
    main()
