"""Step 13: an identifier inside its usual code is the identifier.

Learners quote the line that they would write: `ExclusiveStartKey = resp['LastEvaluatedKey']`,
`m1/SERVICE_QUOTA(m1)*100`, `"result": "Dropped"`, `aws ecr get-login-password --region us-east-1`.
What stands around the name there is a call, an assignment, an operand, an option or an address: it
is cut off before the answer is read, unless it is another name that could be the answer.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from study_app.grading.code.commands import (
    PIPED_ON,
    TYPED_OPTIONS,
    is_command,
    without_harmless_options,
)
from study_app.grading.tokens import tokenize

_VALUE = (
    r"(?:\{[^{}]*\}|<[^<>]*>|\[[^\[\]]*\]|\"[^\"]*\"|'[^']*'|-?\d[\w.]*|true\b|false\b|:\w+"
    r"|[A-Za-z_][\w.]*(?:\[[^\]]*\]|\([^()]*\))+)"
)
_OPERAND = (
    r"(?:-?\d[\w.]*%?|true\b|false\b|null\b|none\b|[a-z]\w{0,2}(?!\w)(?:\([^()]*\))?|[A-Za-z_]\w*\([^()]*\)"
    r"|\"[^\"]*\"|'[^']*')"
)
_NAME_BEFORE = r"(?P<name>[A-Za-z_][\w.-]*)"

# What is given by name in a call is an argument, whatever it may be elsewhere.
_ARGUMENT = r"\s*[A-Za-z_]\w*\s*[=:]\s*[^\s,(){}]+\s*"
_CALLED_WITH = rf"\(\s*\{{?{_ARGUMENT}(?:,{_ARGUMENT})*,?\s*\}}?\s*\)"
_CALLED = r"\([^()]*\)"
_ASSIGNED = rf"\s*(?:=|:)\s*{_VALUE}"
_ASSIGNED_WORD = r"=[^\s=~,;]+|\s*[=:]\s+(?P<value>[^\s,]+)\W*$"
_COMPARED = rf"\s*(?:[<>]=?|==|!=)\s*{_OPERAND}"
_TIMES = rf"\s*[*/+%]\s*(?P<value>{_OPERAND})"
_QUERIED = r"\s+@\w.*$"
_PATH_AFTER = r"\s+/[\w{$.+*<:-][^\s]*(?=\s|$)"
_ENTRY = (
    r"[\"']?(?P<name>[A-Za-z_][\w.-]*)[\"']?(?:\s*=\s*|\s*:\s+|\s*:(?=[\"'\d])|(?<=\w)\s+(?=\d))"
    r"[\"']?(?P<value>[\w.:/-]+)[\"']?"
)
_ENTRY_AFTER = rf"\s*,\s*{_ENTRY}"
_CAUGHT_AS = r"\s+(?:as\s+|=>\s*)?[a-z]\w{0,2}\s*(?:\)\s*(?:\{.*)?|:\s*)$"
_QUOTE = r"[\"'`]"

_OPTION = rf"(?<![\w-])--?{_NAME_BEFORE}(?:\s+|=)[\"'`]?$"
_ASSIGNED_TO = rf"[\"'`{{]*(?<![\w-]){_NAME_BEFORE}[\"'`]?\s*(?:=|:)\s*[\"'`\[{{(]*$"
_CALL_OF = r"(?<![\w-])(?:[a-z]\w*\.)*(?P<called>[A-Za-z_][\w.-]*)\(\s*[\"'`]?$"
_ENTRY_BEFORE = rf"(?<![\w-]){_ENTRY}\s*,\s*$"
_SUBSCRIPT_OF = rf"(?<![\w-])(?:[a-z]\w*\.)*{_NAME_BEFORE}\[\s*[\"'`]$"
_MEMBER_OF = r"(?<![\w-])(?:(?P<called>[A-Za-z]\w*)\.)+$"
_OPERAND_OF = rf"(?<![\w.)]){_OPERAND}\s*[*/+%]\s*$"
_COMPARED_TO = r"(?<!\S)[a-z]\w*(?:\.\w+|\[[\"']\w+[\"']\]|\(\))*\s*===?\s*[\"']?$"
_STATEMENT = (
    r"(?<![\w-])(?:export|set|env|const|let|var|return|await|while|if|new|throws?|raise|instanceof)"
    r"\s+$"
)
_CAUGHT = r"(?<![\w-])(?:catch|except|rescue)\s*\(?\s*$"
_NAMESPACE = r"(?<!\S)AWS/\w+(?:/\w+)*[\s:]+$"
_OPENING = r"(?<!\S)(?<![가-힣] )[\[{(\"'`]+$"


def _compiled(*patterns: str, flags: re.RegexFlag = re.NOFLAG) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, flags) for pattern in patterns)


# A term may be a value or have one; only a name in code is called, compared or put in brackets.
_AFTER_A_TERM = _compiled(_ASSIGNED, _ENTRY_AFTER, _QUOTE, flags=re.IGNORECASE)
_AFTER_A_NAME = _compiled(
    *(
        _CAUGHT_AS,
        _CALLED,
        _ASSIGNED,
        _ASSIGNED_WORD,
        _COMPARED,
        _TIMES,
        _QUERIED,
        _PATH_AFTER,
        _ENTRY_AFTER,
    ),
    _QUOTE,
    flags=re.IGNORECASE,
)
(_OPTION_BEFORE,) = _compiled(_OPTION)
_BEFORE_A_TERM = (_OPTION_BEFORE, *_compiled(_ASSIGNED_TO, _ENTRY_BEFORE))
_BEFORE_A_NAME = (
    _OPTION_BEFORE,
    *_compiled(
        *(_ASSIGNED_TO, _ENTRY_BEFORE, _CALL_OF, _SUBSCRIPT_OF, _MEMBER_OF, _OPERAND_OF),
        *(_STATEMENT, _COMPARED_TO, _CAUGHT, _NAMESPACE, _OPENING),
    ),
)

(_WITH_NAMES,) = _compiled(_CALLED_WITH)
_DIGIT = re.compile(r"[0-9]")
_CLOSING = re.compile(r"\s*[)\]}]+")
_NAME = re.compile(r"[A-Za-z_][\w-]{2,}")
_PROGRAM_CALL = re.compile(r"(?:\$ )?\baws\s+[a-z0-9-]+\s+$", re.IGNORECASE)
# A whole call of another program or with more words: `curl -H 'x-api-key: KEY' https://example.com`.
_COMMAND_LINE = re.compile(
    r"(?<!\S)(?:\$ )?(?:aws|curl|wget|docker|kubectl|git|sam|cdk|npm|pip|eb|copilot)\s[^|;&]*?"
    r"(?:(?<=\s)--?[A-Za-z][\w-]*(?:\s+|=))?[\"']?$",
    re.IGNORECASE,
)
_OPTION_NAME = re.compile(r"(?<!\S)--?([A-Za-z][\w-]+)")
_VALUE_OF_OPTION = re.compile(r"(?:\s+|=)(?!(?:or|and|is|option|flag)\b)[\x22-\x7e]+")
_ARGUMENTS = re.compile(
    r"(?::\s*[^\s'\"]+)?[\"']?"
    r"(?:\s+(?:--?[A-Za-z][\w-]*(?:(?:\s+|=)[^\s-][\x21-\x7e]*)?|\w+://\S+|\"[^\"]*\"|'[^']*'))*"
)
_ARN = re.compile(r"(?<!\S)arn:\S*[:/]$")
_PATH = re.compile(r"(?<!\S)[\w.-]*[\w-](?:[./][\w.-]+)*[:/]$")
# An expression stands anywhere in an address, a suffix behind what it is appended to.
_FREE_STANDING = ("$", ".")
_ADDRESS_BEFORE = re.compile(r"(?<!\S)(?:\w+://|arn:\S*)[\w.:/-]*$")
_ADDRESS_AFTER = re.compile(r"[./:][\w./:-]+")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What may be cut off around a name, as far as it is no other answer.

    `is_other` is asked of what is assigned or an option, `is_confused` of calls, values and
    arguments, `is_term` of an entry beside the name, `in_prompt` of a path. `names_code`: the
    answer is a name in code and no term.
    """

    is_other: Callable[[str], bool]
    is_confused: Callable[[str], bool]
    is_term: Callable[[str], bool]
    in_prompt: Callable[[str], bool]
    names_code: bool


def inside_code(text: str, names: Iterable[str], around: Surroundings) -> str:
    """`text` with the code around the first of the accepted `names` found in it cut off.

    What differs only by a digit from a longer accepted form is no code around the shorter one:
    `.sync:0` where `.sync` and `.sync:2` are accepted.
    """
    names = tuple(names)
    for name in names:
        if is_command(name):
            shorter = without_harmless_options(text, name)
            if shorter is not None:
                return shorter
            continue
        pattern = _pattern(name)
        found = pattern.search(text) if pattern is not None else None
        if found is not None:
            from_name = _without_digits(text[found.start() :])
            if any(_without_digits(longer) == from_name for longer in names if longer != name):
                return text
            return _cut(text[: found.start()], found.group(), text[found.end() :], around)
    return text


def _without_digits(text: str) -> str:
    return _DIGIT.sub("0", text).strip().casefold()


def _cut(before: str, name: str, after: str, around: Surroundings) -> str:
    call = _PROGRAM_CALL.search(before)
    if call is not None:
        options = TYPED_OPTIONS.match(after)
        before, after = before[: call.start()], after[options.end() :] if options else after
        after = PIPED_ON.sub("", after)
    # A term is the value of an option there, and no word of the call.
    may_be_called = around.names_code or _OPTION_BEFORE.search(before)
    line = _COMMAND_LINE.search(before) if call is None and may_be_called else None
    if line is not None and not _offers_another(line.group() + after, name, around):
        before = before[: line.start()]
        value = _VALUE_OF_OPTION.match(after) if name.startswith("-") else None
        after = after[value.end() :] if value is not None else after
        arguments = _ARGUMENTS.match(after)
        after = after[arguments.end() :] if arguments is not None else after
    address = _ADDRESS_BEFORE.search(before) if name.startswith(_FREE_STANDING) else None
    if address is not None:
        path = _ADDRESS_AFTER.match(after)
        before, after = before[: address.start()], after[path.end() :] if path else after
    opened = 0
    while True:
        cut_after = _length_after(after, around, opened)
        if cut_after:
            after = after[cut_after:]
            continue
        cut_before = _length_before(before, around)
        if not cut_before:
            return f"{before}{name}{after}"
        opened += sum(map(before[-cut_before:].count, "([{"))
        before = before[:-cut_before]


def _offers_another(line: str, name: str, around: Surroundings) -> bool:
    """Whether a word of a call could be the answer instead; an option, where one is asked for."""
    decides = around.is_other if name.startswith("-") else around.is_confused
    return any(map(around.is_confused, _NAME.findall(line))) or any(
        map(decides, _OPTION_NAME.findall(line))
    )


def _length_after(after: str, around: Surroundings, opened: int) -> int:
    """How much of the code behind the name may be cut off; a bracket only where it was opened."""
    named = _WITH_NAMES.match(after) if around.names_code else None
    if named is not None:
        return named.end()
    for pattern in _AFTER_A_NAME if around.names_code else _AFTER_A_TERM:
        found = pattern.match(after)
        if found is None or any(map(around.is_confused, _NAME.findall(found.group()))):
            continue
        if not _holds_a_term(found, around):
            return found.end()
    closing = _CLOSING.match(after) if opened else None
    return 0 if closing is None else closing.end()


def _length_before(before: str, around: Surroundings) -> int:
    """How much of the code before the name may be cut off."""
    arn = _ARN.search(before) if around.names_code else None
    if arn is not None:
        return len(arn.group())
    path = _PATH.search(before)
    # `shop/web:latest`; but `blue/green` offers two.
    leads = path is not None and (path.group().endswith(":") or around.in_prompt(path.group()))
    if path is not None and leads and not around.is_other(path.group()[:-1]):
        return len(path.group())
    for pattern in _BEFORE_A_NAME if around.names_code else _BEFORE_A_TERM:
        found = pattern.search(before)
        groups = {} if found is None else found.groupdict()
        # What an option names is no answer beside its value.
        decides = around.is_confused if pattern is _OPTION_BEFORE else around.is_other
        if found is None or decides(groups.get("name") or ""):
            continue
        if around.is_confused(groups.get("called") or ""):
            continue
        if not _holds_a_term(found, around):
            return len(found.group())
    return 0


def _holds_a_term(found: re.Match[str], around: Surroundings) -> bool:
    """Whether an entry beside the name, its value or both (signal 15) could be a second answer."""
    groups = found.groupdict()
    name, value = groups.get("name") or "", groups.get("value") or ""
    return bool(value) and any(map(around.is_term, (name, value, f"{name} {value}")))


@lru_cache(maxsize=8_192)
def _pattern(name: str) -> re.Pattern[str] | None:
    """Finds an identifier in any of its writings (PutItem, put_item, put-item); None for prose."""
    if not name.isascii() or " " in name:
        return None
    if not name[:1].isalnum():
        return re.compile(rf"{re.escape(name)}(?![\w-])", re.IGNORECASE)
    if re.fullmatch(r"[\w-]+", name):
        words = [re.escape(token.shown) for token in tokenize(name)]
        return re.compile(rf"(?<![\w-]){'[-_]?'.join(words)}(?![\w-])", re.IGNORECASE)
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
