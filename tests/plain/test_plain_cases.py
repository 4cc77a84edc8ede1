"""Simulated cases as lines."""

from study_app.plain.cases import simulation_lines
from study_app.simulator.kinds.registry import simulated
from study_app.simulator.model.case import Case
from study_app.words.language import Language


def test_a_refusal_is_said_in_the_language_of_the_learner() -> None:
    case = Case("query", {"expression": r"attribute:stack =~ a\1", "instances": []})
    english, korean = (
        list(simulation_lines(simulated(case), language)) for language in (Language.EN, Language.KO)
    )
    assert english == [
        "error: true",
        "message: column 20: expected a regular expression without backreferences, found 'a\\\\1'",
    ]
    assert korean == [
        "error: true",
        "message: 20번째 글자에 필요한 것: 역참조가 없는 정규식. 실제: 'a\\\\1'",
    ]
