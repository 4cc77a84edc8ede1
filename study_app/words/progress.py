"""What progress and the map of skills say, in English and Korean."""

from collections.abc import Mapping
from typing import Final

PROGRESS: Final[Mapping[str, str]] = {
    "Asked {asked}, answered {answered}: {times} of {of}": (
        "{asked} 대신 {answered}: {of}번 중 {times}번"
    ),
    "Forgotten {lapses} times: {card}": "{lapses}번 잊은 카드: {card}",
    "Due: {today} today, {tomorrow} tomorrow, {all} in {days} days": (
        "복습할 카드: 오늘 {today}장, 내일 {tomorrow}장, {days}일 동안 {all}장"
    ),
    "Last {weeks} weeks: studied on {studied} of {days} days, {total} {total:answer|answers}, "
    "{streak} {streak:day|days} in a row now": (
        "지난 {weeks}주: {days}일 중 {studied}일 학습, 답 {total}개, 지금 {streak}일 연속"
    ),
    "Reviews at intervals of 21 days or more": "간격이 21일 이상인 복습",
    "Reviews at shorter intervals": "간격이 더 짧은 복습",
    "{name}: {passed} of {reviews} remembered ({share}%)": (
        "{name}: {reviews}번 중 {passed}번 기억 ({share}%)"
    ),
    "Time a question: median {median}": "문제당 시간: 중앙값 {median}",
    "by kind": "유형별",
    "by domain": "영역별",
    "Not asked yet: {skills}": "아직 묻지 않은 역량: {skills}",
    "{known}% known, recall {recall}, {right} of {tries} first tries right, {unseen} of "
    "{questions} not seen": (
        "{known}% 습득, 기억 {recall}, 첫 시도 {tries}번 중 {right}번 정답, "
        "{questions}문제 중 {unseen}문제 안 봄"
    ),
}
