"""The use cases over a real SQLite in memory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from study_app.bank.bank import Bank
from study_app.bank.loading import load
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Misfit, RightPlaces
from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.choosing.practice import Practice
from study_app.learning.choosing.selection import TopicProgress
from study_app.learning.log.events import (
    Answered,
    Event,
    Finished,
    Flagged,
    Overruled,
    SessionMode,
    Skipped,
    StudyEvent,
    Undone,
)
from study_app.learning.log.session import OutOfTurn, Session
from study_app.learning.material.items import Question, QuestionKind
from study_app.learning.material.presentation import arrange
from study_app.learning.material.texts import fingerprint
from study_app.learning.statistics.answers import statistics
from study_app.settings import Settings, SettingsError
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.usecases.journal import NotSaved
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study
from study_app.words.language import Language
from tests.studies import numbered, study_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SAMPLE = Path(__file__).parents[1] / "data" / "content"

CHOICE, CHOICES = "rolling/best-strategy", "rolling/two-roles"
TYPED, NUMBER = "rolling/name-strategy", "rolling/lower-bound"
ORDERING, MATCHING = "rolling/order-steps", "rolling/match-roles"
DRAWN = "rolling/drawn-upper"
EVERY = (CHOICE, CHOICES, TYPED, NUMBER, ORDERING, MATCHING)
ALL = (*EVERY, DRAWN)
RIGHT: dict[str, Response] = {
    CHOICE: Picked(("binpack",)),
    CHOICES: Picked(("task", "execution")),
    TYPED: TypedText("binpack"),
    NUMBER: TypedText("2"),
    ORDERING: Picked(("stop", "start")),
    MATCHING: Paired((("task", "task"), ("execution", "execution"))),
}
WRONG: dict[str, Response] = {
    CHOICE: Picked(("spread",)),
    TYPED: TypedText("spread"),
    ORDERING: Picked(("start", "stop")),
}


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **by: float) -> None:
        self.now += timedelta(**by)


MakeStudy = Callable[..., Study]


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The sample content: one topic with every kind of question."""
    return load((SAMPLE,))


@pytest.fixture
def log() -> Iterator[ReviewLog]:
    with closing(ReviewLog(MEMORY, lambda: NOW)) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_study(bank: Bank, log: ReviewLog, clock: Clock) -> MakeStudy:
    """A study over the log of the test, as of a program that was started anew."""
    new_id = numbered()

    def make(of: Bank = bank, seed: int | None = None, chance: int = 1) -> Study:
        return study_of(of, log, clock, new_id=new_id, chance=chance, seed=seed)

    return make


@pytest.fixture
def study(make_study: MakeStudy) -> Study:
    return make_study()


@contextmanager
def failing(log: ReviewLog) -> Iterator[None]:
    """Within, SQLite refuses to write, as on a disk that can only be read."""
    assert log._file._connection is not None
    log._file._connection.execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        log._file._connection.execute("PRAGMA query_only = OFF")


def events(log: ReviewLog, kind: type[Event]) -> list[StudyEvent]:
    return [event for event in log.events() if isinstance(event, kind)]


def without(bank: Bank, *lost: str) -> Bank:
    """`bank` in a version that no longer has the questions `lost`."""
    kept = {key: one for key, one in bank.questions.items() if key not in lost}
    topics = {
        key: replace(topic, question_ids=tuple(one for one in topic.question_ids if one in kept))
        for key, topic in bank.topics.items()
    }
    return replace(bank, questions=kept, topics=topics)


def with_question(bank: Bank, question: Question) -> Bank:
    """`bank` in a version in which `question` reads otherwise."""
    return replace(bank, questions={**bank.questions, question.id: question})


def sit(study: Study, items: Sequence[str], retries: int = 2, seed: int | None = None) -> Sitting:
    """A new session over `items`."""
    return Sitting(study, study.sit(items, retries, seed))


def ids(session: Session) -> tuple[str, ...]:
    return session.started.items


Act = Callable[[Sitting], object]
ACTS: dict[str, tuple[Act, type[Event]]] = {
    "submit": (lambda sitting: sitting.submit(RIGHT[ORDERING]), Answered),
    "skip": (Sitting.skip, Skipped),
    "undo": (Sitting.undo, Undone),
    "overrule": (lambda sitting: sitting.overrule(sitting.session.given[0]), Overruled),
    "flag": (lambda sitting: sitting.flag(TYPED), Flagged),
    "finish": (Sitting.finish, Finished),
}
each_act = pytest.mark.parametrize(("act", "kind"), ACTS.values(), ids=ACTS)


@pytest.fixture
def begun(study: Study) -> Sitting:
    """A session in which one typed answer was wrong: everything can happen next."""
    sitting = sit(study, [TYPED, ORDERING, CHOICE], seed=1)
    sitting.submit(WRONG[TYPED])
    return sitting


def test_events_keep_their_order_where_the_clock_is_set_back(
    study: Study, log: ReviewLog, clock: Clock, make_study: MakeStudy
) -> None:
    """They fold by (at, id)."""
    sitting = sit(study, [CHOICE, ORDERING, TYPED])
    for response in (RIGHT[CHOICE], RIGHT[ORDERING]):
        sitting.submit(response)
        clock.go_on(hours=-1)
    again = make_study()
    (session,) = again.resumable()
    Sitting(again, session).submit(RIGHT[TYPED])
    keys = [event.key for event in log.events()]
    assert keys == sorted(keys)
    assert make_study().resumable() == [], "all three were answered"


def test_an_answer_keeps_the_card_of_its_question(study: Study, log: ReviewLog, bank: Bank) -> None:
    """New answers record the card that their question named then."""
    cards = {key: one.card for key, one in bank.questions.items()}
    sitting = sit(study, [CHOICE, TYPED])
    sitting.submit(RIGHT[CHOICE])
    sitting.submit(RIGHT[TYPED])
    answers = [event for event in log.events() if isinstance(event, Answered)]
    assert [event.card for event in answers] == [cards[CHOICE], cards[TYPED]]
    assert any(event.card for event in answers)


@each_act
def test_an_event_is_in_the_log_before_the_method_returns(
    begun: Sitting, log: ReviewLog, clock: Clock, act: Act, kind: type[Event]
) -> None:
    """An event is on disk before the method that caused it returns."""
    before = log.events()
    clock.go_on(seconds=9)
    act(begun)
    assert log.events()[:-1] == before, "one event is appended, nothing else changes"
    event = log.events()[-1]
    assert isinstance(event, kind)
    assert (event.session, event.mode, event.at) == (
        begun.session.started.session,
        SessionMode.QUIZ,
        clock.now,
    )
    assert event.day == clock.now.date()
    assert len({one.id for one in log.events()}) == len(log.events())


@each_act
def test_what_cannot_be_saved_changes_nothing(
    begun: Sitting, study: Study, log: ReviewLog, act: Act, kind: type[Event]
) -> None:
    """Something could not be written; nothing else changed. The message says what to do."""
    before = (begun.session, log.events(), statistics(study.history, {}))
    with failing(log), pytest.raises(NotSaved, match="--data-dir"):
        act(begun)
    assert (begun.session, log.events(), statistics(study.history, {})) == before
    act(begun)
    assert isinstance(log.events()[-1], kind), "the same goes through once the disk can be written"


def test_a_session_that_cannot_be_saved_does_not_begin(study: Study, log: ReviewLog) -> None:
    study.sit([CHOICE])
    with failing(log), pytest.raises(NotSaved):
        study.sit([ORDERING])
    assert len(log.events()) == 1


@pytest.mark.parametrize("item", EVERY)
def test_an_answer_is_logged_as_it_was_given_and_judged(
    study: Study, bank: Bank, log: ReviewLog, clock: Clock, item: str
) -> None:
    sitting = sit(study, [item])
    clock.go_on(minutes=5)
    sitting.show()
    clock.go_on(milliseconds=2345.9)
    marked = sitting.submit(RIGHT[item])
    assert marked.verdict is Verdict.CORRECT
    answer = log.events()[-1]
    assert isinstance(answer, Answered)
    assert answer.item == item
    assert answer.response == RIGHT[item]
    assert (answer.verdict, answer.score) == (Verdict.CORRECT, 1.0)
    assert answer.item_hash == fingerprint(bank.asked(item, 1, 0))
    assert answer.elapsed_ms == 2345, "since the question was shown"
    assert study.history.record(item) is not None
    assert sitting.asked is None


def test_the_reason_of_the_grader_is_logged_in_english(begun: Sitting) -> None:
    answer = begun.session.given[0].event
    assert isinstance(answer, Answered)
    assert (answer.matched, answer.reason) == ("binpack", "spread is something else")


def test_a_session_of_choices_does_not_build_the_grader(study: Study) -> None:
    """Built at the first typed answer: a session of choices does not need its index."""
    sitting = sit(study, [CHOICE, TYPED], seed=1)
    sitting.submit(RIGHT[CHOICE])
    assert "_grader" not in vars(study)
    sitting.submit(RIGHT[TYPED])
    assert "_grader" in vars(study)


def test_the_time_on_screen_is_never_negative(study: Study, clock: Clock, log: ReviewLog) -> None:
    """A clock may be set back while a question is on screen."""
    sitting = sit(study, [CHOICE])
    clock.go_on(hours=-1)
    assert sitting.shown_for == timedelta(0)
    sitting.skip()
    skip = log.events()[-1]
    assert isinstance(skip, Skipped)
    assert skip.elapsed_ms == 0


def test_a_question_is_shown_with_its_number_and_attempt(study: Study, bank: Bank) -> None:
    sitting = sit(study, [TYPED, CHOICE], seed=5)
    first = sitting.show()
    assert first is not None
    assert (first.question.id, first.number, first.total, first.attempt) == (TYPED, 1, 2, 0)
    sitting.submit(WRONG[TYPED])
    second = sitting.show()
    assert second is not None
    assert (second.number, second.arrangement) == (2, arrange(bank.asked(CHOICE, 1, 0), 5))
    sitting.submit(RIGHT[CHOICE])
    again = sitting.show()
    assert again is not None
    assert (again.question.id, again.number, again.total, again.attempt) == (TYPED, 1, 2, 1)


def test_a_misfit_is_no_answer(study: Study, log: ReviewLog) -> None:
    sitting = sit(study, [CHOICE])
    with pytest.raises(Misfit):
        sitting.submit(Picked(("binpack", "spread")))
    assert events(log, Answered) == []
    assert sitting.asked is not None


def test_nothing_can_be_given_once_no_question_is_on_screen(study: Study, log: ReviewLog) -> None:
    sitting = sit(study, [CHOICE])
    sitting.finish()
    before = log.events()
    for act in (lambda: sitting.submit(RIGHT[CHOICE]), sitting.skip):
        with pytest.raises(OutOfTurn):
            act()
    assert log.events() == before


def test_undo_asks_again_and_only_appends(begun: Sitting, study: Study, log: ReviewLog) -> None:
    """Undo and override append; nothing is ever updated or deleted."""
    assert begun.asked is not None
    assert begun.asked.question.id == ORDERING
    given = begun.undo()
    assert given is not None
    assert given.ask.item == TYPED
    assert (begun.asked.question.id, begun.asked.attempt) == (TYPED, 0)
    assert len(events(log, Answered)) == 1, "the answer is still there"
    assert study.history.record(TYPED) is None, "and does not count"


def test_where_nothing_was_given_nothing_is_undone(study: Study, log: ReviewLog) -> None:
    sitting = sit(study, [CHOICE])
    assert sitting.undo() is None
    assert events(log, Undone) == []


def test_a_skip_can_be_undone(study: Study) -> None:
    sitting = sit(study, [CHOICE, TYPED])
    sitting.skip()
    assert study.history.skipped == 1
    sitting.undo()
    assert study.history.skipped == 0
    assert sitting.asked is not None
    assert sitting.asked.question.id == CHOICE


def test_i_was_right_counts_from_then_on(begun: Sitting, study: Study) -> None:
    begun.overrule(begun.session.given[0])
    assert begun.last is not None
    assert begun.last.verdict is Verdict.CORRECT
    record = study.history.record(TYPED)
    assert record is not None
    assert record.verdict is Verdict.CORRECT
    assert [ask.item for ask in begun.session.queue] == [ORDERING, CHOICE], "not asked again"


def test_what_was_overruled_is_accepted_the_next_time(make_study: MakeStudy) -> None:
    """An answer that was overruled is accepted from this learner next time; an overruling undone
    takes it away.
    """
    study = make_study()
    first = sit(study, [TYPED])
    assert first.submit(TypedText("my own words")).verdict is Verdict.WRONG
    first.overrule(first.session.given[0])
    again = sit(make_study(), [TYPED])
    assert again.submit(TypedText("My  own words")).verdict is Verdict.CORRECT
    assert first.unsay(first.session.given[0])
    last = sit(make_study(), [TYPED])
    assert last.submit(TypedText("my own words")).verdict is Verdict.WRONG


def test_a_form_is_not_kept_for_other_numbers(make_study: MakeStudy) -> None:
    """What was typed to a question with drawn numbers says nothing of others."""
    study = make_study()
    first = sit(study, [DRAWN])
    given = first.submit(TypedText("nothing like it"))
    assert given.verdict is Verdict.WRONG
    first.overrule(first.session.given[0])
    assert study.history.own_forms(DRAWN) == frozenset()


@pytest.mark.parametrize(
    ("item", "response"),
    [(CHOICE, WRONG[CHOICE]), (ORDERING, WRONG[ORDERING]), (TYPED, RIGHT[TYPED])],
    ids=["picked", "ordered", "right already"],
)
def test_only_a_missed_typed_answer_can_be_overruled(
    study: Study, log: ReviewLog, item: str, response: Response
) -> None:
    """Which option was picked is beyond doubt."""
    sitting = sit(study, [item])
    sitting.submit(response)
    sitting.overrule(sitting.session.given[0])
    assert events(log, Overruled) == []


def test_a_flag_goes_on_and_off_across_sessions(make_study: MakeStudy) -> None:
    study = make_study()
    assert sit(study, [CHOICE]).flag(CHOICE) is True
    assert study.history.flagged == {CHOICE}
    later = make_study()
    assert later.history.flagged == {CHOICE}
    assert sit(later, [CHOICE]).flag(CHOICE) is False
    assert later.history.flagged == set()


def test_ending_it_twice_is_ending_it_once(begun: Sitting, log: ReviewLog) -> None:
    begun.finish()
    begun.finish()
    assert len(events(log, Finished)) == 1
    assert begun.asked is None


class TestChoosingQuestions:
    def test_unseen_questions_come_first(self, make_study: MakeStudy) -> None:
        study = make_study()
        sitting = sit(study, EVERY[:4])
        for item in EVERY[:4]:
            sitting.submit(RIGHT[item])
        assert set(ids(make_study().quiz(count=3))) == set(ALL[4:])

    def test_a_seed_makes_selection_and_order_ignore_the_history(
        self, make_study: MakeStudy
    ) -> None:
        """`--seed N` makes a run repeatable: selection and order then ignore the history."""
        first = make_study(seed=7, chance=1).quiz(count=3)
        sitting = sit(make_study(), ids(first))
        for _ in ids(first):
            sitting.skip()
        second = make_study(seed=7, chance=2).quiz(count=3)
        assert ids(second) == ids(first)
        assert second.started.seed == first.started.seed == 7
        assert second.started.session != first.started.session

    def test_another_seed_is_another_session(self, make_study: MakeStudy) -> None:
        quizzes = {ids(make_study(seed=seed).quiz(count=3)) for seed in range(10)}
        assert len(quizzes) > 5

    def test_without_a_seed_each_session_has_its_own(self, make_study: MakeStudy) -> None:
        study = make_study()
        seeds = {study.sit([CHOICE]).started.seed for _ in range(5)}
        assert len(seeds) == 5

    def test_a_seed_of_zero_is_a_seed(self, make_study: MakeStudy) -> None:
        assert make_study(seed=0).quiz(count=1).started.seed == 0

    @pytest.mark.parametrize("kind", QuestionKind)
    def test_only_questions_of_the_kind(self, study: Study, bank: Bank, kind: QuestionKind) -> None:
        quiz = study.quiz(Practice(kind=kind), count=10)
        assert set(ids(quiz)) == {one.id for one in bank.questions.values() if one.kind is kind}

    def test_only_questions_of_the_topics(self, make_study: MakeStudy, bank: Bank) -> None:
        other = replace(bank.asked(CHOICE, 1, 0), id="other/q")
        topic = replace(bank.topics["rolling"], id="other", question_ids=(other.id,))
        two = replace(
            bank,
            topics={**bank.topics, "other": topic},
            questions={**bank.questions, other.id: other},
        )
        study = make_study(two)
        assert ids(study.quiz(Practice(topics=["other"]), count=10)) == ("other/q",)
        assert set(ids(study.quiz(Practice(topics=["rolling"]), count=10))) == set(ALL)
        assert len(ids(study.quiz(Practice(topics=["rolling", "other"]), count=10))) == len(ALL) + 1
        assert len(ids(study.quiz(count=10))) == len(ALL) + 1
        assert study.questions(Practice(topics=["other"], kind=QuestionKind.TYPED)) == []

    def test_a_quiz_is_as_long_as_was_asked_for(self, study: Study) -> None:
        quiz = study.quiz(count=4, retries=0)
        assert len(ids(quiz)) == 4
        assert quiz.started.retries == 0
        assert study.quiz(count=4).started.retries == 2

    def test_progress_counts_the_topic(self, begun: Sitting, study: Study, bank: Bank) -> None:
        assert study.progress(bank.topics["rolling"]) == TopicProgress(
            total=7, answered=1, missed=1
        )


class TestUnfinished:
    """What became of a session that was left."""

    def test_it_is_resumed_where_it_stopped(self, begun: Sitting, make_study: MakeStudy) -> None:
        study = make_study()
        (session,) = study.resumable()
        assert session == begun.session
        resumed = Sitting(study, session)
        resumed.submit(RIGHT[ORDERING])
        assert resumed.last is not None
        assert resumed.last.ask.item == ORDERING

    def test_another_session_leaves_it_to_be_resumed(
        self, begun: Sitting, make_study: MakeStudy, log: ReviewLog
    ) -> None:
        """One that was left unfinished can still be resumed later."""
        study = make_study()
        other = sit(study, [CHOICE])
        other.submit(RIGHT[CHOICE])
        other.finish()
        assert study.resumable() == [begun.session]
        assert [event.session for event in events(log, Finished)] == [other.session.started.session]

    def test_each_waits_until_it_is_ended_on_purpose(
        self, begun: Sitting, make_study: MakeStudy, log: ReviewLog
    ) -> None:
        """Starting never drops: the unfinished session stays listed with its place."""
        study = make_study()
        later = sit(study, [NUMBER, CHOICE])
        later.skip()
        assert study.resumable() == [later.session, begun.session], "the latest first"
        assert events(log, Finished) == []
        study.end(later.session)
        assert study.resumable() == [begun.session]
        assert [event.session for event in events(log, Finished)] == [later.session.started.session]

    @pytest.mark.parametrize("lost", [CHOICE, TYPED, ORDERING], ids=["next", "again", "answered"])
    def test_it_is_not_resumed_once_a_question_is_gone(
        self, begun: Sitting, make_study: MakeStudy, bank: Bank, log: ReviewLog, lost: str
    ) -> None:
        """None where the content no longer has all of its questions, those answered included."""
        begun.submit(RIGHT[ORDERING])
        study = make_study(without(bank, lost))
        assert study.resumable() == []
        assert study.overview().unfinished == [], "home does not promise it"

    def test_home_offers_it(self, begun: Sitting, make_study: MakeStudy) -> None:
        overview = make_study().overview()
        assert overview.unfinished == [begun.session]
        assert (overview.answered, overview.missed, overview.days[-1]) == (1, 1, 1)

    def test_where_nothing_was_left_nothing_is_resumed(self, study: Study) -> None:
        assert study.resumable() == []
        sit(study, [CHOICE, TYPED]).finish()
        assert study.resumable() == []


class TestReadings:
    """English stands in where there is no translation, and beside one that is stale."""

    @pytest.mark.parametrize(
        ("language", "prompts"),
        [
            (Language.EN, ["Which strategy needs the fewest instances?"]),
            (Language.KO, ["인스턴스를 가장 적게 쓰는 전략은?"]),
            (
                Language.BOTH,
                [
                    "Which strategy needs the fewest instances?",
                    "인스턴스를 가장 적게 쓰는 전략은?",
                ],
            ),
        ],
    )
    def test_a_translation_that_fits(
        self, study: Study, bank: Bank, language: Language, prompts: list[str]
    ) -> None:
        readings = study.translations(bank.asked(CHOICE, 1, 0), language)
        assert [reading.prompt for reading in readings] == prompts

    @pytest.mark.parametrize("language", Language)
    def test_no_translation(self, study: Study, bank: Bank, language: Language) -> None:
        question = bank.asked(TYPED, 1, 0)
        assert study.translations(question, language) == (question,)

    @pytest.mark.parametrize(
        ("language", "prompts"),
        [
            (Language.EN, ["Reworded?"]),
            (Language.KO, ["인스턴스를 가장 적게 쓰는 전략은?", "Reworded?"]),
            (Language.BOTH, ["Reworded?", "인스턴스를 가장 적게 쓰는 전략은?"]),
        ],
    )
    def test_a_translation_that_is_stale(
        self, make_study: MakeStudy, bank: Bank, language: Language, prompts: list[str]
    ) -> None:
        reworded = replace(bank.asked(CHOICE, 1, 0), prompt="Reworded?")
        study = make_study(with_question(bank, reworded))
        readings = study.translations(reworded, language)
        assert [reading.prompt for reading in readings] == prompts

    def test_cards_are_read_the_same_way(self, study: Study, bank: Bank) -> None:
        card = bank.cards["rolling/bounds"]
        titles = [reading.title for reading in study.translations(card, Language.BOTH)]
        assert titles == ["Two bounds", "두 한도"]

    @pytest.mark.parametrize(
        ("language", "title"),
        [
            (Language.EN, "Rolling updates"),
            (Language.KO, "롤링 업데이트"),
            (Language.BOTH, "Rolling updates"),
        ],
    )
    def test_the_title_of_a_topic(
        self, study: Study, bank: Bank, language: Language, title: str
    ) -> None:
        assert study.topic_title(bank.topics["rolling"], language) == title


class TestReviewing:
    def test_an_answer_looks_as_it_did(self, begun: Sitting) -> None:
        asked = begun.show()
        assert asked is not None
        marked = begun.submit(WRONG[ORDERING])
        assert marked.detail == RightPlaces(0, 2, in_order=1)
        reviewed = begun.reviewed(begun.session.given[1])
        assert (reviewed.arrangement, reviewed.marked) == (asked.arrangement, marked)

    def test_each_attempt_has_its_own_arrangement(self, study: Study) -> None:
        shown = []
        sitting = sit(study, [CHOICE], retries=5, seed=7)
        while (asked := sitting.show()) is not None:
            shown.append(asked.arrangement)
            sitting.submit(WRONG[CHOICE])
        assert len(set(shown)) > 1
        assert [sitting.reviewed(one).arrangement for one in sitting.session.given] == shown

    def test_a_skip_was_not_marked(self, study: Study) -> None:
        sitting = sit(study, [CHOICE])
        sitting.skip()
        assert sitting.reviewed(sitting.session.given[0]).marked is None


class TestSettings:
    def test_a_choice_holds_now_and_is_remembered(self, bank: Bank, log: ReviewLog) -> None:
        """Only what was chosen: a language given with `--lang` is for this run."""
        remembered: list[Mapping[str, object]] = []
        study = self.study(bank, log, remembered.append)
        study.choose(language=Language.KO)
        study.choose(theme="dva-light")
        assert study.settings == Settings(Language.KO, "dva-light")
        assert remembered == [{"language": Language.KO}, {"theme": "dva-light"}]

    def test_a_choice_that_cannot_be_remembered_holds_for_now(
        self, bank: Bank, log: ReviewLog
    ) -> None:
        """Raises `NotSaved` if only for now."""

        def refuse(choices: Mapping[str, object]) -> None:
            raise SettingsError("settings.json: no space left")

        study = self.study(bank, log, refuse)
        with pytest.raises(NotSaved, match=r"settings\.json: no space left"):
            study.choose(theme="dva-light")
        assert study.settings.theme == "dva-light"

    @staticmethod
    def study(
        bank: Bank, log: ReviewLog, remember: Callable[[Mapping[str, object]], None]
    ) -> Study:
        return study_of(bank, log, lambda: NOW, remember=remember)
