"""The program as Python reads it, once for every test that looks into its source."""

import ast
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import study_app

PACKAGE = Path(study_app.__file__).parent


@cache
def nodes() -> Mapping[str, Sequence[ast.AST]]:
    """Every node of each module, the module itself first, by the module's path in the package."""
    return {
        path.relative_to(PACKAGE).as_posix(): [*ast.walk(ast.parse(path.read_text("utf-8")))]
        for path in sorted(PACKAGE.rglob("*.py"))
    }
