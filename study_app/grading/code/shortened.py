"""Step 9: what an answer can omit and still be the right idea."""

import re
from collections.abc import Callable, Iterator

from study_app.grading.code.commands import is_command

# `attribute:` of `attribute:ecs.availability-zone`, `Service:` of a JSON value; not `AWS::`.
_QUALIFIED = re.compile(r"^\W*[\w-]+\W*?[:=](?!:)\s*(?P<value>\S.*)$", re.DOTALL)
_VENDOR_HEADER = re.compile(r"^(?:x-(?:amz[a-z]*-)?|\$?AWS_)(?=\w)", re.IGNORECASE)
_FIRST_PART = re.compile(r"^\$?(?P<service>[A-Za-z]+)[-_](?P<name>[A-Za-z]\w*[-_]\w[\w-]*)$")
_PATH = re.compile(r"^\.?/?(?P<folder>\.[a-z]\w+)/\w[\w./-]*$")
_DOMAIN = re.compile(r"(?<=\w)\.amazonaws\.com\W*$", re.IGNORECASE)

_EXTENSION = re.compile(r"(?<=\w{2})\.(?:ya?ml|json|toml|txt|zip|py|js|ts|sh|md|lock|cfg|ini|xml)$")


def shortened(accepted: str, is_service: Callable[[str], bool] = lambda _: False) -> Iterator[str]:
    """A code answer without the parts common to all names of its kind.

    A command without its program, and `aws` without the service too; a value without the name
    before its colon; a file without what its name ends in; a header without `x-amz-`; a host
    without AWS's domain; a name without its service (`Viewer-Country`); a path without its end.

    >>> list(shortened("aws sts get-caller-identity"))
    ['sts get-caller-identity', 'get-caller-identity']
    """
    if is_command(accepted):
        program, *rest = accepted.split()
        yield " ".join(rest)
        if program.casefold() == "aws" and len(rest) > 1:
            yield " ".join(rest[1:])
        return
    qualified = _QUALIFIED.match(accepted)
    if qualified is not None:
        yield qualified["value"]
    service = _FIRST_PART.match(accepted)
    if service is not None and is_service(service["service"]):
        yield service["name"]
    path = _PATH.match(accepted)
    if path is not None:
        yield path["folder"]
    for common in (_VENDOR_HEADER, _DOMAIN, _EXTENSION):
        shorter = common.sub("", accepted)
        if shorter != accepted:
            yield shorter
