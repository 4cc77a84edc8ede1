"""The endings that a Korean noun carries: particles, the copula, adjectival suffixes."""

import re
from functools import lru_cache

from study_app.grading.wording.small_words import word_set

# After a noun: what marks its part in the sentence, and nouns that only measure (동안, 정도).
_PARTICLES = word_set(
    "때문 은 는 이 가 을 를 의 에 로 와 과 랑 도 만 나 들 간 씩 으로 에서 에게 이랑 하고 부터 "
    "까지 이나 처럼 마다 밖에 뿐 조차 께서 에는 에서는 으로는 로는 에도 정도 쯤 동안 번 "
    "번째"
)
# The copula in its written and spoken forms, "it is called", "I think it is"; also after a
# particle (까지예요, 동안입니다).
_COPULAS = word_set(
    "일 인 이겠네요 겠네요 겠습니다 이겠습니다 야 요 죠 다 임 라고 라는 란 이란 이라 이고 예요 "
    "에요 이에요 이예요 이요 이죠 이지요 지요 인데요 인데 이네요 네요 군요 이다 이야 입니다 "
    "임니다 입니당 이었다 였다 이어야 여야 일듯 인듯 일걸요 인가요 인가 이겠죠 겠죠 같아요 "
    "같습니다 같음 이라고 이라는 라고요 이라고요 이라고해요 라고해요 라고합니다 이라고합니다 "
    "라고불러요 이라고불러요 라고부릅니다 이라고부릅니다"
)
# These make an adjective or an adverb of the noun.
_SUFFIXES = word_set("용 형 적 식 된 되는 하는 한 할 될 적인 적으로")
ENDINGS = frozenset(
    [
        *_PARTICLES,
        *_COPULAS,
        *_SUFFIXES,
        *(particle + copula for particle in _PARTICLES for copula in _COPULAS),
    ]
)
_JOINING = word_set("의 와 과 랑 이랑 하고 나 이나")
_LONGEST_ENDING = max(map(len, ENDINGS))

_PARTED = re.compile(
    r"(?<=[\w)\]}`\"'*])(?<![가-힣]) "
    r"(?=(?:을|를|은|는|에|로|으로|와|과|랑|에서|라고|이라고|입니다|이에요|예요|요|처럼)(?:[\s.,!?]|$))"
)
# After a number 만 is ten thousand and 이 is two.
_PARTED_FROM_LATIN = re.compile(
    r"(?<=[A-Za-z_)\]}`\"'*]) (?=(?:이|가|의|도|만|이나|나|부터|까지)(?:[\s.,!?]|$))"
)

_CASE_MARKED = re.compile("(?:[은는을를에]|에서|에게|에는|으로|까지|부터)$")


@lru_cache(maxsize=16_384)
def without_ending(word: str) -> tuple[str, ...]:
    """`word` and what it may be without a particle or a spoken ending, longest first."""
    sizes = range(1, min(_LONGEST_ENDING, len(word) - 1) + 1)
    return (word, *(word[:-size] for size in sizes if word[-size:] in ENDINGS))


def with_particles_joined(text: str) -> str:
    """`text` with the particles joined to code that a blank parts them from (`.sync 를`).

    >>> with_particles_joined("RunTask 를 호출, 15 분, 4 만")
    'RunTask를 호출, 15 분, 4 만'
    """
    return _PARTED_FROM_LATIN.sub("", _PARTED.sub("", text))


def is_ending(word: str) -> bool:
    """Whether `word` is only an ending, like the 를 of `Scan를`."""
    return word in ENDINGS


def sets_off(ending: str) -> bool:
    """Whether `ending` parts its noun from what follows; "of" and "and" do not."""
    return is_ending(ending) and ending not in _JOINING


def is_case_marked(word: str) -> bool:
    """Whether `word` ends in a particle that sets it off from the noun that follows."""
    return len(word) > 1 and _CASE_MARKED.search(word) is not None
