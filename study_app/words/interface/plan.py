"""The plan."""

from typing import Final

from study_app.words.text import Text

PLAN: Final = (
    Text(
        "year-month-day, such as {day}; leave empty for no date",
        "연-월-일, 예: {day}. 비우면 날짜 없음",
    ),
    Text("a number from 1 to {last}", "1부터 {last}까지의 숫자"),
    Text("Type a number from 1 to {last}.", "1부터 {last}까지의 숫자를 입력하세요."),
    Text("Type a date such as {day}.", "{day}처럼 날짜를 입력하세요."),
    Text("That day has passed. Type {day} or later.", "지난 날짜입니다. {day} 이후로 입력하세요."),
    Text("save", "저장"),
    Text("next value", "다음 값"),
    Text("←→ a day earlier or later", "←→ 하루 이르게/늦게"),
    Text("←→ change", "←→ 바꾸기"),
    Text("{begun} of {cards} cards started", "카드 {cards}장 중 {begun}장 시작"),
    Text(
        "{count} do not fit in {minutes} minutes and wait for another day.",
        "{minutes}분에 들어가지 않는 {count}개는 다른 날로 미룹니다.",
    ),
    Text("Until the exam", "시험까지"),
    Text(
        "With a date, the plan tells you whether you have enough time.",
        "날짜를 정하면 시간이 충분한지 알려 드립니다.",
    ),
    Text("no days left", "남은 날이 없음"),
    Text("Simulating the plan …", "계획을 시험 날까지 계산하는 중 …"),
    Text("Questions a day", "하루 문제 수"),
    Text("from today to the exam", "오늘부터 시험까지"),
    Text("{count} at most", "가장 많은 날 {count}개"),
    Text("{card}: planned for {day}, recall {share}%", "{card}: {day} 예정, 기억률 {share}%"),
    Text(
        (
            "That is more than fits in {minutes} {minutes:minute|minutes}: {reviews} "
            "{reviews:review|reviews} and {new} new {new:card|cards} will wait."
        ),
        "{minutes}분에 다 들어가지 않습니다. 복습 {reviews}개와 새 카드 {new}장이 기다립니다.",
    ),
    Text("{begun} of {cards} cards started.", "카드 {cards}장 중 {begun}장을 시작했습니다."),
    Text(
        "No exam date yet. Set it with: dva plan --date YYYY-MM-DD",
        "시험 날짜가 아직 없습니다. 정하려면: dva plan --date YYYY-MM-DD",
    ),
    Text("Nothing left for today.", "오늘 할 것을 모두 마쳤습니다."),
    Text("Next: {count} {count:card|cards} on {day}.", "다음: {day}에 카드 {count}장."),
    Text("{code}, {minutes} {minutes:minute|minutes} a day.", "{code}, 하루 {minutes}분."),
    Text(
        "{code} on {day}, in {days} {days:day|days}, {minutes} {minutes:minute|minutes} a day.",
        "{code}, 시험 {day}, {days}일 남음, 하루 {minutes}분.",
    ),
    Text(
        "Today: {due} {due:review|reviews} due, {new} new {new:card|cards}, about {minutes} "
        "{minutes:minute|minutes}.",
        "오늘: 복습 {due}개, 새 카드 {new}장, 약 {minutes}분.",
    ),
    Text(
        "You have enough time: about {needed} {needed:minute|minutes} a day.",
        "계획대로 충분합니다. 하루 약 {needed}분이면 됩니다.",
    ),
    Text(
        "That is not enough time. This would be enough:", "시간이 모자랍니다. 이렇게 하면 됩니다:"
    ),
    Text("{minutes} {minutes:minute|minutes} a day", "하루 {minutes}분"),
    Text("the exam on {day}", "시험을 {day}에 보기"),
    Text(
        "leaving out {cards} new {cards:card|cards} of the lowest-weighted skills: {skills}",
        "비중이 가장 작은 역량의 새 카드 {cards}장 빼기: {skills}",
    ),
)
