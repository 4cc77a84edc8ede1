"""Setup for every test."""

import gc
import os

from hypothesis import settings

# Speed goes into benchmarks: on a busy machine any example may take longer than a deadline.
# `.ci/run` sets CI: there the same commit has the same examples. Elsewhere they are new each time,
# and `--hypothesis-profile thorough` looks at more of them.
settings.register_profile("dva", deadline=None, derandomize="CI" in os.environ, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile("dva")

# What is made while tests are collected stays, and rewriting their asserts makes a great many nodes
# that need no collector.
gc.disable()


def pytest_collection_finish() -> None:
    """Keep the collector off what lives to the end: the bank, the modules, the tests themselves.

    Walking it again and again takes a quarter of the time of a test that starts the app.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(1_000_000, 20, 50)
