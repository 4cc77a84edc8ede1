"""A service, as far as every engine knows one."""

from enum import StrEnum


class SchedulingStrategy(StrEnum):
    """How a service decides on the number of its tasks."""

    REPLICA = "REPLICA"
    DAEMON = "DAEMON"
