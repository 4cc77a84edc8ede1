"""Step 7: words that are one slip apart and mean the opposite. No tolerance bridges them."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from study_app.grading.hangul.letters import letters
from study_app.grading.tolerance import (
    SHORTEST_KOREAN_STEM_OF_A_CONTRARY,
    SHORTEST_STEM_OF_A_CONTRARY,
    allowed_slips,
)

_GROUPS = tuple(
    frozenset(group.split())
    for group in (
        "min max",
        "minimum maximum",
        "minimal maximal",
        "in out",
        "up down",
        "inbound outbound",
        "ingress egress",
        "input output",
        "read write",
        "reader writer",
        "public private",
        "get put post",
        "push pull",
        "start stop",
        "create delete update",
        "enable disable",
        "attach detach",
        "symmetric asymmetric",
        "synchronous asynchronous",
        "sync async",
        "horizontal vertical",
        "encrypt decrypt",
        "encryption decryption",
        "explicit implicit",
        "internal external",
        "import export",
        "upload download",
        "encode decode",
        "before after",
        "primary secondary",
        "request response",
        "producer consumer",
        "strong eventual weak",
        "strongly eventually weakly",
        "stateful stateless",
        "allow deny",
        "client server",
        "first last",
        "old new",
        "long short",
        "hard soft",
        "static dynamic",
        "hit miss",
        "success failure",
        "open closed",
        "upper lower",
        "ascending descending",
        "always never",
        "global local regional",
        "source target destination",
        "provisioned reserved",
        "registry repository",
        "increase decrease",
        "increment decrement",
        "include exclude",
        "authenticated unauthenticated",
        "authentication authorization",
        "inclusive exclusive",
        "logical physical",
        "hot cold",
        "hourly daily",
        "linear exponential canary",
        "automatic manual",
        "automatically manually",
        "optimistic pessimistic",
        "eager lazy",
        "online offline",
        "parent child",
        "parallel sequential",
        "permanent temporary",
        "shared dedicated",
        "direct indirect",
        "active passive",
        "forward reverse backward",
        "forwards backwards",
        "login logout",
        "logon logoff",
        "top bottom",
        "left right",
        "oldest newest",
        "earliest latest",
        "smallest largest",
        "shortest longest",
        "lowest highest",
        "on off",
        "grant revoke",
        "lock unlock",
        "register deregister",
        "subscribe unsubscribe",
        "connect disconnect",
        "mask unmask",
        "tag untag",
        "mount unmount",
        "suspend resume",
        "true false",
        "passed failed",
        "unicast multicast broadcast",
        "포워드 리버스 백워드",
        "활성화 비활성화",
        "등록 해제",
        "full partial",
        "plaintext ciphertext",
        "최소 최대",
        "동기 비동기",
        "대칭 비대칭",
        "읽기 쓰기",
        "허용 거부",
        "명시적 암시적",
        "명시적 묵시적",
        "내부 외부",
        "수평 수직",
        "인바운드 아웃바운드",
        "수신 송신",
        "인그레스 이그레스",
        "정적 동적",
        "상한 하한",
        "증가 감소",
        "시작 중지",
        "로컬 글로벌",
        "퍼블릭 프라이빗",
        "암호화 복호화",
        "축소 확장",
        "입력 출력",
        "이전 이후",
        "단일 다중",
        "기본 보조",
        "자동 수동",
        "낙관적 비관적",
        "영구 임시",
        "온라인 오프라인",
        "성공 실패",
        "공유 전용",
        "병렬 순차",
    )
)
_PREFIXES = (
    "anti", "multi", "single", "inter", "intra", "under", "over", "down", "post", "pre", "out",
    "non", "dis", "mis", "un", "in", "im", "ir", "il", "en", "em", "de", "re", "ex", "up", "at",
    "a", "e",
)  # fmt: skip
NEGATING_PREFIXES = frozenset(["non", "dis", "mis", "un", "in", "im", "ir", "il", "de", "a"])
_PAIRED = frozenset(
    frozenset(pair.split())
    for pair in (
        "in out", "in ex", "im ex", "en de", "in de", "up down", "at de", "over under", "pre post",
        "pre un", "inter intra", "multi single", "e in", "en dis", "em dis",
    )
)  # fmt: skip
_KOREAN_NEGATING = "비불미무부역반"


@lru_cache(maxsize=32_768)
def opposite(typed: str, key: str) -> str | None:
    """The word that `typed` means where it is a contrary of `key`, misspelt or not; else None.

    Listed contraries win a tie, since minimun lies as near to maximum as a slip can. Contraries
    built by a prefix (mutable, immutable) must be nearer than the key itself.
    """
    if typed == key:
        return None
    listed, derived = _contraries(key)
    if typed in listed or typed in derived:
        return typed
    text = letters(typed)
    for word, spelled, allowed, wins_tie in _spelled_contraries(key):
        if abs(len(text) - len(spelled)) > allowed:
            continue  # cheaper than the distance, which is no less
        slips = OSA.distance(text, spelled, score_cutoff=allowed)
        if slips > allowed:
            continue
        own = OSA.distance(text, letters(key))
        if slips < own or (wins_tie and slips == own):
            return word
    return None


def contraries_of(word: str) -> frozenset[str]:
    """The listed contraries of an English word, and what it is without its `in` or `un`."""
    listed, derived = _contraries(word)
    return listed | frozenset(other for other in derived if len(other) < len(word))


def korean_opposite(typed: str, key: str) -> str | None:
    """As `opposite`, on Korean text without blanks: a contrary in it in place of the key's word."""
    for group in _GROUPS:
        for word in group:
            if word.isascii() or word not in key:
                continue
            for other in group - {word}:
                if other in typed and other not in key and word not in typed.replace(other, ""):
                    return other
    return None


@lru_cache(maxsize=8_192)
def _contraries(key: str) -> tuple[frozenset[str], frozenset[str]]:
    listed = frozenset(word for group in _GROUPS if key in group for word in group - {key})
    if key.isascii():
        return listed, frozenset(_by_prefix(key)) | frozenset(_by_suffix(key))
    derived = {prefix + key for prefix in _KOREAN_NEGATING}
    if key[0] in _KOREAN_NEGATING and len(key) > SHORTEST_KOREAN_STEM_OF_A_CONTRARY:
        derived.add(key[1:])
    return listed, frozenset(derived)


@lru_cache(maxsize=8_192)
def _spelled_contraries(key: str) -> tuple[tuple[str, str, int, bool], ...]:
    """Each contrary, its letters, the slips that are forgiven in it, and whether it wins a tie."""
    listed, derived = _contraries(key)
    found = [(word, letters(word), True) for word in sorted(listed)]
    found += [(word, letters(word), False) for word in sorted(derived)]
    return tuple(
        (word, spelled, allowed_slips(spelled), wins)
        for word, spelled, wins in found
        if allowed_slips(spelled) or not wins
    )


def _by_prefix(key: str) -> set[str]:
    found = set()
    if len(key) >= SHORTEST_STEM_OF_A_CONTRARY:
        found = {prefix + key for prefix in NEGATING_PREFIXES}
    for prefix in _PREFIXES:
        stem = key.removeprefix(prefix)
        if stem == key or len(stem) < SHORTEST_STEM_OF_A_CONTRARY:
            continue
        if prefix in NEGATING_PREFIXES:
            found.add(stem)
        for pair in _PAIRED:
            if prefix in pair:
                found.update(other + stem for other in pair - {prefix})
    return found


def _by_suffix(key: str) -> set[str]:
    for suffix, other in (("less", "ful"), ("ful", "less")):
        if key.endswith(suffix):
            return {key.removesuffix(suffix) + other}
    return set()
