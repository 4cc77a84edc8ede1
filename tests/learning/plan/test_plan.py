"""The plan from today to the exam: which exam, how many new cards, which day, which order."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.history.history import History
from study_app.learning.log.events import Answered, PlanSetting, StudyEvent, Subject, Suspended
from study_app.learning.log.wishes import Wishes
from study_app.learning.material.items import QuestionKind
from study_app.learning.material.syllabus import QuestionOutline, Syllabus, topic_of
from study_app.learning.plan.days import BEFORE_EXAM, NEW_A_DAY, next_review_day, quota
from study_app.learning.plan.forecast import FARTHEST, forecast, remedies
from study_app.learning.plan.goal import Goal, goal_of
from study_app.learning.plan.situation import Situation, situation
from study_app.learning.plan.today import minutes_of, questions_of, today
from study_app.learning.scheduling.fsrs import reviewed
from tests.learning.plan.samples import BLUEPRINTS, TODAY, syllabus, today_with, wish
from tests.learning.scheduling.logs import answer

EXAM = TODAY + timedelta(days=60)


def at(day: date, hour: int = 9, second: int = 0) -> datetime:
    return datetime.combine(day, time(hour, second // 60, second % 60), UTC)


def begun(
    of: Syllabus, count: int, day: date, verdict: Verdict = Verdict.CORRECT
) -> list[Answered]:
    """A first answer to each of the first `count` cards, on `day`."""
    cards = list(of.cards)[:count]
    return [
        answer(
            1000 * day.toordinal() + number,
            of.questions_of[card][0],
            at(day, second=number),
            session=f"s{day}",
            card=card,
            verdict=verdict,
        )
        for number, card in enumerate(cards)
    ]


days_ahead = st.integers(1, 250)
goals = st.builds(
    lambda to_exam, since: Goal(
        exam="new",
        exam_date=TODAY + timedelta(days=to_exam),
        set_on=TODAY - timedelta(days=since),
    ),
    days_ahead,
    st.integers(0, 100),
)


class TestExam:
    @pytest.mark.parametrize(
        ("today", "exam_date", "expected"),
        [
            (date(2026, 11, 30), None, "old"),
            (date(2026, 12, 1), None, "new"),
            (date(2026, 11, 20), date(2026, 11, 30), "old"),
            (date(2026, 11, 20), date(2026, 12, 1), "new"),
        ],
    )
    def test_it_is_the_one_that_can_be_taken_then(
        self, today: date, exam_date: date | None, expected: str
    ) -> None:
        """The chosen one; else the one that can be taken on the exam date, else today (DVA-C02
        ends on 30 November 2026, DVA-C03 begins on 1 December).
        """
        wishes = Wishes()
        if exam_date is not None:
            wishes.take(wish(PlanSetting.EXAM_DATE, exam_date.isoformat()))
        goal = goal_of(wishes, BLUEPRINTS.values(), today)
        assert (goal.exam, goal.chosen) == (expected, False)
        wishes.take(wish(PlanSetting.EXAM, "old"))
        assert goal_of(wishes, BLUEPRINTS.values(), today).exam == "old"

    def test_the_date_was_set_by_the_first_event_that_names_it(self) -> None:
        """The day on which the date was set is that of the first event that names the standing
        date.
        """
        wishes = Wishes()
        for number, (day, named) in enumerate([(0, EXAM), (3, EXAM + BEFORE_EXAM), (5, EXAM)]):
            then = TODAY + timedelta(days=day)
            wishes.take(wish(PlanSetting.EXAM_DATE, named.isoformat(), then, number))
        goal = goal_of(wishes, BLUEPRINTS.values(), TODAY + timedelta(days=9))
        assert (goal.exam_date, goal.set_on) == (EXAM, TODAY)

    def test_values_that_are_none_count_as_not_set(self) -> None:
        events = [
            wish(PlanSetting.EXAM_DATE, "soon"),
            wish(PlanSetting.MINUTES, 0),
            wish(PlanSetting.EXAM, "x"),
        ]
        events += [wish(PlanSetting.RETENTION, 0.2)]
        wishes = Wishes()
        for event in events:
            wishes.take(event)
        assert goal_of(wishes, BLUEPRINTS.values(), TODAY) == Goal(exam="old", retention=0.7)


class TestDays:
    @given(
        st.text(min_size=1), st.integers(0, 400), st.integers(0, 400), goals, st.integers(0, 300)
    )
    def test_a_cap_never_postpones(
        self, card: str, since: int, interval: int, goal: Goal, passed: int
    ) -> None:
        """A cap never postpones."""
        now = TODAY + timedelta(days=passed)
        last = now - timedelta(days=since)
        due = last + timedelta(days=interval)
        day = next_review_day(card, due, last, goal, now)
        assert day <= due
        if day != due:
            assert goal.exam_date is not None
            assert max(now, goal.exam_date - BEFORE_EXAM) <= day < goal.exam_date

    @given(st.lists(st.integers(1, 4), min_size=1), goals, st.integers(0, 60))
    def test_every_begun_card_is_reviewed_or_planned_in_the_last_14_days(
        self, ratings: list[int], goal: Goal, ahead: int
    ) -> None:
        """Every begun card is reviewed or planned in the last 14 days."""
        exam = goal.exam_date
        assert exam is not None
        day, strength = min(TODAY + timedelta(days=ahead), exam - timedelta(days=1)), None
        turn, last = 0, day
        while day < exam:
            found = reviewed(strength, ratings[turn % len(ratings)], day)
            last, strength, turn = day, found.strength, turn + 1
            day = next_review_day("t/c", found.due.date(), last, goal, last)
            assert day < exam or last >= exam - BEFORE_EXAM
        assert last >= exam - BEFORE_EXAM

    @given(st.integers(0, 500), goals, st.data())
    def test_all_are_begun_before_the_last_tenth(
        self, left: int, goal: Goal, data: st.DataObject
    ) -> None:
        """With a date E, all are to be begun before the last tenth of the plan."""
        exam, set_on = goal.exam_date, goal.set_on
        assert exam is not None
        assert set_on is not None
        last_tenth = exam - timedelta(days=max(1, -(-(exam - set_on).days // 10)))
        day = TODAY
        in_time = day < last_tenth
        while day < exam:
            new = quota(left, goal, day)
            assert new >= min(left, NEW_A_DAY)
            left -= new
            day += timedelta(days=1)
            if day == last_tenth:
                assert left == 0 or not in_time
        assert left == 0
        assert quota(5, goal, exam) == 0
        assert quota(50, goal, exam + timedelta(days=1)) == quota(50, Goal(), TODAY) == NEW_A_DAY

    def test_the_hash_decides_the_day(self) -> None:
        """That one of the days for which the hexadecimal sha256 of "ID YYYY-MM-DD" is smallest."""
        goal = Goal(exam="new", exam_date=date(2027, 1, 20), set_on=TODAY)
        due = date(2027, 6, 1)
        # Computed with sha256sum.
        assert next_review_day("ecs/x", due, TODAY, goal, TODAY) == date(2027, 1, 13)


class TestNewCards:
    @settings(deadline=None, max_examples=25)
    @given(st.lists(st.integers(0, 30), min_size=1, max_size=4), st.integers(2, 40))
    def test_new_cards_a_day_never_exceed_the_quota(self, counts: list[int], length: int) -> None:
        """New cards a day never exceed the quota."""
        of = syllabus(90)
        exam = TODAY + timedelta(days=length)
        wishes = [wish(PlanSetting.EXAM_DATE, exam.isoformat()), wish(PlanSetting.EXAM, "new")]
        history = History(wishes, card_of=of.card_of)
        cards = iter(of.cards)
        for number, count in enumerate(counts):
            day = TODAY + timedelta(days=number)
            if day >= exam:
                break
            left = len(situation(day, BLUEPRINTS, of, history).unbegun)
            allowed = quota(left, Goal("new", exam_date=exam, set_on=TODAY), day)
            for turn in range(count):
                now = situation(day, BLUEPRINTS, of, history)
                assert now.new_today == max(0, allowed - turn)
                assert len(today(now).new) <= now.new_today
                card = next(cards, None)
                if card is None:
                    return
                question = of.questions_of[card][0]
                key = number * 100 + turn
                history.add(answer(key, question, at(day, second=turn), card=card, session=card))

    def test_they_go_by_topic_and_by_the_weight_of_domains(self) -> None:
        """Topics put first; the topic that was begun; then the domain that is furthest behind its
        weight, in the order of study.
        """
        of = syllabus(30)
        topics = list(dict.fromkeys(map(topic_of, today_with(of=of).new)))
        assert topics == ["t0", "t1", "t2", "t3"]  # domains in turns: 60 to 40
        events: list[StudyEvent] = list(begun(of, 8, TODAY))
        assert [topic_of(card) for card in today_with(events).new[:4]] == ["t1"] * 4
        events.append(wish(PlanSetting.TOPICS_FIRST, ("t3",)))
        assert today_with(events).new[0] == "t3/c18"
        events.append(wish(PlanSetting.TOPICS_LEFT_OUT, ("t1", "t3")))
        assert {topic_of(card) for card in today_with(events).new} == {"t2"}

    def test_what_is_not_in_the_exam_is_not_begun(self) -> None:
        """What is not in the chosen exam is studied only when chosen."""
        assert "t4" not in map(topic_of, today_with().new)
        assert "t4" in map(topic_of, today_with([wish(PlanSetting.EXAM, "new")]).new)

    def test_a_suspended_card_is_neither_begun_nor_reviewed(self) -> None:
        of = syllabus()
        events: list[StudyEvent] = list(begun(of, 1, TODAY - timedelta(days=30)))
        first, second = (
            Suspended(
                id=card,
                at=at(TODAY),
                day=TODAY,
                session="",
                item=card,
                subject=Subject.CARD,
                on=True,
            )
            for card in list(of.cards)[:2]
        )
        events += [first, second]
        now = today_with(events)
        assert not now.due
        assert now.begun["t0/c0"].suspended
        assert now.new[0] == "t0/c2"
        events.append(replace(second, id="y", at=at(TODAY, 10), on=False))
        assert today_with(events).new[0] == "t0/c1"


class TestQuestions:
    @given(st.lists(st.tuples(st.sampled_from(range(3)), st.integers(1, 9)), max_size=9))
    def test_the_question_of_a_review_is_not_that_of_the_last_one(
        self, asked: list[tuple[int, int]]
    ) -> None:
        """The question of a review is not that of the last one where there is another. Never asked
        first, then the longest not asked; among equals the exam's kinds first.
        """
        of = syllabus(1)
        third = QuestionOutline({"new": ("1.1.1",)}, QuestionKind.ORDERING, "t0/c0")
        of = Syllabus(of.cards, {**of.questions, "t0/third": third})
        names = list(of.questions)
        day, events = TODAY, list[StudyEvent]()
        exam = wish(PlanSetting.EXAM, "new")
        times: dict[str, int] = {}
        for number, (which, days) in enumerate(asked):
            day += timedelta(days=days)
            events.append(answer(number, names[which], at(day), session=str(number), card="t0/c0"))
            times[names[which]] = number
        now = today_with([exam, *events], day, of)
        chosen = now.question_of("t0/c0")
        if events:
            assert chosen != names[asked[-1][0]]
        unasked = [name for name in names if name not in times]
        if unasked:
            assert chosen in unasked
        else:
            assert times[chosen] == min(times.values())
        if not events:
            assert chosen == "t0/choice0"

    def test_drills_of_the_container_chapter_are_asked_there_alone(self) -> None:
        of = syllabus(1)
        skills = {"old": ("1.1.1",)}
        aside = QuestionOutline({}, QuestionKind.WORKED, "t0/c0", ("container-chapter",))
        also = QuestionOutline(skills, QuestionKind.WORKED, "t0/c0", ("container-chapter",))
        of = Syllabus(of.cards, {"t0/aside": aside, "t0/also": also})
        now = today_with(of=of)
        assert now.askable("t0/c0") == ["t0/also"]
        alone = today_with(
            begun(of, 1, TODAY - BEFORE_EXAM), of=Syllabus(of.cards, {"t0/aside": aside})
        )
        assert alone.begun["t0/c0"].suspended
        assert not alone.due

    def test_a_card_is_asked_by_what_is_not_suspended_of_it(self) -> None:
        of = syllabus(1)
        first, second = (
            Suspended(
                id=question,
                at=at(TODAY),
                day=TODAY,
                session="",
                item=question,
                subject=Subject.QUESTION,
                on=True,
            )
            for question in of.questions
        )
        one = today_with([first], of=of)
        assert one.askable("t0/c0") == [second.item]
        assert not one.is_suspended("t0/c0")
        assert today_with([first, second], of=of).is_suspended("t0/c0")

    def test_questions_of_the_exam_are_asked_where_there_are_any(self) -> None:
        """Of the card's questions that are not suspended and have a skill of the chosen exam (all,
        if none has).
        """
        skills = {"new": ("1.1.1",)}
        card = syllabus(1).cards
        of = Syllabus(
            card,
            {
                "t0/a": QuestionOutline({}, QuestionKind.CHOICE, "t0/c0"),
                "t0/b": QuestionOutline(skills, QuestionKind.TYPED, "t0/c0"),
            },
        )
        assert today_with([wish(PlanSetting.EXAM, "new")], of=of).askable("t0/c0") == ["t0/b"]
        assert today_with(of=of).askable("t0/c0") == ["t0/a", "t0/b"]


class TestToday:
    def test_misses_come_once_three_others_have_passed_then_reviews_then_new(self) -> None:
        """Today's misses once three other questions have passed, then due reviews (lowest
        retrievability first), then new cards.
        """
        of = syllabus()
        old = begun(of, 4, TODAY - timedelta(days=20))
        missed = begun(of, 6, TODAY, Verdict.WRONG)[5:]
        now = today_with([*old, *missed])
        plan = today(now)
        assert plan.misses == (missed[0].item,)
        assert [topic_of(card) for card in plan.reviews] == ["t0"] * 4
        assert plan.new[0] == "t0/c4"
        asked = questions_of(now, plan)
        assert asked[3] == missed[0].item
        assert asked[0] == "t0/choice0"
        assert len(set(asked)) == plan.left == 1 + 4 + 9
        assert plan.done == 1

    def test_the_lowest_retrievability_comes_first(self) -> None:
        of = syllabus()
        early = begun(of, 2, TODAY - timedelta(days=31))
        late = begun(of, 4, TODAY - timedelta(days=30))
        reviews = today(today_with([*late, *early])).reviews
        # The first two were reviewed twice.
        assert reviews == ("t0/c2", "t0/c3", "t0/c0", "t0/c1")

    @example(due=2, minutes=10, done=0)
    @given(st.integers(0, 30), st.integers(1, 120), st.integers(0, 12))
    def test_today_holds_what_fits_the_minutes(self, due: int, minutes: int, done: int) -> None:
        """Today holds what fits the minutes; the rest waits. When minutes do not suffice for both,
        new cards get half of them until all are begun.
        """
        of = syllabus(90)
        events: list[StudyEvent] = list(begun(of, due, TODAY - timedelta(days=60)))
        events += begun(of, min(done, due), TODAY)
        events.append(wish(PlanSetting.MINUTES, minutes))
        now = today_with(events, of=of)
        plan = today(now)
        room = now.pace.asked(minutes)
        assert plan.reviews_waiting + len(plan.reviews) == len(now.due)
        assert plan.new_waiting + len(plan.new) == now.new_today
        expected = plan.done + sum(now.begun[card].expected_asks for card in plan.reviews)
        expected += len(plan.new) * (2 - now.pace.right)
        if expected > room:
            assert len(plan.reviews) + len(plan.new) <= 1
        if plan.reviews_waiting:
            assert len(plan.new) * (2 - now.pace.right) <= room / 2 + 1e-6
        if plan.new_waiting:
            spent = plan.done + sum(now.begun[card].expected_asks for card in plan.reviews)
            assert spent <= room / 2 + 2 or not plan.reviews

    def test_a_log_of_version_0_1_is_spread(self) -> None:
        """Someone who comes from version 0.1 with hundreds of answers meets a plan that spreads
        them, not a wall.
        """
        of = syllabus(300)
        old = [
            replace(one, card=None, elapsed_ms=45_000)
            for one in begun(of, 240, TODAY - timedelta(days=30))
        ]
        now = today_with(old, of=of)
        plan = today(now)
        assert len(now.due) == 240
        assert 10 <= len(plan.reviews) <= 40
        assert plan.minutes <= 30
        assert plan.reviews_waiting == 240 - len(plan.reviews)


def planning(minutes: int, days: int, cards: int = 300) -> Situation:
    exam = TODAY + timedelta(days=days)
    events = [wish(PlanSetting.EXAM, "new"), wish(PlanSetting.MINUTES, minutes)]
    return today_with([*events, wish(PlanSetting.EXAM_DATE, exam.isoformat())], of=syllabus(cards))


class TestForecast:
    def test_it_is_the_same_each_time(self) -> None:
        assert forecast(planning(30, 60)).asked == forecast(planning(30, 60)).asked

    @pytest.mark.parametrize("days", [5, 60, 200])
    def test_all_that_is_asked_is_counted_and_all_is_begun(self, days: int) -> None:
        played = forecast(planning(30, days))
        assert len(played.asked) == days
        assert sum(played.begun.values()) == 300
        assert sum(played.asked.values()) > 300 * 1.4

    def test_minutes_that_do_not_suffice_have_remedies(self) -> None:
        """The plan says what would do: more minutes, a later date, or which skills by weight it
        leaves out.
        """
        now = planning(10, 60)
        assert not forecast(now).feasible
        found = remedies(now)
        assert forecast(planning(found.minutes, 60)).feasible
        assert not forecast(planning(found.minutes - 1, 60)).feasible
        assert found.later is not None
        assert forecast(now, replace(now.goal, exam_date=found.later, set_on=TODAY)).feasible
        assert found.skills == ("2.1.1", "1.1.1")
        assert set(found.cards) == set(now.new)
        now = planning(found.minutes - 1, 60)
        assert remedies(now).skills == ("2.1.1",)
        assert set(remedies(now).cards) < set(now.new)

    def test_a_far_exam_is_played_for_a_few_years(self) -> None:
        """What happens until then does not depend on how far beyond the exam is."""
        last_day = (date.max - TODAY).days
        played = forecast(planning(30, last_day))
        assert max(played.asked) == TODAY + FARTHEST - timedelta(days=1)
        assert played.asked == forecast(planning(30, FARTHEST.days + 400)).asked
        assert sum(played.begun.values()) == 300
        assert played.feasible

    def test_no_date_is_later_than_the_last_one(self) -> None:
        now = planning(1, (date.max - TODAY).days)
        assert not forecast(now).feasible
        assert remedies(now).later is None

    def test_without_a_date_everything_suffices(self) -> None:
        assert forecast(today_with()).feasible

    def test_minutes_are_those_of_what_is_due_and_new(self) -> None:
        """The estimate for both, misses asked again included."""
        now = today_with(begun(syllabus(), 5, TODAY - timedelta(days=30)))
        asked = sum(2 - one.retrievability for one in now.due) + 1.4 * now.new_today
        assert minutes_of(now) == -int(-asked * 45 // 60)
