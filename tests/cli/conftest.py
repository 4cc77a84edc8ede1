"""Homes in which `dva` is run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import Dva, content_read_once, logs_closed


@pytest.fixture(scope="module", autouse=True)
def _content_read_once() -> Iterator[None]:
    with content_read_once():
        yield


@pytest.fixture(autouse=True)
def _logs_closed() -> Iterator[None]:
    with logs_closed():
        yield


@pytest.fixture
def dva(tmp_path: Path) -> Dva:
    return Dva(tmp_path)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Dva:
    """For tests that write no answer: they share a home."""
    return Dva(tmp_path_factory.mktemp("home"))
