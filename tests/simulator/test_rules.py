"""Every rule can be read in both languages and says where it comes from."""

import pytest

from study_app.simulator import rollout_rules
from study_app.simulator.rule_texts import RULE_TEXTS
from study_app.simulator.trace import Rule

RULES = [value for value in vars(rollout_rules).values() if isinstance(value, Rule)]


def test_texts_and_rules_belong_together() -> None:
    assert sorted(rule.id for rule in RULES) == sorted(RULE_TEXTS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_english_and_korean(rule: Rule) -> None:
    assert set(RULE_TEXTS[rule.id]) == {"en", "ko"}
    assert rule.text("en").isascii()
    assert any("가" <= letter <= "힣" for letter in rule.text("ko"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_names_its_page_in_the_documentation(rule: Rule) -> None:
    assert rule.source.startswith("https://docs.aws.amazon.com/AmazonECS/latest/")


def test_another_language_reads_english() -> None:
    assert RULES[0].text("de") == RULES[0].text("en")
