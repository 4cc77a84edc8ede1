"""The error of a case that cannot be read."""


class CaseError(ValueError):
    """A malformed case: `field` says where, `problem` what is wrong, `remedy` what to write."""

    def __init__(self, field: str, problem: str, remedy: str) -> None:
        super().__init__(f"{field} {problem}; {remedy}")
        self.field = field
        self.problem = problem
        self.remedy = remedy
