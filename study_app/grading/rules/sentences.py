"""Step 5: a sentence around the answer, whose other words are no answers.

"The session token goes in the X-Amz-Security-Token header" names one thing, though a session token
is a known term. What is said of a name in code is prose; before a claim stands its reason or
purpose, behind it what comes later, or what a neighbour does.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from study_app.grading.code.commands import is_command
from study_app.grading.grades import right
from study_app.grading.hangul.letters import HANGUL, has_hangul
from study_app.grading.hangul.verbs import is_verb
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.remarks import names_no_confusable, only_remarks
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.spelling.word_matching import joins_two
from study_app.grading.tokens import split_words
from study_app.grading.verdict import Verdict
from study_app.grading.vetoes.negation import negators
from study_app.grading.wording.small_words import FUNCTION_WORDS, PHRASE_BREAKS, word_set
from study_app.grading.wording.stems import root

_MAY_BE_RIGHT = frozenset(
    {
        ReasonCode.ALSO_NAMES,
        ReasonCode.ANOTHER_TERM,
        ReasonCode.EXTRA_WORDS,
        ReasonCode.HEDGED,
        ReasonCode.OPPOSITE,
        ReasonCode.UNRELATED,
        ReasonCode.CUT_SHORT,
    }
)
# Written as no word is: readImages, x-api-key, logs:Unmask, SIGTERM.
_STANDS_OUT = re.compile(r"[a-z][A-Z]|\w[-_:/]\w|^[A-Z]{5,}$")
_ERROR_LINE = re.compile(
    r"^.*\ban error occurred:? \(?(?P<name>\w+)\)?(?: when calling the \w+ operation\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE_FIRST = re.compile(
    r"^(?P<said>.+?(?:라서|[아어해]서|므로|니까|때문에|려면|려고|위해서?|[하되이쓰가오]든지?"
    r"|더라도)),? (?P<claim>.+)$",
    re.DOTALL,
)
# Who or what does it: "enhanced scanning is done by Amazon Inspector".
_DONE_BY = re.compile(
    r"^(?P<said>.+?) (?:is|are|gets?|can be|must be) (?:done|made|performed|provided|handled|run"
    r"|managed|carried out|powered|driven|controlled|set|enabled|solved|covered) "
    r"(?:by|with|through|via|using) (?P<claim>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BY_DEFAULT = re.compile(
    r",? ?\bby default\b|\bdefaults to\b|(?<!\S)(?:기본적으로|기본으로)(?=\s|$)"
    r"|(?<!\S)기본(?:값|설정)?(?:이라서?|이니까|이므로|이어서|이기 때문에),?(?=\s)",
    re.IGNORECASE,
)
_DOES = re.compile(r" (?P<verb>[a-z]{3,}s)(?: (?:out|in|up|off|over))? (?=[a-z])")
_NO_VERBS = word_set("has was does this its always plus versus needs thus uses")
_MOST_VERBS = 3
_LATER = re.compile(r"^(?P<claim>.+?),? (?:and )?then (?P<said>.+)$", re.IGNORECASE | re.DOTALL)
_OF_A_NEIGHBOUR = re.compile(
    r"^(?P<claim>[^,;]+)[,;] (?P<said>[\w:.-]+ "
    r"(?:makes|needs|requires|lets|takes|wants|expects|only|uses|does)\b .+)$",
    re.DOTALL,
)
_LATIN, _HANGUL = re.compile(r"[\w-]+", re.ASCII), re.compile(f"[{HANGUL}]{{2,}}")
_GRAMMAR = (FUNCTION_WORDS | PHRASE_BREAKS) - {"s", "a", "an", "the", "of"}
_APART_BEFORE, _APART_AFTER = re.compile(r"[,;:(/]\s*$"), re.compile(r"\s*[,;:(/]")
_JOINS_A_VERB = re.compile(r"(?<=[이가을를] )[가-힣]+[하되]고(?= )")  # `푸시가 실패하고`
_GIVEN_EITHER = re.compile(
    r"^(?P<claim>.+?) (?:with|by|via|from|on|in|for|per) (?:an? |the |its )?"
    r"(?P<one>[a-z]+) or (?:an? |the |its )?(?P<other>[a-z]+)\W*$"
)


def in_a_sentence(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """The grade of the claim alone, where only that makes the answer right."""
    grade = rest(text)
    if grade.verdict is Verdict.CORRECT or grade.reason.code not in _MAY_BE_RIGHT:
        return grade
    for claim in _claims(text, key, tools):
        alone = rest(claim)
        if alone.correct:
            return alone
    return _named(text, key, tools) or grade


def _claims(text: str, key: Key, tools: Tools) -> Iterator[str]:
    if key.about_errors and (line := _ERROR_LINE.match(text)) is not None:
        yield line["name"]
    clause = _CLAUSE_FIRST.match(text)
    if clause is not None and _is_prose(clause["said"], key, tools):
        yield clause["claim"]
    done = _DONE_BY.match(text)
    subject = "" if done is None else done["said"].casefold()
    if done and not negators(split_words(subject)) and names_no_confusable(subject, key, tools):
        yield done["claim"]
    usually = _BY_DEFAULT.sub("", text)
    if usually != text:
        yield usually
    yield from _subjects(text, key, tools)
    if key.asks_first and (later := _LATER.match(text)) is not None:
        yield later["claim"]
    neighbour = _OF_A_NEIGHBOUR.match(text)
    if neighbour is not None and not negators(split_words(text)):
        yield neighbour["claim"]
    given = _GIVEN_EITHER.match(text)
    if given is not None and not any(map(tools.neighbours.is_known, given.group("one", "other"))):
        yield given["claim"]


def _subjects(text: str, key: Key, tools: Tools) -> Iterator[str]:
    """What stands before a verb that says what it does, as the prompt has it."""
    for verb in islice(_DOES.finditer(text), _MOST_VERBS):
        said = text[verb.end() :].strip(" .!")
        asked = key.code or {root(word) for word in split_words(said)} & key.prompt_roots
        if verb["verb"] in _NO_VERBS or not asked or negators(split_words(said)):
            continue
        if not names_no_confusable(said, key, tools):
            continue
        if not tools.neighbours.has_other(tools.glossary.read(text[: verb.start()]), key):
            yield text[: verb.start()]


def _named(text: str, key: Key, tools: Tools) -> Grade | None:
    """A name in code, letter by letter, within a clause of prose that names nothing else.

    What stands apart from it, or is joined to it, may be a second answer.
    """
    for form in key.forms if key.code and not key.structured else ():
        if not _STANDS_OUT.search(form.shown):
            continue
        found = _in_prose(form.shown).search(text)
        if found is None:
            continue
        before, after = text[: found.start()], text[found.end() :]
        if _APART_BEFORE.search(before) or _APART_AFTER.match(after):
            continue
        said = f"{before} {after}".strip(" .!?\"'`")
        said = _JOINS_A_VERB.sub(" ", said[:1].lower() + said[1:])
        if _is_clause(said, key, tools) and _is_prose(said, key, tools):
            return right(form, ReasonCode.ACCEPTED, shown=key.first)
    return None


@lru_cache(maxsize=4_096)
def _in_prose(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.:/-]){re.escape(name)}(?![A-Za-z0-9_:/-]|\.\w)")


def _is_clause(said: str, key: Key, tools: Tools) -> bool:
    """Whether `said` is what a sentence says around a name: another name beside it has no verb."""
    if not said or is_command(said) or joins_two(f"{said} "):
        return False
    latin, korean = _LATIN.findall(said), _HANGUL.findall(said)
    if has_hangul(said):  # also a particle alone: `runningTasksCount의 time to live`
        other = tools.neighbours.has_other(tools.glossary.read(" ".join(latin)), key)
        return any(map(is_verb, korean)) and not other
    return bool(_GRAMMAR.intersection(word.casefold() for word in latin))


def _is_prose(said: str, key: Key, tools: Tools) -> bool:
    return only_remarks(said, key) and names_no_confusable(said, key, tools)
