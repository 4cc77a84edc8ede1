"""Commands as code answers: the words in order, the options in any order, nothing cut off."""

import re

_PROGRAMS = frozenset(
    [
        "aws",
        "sam",
        "cdk",
        "docker",
        "docker-compose",
        "ecs-cli",
        "copilot",
        "eksctl",
        "kubectl",
        "eb",
        "git",
        "amplify",
        "npm",
        "npx",
        "pip",
        "python",
        "curl",
        "ssh",
        "chalice",
        "helm",
        "terraform",
        "yum",
        "apt",
    ]
)
_OPTION = re.compile(r"\s(?=--?[A-Za-z])")


def is_command(text: str) -> bool:
    """Whether `text` calls a program of these exams with at least one word."""
    parts = text.casefold().split()
    return len(parts) > 1 and parts[0] in _PROGRAMS


def in_option_order(text: str) -> str:
    """`text` with its options by name, each with its value, after the words of the command.

    >>> in_option_order("aws s3 ls --region=eu-west-1 --profile dev")
    'aws s3 ls --profile dev --region eu-west-1'
    """
    words, *options = _OPTION.split(" ".join(text.split()))
    return " ".join([words, *sorted(option.replace("=", " ", 1) for option in options)])
