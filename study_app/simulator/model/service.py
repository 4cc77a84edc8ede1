"""The part of a service that all engines share."""

from enum import StrEnum


class SchedulingStrategy(StrEnum):
    """How a service decides on the number of its tasks."""

    REPLICA = "REPLICA"
    DAEMON = "DAEMON"
