"""Every rule can be read in both languages and says where it comes from."""

import importlib
import pkgutil

import study_app.simulator.engines
from study_app.simulator.model.trace import Rule

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(
        study_app.simulator.engines.__path__, "study_app.simulator.engines."
    )
    if module.name.endswith(".rules")
]
RULES = [rule for module in MODULES for rule in vars(module).values() if isinstance(rule, Rule)]
SOURCES = ("https://docs.aws.amazon.com/", "https://kubernetes.io/docs/")


def test_the_id_of_a_rule_is_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) > 80


def test_every_rule_speaks_english_and_korean() -> None:
    for rule in RULES:
        assert rule.text("en").isascii(), rule.id
        assert any("가" <= letter <= "힣" for letter in rule.text("ko")), rule.id


def test_every_rule_names_its_page_in_the_documentation() -> None:
    for rule in RULES:
        assert rule.source.startswith(SOURCES), rule.id


def test_another_language_reads_english() -> None:
    assert RULES[0].text("de") == RULES[0].text("en")
