"""Lengths of time as they are said."""


def clock(seconds: float) -> str:
    """`6:12`, or `1:02:03` from an hour on."""
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours}:{minutes:02}:{whole % 60:02}"
    return f"{minutes}:{whole % 60:02}"
