"""UUID version 7 (RFC 9562, 5.7): unique across machines, sorted by time."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def uuid7(at: datetime, randomness: Callable[[int], bytes] = os.urandom) -> str:
    """A UUIDv7 for the moment `at`: 48 bits of milliseconds, version, variant, 74 random bits."""
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    value = int.from_bytes(milliseconds.to_bytes(6, "big") + randomness(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
