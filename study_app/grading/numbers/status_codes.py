"""HTTP status codes beside their names: `429 Too Many Requests` is right, `429 Not Found` not."""

import re

from study_app.grading.tokens import split_words
from study_app.grading.vetoes.negation import negators

# RFC 9110: the reason phrase that belongs to each status code.
_STATUS_NAMES = {
    200: "ok", 201: "created", 202: "accepted", 204: "no content", 301: "moved permanently",
    302: "found", 304: "not modified", 400: "bad request", 401: "unauthorized", 403: "forbidden",
    404: "not found", 405: "method not allowed", 409: "conflict", 412: "precondition failed",
    413: "payload too large", 415: "unsupported media type", 422: "unprocessable entity",
    429: "too many requests", 500: "internal server error", 501: "not implemented",
    502: "bad gateway", 503: "service unavailable", 504: "gateway timeout",
}  # fmt: skip
_KOREAN_NAMES = {
    400: "잘못된 ?요청", 401: "인증되지 ?않", 403: "금지", 404: "찾을 ?수 ?없",
    409: "충돌", 412: "(?:사전|전제) ?조건", 429: "요청이? ?(?:너무 ?많|과다)|너무 ?많은 ?요청",
    500: "내부 ?서버", 502: "잘못된 ?게이트웨이", 503: "서비스(?:를)? ?(?:사용|이용)",
    504: "게이트웨이 ?(?:시간|타임)",
}  # fmt: skip
_STATUS_CODE = re.compile(r"\b[2-5]\d\d\b")
# Not those that are words of every day: ok, created, found.
_TELLING_NAMES = tuple(
    (code, re.compile(rf"\b{name}\b"))
    for code, name in _STATUS_NAMES.items()
    if len(name) > len("accepted")
)
_PROTOCOL = re.compile(r"\bHTTP/\d(?:\.\d)?(?=\s)", re.IGNORECASE)
_STATUS_NAME = re.compile(
    rf"\b(?:{'|'.join(sorted(_STATUS_NAMES.values(), key=len, reverse=True))})(?![a-z])",
    re.IGNORECASE,
)


def names_other_status(text: str) -> bool:
    """Whether an HTTP status code stands beside the reason phrase of another one."""
    lowered = text.casefold()
    codes = {int(found) for found in _STATUS_CODE.findall(lowered)}
    return bool(codes) and any(
        code not in codes and name.search(lowered) is not None for code, name in _TELLING_NAMES
    )


def names_status_of(code: int, text: str) -> bool:
    """Whether `text` has the reason phrase of the status `code`, and denies nothing else."""
    korean = _KOREAN_NAMES.get(code)
    if korean is not None and re.search(korean, text) is not None:
        return not negators(split_words(re.sub(rf"(?:{korean})\S*", " ", text)))
    name = _STATUS_NAMES.get(code)
    if name is None or re.search(rf"\b{name}(?![a-z])", text, re.IGNORECASE) is None:
        return False
    return not negators(split_words(without_status_name(text)))


def without_protocol(text: str) -> str:
    """`text` without the version in a status line: `HTTP/1.1 412`."""
    return _PROTOCOL.sub(" ", text)


def without_status_name(text: str) -> str:
    """`text` without reason phrases: the "not" of "404 Not Found" denies nothing."""
    return _STATUS_NAME.sub(" ", text)
