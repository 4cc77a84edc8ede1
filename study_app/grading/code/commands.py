"""Commands as code answers: the words in order, the options in any order, nothing cut off."""

import re
from functools import lru_cache

from study_app.grading.wording.small_words import word_set

_PROGRAMS = word_set(
    "aws sam cdk docker docker-compose ecs-cli copilot eksctl kubectl eb git amplify npm npx pip "
    "python curl ssh chalice helm terraform yum apt"
)
_OPERATORS = "+*/=<>!&|"
_OPTION = re.compile(r"\s(?=--?[A-Za-z])")


def is_command(text: str) -> bool:
    """Whether `text` calls a program of these exams with at least one word."""
    parts = text.casefold().split()
    return len(parts) > 1 and parts[0] in _PROGRAMS and parts[1][0] not in _OPERATORS


# Options of the AWS CLI that change where and how a command runs, not what it does.
_GLOBAL_OPTIONS = word_set(
    "region profile output query debug endpoint-url no-verify-ssl no-paginate color ca-bundle "
    "cli-read-timeout cli-connect-timeout no-cli-pager no-sign-request no-cli-auto-prompt"
)
_OPTION_NAME = re.compile(r"--?([A-Za-z][\w-]*)")
TYPED_OPTIONS = re.compile(
    r"""(?:\s+--?[A-Za-z][\w-]*(?:(?:=|\s+)(?!-)(?:"[^"]*"|'[^']*'|[\x21-\x5f\x61-\x7b}~]+))?)+"""
)
PIPED_ON = re.compile(r"\s*(?:\||>).*$", re.DOTALL)


def without_harmless_options(text: str, command: str) -> str | None:
    """`text` with the options that `command` can do without, and what it is piped into, cut off.

    Every option is harmless if the command asked for has none: the AWS CLI requires some, and the
    question asks for the words. None if `text` does not call the command.
    """
    words, *options = _OPTION.split(" ".join(command.split()))
    call = _call_of(words).search(text)
    if call is None:
        return None
    after = text[call.end() :]
    typed = TYPED_OPTIONS.match(after)
    kept = ""
    if typed is not None:
        after = after[typed.end() :]
        if options:
            kept = "".join(
                " " + option
                for option in _OPTION.split(" " + typed.group().strip())
                if option.strip() and not _is_global(option)
            )
    return text[: call.end()] + kept + PIPED_ON.sub("", after)


@lru_cache(maxsize=1_024)
def _call_of(words: str) -> re.Pattern[str]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE)


def _is_global(option: str) -> bool:
    found = _OPTION_NAME.match(option)
    return found is not None and found[1].casefold() in _GLOBAL_OPTIONS


def in_option_order(text: str) -> str:
    """`text` with its options by name, each with its value, after the words of the command.

    >>> in_option_order("aws s3 ls --region=eu-west-1 --profile dev")
    'aws s3 ls --profile dev --region eu-west-1'
    """
    words, *options = _OPTION.split(" ".join(text.split()))
    return " ".join([words, *sorted(option.replace("=", " ", 1) for option in options)])
