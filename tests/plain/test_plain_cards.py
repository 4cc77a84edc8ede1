"""Cards as lines."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from study_app.bank.bank import Bank
from study_app.learning.material.items import Card, Era
from study_app.plain.cards import card_lines
from study_app.usecases.study import Study
from study_app.words.language import Language

CARD = "rolling/bounds"


def with_card(bank: Bank, card: Card, title: str = "Rolling updates") -> Bank:
    """`bank` with `card` as the only card of its only topic."""
    topic = replace(bank.topics["rolling"], card_ids=(card.id,), title=title)
    return replace(bank, cards={card.id: card}, topics={"rolling": topic})


def printed(study: Study, language: Language = Language.EN) -> list[str]:
    return list(card_lines(study, study.bank.topics.values(), language))


def test_a_card_reads_like_this(study: Study) -> None:
    lines = printed(study)
    assert lines[:17] == [
        "# Rolling updates",
        "",
        "## Two bounds",
        "",
        "The **lower** bound is rounded up.",
        "",
        "| desired | lower |",
        "|---|---|",
        "| 4 | 2 |",
        "",
        "In the exam: The exam says two.",
        "Today: Today it is two.",
        "",
        "https://docs.aws.amazon.com/bounds.html (checked 2026-11-23)",
        "",
        "0/5  before the deployment: 4 old",
        "  service: 4 old",
    ]
    assert "    old = 0, new = 4: COMPLETED" in lines
    assert lines[-1] == ""


def test_a_card_without_a_worked_example_or_an_era(
    make_study: Callable[..., Study], bank: Bank
) -> None:
    card = replace(bank.cards[CARD], scenario=None, era=None, body="One line.\n")
    assert printed(make_study(with_card(bank, card))) == [
        "# Rolling updates",
        "",
        "## Two bounds",
        "",
        "One line.",
        "",
        "https://docs.aws.amazon.com/bounds.html (checked 2026-11-23)",
        "",
    ]


def test_korean(study: Study) -> None:
    lines = printed(study, Language.KO)
    assert lines[:9] == [
        "# 롤링 업데이트",
        "",
        "## 두 한도",
        "",
        "**하한**은 올림합니다.",
        "",
        "시험에서는: 시험은 둘이라고 합니다.",
        "지금은: 지금도 둘입니다.",
        "",
    ]
    assert lines[9] == "https://docs.aws.amazon.com/bounds.html (확인 2026-11-23)"
    assert "0/5  배포 전: 기존 태스크 4개" in lines


def test_both_languages_stand_one_below_the_other_with_one_example(study: Study) -> None:
    lines = printed(study, Language.BOTH)
    titles = [line for line in lines if line.startswith(("#", "0/5"))]
    assert titles[:4] == [
        "# Rolling updates",
        "## Two bounds",
        "## 두 한도",
        "0/5  before the deployment: 4 old",
    ]
    assert lines.count("0/5  before the deployment: 4 old") == 1


def test_a_stale_translation_has_english_below_it(
    make_study: Callable[..., Study], bank: Bank
) -> None:
    card = replace(bank.cards[CARD], title="Reworded")
    lines = printed(make_study(with_card(bank, card)), Language.KO)
    assert [line for line in lines if line.startswith("## ")] == ["## 두 한도", "## Reworded"]


@pytest.mark.parametrize("language", Language)
def test_control_characters_never_reach_the_output(
    make_study: Callable[..., Study], bank: Bank, language: Language
) -> None:
    bad = "a\x1b[31mb\x07\x9b2J\u202e\udcff"
    card = replace(bank.cards[CARD], title=bad, body=bad, source=bad, era=Era(bad, bad))
    text = "".join(printed(make_study(with_card(bank, card, title=bad)), language))
    assert "␛[31m" in text
    categories = {unicodedata.category(character) for character in text}
    assert not categories & {"Cc", "Cf", "Cs", "Cn", "Co"}
