"""Korean verbs that close or join a clause around an answer.

Endings are agglutinated to a stem and run together with it (받아요, 써요, 켭니다), so both are
written in letters. The stems are a closed class: what one does with a term of the exam, and what
happens to it. A verb outside of it counts as a word of the answer.
"""

import re
from functools import lru_cache

from study_app.grading.hangul.letters import letters
from study_app.grading.wording.small_words import word_set

# Any of these ends a verb, whatever its stem. Not the copula: 레이어입니다 is a noun.
_CLOSING = re.compile(
    "(?:(?<!입)니다|(?<!입)니까|[한하된되는쓴준같있없했됐았었]다|[해돼되]요|[하되으쓰]세요|[하되있없]네요|"
    "[하되있없]군요|[하되]죠|"
    "(?:사용|이용|활용|설정|적용|추가|생성|호출|필요|가능)[함됨]|하기|되기|[하되으쓰]면|[하되]려면|하고|"
    "해서|되어|하여|[하되]도록|위해|위해서|위한|통해|통해서|따라|대해|때문에|므로|지만|는데|면서|"
    "하는|되는|있는|대한|관한|[해돼]야(?:죠|지|지요|만)?|(?<=[가-힣]{2})해)$"
)
_POLITE_PAST = letters("ㅆ어요")
_STEMS = word_set(
    "같 하 해 되 돼 쓰 써 보내 받 주 줘 가 와 오 나 나오 나와 나가 내 두 둬 놓 놔 넣 만들 만드 "
    "붙 붙이 붙여 쓰이 쓰여 바꾸 바꿔 바뀌 정하 정해지 정해져 끝나 시작하 시작해 돌 돌아가 돌리 "
    "돌려 나누 나눠 나뉘 막 막아 읽 올리 올려 올라가 내리 내려 걸 걸리 걸려 늘 늘리 늘려 늘어나 "
    "줄 줄이 줄여 줄어들 보 봐 보이 보여 부르 불러 불리 불려 가져오 가져와 모으 모아 모이 모여 "
    "담 담기 담겨 남 남기 남겨 맞 맞추 쌓 쌓이 찾 열 열리 닫 고르 골라 뽑 옮기 옮겨 이어지 "
    "이어져 달 달라지 달라져 이루어지 따르 생기 생겨 세우 맡 맡기 맡겨 걸치 거치 거쳐 켜 켜지 "
    "켜져 나타나 나타내 가리키 가리켜 말하 말해 뜻하 뜻해 알 알리 알려 지나 있 들어가 들어오 "
    "들어와 떨어지 떨어져"
)
_ENDINGS = word_set(
    "아 어 여 ㄹ 을 세요 으세요 요 아요 어요 여요 어야 아야 야 야지 아야지 어야지 ㅂ니다 습니다 "
    "ㄴ다 는다 다 죠 지요 지 네 네요 거든요 ㄹ거예요 을거예요 ㄹ걸요 ㄹ게요 면 으면 고 아서 "
    "어서 서 는 ㄴ 은 도록 려면 으려면 려고 으려고 니까 으니까 ㄴ데 는데 던데 게"
)
# As nouns (붙이기): not 읽기, 쓰기 and 보기, which name operations.
_MADE_NOUNS = word_set(
    "붙이기 넣기 켜기 만들기 바꾸기 정하기 고르기 뽑기 걸기 돌리기 늘리기 줄이기 나누기 놓기 두기 "
    "주기만 하기 되기 부르기 열기 맞추기 남기기 옮기기"
)
_PASSIVE = "(?:(?:ㅇㅏ|ㅇㅓ)?ㅈ(?:ㅣ|ㅕ))?"
_PAST = "(?:ㅆ|ㅇㅏㅆ|ㅇㅓㅆ|ㅇㅕㅆ)?"


def _any_of(parts: frozenset[str]) -> str:
    return "|".join(sorted({letters(part) for part in parts}, key=len, reverse=True))


_VERB = re.compile(f"^(?:{_any_of(_STEMS)}){_PASSIVE}{_PAST}(?:{_any_of(_ENDINGS)})$")


@lru_cache(maxsize=16_384)
def is_verb(word: str) -> bool:
    """Whether `word` ends as Korean verbs do (`사용합니다`, `받아요`, `끝나야`)."""
    if word == "입니다" or word in _MADE_NOUNS or _CLOSING.search(word) is not None:
        return True
    spelled = letters(word)
    return len(word) > 1 and (spelled.endswith(_POLITE_PAST) or _VERB.match(spelled) is not None)
