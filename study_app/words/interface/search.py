"""Search."""

from typing import Final

from study_app.words.text import Text

SEARCH: Final = (
    Text("Words from a card or a question", "카드나 문제의 낱말"),
    Text("Type to search {count} cards and questions.", "카드와 문제 {count}개에서 검색합니다."),
    Text("No card or question contains all of these words.", "이 낱말이 모두 있는 것이 없습니다."),
    Text(
        "{count} found: {cards} {cards:card|cards}, {questions} {questions:question|questions}",
        "{count}개: 카드 {cards}장, 문제 {questions}문제",
    ),
    Text("Nothing found.", "찾은 것이 없습니다."),
    Text("answer", "풀기"),
    Text("read it", "읽기"),
)
