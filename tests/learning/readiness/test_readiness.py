"""The chance of passing: what it rests on, and what may not fool it."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.learning.log.events import (
    Guessed,
    Overruled,
    SessionMode,
    Skipped,
    StudyEvent,
    Undone,
    WasWrong,
)
from study_app.learning.readiness.model import Shared
from tests.learning.readiness.samples import (
    EXAM,
    NOW,
    about,
    answer,
    answers,
    content,
    exam_questions,
    lab,
    prospect,
    readiness_of,
)

CORRECT_OF_TEN = {3: "YNNYNNNNYN", 7: "YYNYYNYNYY", 9: "YYYYNYYYYY"}


def mixed(rights: int, count: int, ago: float = 1.0) -> list[StudyEvent]:
    """`count` first answers, so many of ten right."""
    return answers((CORRECT_OF_TEN[rights][number % 10] == "Y" for number in range(count)), ago)


@settings(max_examples=12)
@given(st.lists(st.booleans(), min_size=20, max_size=80), st.floats(0, 90))
def test_the_interval_holds_the_chance(rights: list[bool], ago: float) -> None:
    """0 <= l <= p <= h <= 1."""
    found = readiness_of(answers(rights, ago))
    assert 0 <= found.low <= found.probability <= found.high <= 1
    assert 0 < found.expected < 1
    assert found.answered == len(rights)


def test_the_same_events_give_the_same_answer_in_whatever_order_they_arrived() -> None:
    events = [*mixed(7, 60), lab(900), Undone(**about(901, 0.5), target="e00003", item="x")]
    expected = readiness_of(events)
    for seed in range(3):
        Random(seed).shuffle(events)
        assert readiness_of(events) == expected


class TestBelowTwentyAnswers:
    """Null below 20 standing answers, never above."""

    def test_nineteen_are_too_few(self) -> None:
        assert prospect(mixed(7, 19)).readiness is None
        assert readiness_of(mixed(7, 20)).answered == 20

    def test_what_was_taken_back_and_what_the_lab_asked_do_not_count(self) -> None:
        undone = Undone(**about(900, 0.5), target="e00000", item=exam_questions()[0])
        assert prospect([*mixed(7, 20), undone]).readiness is None
        assert prospect([*mixed(7, 19), lab(900)]).readiness is None

    def test_questions_that_the_content_no_longer_has_do_count(self) -> None:
        gone = [answer(100 + number, f"lambda/gone-{number}", right=True) for number in range(10)]
        assert readiness_of([*mixed(7, 10), *gone]).answered == 20

    def test_no_answer_at_all(self) -> None:
        assert prospect([]).readiness is None


def test_more_right_is_never_worse() -> None:
    """One wrong first answer that turns right does not lower the chance."""
    rights = [number % 3 > 0 for number in range(60)]
    before = readiness_of(answers(rights)).probability
    for place in (0, 30, 57):
        better = [right or number == place for number, right in enumerate(rights)]
        assert better != rights
        assert readiness_of(answers(better)).probability > before


def test_all_right_and_all_wrong() -> None:
    most, least = readiness_of(answers([True] * 200)), readiness_of(answers([False] * 200))
    assert most.probability > 0.9
    assert most.expected > 0.85
    assert least.probability < 0.02
    assert least.high < 0.1


def test_answers_by_chance_are_no_knowledge() -> None:
    """Who guesses gets a quarter right and knows nothing."""
    found = readiness_of(answers(number % 4 == 0 for number in range(200)))
    assert found.high < 0.05


def test_the_interval_narrows_with_answers() -> None:
    widths = [
        found.high - found.low
        for found in (readiness_of(mixed(9, 30)), readiness_of(mixed(9, 300)))
    ]
    assert widths[1] < widths[0]


class TestRepeats:
    """A question seen before is answered from recognition."""

    @pytest.mark.parametrize("rights", [3, 7])
    def test_one_known_question_two_hundred_times(self, rights: int) -> None:
        item = exam_questions()[0]
        again = [
            answer(1000 + number, item, right=True, ago=0.9 - number / 250, session=f"r{number}")
            for number in range(200)
        ]
        before, after = readiness_of(mixed(rights, 60)), readiness_of([*mixed(rights, 60), *again])
        assert abs(after.probability - before.probability) < 0.05
        assert after.answered == 260

    def test_a_miss_asked_again_in_its_session_tells_nothing_but_that_it_was_read(self) -> None:
        wrong = answers([False] * 40)
        again = [
            answer(500 + number, exam_questions()[number], right=True, session=f"s{number // 10}")
            for number in range(40)
        ]
        assert readiness_of([*wrong, *again]).probability < 0.05

    def test_memorizing_a_few_questions_is_not_learning_them_all(self) -> None:
        few = exam_questions()[:25]
        events = answers([False, True, False, False, True] * 5, ago=10)
        for day in range(8):
            events += [
                answer(1000 + 100 * day + place, item, right=True, ago=8 - day, session=f"m{day}")
                for place, item in enumerate(few)
            ]
        assert readiness_of(events).probability < 0.35


class TestWhatIsChosen:
    """Practice of one topic or of easy questions only does not tell the rest."""

    def test_one_topic(self) -> None:
        questions = content().syllabus.questions
        one = [item for item in questions if item.startswith("dynamodb/")]
        narrow = readiness_of([answer(number, item, right=True) for number, item in enumerate(one)])
        broad = readiness_of(answers([True] * len(one)))
        assert narrow.probability < broad.probability
        assert narrow.low < broad.low

    def test_easy_questions(self) -> None:
        questions = content().syllabus.questions
        by_difficulty = {
            wanted: [
                answer(number, item, right=number % 5 > 0)
                for number, item in enumerate(
                    [key for key, one in questions.items() if one.difficulty == wanted][:60]
                )
            ]
            for wanted in (1, 3)
        }
        assert readiness_of(by_difficulty[1]).expected < readiness_of(by_difficulty[3]).expected


class TestTime:
    def test_what_was_studied_is_forgotten(self) -> None:
        """The chance is that of today, not of the last day of study."""
        events = [*mixed(3, 100, ago=30)]
        again = [
            answer(2000 + number, item, right=True, ago=25)
            for number, item in enumerate(exam_questions()[100:200])
        ]
        soon = readiness_of([*events, *again], NOW - timedelta(days=24))
        late = readiness_of([*events, *again], NOW + timedelta(days=20))
        assert late.expected < soon.expected

    def test_what_stays_shows_in_later_questions_on_the_same_cards(self) -> None:
        """Who misses on cards met long ago what they know of others has lost it by meeting them."""
        syllabus = content().syllabus
        pairs = [items[:2] for items in syllabus.questions_of.values() if len(items) > 1][:90]
        met, new = pairs[:60], pairs[60:]

        def stays(*, right: bool) -> float:
            events = [answer(n, first, n % 3 > 0, ago=60) for n, (first, _) in enumerate(met)]
            events += [answer(100 + n, then, right) for n, (_, then) in enumerate(met)]
            events += [answer(200 + n, first, n % 3 > 0) for n, (first, _) in enumerate(new)]
            world = prospect(events).knowledge.worlds[0]
            return world.fit.shared[Shared.MET]

        assert stays(right=False) < -0.3
        assert stays(right=True) > 0


class TestWhatIsSaidOfAnswers:
    def test_a_guess_that_was_right_is_not_knowledge(self) -> None:
        events = answers([True] * 40)
        said: list[StudyEvent] = [
            Guessed(
                **about(900 + number, 0.5), target=f"e{number:05}", item=exam_questions()[number]
            )
            for number in range(20)
        ]
        assert readiness_of([*events, *said]).expected < readiness_of(events).expected

    def test_the_last_word_counts(self) -> None:
        events = answers(number % 2 > 0 for number in range(40))
        item = exam_questions()[0]
        overruled = Overruled(**about(900, 0.5), target="e00000", item=item)
        wrong = WasWrong(**about(901, 0.5), target="e00000", item=item)
        taken_back = Undone(**about(902, 0.5), target=overruled.id, item=item)
        before = readiness_of(events).expected
        assert readiness_of([*events, overruled]).expected > before
        assert readiness_of([*events, overruled, wrong]).expected == before
        assert readiness_of([*events, overruled, taken_back]).expected == before

    def test_with_a_hint_it_tells_less(self) -> None:
        plain = answers([True] * 40)
        aided = [
            answer(number, exam_questions()[number], right=True, hinted=True)
            for number in range(40)
        ]
        assert readiness_of(aided).expected < readiness_of(plain).expected

    def test_predictions_in_the_lab_tell_nothing(self) -> None:
        events = mixed(7, 40)
        assert readiness_of(
            [*events, *(lab(900 + number) for number in range(50))]
        ) == readiness_of(events)

    def test_a_skip_is_no_answer(self) -> None:
        events = mixed(7, 40)
        skips: list[StudyEvent] = [
            Skipped(
                **about(900 + number, 0.5),
                item=exam_questions()[100 + number],
                item_hash="",
                elapsed_ms=1000,
                mode=SessionMode.QUIZ,
            )
            for number in range(20)
        ]
        found = readiness_of([*events, *skips])
        assert found.answered == 40
        assert (
            readiness_of(events).expected - 0.05 < found.expected <= readiness_of(events).expected
        )


def test_an_exam_that_the_content_does_not_ask_has_no_estimate() -> None:
    found = prospect(mixed(7, 40))
    other = replace(found.blueprint, id="other")
    assert replace(found, blueprint=other).readiness is None
    assert replace(found, blueprint=other).skills == []


class TestSkills:
    def test_each_skill_with_its_interval(self) -> None:
        found = prospect(mixed(7, 120))
        asked = {
            skill
            for one in content().syllabus.questions.values()
            for skill in one.skills.get(EXAM, ())
        }
        assert {one.skill.id for one in found.skills} == asked
        for one in found.skills:
            assert 0 < one.low <= one.expected <= one.high < 1
            assert one.gain >= 0
            assert 0 <= one.weight < 1

    def test_what_helps_most_has_weight_and_room(self) -> None:
        found = prospect(mixed(7, 120)).helps_most
        assert [one.gain for one in found] == sorted((one.gain for one in found), reverse=True)
        assert all(one.weight > 0 and one.expected < 0.9 for one in found)

    def test_practice_of_a_skill_raises_what_is_expected_of_it(self) -> None:
        skill = "3.3.2"
        serving = [
            key
            for key, one in content().syllabus.questions.items()
            if skill in one.skills.get(EXAM, ())
        ]
        others = [item for item in exam_questions() if item not in serving][:60]

        def of_skill(*, right: bool) -> float:
            events: list[StudyEvent] = [
                answer(number, item, right=number % 2 > 0) for number, item in enumerate(others)
            ]
            events += [
                answer(500 + number, item, right=right) for number, item in enumerate(serving[:25])
            ]
            return next(one.expected for one in prospect(events).skills if one.skill.id == skill)

        assert of_skill(right=True) > of_skill(right=False) + 0.1
