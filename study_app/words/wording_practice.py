"""What practice says, in English and Korean."""

from collections.abc import Mapping
from typing import Final

PRACTICE: Final[Mapping[str, str]] = {
    "Practice": "연습",
    "by domain, topic or kind": "도메인, 주제, 유형별로",
    "Ready made": "바로 시작",
    "mixed, weakest skills first": "섞어서, 약한 기술부터",
    "by weight of the exam": "시험 비중대로",
    "{share}% right": "정답률 {share}%",
    "Put together": "직접 고르기",
    "What comes": "나올 문제",
    "change": "바꾸기",
    "Nothing matches.": "맞는 문제가 없습니다.",
    "{part} of {whole} questions": "{whole}문제 중 {part}문제",
}
