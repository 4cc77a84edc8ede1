"""What an exam asks: the blueprint exactly, no card twice, the longest unseen first."""

from collections import Counter, deque
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.bank.bank import Bank
from study_app.learning.exam.draw import Candidate, Draw, Seen, candidates, draw
from study_app.learning.exam.shape import Shape, shape_of, shares, wanted
from study_app.learning.material.blueprint import Blueprint, Domain
from study_app.learning.material.items import QuestionKind
from tests.shipped import shipped

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WEIGHTS = {"dva-c03": (20, 17, 14, 14), "dva-c02": (21, 17, 15, 12)}
SMALL = Blueprint(
    id="small",
    code="SMALL",
    title="A small exam",
    available_from=None,
    last_day=None,
    minutes=20,
    scored=8,
    unscored=2,
    domains=(Domain("1", "One", 60, ()), Domain("2", "Two", 40, ())),
    services=(),
    moved={},
)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return shipped()


def check(found: Draw, shape: Shape, blueprint: Blueprint, cards: dict[str, str]) -> None:
    counts = Counter(one.domain for one in found.questions)
    assert {key: counts[key] for key in counts} == wanted(shape, blueprint)
    assert len({cards[item] for item in found.items}) == len(found.items) == shape.questions
    assert sum(one.kind is QuestionKind.WORKED for one in found.questions) <= 2


@pytest.mark.parametrize("exam", WEIGHTS)
def test_a_thousand_exams_in_a_row_follow_the_blueprint_and_repeat_nothing(
    bank: Bank, exam: str
) -> None:
    """Domains by largest remainder; 8 to 13 multiple response; never the same card twice; what an
    attempt showed does not come back in the next two; the never shown first.
    """
    blueprint = bank.blueprints[exam]
    every = candidates(bank.questions.values(), exam)
    cards = {one.id: one.card or one.id for one in every}
    shape = shape_of(blueprint)
    assert tuple(wanted(shape, blueprint).values()) == WEIGHTS[exam]
    assert (shape.questions, shape.minutes) == (65, 130)
    recent: deque[tuple[str, ...]] = deque(maxlen=2)
    last: dict[str, datetime] = {}
    for number in range(1000):
        seen = Seen(last, {item for items in recent for item in items})
        found = draw(shape, blueprint, every, Random(number), seen)
        check(found, shape, blueprint, cards)
        assert 8 <= sum(one.kind is QuestionKind.CHOICES for one in found.questions) <= 13
        assert found.short == {}
        assert found.again == 0
        assert not set(found.items) & {item for items in recent for item in items}
        new = [item for item in found.items if item not in last]
        assert number > 4 or len(new) > 50, "the never shown come first"
        recent.append(found.items)
        last |= dict.fromkeys(found.items, BEGUN + timedelta(days=number))


@pytest.mark.parametrize("exam", WEIGHTS)
def test_a_seed_draws_the_same_exam_and_another_seed_another(bank: Bank, exam: str) -> None:
    blueprint = bank.blueprints[exam]
    every = candidates(bank.questions.values(), exam)
    shape = shape_of(blueprint)
    first, again, other = (draw(shape, blueprint, every, Random(seed)) for seed in (7, 7, 8))
    assert first == again
    assert draw(shape, blueprint, reversed(every), Random(7)) == first
    assert first.items != other.items


def test_shorter_exams_have_their_part_of_everything(bank: Bank) -> None:
    blueprint = bank.blueprints["dva-c03"]
    every = candidates(bank.questions.values(), "dva-c03")
    cards = {one.id: one.card or one.id for one in every}
    short = shape_of(blueprint, questions=20, accommodation=True)
    assert (short.minutes, short.extra) == (40, 30)
    domain = shape_of(blueprint, domain="2")
    assert (domain.questions, domain.minutes) == (17, 34)
    own = shape_of(blueprint, questions=5, minutes=3)
    assert own.minutes == 3
    for shape in (short, domain, own):
        for seed in range(20):
            found = draw(shape, blueprint, every, Random(seed))
            check(found, shape, blueprint, cards)
            several = sum(one.kind is QuestionKind.CHOICES for one in found.questions)
            assert shape.questions * 8 // 65 <= several <= -(-shape.questions * 13 // 65)


@given(st.dictionaries(st.text(max_size=2), st.integers(1, 99), min_size=1), st.integers(0, 200))
def test_shares_sum_up_and_none_is_a_whole_question_off(
    weights: dict[str, int], total: int
) -> None:
    """Largest remainder: all are dealt, each within one question of its exact part."""
    dealt = shares(weights, total)
    assert sum(dealt.values()) == total
    whole = sum(weights.values())
    for key, weight in weights.items():
        assert abs(dealt[key] - total * weight / whole) < 1


def small_bank(*, ones: int, twos: int, several: int) -> list[Candidate]:
    """Questions with a card each; `several` multiple response ones in each domain."""
    return [
        Candidate(f"{domain}/{number}", kind, (domain,), f"{domain}/card-{number}")
        for domain, count in (("1", ones), ("2", twos))
        for number in range(count + several)
        for kind in (QuestionKind.CHOICES if number < several else QuestionKind.CHOICE,)
    ]


def test_a_domain_with_too_few_is_short_and_filled_from_no_other() -> None:
    shape = shape_of(SMALL)
    found = draw(shape, SMALL, small_bank(ones=20, twos=2, several=1), Random(1))
    counts = Counter(one.domain for one in found.questions)
    assert counts == {"1": 6, "2": 3}
    assert found.short == {"2": 1}


def test_what_was_shown_of_late_comes_back_only_where_there_is_nothing_else() -> None:
    shape = shape_of(SMALL)
    every = small_bank(ones=8, twos=4, several=1)
    recent = {"1/0", "1/1", "1/2", "1/3", "2/3"}
    found = draw(shape, SMALL, every, Random(1), Seen(dict.fromkeys(recent, BEGUN), recent))
    assert found.short == {}
    assert found.again == len(recent & set(found.items)) == 1, "nine cards for six, five for four"


def test_a_question_moves_to_its_other_domain_to_make_room() -> None:
    """The never shown come first: none of them waits for a place that another need not have."""
    both = [Candidate(f"b/{number}", QuestionKind.CHOICE, ("1", "2")) for number in range(6)]
    ones = [Candidate(f"1/{number}", QuestionKind.CHOICE, ("1",)) for number in range(4)]
    shown = [Candidate(f"s/{number}", QuestionKind.CHOICE, ("1", "2")) for number in range(20)]
    seen = Seen({one.id: BEGUN for one in shown})
    for seed in range(50):
        found = draw(shape_of(SMALL), SMALL, [*shown, *ones, *both], Random(seed), seen)
        assert not {one.id for one in shown} & set(found.items)
        assert {one.id for one in found.questions if one.id.startswith("b") and one.domain == "2"}


def test_questions_of_one_card_meet_in_no_exam() -> None:
    every = [
        Candidate(f"q/{number}", QuestionKind.CHOICE, (domain,), f"card-{number % 10}")
        for number in range(40)
        for domain in ("12"[number // 20],)
    ]
    found = draw(shape_of(SMALL), SMALL, every, Random(3))
    cards = {one.id: one.card for one in every}
    assert len({cards[item] for item in found.items}) == 10
