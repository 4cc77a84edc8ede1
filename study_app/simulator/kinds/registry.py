"""All kinds of simulation, and what can be done with any of them: run, write, draw, ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.kinds.capacity_provider import CAPACITY_PROVIDER
from study_app.simulator.kinds.circuit_breaker import CIRCUIT_BREAKER
from study_app.simulator.kinds.fargate_size import FARGATE_SIZE
from study_app.simulator.kinds.kind import Kind, Mode
from study_app.simulator.kinds.kubernetes import KUBERNETES
from study_app.simulator.kinds.placement import PLACEMENT
from study_app.simulator.kinds.query import QUERY
from study_app.simulator.kinds.rolling import ROLLING
from study_app.simulator.kinds.scaling import SCALING
from study_app.simulator.kinds.service_health import SERVICE_HEALTH
from study_app.simulator.kinds.traffic import TRAFFIC
from study_app.simulator.kinds.writing import outcome_as_plain, without_trace
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import CaseError, Refused, all_of
from study_app.simulator.model.trace import Applied
from study_app.simulator.playback.frames import Playback
from study_app.simulator.playback.stills import still
from study_app.words.text import Text

_KINDS: Final = (
    PLACEMENT, QUERY, ROLLING, CIRCUIT_BREAKER, SCALING, CAPACITY_PROVIDER, FARGATE_SIZE, TRAFFIC,
    KUBERNETES, SERVICE_HEALTH,
)  # fmt: skip

KINDS: Final[Mapping[str, Kind]] = {kind.name: kind for kind in _KINDS}
"""By the name that a case gives."""

KINDS_BY_ANY_NAME: Final[Mapping[str, Kind]] = {
    name: kind for kind in _KINDS for name in (kind.name, *kind.also)
}


def kind_named(name: object) -> Kind:
    """The kind with that name. Raises CaseError."""
    kind = KINDS_BY_ANY_NAME.get(name) if isinstance(name, str) else None
    if kind is None:
        raise CaseError(
            "kind",
            "{place} is {shown}",
            "write one of {known}",
            shown=repr(name),
            known=", ".join(KINDS),
        )
    return kind


@dataclass(frozen=True, slots=True)
class Simulation:
    """A case with its result: it is run once, however often it is read."""

    case: Case
    kind: Kind
    mode: Mode[Any]
    outcome: Outcome[Any]

    @property
    def message(self) -> Text:
        """Why AWS, or Kubernetes, refuses the case; empty if it does not."""
        if self.outcome.refusal or self.mode.says is None:
            return all_of(self.outcome.refusal)
        return self.mode.says(self.outcome.done)

    def written(self) -> Plain:
        """The plain values that `dva simulate` prints."""
        return outcome_as_plain(self.mode, self.outcome)

    def playback(self) -> Playback:
        """Its pictures. A refusal by AWS is a picture, too."""
        result, refusal = without_trace(self.written()), self.outcome.refusal
        if self.mode.play is None or refusal:
            refused = bool(refusal) or result.get("valid") is False
            reel = still(self.case.given, result, self.outcome.trace, refused=refused)
        else:
            reel = self.mode.play(self.outcome)
        return Playback(
            case=self.case,
            result=result,
            refusal=refusal,
            message=self.message,
            reel=reel,
            looks=self.mode.looks,
        )


def simulated(case: Case, *, explain: bool = False) -> Simulation:
    """`case` run through its kind; `explain` adds the trace.

    Raises CaseError for a malformed case, and for a field that its kind does not know.
    """
    kind, fields = kind_named(case.kind), CaseFields(case.given)
    try:
        mode = kind.read_mode(fields)
        try:
            outcome = mode.run(fields, explain)
        except Refused as refused:
            # Nothing after a refusal was examined.
            fields.refuse_misspelled(kind.known)
            return Simulation(case, kind, mode, Outcome(None, refusal=refused.problems))
    except CaseError:
        fields.refuse_misspelled(kind.known)
        raise
    fields.refuse_unknown(kind.known)
    return Simulation(case, kind, mode, outcome)


def run(case: Case, *, explain: bool = False) -> Outcome[Any]:
    """The outcome of `case`. Raises as `simulated` does."""
    return simulated(case, explain=explain).outcome


def simulate(case: Case, *, explain: bool = False) -> Plain:
    """The same as the plain values that `dva simulate` prints. Raises as `simulated` does."""
    return simulated(case, explain=explain).written()


def play(case: Case) -> Playback:
    """The pictures of `case`. Raises as `simulated` does."""
    planned = kind_named(case.kind).mode(case.given)
    explain = planned is None or not planned.explains_itself
    return simulated(case, explain=explain).playback()


def warnings(case: Case) -> tuple[Text, ...]:
    """Why AWS would refuse a case that can be simulated anyway; else what is unusual about it."""
    kind = kind_named(case.kind)
    mode = kind.mode(case.given)
    if mode is None:
        return ()
    refused = _refusal(case, kind, mode)
    if refused or mode.cautions is None:
        return refused
    return tuple(_in_words(one) for one in mode.cautions(CaseFields(case.given)))


def _refusal(case: Case, kind: Kind, mode: Mode[Any]) -> tuple[Text, ...]:
    if mode.validator is None:
        return ()
    try:
        checked = simulated(Case(kind.name, {**case.given, kind.chosen_by: mode.validator}))
    except CaseError as error:
        return (error.text,)  # the validator reads fields that the mode does not
    return (checked.message,) if checked.message.en else ()


def _in_words(one: Applied) -> Text:
    form = Text("{rule} ({formula})", "{rule} ({formula})")
    return form.filled(rule=one.rule.words, formula=one.formula)
