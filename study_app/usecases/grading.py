"""Grading the answers of a class, on all processors where there are many."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from study_app.grading.description import Description
from study_app.grading.grader import Grade, Grader

if TYPE_CHECKING:  # it knows YAML, which home does without
    from study_app.bank.gradebook import Submission, TypedQuestion

WORTH_A_PROCESS = 5_000
"""Answers for each process: to start one and prepare all keys takes as long as to grade 2,000."""

MOST_PROCESSES = 8
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Grading:
    """What answers are graded with: the grader, the questions and what describes them, by id."""

    grader: Grader
    questions: "Mapping[str, TypedQuestion]"
    descriptions: Mapping[str, Description]

    def grade(self, submission: "Submission") -> Grade:
        asked = self.questions[submission.question]
        description = self.descriptions[submission.question]
        return self.grader.grade(
            submission.response, asked.answer, asked.prompt, description=description
        )


def graded(
    grading: Grading, submissions: "Sequence[Submission]", processes: int | None = None
) -> Iterator[Grade]:
    """The grade of each of `submissions`, in their order.

    `processes`: as many as there are processors, where there is enough to do for each. Where
    others cannot be started, or end early, the rest is graded here.
    """
    if processes is None:
        processes = min(_processors(), MOST_PROCESSES, len(submissions) // WORTH_A_PROCESS)
    done = 0
    if processes > 1:
        try:
            for grade in _graded_apart(grading, submissions, processes):
                done += 1
                yield grade
        except (OSError, BrokenExecutor):
            pass
    yield from map(grading.grade, submissions[done:])


def _graded_apart(
    grading: Grading, submissions: "Sequence[Submission]", processes: int
) -> Iterator[Grade]:
    left = iter(submissions)
    parts = iter(lambda: tuple(islice(left, _AT_ONCE)), ())
    pool = ProcessPoolExecutor(
        processes,
        multiprocessing.get_context("spawn"),  # the same on every system
        initializer=_begin,
        initargs=(grading,),
    )
    try:
        with _deaf_to_interrupts():
            found = pool.map(_grade_part, parts)  # which starts the processes
        for grades in found:
            yield from grades
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """^C reaches all processes, and is for this one alone, which ends the others.

    Those that are started within never hear of it; here it is put off. Where the system cannot
    (Windows), they begin to ignore it a moment after their start.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_begun: list[Grading] = []
"""What a process of its own grades with: sent once, and not with every part."""


def _begin(grading: Grading) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _begun.append(grading)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _grade_part(part: "Sequence[Submission]") -> list[Grade]:
    return list(map(_begun[-1].grade, part))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
