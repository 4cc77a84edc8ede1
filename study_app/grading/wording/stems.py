"""Words without their endings: what counts as the same word, and what the prompt spoke of."""

from functools import lru_cache

_NOUN_ENDINGS = ("ment", "ation", "ion")
_DOUBLED_ENDINGS = frozenset(("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt"))
_NOUNS_OF_VERBS = frozenset(
    ("al", "ation", "ion", "ment", "ance", "ence", "ing", "er", "or", "ed", "ure")
)
_VERB_ENDINGS = ("ing", "ed", "er", "es", "e", "y")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """`word` without its plural and in American spelling: what counts as the same word."""
    if len(word) <= 3 or not word.isascii():
        return word
    word = word.replace("isation", "ization")
    for british, american in (("ised", "ized"), ("ise", "ize"), ("iser", "izer"), ("our", "or")):
        if word.endswith(british) and len(word) > len(british) + 2:
            word = word[: -len(british)] + american
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("iases"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ias")):
        return word[:-1]
    return word


@lru_cache(maxsize=16_384)
def root(word: str) -> str:
    """The stem without verb endings: enough to see that a prompt has spoken of it."""
    word = stem(word)
    for endings in (_NOUN_ENDINGS, _VERB_ENDINGS):
        word = _without(word, endings)
    return word


@lru_cache(maxsize=16_384)
def lemma(word: str) -> str:
    """The stem without -ing, -ed and -e: scanning and scan, caching and cache are one word."""
    word = stem(word)
    if len(word) <= 3 or not word.isascii():
        return word
    bare = _without(word, ("ing", "ed", "e"))
    doubled = bare != word and bare[-2:] in _DOUBLED_ENDINGS
    return bare[:-1] if doubled else bare


def is_derived(word: str, verb: str) -> bool:
    """Whether `word` is the noun that English makes of `verb`: retrieval, decryption, rotation."""
    if word == verb or len(verb) < 4 or not word.startswith(verb[:-1]):
        return False
    return word[len(verb) - 1 :].removeprefix(verb[-1]) in _NOUNS_OF_VERBS


def nouns_of(verb: str) -> tuple[str, ...]:
    """What English may make of `verb`: retrieval, retrievement, ..., also what is no word."""
    bare = verb.removesuffix("e")
    return tuple(bare + ending for ending in ("al", "ation", "ion", "ment", "ing"))


def _without(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word
