"""Practice."""

from typing import Final

from study_app.words.text import Text

PRACTICE: Final = (
    Text("Ready-made", "바로 시작"),
    Text("mixed, weakest skills first", "섞어서, 약한 역량부터"),
    Text("by exam weight", "시험 비중대로"),
    Text("{share}% right", "정답률 {share}%"),
    Text("Build your own", "직접 고르기"),
    Text("change", "바꾸기"),
    Text("Nothing matches.", "맞는 문제가 없습니다."),
    Text("{part} of {whole} questions", "{whole}문제 중 {part}문제"),
)
