"""What home offers: the unfinished session, else today's work."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import assert_never

from study_app.learning.exam.attempt import Attempt
from study_app.learning.history.overview import Overview
from study_app.learning.log.session import Session
from study_app.usecases.exam.outcome import exam_to_tell
from study_app.usecases.exam.paused import open_exam
from study_app.usecases.plan import Plan, plan_of
from study_app.usecases.study import Study


class Offer(Enum):
    """What a new session would be."""

    FIRST_LOOK = "first look"
    """Ten questions that show where a newcomer stands."""
    TODAY = "today"
    """What the plan has left for today."""
    MORE = "more"
    """The plan has nothing left for today; there is more for who wants it."""
    NOTHING = "nothing"
    """The content has no question."""


@dataclass(frozen=True, slots=True)
class Home:
    """An unfinished session comes before a new one."""

    overview: Overview
    plan: Plan
    offer: Offer
    exam: Attempt | None = None
    """The mock exam that can go on."""
    exam_to_tell: date | None = None
    """The day of the real exam, where it has passed without a reported outcome."""

    @property
    def cut_off(self) -> Attempt | None:
        """The mock exam that was running when the program ended; it comes first."""
        return self.exam if self.exam is not None and self.exam.clock.is_running else None

    @property
    def unfinished(self) -> Session | None:
        """The session to be resumed; None where none was left."""
        return next(iter(self.overview.unfinished), None)


def home(study: Study) -> Home:
    """As of now. Make a new one after an answer."""
    overview, plan = study.overview(), plan_of(study)
    return Home(
        overview,
        plan,
        _offer(study, overview, plan),
        exam=open_exam(study),
        exam_to_tell=exam_to_tell(study),
    )


def begin(study: Study, found: Home) -> Session | None:
    """The session that is offered. Raises `NotSaved`."""
    # Imported here: home is seen before anything begins.
    from study_app.usecases.review import begin_first_look, begin_more, begin_review

    match found.offer:
        case Offer.FIRST_LOOK:
            # Content of one's own may have no question of the exam.
            return begin_first_look(study) or begin_more(study, found.plan)
        case Offer.TODAY:
            return begin_review(study, found.plan)
        case Offer.MORE:
            return begin_more(study, found.plan)
        case Offer.NOTHING:
            return None
        case _:
            assert_never(found.offer)


def _offer(study: Study, overview: Overview, plan: Plan) -> Offer:
    if not study.syllabus.questions:
        return Offer.NOTHING
    if not overview.answered:
        return Offer.FIRST_LOOK
    return Offer.TODAY if plan.today.left else Offer.MORE
