"""Export, import and sync."""

from typing import Final

from study_app.words.text import Text

EXCHANGE: Final = (
    Text("Source: {url} (checked {day})", "출처: {url} ({day} 확인)"),
    Text("Study sheet", "학습 자료"),
    Text("Answer", "정답"),
    Text("Hint", "힌트"),
    Text("Show the answer", "정답 보기"),
    Text("Choose {count}.", "{count}개를 고르세요."),
    Text("Put in order.", "순서대로 놓으세요."),
    Text("Match.", "짝을 지으세요."),
    Text(
        "{cards} {cards:card|cards} and {questions} {questions:question|questions}",
        "카드 {cards}장, 문제 {questions}문제",
    ),
    Text("Wrote {what} to {file}", "{file}에 썼습니다: {what}"),
    Text(
        "{came} {came:event|events} came, {went} went.", "받은 기록 {came}개, 보낸 기록 {went}개."
    ),
    Text("left out: ", "뺌: "),
    Text("changed: ", "바뀜: "),
    Text("Nothing in the file can be used.", "파일에서 쓸 수 있는 것이 없습니다."),
    Text("To study them: {command}", "공부하려면: {command}"),
    Text("{count} {count:answer|answers}", "답 {count}개"),
)
