"""The rules of the screens, each by keys in the real app. The docstrings quote them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from study_app.bank.bank import Bank
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Marked
from study_app.learning.log.events import Answered, Flagged, Skipped, Started, StudyEvent
from study_app.learning.material.items import Choice, Question, QuestionKind
from study_app.tui.app import DvaApp
from study_app.tui.screens.exam.start import ExamStartScreen
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.questions import QuestionsScreen
from study_app.tui.screens.quiz.quiz import QuizScreen
from study_app.tui.screens.topics import TopicsScreen
from study_app.tui.widgets.action_bar import ActionBar
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.tui.widgets.answers.ranking import RankingArea
from study_app.tui.widgets.answers.typing import Typing
from study_app.tui.widgets.key_bar import KeyBar
from study_app.usecases.journal import NotSaved
from study_app.usecases.study import Study
from study_app.words.language import Language

Events = Callable[[], list[StudyEvent]]
SIZE = (80, 24)
TOPICS_ROW = 3
"""Where home lists the topics, while nobody has to tell how the exam went."""


def ids(bank: Bank, kind: QuestionKind, count: int = 1) -> list[str]:
    return [one.id for one in bank.questions.values() if one.kind is kind][:count]


def quiz(app: DvaApp) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


def choosing(app: DvaApp) -> ChoosingArea:
    area = quiz(app).view.area
    assert isinstance(area, ChoosingArea)
    return area


def given(events: list[StudyEvent]) -> list[Answered | Skipped]:
    return [event for event in events if isinstance(event, Answered | Skipped)]


def bar(app: DvaApp) -> str:
    """What the action bar says."""
    return app.screen.query_one(ActionBar).render().plain.strip()


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


class TestNothingIsPreselected:
    """Nothing preselected: no cursor, no mark."""

    async def test_enter_without_a_choice_only_says_choose_one(
        self, study: Study, bank: Bank, events: Events
    ) -> None:
        """Enter without a choice: ActionBar says "Choose one", nothing else."""
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE, 3)))
        async with app.run_test(size=SIZE) as pilot:
            assert choosing(app).cursor is None
            await press(pilot, "enter", "enter", "enter", "enter")
            assert given(events()) == []
            assert choosing(app).chosen == set()
            assert bar(app).startswith("Choose one")
            assert "Enter" not in bar(app)

    async def test_enter_on_a_cursor_picks_and_only_then_answers(
        self, study: Study, bank: Bank, events: Events
    ) -> None:
        """↑↓ moves a cursor, Enter on an unpicked cursor picks only; Enter again answers."""
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE)))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "down", "down")
            assert (choosing(app).cursor, choosing(app).chosen) == (1, set())
            assert bar(app).endswith("Enter  choose")
            await press(pilot, "enter")
            assert choosing(app).chosen == {choosing(app).keys[1]}
            assert given(events()) == []
            assert bar(app).endswith("Enter  answer")
            await press(pilot, "enter")
            assert [type(event) for event in given(events())] == [Answered]

    async def test_a_number_picks_and_the_same_one_takes_it_back(
        self, study: Study, bank: Bank
    ) -> None:
        """Space or a number picks. The same number takes it back."""
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE)))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "2")
            assert choosing(app).chosen == {choosing(app).keys[1]}
            await press(pilot, "2")
            assert choosing(app).chosen == set()
            await press(pilot, "down", "space", "1")
            assert choosing(app).chosen == {choosing(app).keys[0]}

    async def test_up_comes_in_from_below(self, study: Study, bank: Bank) -> None:
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE)))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "up")
            assert choosing(app).cursor == choosing(app).count - 1


class TestDoubleEnter:
    """A double Enter never answers the next question."""

    async def test_enter_is_ignored_for_a_moment(
        self, study: Study, bank: Bank, events: Events, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Enter is ignored for 300 ms after it appears."""
        monkeypatch.setattr(QuizScreen, "enter_after", 600)  # no machine is too busy for that
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE, 3)))
        async with app.run_test(size=SIZE) as pilot:
            first = quiz(app).sitting.asked
            await press(pilot, "1", "enter", "enter")
            assert given(events()) == [], "the question has just appeared"
            quiz(app)._go_on()
            await press(pilot, "enter", "enter", "enter")
            assert len(given(events())) == 1
            assert "next question" in bar(app), "the verdict stays"
            quiz(app)._go_on()
            await press(pilot, "enter")
            assert quiz(app).sitting.asked != first
            await press(pilot, "1", "enter")
            assert len(given(events())) == 1, "this Enter was meant for the verdict"

    async def test_after_that_moment_enter_answers(
        self, study: Study, bank: Bank, events: Events, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QuizScreen, "enter_after", 0.3)
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE, 3)))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "1")
            await asyncio.sleep(0.5)
            await press(pilot, "enter")
            assert len(given(events())) == 1

    async def test_the_next_question_has_neither_cursor_nor_choice(
        self, study: Study, bank: Bank, events: Events
    ) -> None:
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE, 3)))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "3", "enter", "enter", "enter", "enter")
            assert (choosing(app).cursor, choosing(app).chosen) == (None, set())
            assert len(given(events())) == 1


class TestWhereAQuestionBegins:
    """A question starts at its first line. Options out of sight: the ActionBar says so."""

    @pytest.fixture
    def long(self, bank: Bank, study: Study) -> str:
        """A question whose exhibit leaves no room for its options."""
        name = ids(bank, QuestionKind.CHOICE)[0]
        question = bank.questions[name]
        assert isinstance(question, Question)
        code = "\n".join(f'  "line {number}": "value",' for number in range(12))
        prompt = f"A team has this policy:\n\n```json bucket policy\n{code}\n```\n\nWhat is wrong?"
        shown = {**bank.questions, name: replace(question, prompt=prompt)}
        study.bank = replace(bank, questions=shown)
        return name

    async def test_it_starts_at_its_first_line(self, study: Study, long: str) -> None:
        app = DvaApp(study, session=study.sit([long]))
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            assert quiz(app).view.scroll_offset.y == 0
            assert "4 options below: PgDn" in bar(app)
            await press(pilot, "pagedown")
            await pilot.pause(0.4)
            assert "below" not in bar(app)

    async def test_a_cursor_out_of_sight_is_scrolled_to(self, study: Study, long: str) -> None:
        app = DvaApp(study, session=study.sit([long]))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "3")
            await pilot.pause()
            area, view = choosing(app), quiz(app).view
            place = area.place_of(2).translate(area.virtual_region.offset)
            assert view.scroll_offset.y <= place.y < view.scroll_offset.y + view.size.height

    async def test_judged_it_shows_the_options_from_the_first(
        self, study: Study, long: str
    ) -> None:
        """Judged, scrolled to option 1."""
        app = DvaApp(study, session=study.sit([long]))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "2", "enter")
            await pilot.pause()
            view, area = quiz(app).view, choosing(app)
            last = view.virtual_size.height - view.size.height
            assert view.scroll_offset.y == min(area.virtual_region.y, last)

    async def test_code_is_never_wrapped(self, study: Study, long: str) -> None:
        """Exhibits on a surface, never wrapped."""
        app = DvaApp(study, session=study.sit([long]))
        async with app.run_test(size=(64, 18)) as pilot:
            await pilot.pause()
            shown = "\n".join("".join(s.text for s in strip) for strip in strips(app))
            assert shown.count('"line 3": "value",') == 1


def strips(app: DvaApp) -> list[list]:  # type: ignore[type-arg]
    return [list(strip) for strip in app.screen._compositor.render_strips()]


class TestVerdict:
    """An option neither chosen nor right has no mark."""

    async def test_marks_stand_at_the_choice_and_the_key_only(
        self, study: Study, bank: Bank
    ) -> None:
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE)))
        async with app.run_test(size=(120, 50)) as pilot:
            area = choosing(app)
            right = [area.options[key].correct for key in area.keys].index(True)
            wrong = (right + 1) % area.count
            await press(pilot, str(wrong + 1), "enter")
            rows = area.blocks(76)
            heads = ["".join(text for text, _ in row[0])[2] for row in rows]
            assert heads[right] == "✓"
            assert heads[wrong] == "✗"
            assert {heads[n] for n in range(area.count)} == {"✓", "✗", " "}
            assert heads.count(" ") == area.count - 2
            words = "".join(text for row in rows for line in row for text, _ in line)
            assert "your answer" in words
            assert "the answer" in words

    async def test_the_bar_has_the_ground_of_the_verdict(self, study: Study, bank: Bank) -> None:
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE)))
        async with app.run_test(size=SIZE) as pilot:
            area = choosing(app)
            right = [area.options[key].correct for key in area.keys].index(True)
            await press(pilot, str(right + 1), "enter")
            assert app.screen.query_one(ActionBar).has_class("-right")
            assert bar(app).startswith("✓ Right")

    async def test_an_order_says_what_stands_in_order(self, study: Study, bank: Bank) -> None:
        """One moved item: say the longest run in order as well."""
        name = ids(bank, QuestionKind.ORDERING)[0]
        app = DvaApp(study, session=study.sit([name]))
        async with app.run_test(size=(120, 40)) as pilot:
            area = quiz(app).view.area
            assert isinstance(area, RankingArea)
            order = [*area.right[1:], area.right[0]]
            await press(pilot, *(str(area.keys.index(key) + 1) for key in order), "enter")
            of = len(order)
            assert f"0 of {of} in the right place, {of - 1} in the right order" in bar(app)


class TestTyping:
    """The typed answer and its key."""

    async def test_several_pasted_lines_become_one(self, study: Study, bank: Bank) -> None:
        """A pasted answer of several lines keeps them, joined by spaces."""
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.TYPED)))
        async with app.run_test(size=SIZE) as pilot:
            box = app.screen.query_one(Input)
            box.post_message(Paste("first\n  second\r\nthird\x1b"))
            await pilot.pause()
            assert box.value == "first second third"

    @pytest.mark.parametrize(
        ("typed", "verdict", "marked"),
        [
            ("binpaxk", Verdict.CLOSE, True),
            ("binpaxk", Verdict.CORRECT, False),
            ("nothing like it", Verdict.WRONG, False),
        ],
    )
    async def test_marks_are_for_near_misses(
        self, typed: str, verdict: Verdict, marked: bool
    ) -> None:
        """The difference is shown only for near misses."""
        area = Typing("binpack", Language.EN)
        area._yours, area._marked = typed, Marked(verdict, 0.5)
        rows = ["".join(text for text, _ in row) for row in area._judged(40)]
        assert any("^" in row for row in rows) == marked

    async def test_marks_stand_under_each_row(self, study: Study, bank: Bank) -> None:
        """Caret lines: one row of marks under each row of a wrapped answer."""
        area = Typing("alpha beta gamma delta epsilon zeta eta theta", Language.EN)
        area._yours = "alpha bexta gamma delta epsilon zeta eta thexa"
        area._marked = Marked(Verdict.CLOSE, 0.5)
        rows = ["".join(text for text, _ in row).rstrip() for row in area._judged(44)]
        marks = [number for number, row in enumerate(rows) if set(row.strip()) == {"^"}]
        assert len(marks) >= 3
        for number in marks:
            above = rows[number - 1]
            places = [place for place, one in enumerate(rows[number]) if one == "^"]
            assert all(place < len(above) for place in places)

    async def test_the_bar_of_keys_names_no_key_that_would_type(
        self, study: Study, bank: Bank
    ) -> None:
        """While an Input has focus the KeyBar shows Enter, arrows, Esc, F-keys."""
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.TYPED)))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            words = app.screen.query_one(KeyBar).render().plain.split("   ")
            keys = [word.strip().split(" ")[0] for word in words if word.strip()]
            assert keys
            assert all(len(key) > 1 for key in keys)


class TestSource:
    """Source = page title as OSC 8 link. w opens it, or copies and says so."""

    async def test_it_is_a_link(self, study: Study, bank: Bank) -> None:
        app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE)))
        async with app.run_test(size=(120, 50)) as pilot:
            await press(pilot, "1", "enter")
            asked = quiz(app).sitting.last
            assert asked is not None
            source = bank.questions[asked.ask.item].source
            links = {
                segment.style.link
                for strip in strips(app)
                for segment in strip
                if segment.style is not None and segment.style.link
            }
            assert source in links

    async def test_without_a_browser_it_is_copied(
        self, study: Study, bank: Bank, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("study_app.tui.terminal.browser.has_browser", lambda: False)
        item = ids(bank, QuestionKind.CHOICE)[0]
        app = DvaApp(study, session=study.sit([item]))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "1", "enter", "w")
            assert app.clipboard == bank.questions[item].source
            assert "Address copied to the clipboard." in bar(app)

    async def test_with_one_it_is_opened(
        self, study: Study, bank: Bank, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr("study_app.tui.terminal.browser.has_browser", lambda: True)
        monkeypatch.setattr(DvaApp, "open_url", lambda self, url: opened.append(url))
        item = ids(bank, QuestionKind.CHOICE)[0]
        app = DvaApp(study, session=study.sit([item]))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "1", "enter", "f12")
            assert opened == [bank.questions[item].source]


class TestMissedAndFlagged:
    """Missed and flagged are reachable from home: a list, a quiz over them."""

    async def test_what_was_missed_is_listed_and_asked(
        self, study: Study, bank: Bank, events: Events
    ) -> None:
        items = ids(bank, QuestionKind.TYPED, 3)
        app = DvaApp(study, session=study.sit(items, retries=0))
        async with app.run_test(size=SIZE) as pilot:
            for _ in items[:2]:
                await press(pilot, *"nonsense", "enter", "enter")
            await press(pilot, "f4", "escape", "m")
            assert isinstance(app.screen, QuestionsScreen)
            assert app.screen.listing.count == 2
            await press(pilot, "down", "enter")
            started = events()[-1]
            assert isinstance(started, Started)
            assert started.items == (items[1], items[0]), "starting at the cursor"

    async def test_what_was_flagged_is_listed_and_loses_its_flag(
        self, study: Study, bank: Bank, events: Events
    ) -> None:
        (item,) = ids(bank, QuestionKind.CHOICE)
        app = DvaApp(study, session=study.sit([item]))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "f3", "escape", "f")
            assert isinstance(app.screen, QuestionsScreen)
            assert app.screen.chosen == item
            await press(pilot, "f3")
            assert app.screen.listing.count == 0
            flags = [event.on for event in events() if isinstance(event, Flagged)]
            assert flags == [True, False]
            assert "No flagged questions" in bar(app)

    async def test_no_key_is_shown(self, study: Study, bank: Bank) -> None:
        """A question's preview never shows its key."""
        (item,) = ids(bank, QuestionKind.CHOICE)
        study.flag(item)
        app = DvaApp(study)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "f")
            await pilot.pause()
            question = bank.questions[item]
            assert isinstance(question, Question)
            assert isinstance(question.form, Choice)
            shown = " ".join("".join(s.text for s in strip) for strip in strips(app))
            assert not any(one.text in shown for one in question.form.options.values())


class TestHome:
    """One thing to do, seen first."""

    async def test_arrows_lead_into_the_list_and_enter_opens_the_row(self, study: Study) -> None:
        """↑↓ into the list (then the row carries the filled Enter)."""
        app = DvaApp(study)
        async with app.run_test(size=SIZE) as pilot:
            home = app.screen
            assert isinstance(home, HomeScreen)
            await press(pilot, "down", "down", "enter")
            assert isinstance(app.screen, ExamStartScreen)
            await press(pilot, "escape", "up", "up")
            assert home.menu.cursor is None, "above the first row is the proposal"
            await press(pilot, "enter")
            assert isinstance(app.screen, QuizScreen)

    async def test_a_place_counts_questions_and_not_attempts(
        self, study: Study, bank: Bank
    ) -> None:
        """ "You stopped at 6 of 10" counts questions, not attempts."""
        items = ids(bank, QuestionKind.TYPED, 6)
        app = DvaApp(study, session=study.sit(items))
        async with app.run_test(size=SIZE) as pilot:
            for _ in range(5):  # a miss is asked again after three others
                await press(pilot, *"nonsense", "enter", "enter")
            await press(pilot, "escape")
            await pilot.pause()
            shown = "".join("".join(s.text for s in strip) for strip in strips(app))
            assert "4 of 6" in shown

    async def test_rows_open_by_a_click(self, study: Study) -> None:
        app = DvaApp(study)
        async with app.run_test(size=SIZE) as pilot:
            home = app.screen
            assert isinstance(home, HomeScreen)
            await pilot.click("#menu", offset=(6, home.menu.place_of(TOPICS_ROW).y))
            await pilot.pause()
            assert isinstance(app.screen, TopicsScreen)
            listing = app.screen.listing
            await pilot.click(listing, offset=(6, listing.place_of(4).y))
            await pilot.pause()
            topic = list(study.bank.topics)[4]
            items = quiz(app).sitting.session.started.items
            assert {item.partition("/")[0] for item in items} == {topic}


@pytest.mark.parametrize("kind", QuestionKind)
@pytest.mark.parametrize("size", [SIZE, (120, 40)])
async def test_a_question_screen_has_at_most_18_widgets(
    study: Study, bank: Bank, kind: QuestionKind, size: tuple[int, int]
) -> None:
    app = DvaApp(study, session=study.sit(ids(bank, kind, 2), seed=1))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert len(list(app.screen.walk_children())) + 1 <= 18
        await press(pilot, *"12345", *"abcde", "enter")
        await pilot.pause()
        assert len(list(app.screen.walk_children())) + 1 <= 18


async def test_the_side_comes_after_the_first_refresh(study: Study, bank: Bank) -> None:
    """The side mounts after the first refresh."""
    app = DvaApp(study)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.screen.query("#side > *")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not app.screen.query_one("#side").display
        app.push_screen(TopicsScreen(app))
        await pilot.pause()
        assert not app.screen.query("#side > *")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.screen.query("#side > *")


async def test_an_unknown_theme_is_told(study: Study) -> None:
    study.settings = replace(study.settings, theme="no-such-theme")
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.theme == "dva-dark"
        (notice,) = [one.message for one in app._notifications]
        assert "no-such-theme" in notice
        assert "dva-light" in notice


@pytest.mark.parametrize("theme", ["nord", "solarized-light", "ansi-dark"])
async def test_a_theme_of_textual_works(study: Study, bank: Bank, theme: str) -> None:
    study.settings = replace(study.settings, theme=theme)
    app = DvaApp(study, session=study.sit(ids(bank, QuestionKind.CHOICE)))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "1", "enter")
        assert app.theme == theme
        assert list(app._notifications) == []


async def test_toasts_do_not_stack(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE) as pilot:
        app.refused(NotSaved("first"))
        await pilot.pause()
        app.refused(NotSaved("second"))
        await pilot.pause()
        assert [one.message for one in app._notifications] == ["second"]


async def test_the_palette_lists_a_thing_once(study: Study) -> None:
    app = DvaApp(study)
    async with app.run_test(size=SIZE):
        titles = [one.title for one in app.get_system_commands(app.screen)]
        assert len(titles) == len(set(titles))
        assert "quit" in titles


async def test_the_palette_asks_in_the_learners_language(
    make_study: Callable[..., Study],
) -> None:
    app = DvaApp(make_study(language=Language.KO))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p")
        assert app.screen.query_one(Input).placeholder == "명령 검색…"
