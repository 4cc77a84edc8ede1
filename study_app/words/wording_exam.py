"""What the mock exam says, in English and Korean."""

from collections.abc import Mapping
from typing import Final

EXAM: Final[Mapping[str, str]] = {
    "{place} of {total} · {left} left": "{total}문제 중 {place}번 · {left} 남음",
    "Resumed at {place} of {total}, {left} left.": (
        "{total}문제 중 {place}번부터 이어서 합니다. {left} 남았습니다."
    ),
    "Paused at {place} of {total}, {left} left.": (
        "{total}문제 중 {place}번에서 멈췄습니다. {left} 남았습니다."
    ),
    "An exam is paused at {place} of {total}, {left} left.": (
        "모의시험이 {total}문제 중 {place}번에서 멈춰 있습니다. {left} 남았습니다."
    ),
    "/resume continues it; /new gives it up and starts another.": (
        "/resume: 이어서 하기. /new: 그 시험을 그만두고 새로 시작하기."
    ),
    "The time is up. The exam was submitted.": "시간이 끝나 시험을 제출했습니다.",
    "{count} open: {numbers}.": "답하지 않은 문제 {count}개: {numbers}.",
    "> /submit ends the exam; a number goes to that question": (
        "> /submit은 시험을 제출하고, 번호는 그 문제로 갑니다"
    ),
    "Left open.": "답하지 않고 넘어갑니다.",
    "(a blank line leaves it open, /submit ends the exam)": (
        "(빈 줄은 답하지 않고 넘어가기, /submit은 제출)"
    ),
    "{questions} {questions:question|questions} in {minutes} {minutes:minute|minutes}": (
        "{minutes}분에 {questions}문제"
    ),
    "Domain {domain}: {count} {count:question|questions} too few in the content. No other "
    "domain fills in.": (
        "도메인 {domain}: 문제가 {count}개 모자랍니다. 다른 도메인에서 채우지 않습니다."
    ),
    "{count} {count:question was|questions were} in one of your last two exams: the "
    "content has no others.": (
        "지난 두 시험에 나온 문제가 {count}개 있습니다. 다른 문제가 더 없습니다."
    ),
    "{minutes} minutes left.": "{minutes}분 남았습니다.",
    "{used} of {limit} used.": "{limit} 중 {used} 사용.",
    "The clock stopped {count} {count:time|times}.": "시계가 {count}번 멈췄습니다.",
    "AWS does not publish how raw becomes scaled; {mark}% is assumed as the pass mark.": (
        "AWS는 원점수를 환산하는 방법을 공개하지 않습니다. 합격선은 {mark}%로 가정합니다."
    ),
    "{right} of {of} right ({share}%), 95% interval {low} to {high}%": (
        "{of}문제 중 {right}문제 맞음({share}%), 95% 구간 {low}~{high}%"
    ),
    "95% interval {low} to {high}%": "95% 구간 {low}~{high}%",
    "Above the pass mark": "합격선 위",
    "All answered": "모두 답했습니다",
    "All questions": "전체 문제",
    "All questions count here; the real exam has 15 unscored ones that nobody can tell apart.": (
        "여기서는 모든 문제를 채점합니다. 실제 시험에는 채점하지 않는 문제가 15개 있지만 구별할 수 "
        "없습니다."
    ),
    "Below the pass mark": "합격선 아래",
    "By domain": "도메인별",
    "By task": "태스크별",
    "Earlier attempts": "지난 시험",
    "Enter save   Esc back": "Enter 저장   Esc 뒤로",
    "Give up the paused exam and start this one?": "멈춘 시험을 그만두고 이 시험을 시작할까요?",
    "In the exam": "시험에서",
    "Length": "길이",
    "Mock exam": "모의시험",
    "No verdicts before the end. Everything is saved at once; Esc pauses.": (
        "끝나기 전에는 정답을 보여 주지 않습니다. 모두 바로 저장되며 Esc로 멈춥니다."
    ),
    "Note saved.": "메모를 저장했습니다.",
    "Paused": "멈춘 시험",
    "Questions": "문제",
    "Submit?": "제출할까요?",
    "The content has no exam.": "시험 내용이 없습니다.",
    "The time was up.": "시간이 끝났습니다.",
    "There are no questions for this exam.": "이 시험에 낼 문제가 없습니다.",
    "None yet.": "아직 없습니다.",
    "Time": "시간",
    "Time is hidden": "시간 숨김",
    "Time left": "남은 시간",
    "Too close to call": "아직 알 수 없음",
    "What comes": "나올 문제",
    "What next": "다음 할 일",
    "Which": "무엇을",
    "all questions": "전체 문제",
    "an open question counts as wrong": "답하지 않은 문제는 오답입니다",
    "answered": "답함",
    "answered {count}": "답함 {count}",
    "as in the exam": "시험과 같게",
    "attempt {number}": "{number}번째 시험",
    "begun {day}": "{day} 시작",
    "changed": "고친 횟수",
    "changed to right": "고쳐서 맞음",
    "changed to wrong": "고쳐서 틀림",
    "clock stopped": "시계가 멈춘 횟수",
    "counts as wrong": "오답으로 셉니다",
    "flagged": "표시함",
    "flagged at": "표시한 때",
    "flagged at {when}": "{when}에 표시",
    "flagged {count}": "표시 {count}",
    "flagged, right": "표시한 문제 중 맞음",
    "go to question {number}": "{number}번으로",
    "hide": "숨기기",
    "left": "남음",
    "one domain": "도메인 하나",
    "open": "안 답함",
    "open {count}": "안 답함 {count}",
    "over 2:00": "2:00 초과",
    "paused at {place} of {total}, {left} left": "{total}문제 중 {place}번에서 멈춤, {left} 남음",
    "question {number}": "{number}번",
    "resume": "이어서 하기",
    "right, 95% interval, │ {mark}%": "맞음, 95% 구간, │ {mark}%",
    "saved, can still be changed": "저장됨, 바꿀 수 있음",
    "show": "보기",
    "the interval holds {mark}%": "구간에 {mark}%가 들어갑니다",
    "the interval is above {mark}%": "구간이 {mark}%보다 위입니다",
    "the interval is below {mark}%": "구간이 {mark}%보다 아래입니다",
    "time hidden": "시간 숨김",
    "to come {count}": "남은 문제 {count}",
    "to pass {mark}": "합격 {mark}",
    "{count} in {minutes} min": "{minutes}분에 {count}문제",
    "{count} of them left open": "그중 {count}개는 답하지 않음",
    "{count} open": "안 답한 문제 {count}개",
    "{count} with several answers": "복수 선택 {count}문제",
    "{count} {count:question is|questions are} open. Submit?": (
        "답하지 않은 문제가 {count}개 있습니다. 제출할까요?"
    ),
    "{domain} cost {missed} of the {all} misses.": (
        "틀린 {all}문제 중 {missed}문제가 {domain}입니다."
    ),
    "{each} for each of {still} open": "남은 {still}문제에 {each}씩",
    "{left} left": "{left} 남음",
    "{minutes} minutes more": "{minutes}분 더",
    "{right} of {of} right": "{of}문제 중 {right}문제 맞음",
    "{used} of {limit} used": "{limit} 중 {used} 사용",
    "· Left open": "· 답하지 않음",
    "↑↓ to an option first": "먼저 ↑↓로 보기를 고르세요",
    "→ leaves it open": "→ 답하지 않고 넘어가기",
    "Passed": "합격",
    "Not passed": "불합격",
    "I did not take it: forget the date": "시험을 보지 않았습니다: 날짜 지우기",
    "Your exam was on {day}. How did it go?": "시험이 {day}이었습니다. 어떻게 되었나요?",
    "Esc later": "Esc 나중에",
    "Which score did AWS give, 100 to 1000? Leave it blank if none.": (
        "AWS 점수는 몇 점인가요(100~1000)? 없으면 비워 두세요."
    ),
    "Time by question": "문제별 시간",
    "half of the height is 2:00": "절반 높이가 2:00",
    "How did it go?": "시험은 어떻게 되었나요?",
    "your exam of {day}": "{day} 시험",
    "as in the exam, against the clock": "시험과 같게, 시간을 재며",
    "Everything is saved. The clock stopped at {left} left.": (
        "모두 저장되어 있습니다. 시계는 {left}에서 멈췄습니다."
    ),
    "Resume the exam": "시험 이어서 보기",
}
