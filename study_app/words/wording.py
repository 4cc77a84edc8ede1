"""What the program itself says, in English and Korean.

The English text is the key, as with gettext, so that the code reads as the learner does. A test
holds that every text given to `say` has its Korean with the same placeholders.
"""

from collections.abc import Mapping
from typing import Final

from study_app.words.language import Language


def say(text: str, language: Language, **values: object) -> str:
    """`text` in the learner's language, its placeholders filled with `values`."""
    template = KOREAN[text] if language is Language.KO else text
    return template.format(**values)


KOREAN: Final[Mapping[str, str]] = {
    "one number from 1 to {last}": "1부터 {last}까지의 번호 하나",
    "{count} different numbers from 1 to {last}, such as: {example}": (
        "1부터 {last}까지의 서로 다른 번호 {count}개, 예: {example}"
    ),
    "the answer as text": "답을 글자로 입력",
    "all numbers in the right order, such as: {order}": "모든 번호를 올바른 순서로, 예: {order}",
    "a letter for each number, such as: {example}": "번호마다 글자 하나, 예: {example}",
    "checked {day}": "확인 {day}",
    "In the exam: {saying}": "시험에서는: {saying}",
    "Today: {saying}": "지금은: {saying}",
    "Exam": "시험",
    "Today": "지금",
    "(a blank line skips)": "(빈 줄은 건너뛰기)",
    "{number} of {total} · {topic}": "{total}문제 중 {number}번 · {topic}",
    "Done: {answered} answered, {correct} correct, {close} close, {wrong} wrong, "
    "{skipped} skipped.": (
        "끝: 답한 문제 {answered}, 정답 {correct}, 아깝게 {close}, 오답 {wrong}, 건너뜀 {skipped}."
    ),
    "Skipped.": "건너뛰었습니다.",
    "{right} of {of} in the right place": "{of}개 중 {right}개가 제자리",
    "Expected: {what}": "이렇게 입력하세요: {what}",
    "{answers} answers: {correct} ✓ {close} ~ {wrong} ✗": (
        "답 {answers}개: {correct} ✓ {close} ~ {wrong} ✗"
    ),
    "No answers yet. Start with: dva": "아직 답이 없습니다. 시작하려면: dva",
    "All topics": "모든 주제",
    "Overruled: {item} ({times})": "내가 맞다고 한 답: {item} ({times})",
    "This terminal is too small: {columns} x {rows} or more is needed.": (
        "터미널이 너무 작습니다. {columns} x {rows} 이상이어야 합니다."
    ),
    "card {number} of {total}": "카드 {number}/{total}",
    "Keys": "키",
    "{count} questions, about {minutes} min": "{count}문제, 약 {minutes}분",
    "You stopped at {done} of {total}. Everything is saved.": (
        "{total}문제 중 {done}문제까지 풀었습니다. 모두 저장되어 있습니다."
    ),
    "Mixed topics": "여러 주제",
    "Resume: {title}": "이어서 하기: {title}",
    "{days} days in a row": "{days}일 연속",
    "{code} ends today": "{code} 오늘 종료",
    "{code} ends tomorrow": "{code} 내일 종료",
    "{code} ends in {days} days": "{code} 종료까지 {days}일",
    "Begin: {title}": "시작하기: {title}",
    "{answered} of {total} questions answered": "{total}문제 중 {answered}문제 풂",
    "Today {total} answers": "오늘 답 {total}개",
    "There is no question yet. Add content with --content.": (
        "아직 문제가 없습니다. --content로 내용을 추가하세요."
    ),
    "go on": "계속",
    "Look again: missed items": "다시 보기: 틀린 문제",
    "Every question was seen.": "모든 문제를 한 번씩 보았습니다.",
    "Refresh: longest unasked": "되새기기: 오래된 문제",
    "Every question was right.": "모든 문제를 맞혔습니다.",
    "Continue: {title}": "계속하기: {title}",
    "{missed} to look at again": "다시 볼 문제 {missed}개",
    "{hidden} more: t": "{hidden}개 더: t",
    "{topic} · {number} of {total}": "{topic} · {number}/{total}",
    "again": "다시",
    "Done": "끝",
    "{skipped} skipped": "건너뜀 {skipped}",
    "All right. Nothing to look at again.": "모두 맞혔습니다. 다시 볼 문제가 없습니다.",
    "skipped": "건너뜀",
    "you": "내 답",
    "key": "정답",
    "Review · {number} of {total}": "다시 보기 · {number}/{total}",
    "{answered}/{total} · {cards} cards": "{answered}/{total} · 카드 {cards}장",
    "Topics": "주제",
    "Search topics and services": "주제와 서비스 검색",
    "Type your answer": "답을 입력하세요",
    "Choose {count}: {chosen} chosen so far.": "{count}개를 고르세요. 지금 {chosen}개 골랐습니다.",
    "Give every item a place: {left} left.": "모든 항목의 자리를 정하세요. {left}개 남았습니다.",
    "Give every line a letter of its own: {left} left.": (
        "줄마다 다른 글자를 정하세요. {left}개 남았습니다."
    ),
    "Type an answer first, or skip.": "답을 먼저 입력하거나 건너뛰세요.",
    "· Skipped": "· 건너뜀",
    "Right": "맞았습니다",
    "Close": "아깝습니다",
    "Not right": "틀렸습니다",
    "You said that you were right. It is in the log.": "맞았다고 하셨습니다. 기록에 남겼습니다.",
    "documented": "문서에 있음",
    "assumed by this model": "이 모델의 가정",
    "{cases} cases: {matching} match, {others} do not, {errors} malformed": (
        "사례 {cases}개: 일치 {matching}, 불일치 {others}, 형식 오류 {errors}"
    ),
    "{unplaced} not placed": "배치하지 못한 태스크 {unplaced}개",
    "old": "기존",
    "instances": "인스턴스",
    "load": "부하",
    "capacity": "용량",
    "metric": "지표",
    "tasks": "태스크",
    "wanted": "필요",
    "failures": "실패",
    "blue %": "블루 %",
    "green %": "그린 %",
    "draining": "드레이닝",
    "elsewhere": "다른 곳",
    "new": "새 태스크",
    "Lab": "실험실",
    "Open one with: dva lab {example}": "여는 방법: dva lab {example}",
    "Search scenarios": "시나리오 검색",
    "edited": "편집됨",
    "The trace is in the clipboard, as Markdown.": "추적을 Markdown으로 클립보드에 복사했습니다.",
    "Not taken: {texts}. The case keeps its last values.": (
        "반영하지 않은 값: {texts}. 사례는 마지막으로 맞았던 값을 유지합니다."
    ),
    "Which file?": "어떤 파일을 열까요?",
    "YAML or JSON: cases of `dva simulate`, or what the AWS CLI takes and gives for task "
    "definitions, services and container instances.": (
        "YAML 또는 JSON. `dva simulate`의 사례나, AWS CLI가 태스크 정의, 서비스, 컨테이너 "
        "인스턴스에 대해 받거나 돌려주는 JSON입니다."
    ),
    "Save as?": "어떤 이름으로 저장할까요?",
    "A new file; .json or .yaml. `dva lab FILE` opens it again.": (
        "새 파일 이름(.json 또는 .yaml). `dva lab 파일`로 다시 열 수 있습니다."
    ),
    "Saved: {path}": "저장했습니다: {path}",
    "A name without a folder is one in {folder}": "폴더 없이 쓴 이름은 {folder} 안에서 찾습니다",
    "Put the earlier answers into the file that is there now, then save.": (
        "이전 답을 지금 있는 파일에 옮긴 다음 저장합니다."
    ),
    "Save to the file that is there now, as it is.": "지금 있는 파일에 그대로 저장합니다.",
    "Save nothing. What you entered stays on screen.": (
        "저장하지 않습니다. 입력한 내용은 화면에 남습니다."
    ),
    "/back puts the earlier answers into the file that is there now.": (
        "/back: 이전 답을 지금 있는 파일에 옮깁니다."
    ),
    "/here saves to the file that is there now, as it is.": (
        "/here: 지금 있는 파일에 그대로 저장합니다."
    ),
    "/stop ends here and saves nothing more.": "/stop: 더 저장하지 않고 여기서 끝냅니다.",
    "hard": "어려움",
    "good": "알맞음",
    "easy": "쉬움",
    "Rating {chosen}.": "평가 {chosen}.",
    "Rating {chosen}. + and - change it: {others}.": "평가 {chosen}. +와 -로 바꾸기: {others}.",
    "There is no rating to change.": "바꿀 평가가 없습니다.",
    "+ or - changes the rating, a blank line ends": "+나 -는 평가를 바꾸고, 빈 줄은 끝냅니다",
    "Missed {times} times: read the card again.": "{times}번 틀렸습니다. 카드를 다시 읽어 보세요.",
    "{card}: planned for {day}, recall {share}%": "{card}: {day} 예정, 기억률 {share}%",
    "More than fits {minutes} minutes: {reviews} reviews and {new} new cards wait.": (
        "{minutes}분에 다 들어가지 않습니다. 복습 {reviews}개와 새 카드 {new}장이 기다립니다."
    ),
    "{begun} of {cards} cards begun.": "카드 {cards}장 중 {begun}장을 시작했습니다.",
    "{code} cannot be taken on that day.": "그날에는 {code} 시험을 볼 수 없습니다.",
    "No exam date yet. Set it with: dva plan --date YYYY-MM-DD": (
        "시험 날짜가 아직 없습니다. 정하려면: dva plan --date YYYY-MM-DD"
    ),
    "Nothing is left for today.": "오늘 할 것을 모두 마쳤습니다.",
    "Next: {count} cards on {day}.": "다음: {day}에 카드 {count}장.",
    "{code}, {minutes} minutes a day.": "{code}, 하루 {minutes}분.",
    "{code} on {day}, in {days} days, {minutes} minutes a day.": (
        "{code}, 시험 {day}, {days}일 남음, 하루 {minutes}분."
    ),
    "Today: {due} reviews due, {new} new cards, about {minutes} minutes.": (
        "오늘: 복습 {due}개, 새 카드 {new}장, 약 {minutes}분."
    ),
    "The plan suffices: about {needed} minutes a day.": (
        "계획대로 충분합니다. 하루 약 {needed}분이면 됩니다."
    ),
    "The minutes do not suffice. What would do:": "시간이 모자랍니다. 이렇게 하면 됩니다:",
    "{minutes} minutes a day": "하루 {minutes}분",
    "the exam on {day}": "시험을 {day}에 보기",
    "leaving out {cards} new cards, those of the skills of least weight: {skills}": (
        "비중이 가장 작은 역량의 새 카드 {cards}장 빼기: {skills}"
    ),
    "{count} of {total} questions are not asked in {code}.": (
        "{total}문제 중 {count}문제는 {code}에서 묻지 않습니다."
    ),
}
