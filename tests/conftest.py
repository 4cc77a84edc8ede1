"""What holds for every test."""

from hypothesis import settings

# Speed goes into benchmarks: on a busy machine any example may take longer than a deadline.
settings.register_profile("no-clock", deadline=None)
settings.load_profile("no-clock")
