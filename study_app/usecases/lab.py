"""A case in the lab: stepping, editing, predicting, explaining.

What `Sitting` is for a session, `Lab` is for a case: front ends show what it says and hand it keys.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from study_app.learning.answering.marking import Marked, mark
from study_app.learning.answering.responses import Response
from study_app.learning.log.events import Answered, Finished, SessionMode
from study_app.learning.log.session import Session
from study_app.learning.material.items import Question
from study_app.learning.material.presentation import Arrangement, arrange
from study_app.learning.material.scenarios import Scenario
from study_app.learning.material.texts import fingerprint
from study_app.simulator.cases.editing import InputBox, boxes, with_parameter
from study_app.simulator.kinds.registry import play, warnings
from study_app.simulator.model.case import Case
from study_app.simulator.playback.frames import Frame, Playback
from study_app.usecases.scenarios import save_case
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.worked.predictions import can_predict, prediction

ITEM = "lab/{}"
"""The id of a prediction in the log, by the id of its scenario."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """A prediction on screen: the question about the next frame, and how it is shown."""

    question: Question
    arrangement: Arrangement
    session: Session
    at: datetime
    """When it was asked."""


class Lab:
    """One scenario. `at` is the number of the frame on screen, the same in both of its cases.

    Raises CaseError, when it is made or edited, for a case that the simulator cannot read.
    """

    def __init__(self, study: Study, scenario: Scenario) -> None:
        self._study = study
        self.scenario = scenario
        self.playback = play(scenario.case)
        self.beside = None if scenario.beside is None else play(scenario.beside)
        self._labels = [scenario.label, scenario.beside_label]
        self._opened = [scenario.case, scenario.beside or scenario.case]
        self._warned: tuple[Playback, tuple[Text, ...]] | None = None
        self.at = 0

    @property
    def case(self) -> Case:
        return self.playback.case

    @property
    def is_edited(self) -> bool:
        """Whether the leading case is no longer the one that was opened."""
        return self.case != self._opened[0]

    @property
    def last(self) -> int:
        """The number of the last frame of the longer case."""
        both = (self.playback, self.beside)
        return max(len(one.frames) for one in both if one is not None) - 1

    def title(self, language: Language) -> str:
        return _in(self.scenario.title, language) or self.scenario.id

    def texts(self, language: Language) -> tuple[str, ...]:
        """What a learner reads before the first step, in each of the languages; nothing once the
        case is another."""
        if self.is_edited:
            return ()
        found = (self.scenario.text.get(one, "") for one in language.read)
        return tuple(text for text in found if text)

    def about(self) -> tuple[str, ...]:
        """The parameters that tell this case from others, the way that AWS names them."""
        shown = (one for one in self.boxes() if one.text and not one.pictured)
        return tuple(f"{one.short} {one.text}" for one in shown)

    def labels(self, language: Language) -> tuple[str, str]:
        """What tells the leading case and the one beside it apart."""
        first, second = (_in(label, language) for label in self._labels)
        return first, second

    def frame(self, playback: Playback) -> Frame:
        """The frame on screen; a case that is over stays at its last."""
        return playback.frames[min(self.at, len(playback.frames) - 1)]

    def step(self, step: int) -> bool:
        """Go `step` frames forward, or back where it is negative. False at either end."""
        following = min(self.last, max(0, self.at + step))
        moved = following != self.at
        self.at = following
        return moved

    def swap(self) -> None:
        """Let the case beside lead."""
        if self.beside is not None:
            self.playback, self.beside = self.beside, self.playback
            self._labels.reverse()
            self._opened.reverse()

    def boxes(self) -> tuple[InputBox, ...]:
        """What can be edited."""
        return boxes(self.case, self._opened[0])

    def edit(self, path: str, text: str) -> None:
        """Give the parameter at `path` another value, and begin again. Raises CaseError."""
        following = with_parameter(self.case, path, text, self._opened[0])
        if following != self.case:
            self.playback = play(following)
            self.at = 0

    def reset(self) -> None:
        """Bring the leading case back to what was opened."""
        self.playback = play(self._opened[0])
        self.at = 0

    def warnings(self) -> tuple[Text, ...]:
        """For what AWS would refuse the case, though it can be simulated."""
        if self._warned is None or self._warned[0] is not self.playback:
            found = () if self.playback.refusal else warnings(self.case)
            self._warned = (self.playback, found)
        return self._warned[1]

    def can_predict(self) -> bool:
        return can_predict(self.playback, self.at)

    def predict(self, language: Language) -> Predicted:
        """Ask what happens next. Raises `NotSaved`."""
        item = ITEM.format(self.scenario.id)
        question = prediction(self.playback, self.at, item, language.spoken)
        session = self._study.sit([item], retries=0, mode=SessionMode.LAB)
        shown = arrange(question, session.started.seed)
        return Predicted(question, shown, session, self._study.clock())

    def retell(self, predicted: Predicted, language: Language) -> Predicted:
        """The same prediction in another language."""
        item = predicted.question.id
        question = prediction(self.playback, self.at, item, language.spoken)
        return replace(predicted, question=question)

    def leave(self, predicted: Predicted) -> None:
        """End a prediction that is not answered. Raises `NotSaved`."""
        self._study.record(Finished(**self._study.stamp(predicted.session.started)))

    def answer(self, predicted: Predicted, response: Response) -> Marked:
        """Mark a prediction and log it, with the case that it was about. Raises `NotSaved`."""
        question = predicted.question
        marked = mark(question, response, self._study.grading_of(question))
        elapsed = max(timedelta(0), self._study.clock() - predicted.at)
        started = predicted.session.started
        self._study.record(
            Answered(
                **self._study.stamp(started),
                item=question.id,
                item_hash=fingerprint(question),
                response=response,
                verdict=marked.verdict,
                score=marked.score,
                elapsed_ms=elapsed // timedelta(milliseconds=1),
                drawn={"kind": self.case.kind, "input": self.case.given, "frame": self.at},
            )
        )
        self._study.record(Finished(**self._study.stamp(started)))
        return marked

    def save(self, path: Path) -> None:
        """Write what is on screen to a new file, with its texts. Raises `NotSaved`."""
        label, beside_label = self._labels
        scenario = replace(
            self.scenario,
            case=self.case,
            label=label,
            beside=None if self.beside is None else self.beside.case,
            beside_label=beside_label,
        )
        save_case(path, scenario)

    def markdown(self, language: Language) -> str:
        """The whole trace, to be pasted elsewhere."""
        return "\n".join(_markdown(self, language)) + "\n"


def _in(texts: Mapping[str, str], language: Language) -> str:
    return texts.get(language.spoken) or texts.get("en", "")


def _markdown(lab: Lab, language: Language) -> Iterator[str]:
    yield f"# {lab.title(language)}"
    yield ""
    for box in lab.boxes():
        if box.text:
            yield f"- `{box.path}`: `{box.text}`"
    for number, frame in enumerate(lab.playback.frames):
        yield ""
        yield f"## {number}. {frame.caption.text(language.spoken)}"
        yield ""
        for applied in frame.applied:
            yield f"- `{applied.text(language.spoken)}`: {applied.rule.text(language.spoken)}"
            yield f"  ({applied.rule.basis}, <{applied.rule.source}>)"
