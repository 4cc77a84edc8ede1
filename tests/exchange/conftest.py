"""What reads files of other programs."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from study_app.exchange import importing
from study_app.exchange.anki import reading
from study_app.exchange.anki.unpacking import PACKAGE, contents_of
from tests.shipped import read_layers_once


@pytest.fixture(autouse=True)
def shipped_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every import looks at what is shipped."""
    monkeypatch.setattr(importing, "read_layers", read_layers_once)


@pytest.fixture
def unpacked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages are unpacked without a separate program, which takes most of its time to start."""

    def unpacked(data: bytes) -> Any:
        with TemporaryDirectory() as folder:
            Path(folder, PACKAGE).write_bytes(data)
            return json.loads(json.dumps(contents_of(Path(folder))))

    monkeypatch.setattr(reading, "_unpacked", unpacked)
