"""Statistics as JSON and as lines."""

import json
import unicodedata
from collections.abc import Sequence

import pytest

from study_app.learning.answering.responses import Picked, Response, TypedText
from study_app.learning.log.tally import Tally
from study_app.learning.statistics.answers import Statistics, statistics
from study_app.plain.stats import as_json, stats_lines
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.width import display_width

TYPED, CHOICE = "rolling/name-strategy", "rolling/best-strategy"
TALLIES = ("answers", "correct", "close", "wrong")


def answered(study: Study, *given: tuple[str, Response]) -> Sitting:
    sitting = Sitting(study, study.sit([item for item, _ in given], retries=0))
    for _, response in given:
        sitting.submit(response)
    return sitting


def figures(study: Study) -> Statistics:
    return statistics(study.history, study.bank.questions)


def printed(study: Study, found: Statistics, language: Language = Language.EN) -> Sequence[str]:
    return list(stats_lines(found, study, language))


def test_the_fields_that_scripts_rely_on(study: Study) -> None:
    """At least answers, correct, close, wrong, overruled, by_topic, by_domain and exams."""
    sitting = answered(
        study,
        (TYPED, TypedText("spread")),
        (CHOICE, Picked(("binpack",))),
        ("rolling/lower-bound", TypedText("3")),
    )
    sitting.overrule(sitting.session.given[0])
    sitting.flag(CHOICE)
    later = answered(study, (TYPED, TypedText("bin")), (CHOICE, Picked(("spread",))))
    later.undo()
    later.skip()
    tally = {"answers": 4, "correct": 2, "close": 1, "wrong": 1}
    assert json.loads(json.dumps(as_json(figures(study), []))) == {
        **tally,
        "overruled": 1,
        "overruled_by_question": {TYPED: 1},
        "own_forms": {TYPED: ["spread"]},
        "undone": 1,
        "skipped": 1,
        "flagged": [CHOICE],
        "by_topic": {"rolling": tally},
        "by_domain": {"exam-a": {"1": tally}},
        "exams": [],
    }


def test_before_the_first_answer_every_field_is_there(study: Study) -> None:
    found = as_json(figures(study), [])
    assert [found[field] for field in TALLIES] == [0, 0, 0, 0]
    assert (found["by_topic"], found["by_domain"], found["exams"]) == ({}, {}, [])


def test_before_the_first_answer_it_says_how_to_begin(study: Study) -> None:
    assert printed(study, figures(study)) == ["No answers yet. Start with: dva"]
    assert printed(study, figures(study), Language.KO) == ["아직 답이 없습니다. 시작하려면: dva"]


def test_a_total_and_a_line_a_topic(study: Study) -> None:
    sitting = answered(study, (TYPED, TypedText("spread")), (CHOICE, Picked(("binpack",))))
    sitting.overrule(sitting.session.given[0])
    assert printed(study, figures(study)) == [
        "All topics                        2 answers: 2 correct, 0 close, 0 wrong",
        "Rolling updates                   2 answers: 2 correct, 0 close, 0 wrong",
        "Overruled: rolling/name-strategy (1)",
        "  spread",
    ]


def test_korean_columns_begin_in_one_place(study: Study) -> None:
    answered(study, (TYPED, TypedText("binpack")))
    lines = printed(study, figures(study), Language.KO)
    assert [line.split()[0] for line in lines] == ["모든", "롤링"]
    assert {display_width(line.partition("답 1개")[0]) for line in lines} == {34}


def statistics_of(topic: str, item: str) -> Statistics:
    tally = Tally(1, correct=1)
    return Statistics(
        total=tally,
        overruled={item: 1},
        undone=0,
        skipped=0,
        flagged=(),
        by_topic={topic: tally},
    )


def test_a_topic_that_the_content_lost_goes_by_its_id(study: Study) -> None:
    assert printed(study, statistics_of("gone", "gone/q"))[1].startswith("gone   ")


@pytest.mark.parametrize("language", Language)
def test_control_characters_never_reach_the_output(study: Study, language: Language) -> None:
    """A log that was merged or repaired by hand may name anything."""
    bad = "a\x1b[31mb\n\x9b2J\u202e\udcff"
    text = "".join(printed(study, statistics_of(bad, f"{bad}/q"), language))
    assert "␛[31m" in text
    categories = {unicodedata.category(character) for character in text}
    assert not categories & {"Cc", "Cf", "Cs", "Cn", "Co"}
