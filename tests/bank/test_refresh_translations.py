"""The hashes of translations are filled in without touching anything else."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from study_app.bank.loading import load
from study_app.bank.problems import ContentError

SCRIPT = Path(__file__).parent.parent / "repo" / "refresh_translations.py"


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh_translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_only_the_hashes_change(content: Path, script: ModuleType) -> None:
    path = content / "ko" / "topics" / "rolling.yaml"
    sound = path.read_text(encoding="utf-8")
    outdated = sound.replace('"9292f025"', "00000000").replace('"bb27b325"', "'0000000a'")
    path.write_text(outdated, encoding="utf-8")
    assert load([content]).is_stale("rolling/bounds", "ko")
    assert script.refresh(content) == 1
    assert path.read_text(encoding="utf-8") == sound
    assert script.refresh(content) == 0
    bank = load([content])
    assert not any(bank.is_stale(item_id, "ko") for item_id in (*bank.cards, *bank.questions))


def test_flow_style_is_rewritten_in_place(content: Path, script: ModuleType) -> None:
    path = content / "ko" / "topics" / "rolling.yaml"
    path.write_text(
        "topic: rolling\ntitle: 가\ncards: [{id: bounds, of: 00000000, title: 나}]  # 00000000\n",
        encoding="utf-8",
    )
    script.refresh(content)
    assert path.read_text(encoding="utf-8") == (
        'topic: rolling\ntitle: 가\ncards: [{id: bounds, of: "9292f025", title: 나}]  # 00000000\n'
    )


def test_content_with_problems_is_left_alone(content: Path, script: ModuleType) -> None:
    (content / "topics" / "rolling.yaml").write_text("topic: [\n", encoding="utf-8")
    with pytest.raises(ContentError):
        script.refresh(content)
