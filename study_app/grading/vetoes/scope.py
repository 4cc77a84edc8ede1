"""Step 4: how far a negation reaches. A denial in a separate clause does not deny the answer.

`15분 동안 활동이 없으면 중지됩니다` and "ApplyGuardrail, without calling a model" deny nothing that
is asked; `long polling 없이` and "without long polling" do.
"""

import re
from collections.abc import Callable, Iterator

from study_app.grading.vetoes.negation import negators
from study_app.grading.wording.small_words import FUNCTION_WORDS, KIND_NOUNS, MAKERS

Touches = Callable[[str], bool]
"""Whether a part of an answer holds the answer itself, or something that could be one."""

# Clauses: from one of these words, or a stop, to the next.
_CLAUSES = re.compile(
    r"(?<=[,;.!?])\s+"
    r"|\s+(?=(?:if|when|whenever|while|until|unless|once|because|since|so|in case)\b)"
    r"|\s+(?=(?:where|that|which|who)\b)",
    re.IGNORECASE,
)
_JUDGES = re.compile(r"\b(?:wrong|incorrect|false|rather|instead|unlike|not sure)\b", re.IGNORECASE)
_LACKS = re.compile(r"\bno\s+(?P<what>[\w-]+)", re.IGNORECASE)
_WITHOUT = re.compile(r"\bwithout\b(?P<what>(?:\s+[\w:.-]+){1,5})", re.IGNORECASE)
_BOUNDS = frozenset({"more", "less", "fewer", "longer", "later", "greater", "wait", "sorry"})

# A verb that is denied in passing: a condition, a reason, a purpose, a description.
_IN_PASSING = (
    "으면|면|으므로|으니|아도|어도|아서|어서|서|도록|게|기 ?위해|기 ?때문|다면|더라도|고|은|는|을"
)
_SUBORDINATE = re.compile(
    rf"\s*(?:(?:\S+지 )?(?:없|않|못하|못해|못할)(?:{_IN_PASSING})\S*"
    r"(?: (?:때|경우|동안|상태|채)\S*)?"
    r"|(?<!\S)안 \S+?(?:면|도록|게|아서|어서|때)(?=\s|$)"
    r"|(?:삭제|해제|제거|금지|비활성화|제외)"
    r"(?:하려면|하도록|하는|할|하기|해 ?주는|되게|되도록|될)\S*)"
)
_LACKING = re.compile(r"(?P<what>\S+) (?:없이|없는)(?=\s|$)")


_PROHIBITED = re.compile(
    r"\b(?:must|may|should|can|shall)(?: (?:the|a|an|its|this) \w+)?(?: not|n't)\b|\bcannot\b"
    r"|\b(?:do not|don't|dont|never) (?:allow|permit|grant|give|use|include|let)\b"
    r"|\bnot (?:be )?(?:allowed|permitted)\b"
    r"|\S*(?:하|되|쓰|주)면 ?안 ?(?:됩|돼|되|된|됨)\S*",
    re.IGNORECASE,
)


def prohibits(text: str) -> bool:
    """Whether a question asks what must not be."""
    return _PROHIBITED.search(text) is not None


def without_prohibition(text: str) -> str:
    """`text` without "must not be": where the question asks what must not be, it says the same."""
    return _PROHIBITED.sub("; ", text).strip("; ") or text


def denials_of_the_answer(text: str, touches: Touches, belongs: Touches) -> str:
    """`text` without the negations whose scope does not hold the answer.

    `belongs`: a word is one of the answer; `touches`: a clause has one that the prompt has not.
    A semicolon stands for a Korean verb that closed its clause.
    """
    kept = " ".join(_kept_clauses(text, touches))
    kept = _WITHOUT.sub(lambda found: _beyond(found["what"], belongs) or found.group(), kept)
    kept = _LACKS.sub(
        lambda found: " " if _is_a_thing(found["what"], touches) else found.group(), kept
    )
    kept = _LACKING.sub(lambda found: found.group() if belongs(found["what"]) else " ", kept)
    return _SUBORDINATE.sub("; ", kept)


def _kept_clauses(text: str, touches: Touches) -> Iterator[str]:
    for clause in _CLAUSES.split(text):
        said = re.findall(r"[\w'-]+", clause.casefold())
        content = [word for word in said if word not in FUNCTION_WORDS and not negators((word,))]
        bounded = bool(negators(tuple(said))) and bool(content)
        if clause != text and bounded and not _JUDGES.search(clause) and not touches(clause):
            continue
        yield clause


def _is_a_thing(word: str, touches: Touches) -> bool:
    small = word.casefold() in FUNCTION_WORDS or word.casefold() in KIND_NOUNS
    return not small and word.casefold() not in _BOUNDS and not touches(word)


def _beyond(what: str, belongs: Touches) -> str:
    """What stands behind the words that "without" denies: from the answer on, if not the first."""
    words = what.split()
    content = 0
    for at, word in enumerate(words):
        if belongs(word):
            return " " + " ".join(words[at:]) if content else ""
        content += word.casefold() not in FUNCTION_WORDS | MAKERS
    return " " if content else ""
