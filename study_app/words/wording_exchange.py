"""What export, import and sync say, in English and Korean."""

from collections.abc import Mapping
from typing import Final

EXCHANGE: Final[Mapping[str, str]] = {
    "Source: {url} (checked {day})": "출처: {url} ({day} 확인)",
    "Study sheet": "학습 자료",
    "Cards": "카드",
    "Questions": "문제",
    "Answer": "정답",
    "Hint": "힌트",
    "Show the answer": "정답 보기",
    "Choose {count}.": "{count}개를 고르세요.",
    "Put in order.": "순서대로 놓으세요.",
    "Match.": "짝을 지으세요.",
    "{cards} {cards:card|cards} and {questions} {questions:question|questions}": (
        "카드 {cards}장, 문제 {questions}문제"
    ),
    "Wrote {what} to {file}": "{file}에 썼습니다: {what}",
    "{came} {came:event|events} came, {went} went.": "받은 기록 {came}개, 보낸 기록 {went}개.",
    "left out: ": "뺌: ",
    "changed: ": "바뀜: ",
    "Nothing in the file can be used.": "파일에서 쓸 수 있는 것이 없습니다.",
    "To study them: {command}": "공부하려면: {command}",
    "{count} {count:answer|answers}": "답 {count}개",
}
