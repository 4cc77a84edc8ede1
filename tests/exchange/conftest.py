"""What reads files of other programs."""

import pytest

from study_app.exchange import importing
from tests.shipped import read_layers_once


@pytest.fixture(autouse=True)
def shipped_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every import looks at what is shipped."""
    monkeypatch.setattr(importing, "read_layers", read_layers_once)
