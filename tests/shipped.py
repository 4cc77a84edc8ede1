"""The content that is shipped, read once a process."""

from functools import cache

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.bank.places import shipped_content


@cache
def shipped() -> Bank:
    """The whole bank. It is frozen: what a test changes is a copy of its own."""
    return load((shipped_content(),))
