"""What home, the plan and ratings say, in English and Korean."""

from collections.abc import Mapping
from typing import Final

PLANNING: Final[Mapping[str, str]] = {
    "to go today": "오늘 남은 문제",
    "{count} {count:review|reviews} due": "복습 {count}개",
    "{count} missed today": "오늘 틀린 문제 {count}개",
    "{count} new": "새 카드 {count}장",
    "{count} more than planned": "계획보다 {count}개 많음",
    "{done} of {total} done": "{total}개 중 {done}개 완료",
    "Start the reviews": "복습 시작하기",
    "Start the new questions": "새 문제 시작하기",
    "Ten questions show where you stand": "열 문제로 지금 실력을 확인합니다",
    "From every domain of the exam. Nothing to prepare.": (
        "시험의 모든 영역에서 나옵니다. 준비할 것은 없습니다."
    ),
    "Then the app plans your days.": "그다음 하루하루의 계획을 세웁니다.",
    "It needs your exam date:": "시험 날짜 정하기:",
    "No review is due": "복습할 것이 없습니다",
    "the next {count} tomorrow": "다음은 내일 {count}개",
    "the next {count} on {day}": "다음은 {day}에 {count}개",
    "Today's plan is done. New cards are there for who wants more.": (
        "오늘 계획을 마쳤습니다. 더 하려면 새 카드가 있습니다."
    ),
    "Every card was begun. What was asked longest ago comes next.": (
        "모든 카드를 시작했습니다. 가장 오래된 문제부터 묻습니다."
    ),
    "{count} new {count:question|questions}": "새 문제 {count}개",
    "reviews first; this one waits": "복습 먼저. 이 학습은 기다립니다",
    "no date yet": "날짜 미정",
    "set it": "정하기",
    "another date": "다른 날짜",
    "today": "오늘",
    "{days} {days:day|days}": "{days}일",
    "not offered then": "그날은 볼 수 없음",
    "{minutes} min a day": "하루 {minutes}분",
    "on plan: {minutes} min": "계획대로: {minutes}분",
    "needs {minutes} min a day": "하루 {minutes}분 필요",
    "{total} in {days} days": "{days}일 동안 {total}개",
    "Weakest": "약한 역량",
    "practice": "연습",
    "after a few answers to a skill": "역량마다 몇 문제를 풀면 나옵니다",
    "year-month-day, such as {day}; empty for none": "연-월-일, 예: {day}. 비우면 날짜 없음",
    "a number from 1 to {last}": "1부터 {last}까지의 숫자",
    "Type a number from 1 to {last}.": "1부터 {last}까지의 숫자를 입력하세요.",
    "Type a date such as {day}.": "{day}처럼 날짜를 입력하세요.",
    "That day has passed. Type {day} or later.": "지난 날짜입니다. {day} 이후로 입력하세요.",
    "save": "저장",
    "next value": "다음 값",
    "your choice": "직접 고름",
    "the one offered then": "그날 볼 수 있는 시험",
    "the one offered today": "지금 볼 수 있는 시험",
    "has passed": "지났습니다",
    "Exam date": "시험 날짜",
    "Minutes a day": "하루 시간(분)",
    "Known when due": "복습 때 기억률",
    "the more, the more reviews": "높을수록 복습이 많아집니다",
    "←→ a day earlier or later": "←→ 하루 앞뒤로",
    "←→ change": "←→ 바꾸기",
    "{begun} of {cards} cards started": "카드 {cards}장 중 {begun}장 시작",
    "{count} more than fit into {minutes} minutes wait for another day.": (
        "{minutes}분에 들어가지 않는 {count}개는 다른 날로 미룹니다."
    ),
    "To the exam": "시험까지",
    "With a date, the plan says whether the time is enough.": (
        "날짜를 정하면 시간이 충분한지 알려 드립니다."
    ),
    "no days left": "남은 날이 없음",
    "Playing the plan forward …": "계획을 시험 날까지 계산하는 중 …",
    "Questions a day": "하루 문제 수",
    "from today to the exam": "오늘부터 시험까지",
    "{count} at most": "가장 많은 날 {count}개",
    "missed {times} times": "{times}번 틀림",
    "next review in {time}": "다음 복습 {time} 뒤",
    "{days} d": "{days}일",
    "{months} mo": "{months}달",
}
