"""What holds for every test."""

import os

from hypothesis import settings

# Speed goes into benchmarks: on a busy machine any example may take longer than a deadline.
# `.ci/run` sets CI: there the same commit has the same examples. Elsewhere they are new each time.
settings.register_profile("dva", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("dva")
