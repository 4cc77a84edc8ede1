"""A rolling update, one step at a time, as the simulator computed it."""

from typing import assert_never

from textual.content import Content
from textual.widgets import Static

from study_app.learning.language import Language
from study_app.simulator.rollout import RolloutInput, State, Step, StepKind, roll_out
from study_app.simulator.trace import Applied, Basis
from study_app.wording import say

_OLD, _NEW, _NONE = "■", "□", "·"
_MOST_CELLS = 30


class RolloutView(Static):
    """Shows the state after `at` steps, what the last step did, and the rule behind it."""

    DEFAULT_CSS = """
    RolloutView { height: auto; padding: 1 2; margin: 0 2 1 2; max-width: 74;
        background: $surface; }
    """

    def __init__(self, parameters: RolloutInput, language: Language) -> None:
        self._result = roll_out(parameters, explain=True)
        self._language = language
        self.at = 0
        super().__init__(self._content())

    def can_step(self, step: int) -> bool:
        """Whether there is a step in that direction."""
        return 0 <= self.at + step <= len(self._result.steps)

    def step(self, step: int) -> None:
        """Go `step` steps forward, or back where it is negative."""
        if self.can_step(step):
            self.at += step
            self.update(self._content())

    def _content(self) -> Content:
        result = self._result
        configuration = result.parameters.configuration
        rows = [
            Content.assemble(
                (self._say("{desired} tasks", desired=result.parameters.desired), "bold"),
                f" · minimumHealthyPercent {configuration.minimumHealthyPercent}"
                f" · maximumPercent {configuration.maximumPercent}",
            ),
            *(Content.styled(limit.formula, "$muted") for limit in result.limits),
            Content(""),
            self._row(0, None, State(result.parameters.desired, 0)),
            *(
                self._row(number, step, step.after)
                for number, step in enumerate(result.steps[: self.at], start=1)
            ),
            Content(""),
            *self._explanation(),
        ]
        return Content("\n").join(rows)

    def _row(self, number: int, step: Step | None, state: State) -> Content:
        here = number == self.at
        done = self._say("before the deployment") if step is None else self._done(step)
        return Content.assemble(
            ("▸ " if here else "  ", "$accent"),
            *_cells(state, self._result.upper),
            "  ",
            (
                self._say("{old} old, {new} new", old=state.old, new=state.new),
                "bold" if here else "",
            ),
            ("   " + done, "$muted"),
        )

    def _done(self, step: Step) -> str:
        match step.kind:
            case StepKind.STOP:
                return self._say("{count} old stopped", count=step.count)
            case StepKind.START:
                return self._say("{count} new started", count=step.count)
            case _:
                assert_never(step.kind)

    def _explanation(self) -> list[Content]:
        result = self._result
        if self.at == 0:
            return [
                Content.styled(self._say("{old} old   {new} new", old=_OLD, new=_NEW), "$muted")
            ]
        lines = [self._rule(applied) for applied in result.steps[self.at - 1].trace[-1:]]
        if self.at == len(result.steps):
            text = result.ending.rule.text(self._language.spoken)
            lines.append(Content.assemble((f"{result.outcome}: ", "bold"), text))
        return lines

    def _rule(self, applied: Applied) -> Content:
        basis = {
            Basis.DOCUMENTED: self._say("documented"),
            Basis.ASSUMED: self._say("assumed by this model"),
        }[applied.rule.basis]
        return Content.assemble(
            applied.rule.text(self._language.spoken),
            "\n",
            (applied.formula, "$accent"),
            (f"   ({basis})", "$muted"),
        )

    def _say(self, text: str, **values: object) -> str:
        return say(text, self._language, **values)


def _cells(state: State, upper: int) -> list[tuple[str, str]]:
    if max(upper, state.running) > _MOST_CELLS:
        return []
    free = max(0, upper - state.running)
    return [
        (_OLD * state.old, "$muted"),
        (_NEW * state.new, "$accent"),
        (_NONE * free, "$line"),
    ]
