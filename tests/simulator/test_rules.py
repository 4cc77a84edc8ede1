"""Every rule can be read in both languages and says where it comes from."""

import importlib
import pkgutil

import pytest

import study_app.simulator
from study_app.simulator.rule_texts import RULE_TEXTS
from study_app.simulator.trace import Rule

MODULES = [
    importlib.import_module(f"study_app.simulator.{module.name}")
    for module in pkgutil.iter_modules(study_app.simulator.__path__)
    if module.name.endswith("_rules")
]
RULES = [rule for module in MODULES for rule in vars(module).values() if isinstance(rule, Rule)]
SOURCES = ("https://docs.aws.amazon.com/", "https://kubernetes.io/docs/")


def test_texts_and_rules_belong_together() -> None:
    assert sorted(rule.id for rule in RULES) == sorted(RULE_TEXTS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_english_and_korean(rule: Rule) -> None:
    assert set(RULE_TEXTS[rule.id]) == {"en", "ko"}
    assert rule.text("en").isascii()
    assert any("가" <= letter <= "힣" for letter in rule.text("ko"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_names_its_page_in_the_documentation(rule: Rule) -> None:
    assert rule.source.startswith(SOURCES)


def test_another_language_reads_english() -> None:
    assert RULES[0].text("de") == RULES[0].text("en")
