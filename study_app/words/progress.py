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
    "Progress": "학습 현황",
    "Habits": "습관",
    "Mistakes": "헷갈린 것",
    "{days} {days:day|days} left": "{days}일 남음",
    "Coming due": "복습 예정",
    "{total} in {days} {days:day|days}": "{days}일 동안 {total}장",
    "No card is due in these days.": "이 기간에는 복습할 카드가 없습니다.",
    "{studied} of {days} days": "{days}일 중 {studied}일",
    "longest run {days}": "최장 {days}일 연속",
    "Remembered": "기억한 비율",
    "No review yet.": "아직 복습이 없습니다.",
    "21 days or more": "간격 21일 이상",
    "shorter intervals": "더 짧은 간격",
    "Time a question": "문제당 시간",
    "No answer yet.": "아직 답이 없습니다.",
    "median {median}": "중앙값 {median}",
    "Taken for each other": "서로 헷갈린 것",
    "Nothing so far.": "아직 없습니다.",
    "both": "둘 다",
    "Often forgotten": "자주 잊은 카드",
    "No card so far.": "아직 없습니다.",
    "{count} {count:answer|answers} you marked as right": "맞았다고 한 답 {count}개",
    "{weight}% of the exam": "시험의 {weight}%",
    "{right} of {tries} tries": "{tries}번 중 {right}번",
    "{questions}, {unseen} never seen": "{questions}개, {unseen}개 안 봄",
    "{begun} of {cards} begun": "{cards}장 중 {begun}장 시작",
    "known": "습득",
    "recall of begun cards": "시작한 카드의 기억",
    "right at first": "첫 시도 정답",
    "due": "복습할 카드",
    "Skills": "역량",
    "{good} of {skills} good or firm": "{skills}개 중 {good}개 좋음 이상",
    "not asked yet": "아직 묻지 않음",
    "{known} known, {due} due": "{known} 습득, 복습할 카드 {due}장",
    "no question yet": "아직 문제가 없음",
    "{count} {count:card|cards}": "카드 {count}장",
    "one right option": "정답 하나",
    "several right options": "정답 여럿",
}
