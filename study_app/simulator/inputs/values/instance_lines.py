"""Container instances on one line of text, and back: `i1,az=z1,cpu=1024,stack=prod; i2,cpu=512`.

A text containing `,`, `;`, `=` or a quotation mark is quoted. An attribute named like a field of
the instance is written as `attribute:cpu=fast`.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from study_app.words.errors import TextError

_WHOLE_NUMBERS: Final = frozenset(
    {"cpu", "memory", "gpu", "eni_tasks", "remaining_cpu", "remaining_memory", "remaining_gpu"}
)
_FLAGS: Final[Mapping[str, bool]] = {"true": True, "false": False}
_OWN_FLAGS: Final = frozenset({"agent_connected", "agentConnected"})
_OWN_TEXTS: Final = frozenset(
    {
        *("az", "status"),
        *("ec2_instance_id", "agent_version", "registered_at"),
        *("ec2InstanceId", "agentVersion", "registeredAt"),
    }
)
_OWN: Final = _WHOLE_NUMBERS | _OWN_FLAGS | _OWN_TEXTS
_ATTRIBUTE: Final = "attribute:"
_SPECIAL: Final = frozenset(',;="')
_MOST_DIGITS: Final = 15


class NotationError(TextError, ValueError):
    """A line that cannot be read; the text says what to write."""


def write_instances(value: Any) -> str:
    """The line of a list of instances."""
    found = value if isinstance(value, list) else []
    return "; ".join(_write_instance(one) for one in found if isinstance(one, Mapping))


def read_instances(text: str, before: Any) -> list[dict[str, Any]]:
    """The instances of a line.

    What a line cannot express, such as the tasks of an instance, is kept from the instance with the
    same id in `before`. Raises NotationError.
    """
    known = {
        one["id"]: one
        for one in (before if isinstance(before, list) else ())
        if isinstance(one, Mapping) and isinstance(one.get("id"), str)
    }
    read = [read_instance(one) for one in _split(text, ";") if one.strip()]
    return [_merged(one, known.get(one["id"], {})) for one in read]


def read_instance(text: str) -> dict[str, Any]:
    """`i1,az=z1,cpu=1024,stack=prod`: fields of an instance, whatever else its attributes.

    Raises NotationError.
    """
    name, *parts = _split(text, ",")
    fields: dict[str, Any] = {"id": _unquoted(name)}
    for part in parts:
        first, *rest = _split(part, "=")
        if not rest:
            raise NotationError("{given} must be NAME=VALUE", given=repr(part.strip()))
        # A further `=` can only belong to the value.
        key, value = _unquoted(first), _unquoted("=".join(rest))
        if key in _OWN:
            fields[key] = _own_value(key, value)
        else:
            fields.setdefault("attributes", {})[key.removeprefix(_ATTRIBUTE)] = value
    return fields


def _own_value(key: str, value: str) -> object:
    if key in _WHOLE_NUMBERS:
        digits = value.removeprefix("-")
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
            raise NotationError(
                "{name} must be a whole number, not {given}", name=key, given=repr(value)
            )
        return int(value)
    return _FLAGS.get(value, value) if key in _OWN_FLAGS else value


def _write_instance(instance: Mapping[str, Any]) -> str:
    name = str(instance.get("id"))
    return ",".join((_quoted(name) or '""', *_pairs(instance)))


def _pairs(instance: Mapping[str, Any]) -> Iterator[str]:
    for name, text in _own(instance).items():
        yield f"{name}={_quoted(text)}"
    for name, text in _attributes(instance.get("attributes")).items():
        is_taken = name in _OWN or name.startswith(_ATTRIBUTE)
        yield f"{_quoted(_ATTRIBUTE + name if is_taken else name)}={_quoted(text)}"


def _own(instance: Mapping[str, Any]) -> dict[str, str]:
    """The fields of an instance that its line shows, except the id."""
    shown: dict[str, str] = {}
    for name, value in instance.items():
        match value:
            case bool() if name in _OWN_FLAGS:
                shown[name] = _text(value)
            case int() if name in _WHOLE_NUMBERS and not isinstance(value, bool):
                shown[name] = str(value)
            case str() if name in _OWN_TEXTS:
                shown[name] = value
    return shown


def _attributes(given: object) -> dict[str, str]:
    """The attributes that a line shows: those that have a value."""
    return {
        name: _text(value)
        for name, value in (given.items() if isinstance(given, Mapping) else ())
        if isinstance(value, str | int)
    }


def _text(value: str | int) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _merged(line: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """`line` in the order of `before`, plus what a line cannot express."""
    shown = _own(before)
    merged: dict[str, Any] = {}
    for name, value in before.items():
        if name == "attributes":
            attributes = _merged_attributes(line.get(name, {}), value)
            # The mapping is removed with its last attribute, unless it was empty before.
            if attributes or not value:
                merged[name] = attributes or value
        elif name in line or name not in shown:
            merged[name] = line.get(name, value)
    return {**merged, **{name: value for name, value in line.items() if name not in merged}}


def _merged_attributes(line: Mapping[str, str], before: object) -> dict[str, Any]:
    """Like `_merged`. A number or a flag that the line does not change does not become a text."""
    shown = _attributes(before)
    kept = {
        name: value if line.get(name) == shown.get(name) else line[name]
        for name, value in (before.items() if isinstance(before, Mapping) else ())
        if name in line or name not in shown
    }
    return {**kept, **{name: value for name, value in line.items() if name not in kept}}


def _quoted(text: str) -> str:
    if not _SPECIAL & set(text) and text == text.strip():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unquoted(text: str) -> str:
    """Raises ValueError if quotation marks are in the middle of a text."""
    text = text.strip()
    if '"' not in text:
        return text
    inner, ends = _until_quote(text, 1) if text.startswith('"') else ("", 0)
    if ends != len(text):
        raise NotationError(
            "{given} is partly quoted; put the quotation marks around all of it", given=text[:40]
        )
    return inner


def _until_quote(text: str, begins: int) -> tuple[str, int]:
    """The quoted text from `begins`, and the index after its closing quotation mark.

    Raises ValueError if there is none.
    """
    inner: list[str] = []
    at = begins
    while at < len(text) and text[at] != '"':
        if text[at] == "\\" and at + 1 < len(text):
            at += 1
        inner.append(text[at])
        at += 1
    if at >= len(text):
        raise NotationError("a quotation mark is not closed; close it")
    return "".join(inner), at + 1


def _split(text: str, between: str) -> list[str]:
    """`text` at each `between` that is not quoted."""
    parts = [""]
    at = 0
    while at < len(text):
        ends = _until_quote(text, at + 1)[1] if text[at] == '"' else at + 1
        if text[at] == between:
            parts.append("")
        else:
            parts[-1] += text[at:ends]
        at = ends
    return parts
