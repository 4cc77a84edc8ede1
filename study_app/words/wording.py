"""What the program itself says, in English and Korean.

The English text is the key, as with gettext, so that the code reads as the learner does;
`{count:card|cards}` is the word for one or for more. A test
holds that every text given to `say` has its Korean with the same placeholders.
"""

from collections.abc import Mapping
from typing import Final

from study_app.words.language import Language
from study_app.words.planning import PLANNING
from study_app.words.progress import PROGRESS
from study_app.words.readiness import READINESS
from study_app.words.templates import filled_in
from study_app.words.wording_exam import EXAM
from study_app.words.wording_exchange import EXCHANGE
from study_app.words.wording_more import MORE
from study_app.words.wording_practice import PRACTICE
from study_app.words.wording_search import SEARCH


def say(text: str, language: Language, **values: object) -> str:
    """`text` in the learner's language, its placeholders filled with `values`."""
    template = KOREAN[text] if language is Language.KO else text
    return filled_in(template, values)


KOREAN: Final[Mapping[str, str]] = {
    **PLANNING,
    **PROGRESS,
    **READINESS,
    **EXCHANGE,
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
    "Today": "오늘",
    "(a blank line skips)": "(빈 줄은 건너뛰기)",
    "{number} of {total} · {topic}": "{total}문제 중 {number}번 · {topic}",
    "Done: {answered} answered, {correct} correct, {close} close, {wrong} wrong, "
    "{skipped} skipped.": (
        "끝: 답한 문제 {answered}, 정답 {correct}, 아깝게 {close}, 오답 {wrong}, 건너뜀 {skipped}."
    ),
    "Skipped.": "건너뛰었습니다.",
    "{right} of {of} in the right place": "{of}개 중 {right}개가 제자리",
    "Expected: {what}": "이렇게 입력하세요: {what}",
    "{answers} {answers:answer|answers}: {correct} ✓ {close} ~ {wrong} ✗": (
        "답 {answers}개: {correct} ✓ {close} ~ {wrong} ✗"
    ),
    "No answers yet. Start with: dva": "아직 답이 없습니다. 시작하려면: dva",
    "All topics": "모든 주제",
    "Chance of passing {code}: shown after {count} answers": (
        "{code} 합격 가능성: {count}문제를 답하면 표시됩니다"
    ),
    "Chance of passing {code} today: {chance}% (90% interval: {low} to {high}%)": (
        "오늘 {code} 합격 가능성: {chance}% (90% 구간: {low}~{high}%)"
    ),
    "Expected on new questions: {expected}% right; {mark}% is assumed as the pass mark": (
        "새 문제 예상 정답률: {expected}%, 합격선은 {mark}%로 가정"
    ),
    "Overruled: {item} ({times})": "내가 맞다고 한 답: {item} ({times})",
    "This terminal is too small: {columns} x {rows} or more is needed.": (
        "터미널이 너무 작습니다. {columns} x {rows} 이상이어야 합니다."
    ),
    "Keys": "키",
    "{days} days in a row": "{days}일 연속",
    "There are no questions yet. Add content with --content.": (
        "아직 문제가 없습니다. --content로 내용을 추가하세요."
    ),
    "again": "다시",
    "{skipped} skipped": "건너뜀 {skipped}",
    "All correct. Nothing to review.": "모두 맞혔습니다. 다시 볼 문제가 없습니다.",
    "skipped": "건너뜀",
    "you": "내 답",
    "key": "정답",
    "Topics": "주제",
    "Search topics and services": "주제와 서비스 검색",
    "Type your answer": "답을 입력하세요",
    "· Skipped": "· 건너뜀",
    "Right": "맞았습니다",
    "Close": "아깝습니다",
    "Not right": "틀렸습니다",
    "You marked this as right. The log records it.": "맞았다고 하셨습니다. 기록에 남겼습니다.",
    "documented": "문서에 있음",
    "assumed by this model": "이 모델의 가정",
    "{cases} {cases:case|cases}: {ways}": "사례 {cases}개: {ways}",
    "{count} matched": "일치 {count}",
    "{count} did not match": "불일치 {count}",
    "{count} with nothing to compare": "비교할 값 없음 {count}",
    "{count} malformed": "형식 오류 {count}",
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
    "... {steps} {steps:step|steps} left out": "... {steps}단계 생략",
    "Open one with: dva lab {example}": "여는 방법: dva lab {example}",
    "Search scenarios": "시나리오 검색",
    "edited": "편집됨",
    "Copied the trace to the clipboard as Markdown.": (
        "추적을 Markdown으로 클립보드에 복사했습니다."
    ),
    "Not applied: {texts}. The case keeps its last valid values.": (
        "반영하지 않은 값: {texts}. 사례는 마지막으로 맞았던 값을 유지합니다."
    ),
    "Which file?": "어떤 파일을 열까요?",
    "YAML or JSON: cases of `dva simulate`, or what the AWS CLI takes and gives for task "
    "definitions, services, tasks and instances.": (
        "YAML 또는 JSON. `dva simulate`의 사례나, AWS CLI가 태스크 정의, 서비스, 태스크, "
        "인스턴스에 대해 받거나 돌려주는 JSON입니다."
    ),
    "Save as?": "어떤 이름으로 저장할까요?",
    "A new file; .json or .yaml. `dva lab FILE` opens it again.": (
        "새 파일 이름(.json 또는 .yaml). `dva lab 파일`로 다시 열 수 있습니다."
    ),
    "Saved: {path}": "저장했습니다: {path}",
    "Relative paths start in {folder}": "폴더 없이 쓴 이름은 {folder} 안에서 찾습니다",
    "Copy the earlier answers into the file that is there now, then save.": (
        "이전 답을 지금 있는 파일에 옮긴 다음 저장합니다."
    ),
    "Save to the file that is there now, as is.": "지금 있는 파일에 그대로 저장합니다.",
    "Save nothing. What you entered stays on screen.": (
        "저장하지 않습니다. 입력한 내용은 화면에 남습니다."
    ),
    "/back copies the earlier answers into the file that is there now.": (
        "/back: 이전 답을 지금 있는 파일에 옮깁니다."
    ),
    "/here saves to the file that is there now, as is.": (
        "/here: 지금 있는 파일에 그대로 저장합니다."
    ),
    "/stop ends the session and saves nothing more.": "/stop: 더 저장하지 않고 여기서 끝냅니다.",
    "Begin": "시작하기",
    "By topic": "주제별",
    "Cards": "카드",
    "Choose one": "하나를 고르세요",
    "Choose {count}": "{count}개를 고르세요",
    "End this session? Its answers are kept.": "이 학습을 끝낼까요? 답은 남습니다.",
    "Everything is saved.": "모두 저장되어 있습니다.",
    "Flagged": "표시한 문제",
    "Match each number with a letter": "번호마다 글자를 정하세요",
    "Review answers": "다시 보기",
    "Missed": "틀린 문제",
    "Missed so far: {count}.": "지금까지 틀린 문제 {count}개.",
    "No scenario matches.": "찾는 시나리오가 없습니다.",
    "No unfinished sessions.": "멈춘 학습이 없습니다.",
    "Not right, or skipped": "틀렸거나 건너뛴 문제",
    "Nothing was answered.": "답한 문제가 없습니다.",
    "Pace": "속도",
    "Pick them in order": "순서대로 고르세요",
    "Question": "문제",
    "Questions on this card": "이 카드의 문제",
    "Result": "결과",
    "Resume the session": "학습 이어서 하기",
    "Reviews": "복습",
    "Source": "출처",
    "There is no theme {wanted}; {used} is shown. F7 switches, and settings.json may name one of: "
    "{known}.": (
        "{wanted} 테마가 없어 {used}로 보여 줍니다. F7로 바꾸거나 settings.json에 다음 중 하나를 "
        "쓰세요: {known}."
    ),
    "This question": "이 문제",
    "This session": "이 학습",
    "This week": "이번 주",
    "Topics and cards": "주제와 카드",
    "Trap": "함정",
    "Unfinished": "멈춘 학습",
    "Welcome": "환영합니다",
    "Worked example": "예제",
    "a letter for this row, ↑↓ for another": "줄에 글자를 누르고 ↑↓로 옮기기",
    "a number, ↑↓ and Space, or a click": "숫자, ↑↓와 Space, 또는 클릭",
    "per question": "문제당",
    "per question, median": "문제당 중앙값",
    "about {minutes} min": "약 {minutes}분",
    "answer {count}": "{count}문제 풀기",
    "before": "지난 답",
    "choose": "고르기",
    "comes back today": "오늘 다시 나옵니다",
    "drawn numbers": "숫자가 바뀌는 문제",
    "starting at the cursor": "커서가 있는 문제부터",
    "kind": "유형",
    "review them": "다시 보기",
    "matching": "짝짓기",
    "missed": "틀림",
    "missed, will come back": "다시 나올 틀린 문제",
    "never asked": "처음",
    "never seen": "아직 안 본 문제",
    "new session; this one is kept": "새 학습. 이 학습은 기다립니다",
    "none yet": "아직 없음",
    "not right": "틀림",
    "not right on the last try": "마지막에 틀림",
    "right on the last try": "마지막에 맞음",
    "on this card": "이 카드의 문제",
    "press again to undo": "다시 누르면 취소됩니다",
    "one of {count}": "{count}개 중 하나",
    "ordering": "순서",
    "place {place}": "{place}번째",
    "questions": "문제",
    "read": "읽기",
    "result": "결과 보기",
    "right": "맞음",
    "scenarios": "시나리오",
    "skill": "기술",
    "slowest": "가장 오래 걸림",
    "step {at} of {last}": "{last}단계 중 {at}단계",
    "the answer": "정답",
    "the answer is {numbers}": "정답은 {numbers}번",
    "answer box below: PgDn": "입력란이 아래에 있습니다: PgDn",
    "they come back first": "다음에 먼저 나옵니다",
    "time": "시간",
    "to look at again": "다시 볼 문제",
    "to resume or end": "이어서 하거나 끝내기",
    "topic": "주제",
    "topics": "주제",
    "typed": "입력",
    "watch Amazon ECS work": "Amazon ECS의 동작 보기",
    "your answer": "내 답",
    "{count} missed": "틀린 문제 {count}개",
    "{count} unseen": "안 본 문제 {count}개",
    "{count} {count:option|options} below: PgDn": "선택지 {count}개가 아래에 있습니다: PgDn",
    "{count} {count:question|questions}": "{count}문제",
    "{done} of {total}": "{total}개 중 {done}개",
    "{part} of {whole}": "{whole}개 중 {part}개",
    "{right} of {answered} right": "{answered}개 중 {right}개 맞음",
    "{some} of {count}": "{count}개 중 {some}개",
    "{topics} {topics:topic|topics}, {cards} {cards:card|cards}": "주제 {topics}개, 카드 {cards}장",
    "{total} {total:answer|answers}": "답 {total}개",
    "seen": "봄",
    "cards": "카드",
    "No flagged questions. Press F3 on a question to flag it.": (
        "표시한 문제가 없습니다. 문제 화면에서 F3으로 표시합니다."
    ),
    "No missed questions: your last answer to each was right.": (
        "틀린 문제가 없습니다. 마지막 답이 모두 맞았습니다."
    ),
    "Opened the page in your browser.": "브라우저에서 문서를 열었습니다.",
    "Address copied to the clipboard.": "주소를 클립보드에 복사했습니다.",
    "{right} of {of} in the right place, {run} in the right order": (
        "{of}개 중 {right}개가 제자리, {run}개가 올바른 순서"
    ),
    "close": "닫기",
    "next step": "다음 단계",
    "edit": "편집",
    "Parameters": "값",
    "What happened": "지금까지",
    "hard": "어려움",
    "good": "보통",
    "easy": "쉬움",
    "Rating {chosen}.": "평가 {chosen}.",
    "Rating {chosen}. + and - change it: {others}.": "평가 {chosen}. +와 -로 바꾸기: {others}.",
    "There is no rating to change.": "바꿀 평가가 없습니다.",
    "+ or - changes the rating, a blank line ends": "+나 -는 평가를 바꾸고, 빈 줄은 끝냅니다",
    "Missed {times} times: read the card again.": "{times}번 틀렸습니다. 카드를 다시 읽어 보세요.",
    "{card}: planned for {day}, recall {share}%": "{card}: {day} 예정, 기억률 {share}%",
    "That is more than fits into {minutes} {minutes:minute|minutes}: {reviews} "
    "{reviews:review|reviews} and {new} new {new:card|cards} will wait.": (
        "{minutes}분에 다 들어가지 않습니다. 복습 {reviews}개와 새 카드 {new}장이 기다립니다."
    ),
    "{begun} of {cards} cards started.": "카드 {cards}장 중 {begun}장을 시작했습니다.",
    "{code} cannot be taken on that day.": "그날에는 {code} 시험을 볼 수 없습니다.",
    "No exam date yet. Set it with: dva plan --date YYYY-MM-DD": (
        "시험 날짜가 아직 없습니다. 정하려면: dva plan --date YYYY-MM-DD"
    ),
    "Nothing left for today.": "오늘 할 것을 모두 마쳤습니다.",
    "Next: {count} {count:card|cards} on {day}.": "다음: {day}에 카드 {count}장.",
    "{code}, {minutes} {minutes:minute|minutes} a day.": "{code}, 하루 {minutes}분.",
    "{code} on {day}, in {days} {days:day|days}, {minutes} {minutes:minute|minutes} a day.": (
        "{code}, 시험 {day}, {days}일 남음, 하루 {minutes}분."
    ),
    "Today: {due} {due:review|reviews} due, {new} new {new:card|cards}, about {minutes} "
    "{minutes:minute|minutes}.": ("오늘: 복습 {due}개, 새 카드 {new}장, 약 {minutes}분."),
    "The time is enough: about {needed} {needed:minute|minutes} a day.": (
        "계획대로 충분합니다. 하루 약 {needed}분이면 됩니다."
    ),
    "That is not enough time. This would be enough:": "시간이 모자랍니다. 이렇게 하면 됩니다:",
    "{minutes} {minutes:minute|minutes} a day": "하루 {minutes}분",
    "the exam on {day}": "시험을 {day}에 보기",
    "leaving out {cards} new {cards:card|cards} of the lowest-weighted skills: {skills}": (
        "비중이 가장 작은 역량의 새 카드 {cards}장 빼기: {skills}"
    ),
    "{count} of {total} {total:question|questions} {count:is|are} not asked in {code}.": (
        "{total}문제 중 {count}문제는 {code}에서 묻지 않습니다."
    ),
    "Beside answers: {slashes}.": "답 대신 입력할 수 있는 것: {slashes}.",
    "shows the hint": "힌트를 보여 줍니다",
    "flags the question, or removes its flag": "문제를 표시하거나 표시를 지웁니다",
    "takes back the last answer and asks it again": "마지막 답을 취소하고 다시 묻습니다",
    "says that your last typed answer was right": "마지막에 입력한 답이 맞았다고 알립니다",
    "lists these lines": "이 목록을 보여 줍니다",
    "(a blank line ends)": "(빈 줄을 입력하면 끝납니다)",
    "There is nothing to undo.": "취소할 것이 없습니다.",
    "This question has no hint.": "이 문제에는 힌트가 없습니다.",
    "Flagged.": "표시했습니다.",
    "Flag removed.": "표시를 지웠습니다.",
    "There is no typed answer to count as right.": "맞은 것으로 바꿀 입력 답이 없습니다.",
    "Counted as right.": "맞은 것으로 처리했습니다.",
    "Search for commands…": "명령 검색…",
    "Last 4 weeks": "지난 4주",
    **MORE,
    **PRACTICE,
    **SEARCH,
    **EXAM,
}
