"""From a case to its pictures."""

from collections.abc import Callable

from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.registry import simulate
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.playback import (
    capacity,
    deployments,
    looks,
    placement,
    rolling,
    scaling,
    stills,
)
from study_app.simulator.playback.frames import Playback

Player = Callable[[Case, Plain], Playback]


def play(case: Case) -> Playback:
    """The pictures of `case`. What AWS refuses is a picture too: the refusal.

    Raises CaseError for a malformed case.
    """
    result = simulate(case.kind, case.given, {})
    if result.get("error") is True:
        return stills.play(case, result)
    player = _player(case)
    if player is stills.play:
        result = simulate(case.kind, case.given, {}, explain=True)
    return player(case, result)


def _player(case: Case) -> Player:
    fields = Fields(case.given)
    match case.kind, fields.raw("mode"), fields.raw("policy"):
        case "rolling", None | "rollout" | "drain", _:
            return rolling.play
        case "placement", None | "place", _:
            return placement.play
        case "placement", "candidates" | "terminate", _:
            return looks.play_choice
        case "placement", "daemon", _:
            return looks.play_daemon
        case "query", _, _:
            return looks.play_query
        case "scaling", _, "timeline":
            return scaling.play
        case "capacity_provider", "timeline", _:
            return capacity.play_timeline
        case "capacity_provider", "distribute", _:
            return capacity.play_distribution
        case "circuit_breaker", "watch", _:
            return deployments.play_watch
        case "traffic", _, _:
            return deployments.play_traffic
        case "kubernetes", _, _:
            return rolling.play_kubernetes
        case _:
            return stills.play
