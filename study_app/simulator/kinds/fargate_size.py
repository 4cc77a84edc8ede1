"""Cases of kind `fargate_size`: plain input in, plain result out."""

import re
from collections.abc import Mapping

from study_app.simulator.engines.fargate.fargate import (
    SIZES,
    explain_size,
    fit,
    memory_sizes,
    size_problems,
)
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import MOST_COUNT, Fields
from study_app.simulator.model.errors import CaseError

_VERSION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})*")
_EXAMPLES = {"cpu": "256 or '0.25 vCPU'", "memory": "512 or '1 GB'"}


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """Whether Fargate offers this `cpu` and `memory`; `memory_sizes` has the MiB that go with it.

    With `mode` fit, the smallest size that holds so many CPU units and MiB. A size that is none is
    a result. `explain` adds the `trace`. Raises CaseError for a malformed input.
    """
    fields = Fields(given)
    if fields.has("mode") and fields.name("mode", ("fit",)):
        return _fit(fields, explain)
    cpu = _amount(fields, "cpu")
    problems = size_problems(
        cpu,
        _amount(fields, "memory"),
        windows=_windows(fields),
        platform_version=_platform_version(fields),
    )
    code, _, message = "; ".join(problems).partition(": ")
    trace = {"trace": applied_lines([explain_size(cpu)])} if explain else {}
    return {
        "valid": not problems,
        "error": code or None,
        "message": message or None,
        "memory_sizes": list(memory_sizes(cpu)),
        **trace,
    }


def _fit(fields: Fields, explain: bool) -> dict[str, object]:
    cpu, memory = fields.integer("cpu", 0), fields.integer("memory")
    size = fit(cpu, memory)
    if size is None:
        message = f"no Fargate size holds cpu {cpu} and memory {memory}"
        return {"error": True, "message": message, "cpu": None, "memory": None}
    tried = (units for units in SIZES if cpu <= units <= size[0])
    trace = {"trace": applied_lines(map(explain_size, tried))} if explain else {}
    return {"error": False, "message": None, "cpu": size[0], "memory": size[1], **trace}


def _amount(fields: Fields, name: str) -> int | str:
    if isinstance(fields.raw(name), str):
        return fields.text(name, f"write an amount like {_EXAMPLES[name]}")
    return fields.integer(name, least=-MOST_COUNT)


def _windows(fields: Fields) -> bool:
    if not fields.has("operatingSystemFamily"):
        return False
    family = fields.text("operatingSystemFamily", "write LINUX or a Windows Server family")
    return family.upper().startswith("WINDOWS")


def _platform_version(fields: Fields) -> tuple[int, ...] | None:
    remedy = "write a version like 1.4.0, or LATEST"
    if not fields.has("platformVersion"):
        return None
    version = fields.text("platformVersion", remedy)
    if version == "LATEST":
        return None
    if _VERSION.fullmatch(version) is None:
        raise CaseError("platformVersion", "is no version", remedy)
    return tuple(map(int, version.split(".")))
