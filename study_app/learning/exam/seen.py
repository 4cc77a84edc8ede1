"""What earlier attempts showed, for the next draw."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from study_app.learning.exam.attempt import Attempt
from study_app.learning.exam.draw import Seen

REST: Final = 2
"""How many attempts are free of questions shown in an earlier one."""


def seen_in(attempts: Sequence[Attempt], last: dict[str, datetime]) -> Seen:
    """What was seen, according to the `attempts` and the time of the `last` answer to each
    question."""
    seen = dict(last)
    for attempt in attempts:
        for item in attempt.shown:
            seen[item] = max(attempt.started.at, seen.get(item, attempt.started.at))
    recent = frozenset().union(*(attempt.shown for attempt in attempts[-REST:]))
    return Seen(seen, recent)
