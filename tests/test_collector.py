"""The garbage collector waits while the app starts, and no longer."""

import gc
from collections.abc import Iterator

import pytest

from study_app.collector import gc_paused


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    assert gc.isenabled()
    yield
    gc.enable()


def test_nothing_is_collected_until_it_is_released() -> None:
    with gc_paused() as release:
        assert not gc.isenabled()
        release()
        assert gc.isenabled()
    assert gc.isenabled()


def test_a_start_that_fails_leaves_the_collector_running() -> None:
    with pytest.raises(SystemExit), gc_paused():
        raise SystemExit(2)
    assert gc.isenabled()
