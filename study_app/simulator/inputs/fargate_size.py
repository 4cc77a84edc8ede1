"""The input of a case about a Fargate size."""

import re
from typing import Final

from study_app.simulator.inputs.values.fields import MOST_COUNT, CaseFields
from study_app.simulator.model.problem import CaseError
from study_app.words.errors import error_text

_VERSION: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})*")
_EXAMPLES: Final = {"cpu": "256 or '0.25 vCPU'", "memory": "512 or '1 GB'"}


def read_amount(fields: CaseFields, name: str) -> int | str:
    """`cpu` or `memory`: a number, or a text with a unit."""
    if isinstance(fields.raw(name), str):
        return fields.text(
            name, error_text("write an amount like {example}", example=_EXAMPLES[name])
        )
    return fields.integer(name, least=-MOST_COUNT)


def is_windows(fields: CaseFields) -> bool:
    """Whether the operating system family is a Windows one."""
    if not fields.has("operatingSystemFamily"):
        return False
    family = fields.text("operatingSystemFamily", "write LINUX or a Windows Server family")
    return family.upper().startswith("WINDOWS")


def read_platform_version(fields: CaseFields) -> tuple[int, ...] | None:
    """The platform version, None for the latest. Raises CaseError."""
    remedy = error_text("write a version like {example}, or LATEST", example="1.4.0")
    if not fields.has("platformVersion"):
        return None
    version = fields.text("platformVersion", remedy)
    if version == "LATEST":
        return None
    if _VERSION.fullmatch(version) is None:
        raise CaseError("platformVersion", "{place} is not a version", remedy)
    return tuple(map(int, version.split(".")))
