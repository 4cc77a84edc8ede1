"""What search says, in English and Korean."""

from collections.abc import Mapping
from typing import Final

SEARCH: Final[Mapping[str, str]] = {
    "Search": "검색",
    "search": "검색",
    "cards and questions": "카드와 문제",
    "No topic has this. Enter searches everything.": (
        "이런 주제가 없습니다. Enter로 모두 검색합니다."
    ),
    "Words of a card or a question": "카드나 문제의 낱말",
    "Type to search {count} cards and questions.": "카드와 문제 {count}개에서 검색합니다.",
    "Nothing has all of these words.": "이 낱말이 모두 있는 것이 없습니다.",
    "{count} found: {cards} {cards:card|cards}, {questions} {questions:question|questions}": (
        "{count}개: 카드 {cards}장, 문제 {questions}문제"
    ),
    "Nothing found.": "찾은 것이 없습니다.",
    "card": "카드",
    "question": "문제",
    "answer": "풀기",
    "read it": "읽기",
}
