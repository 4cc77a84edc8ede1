"""Progress and the map of skills."""

from typing import Final

from study_app.words.text import Text

PROGRESS: Final = (
    Text(
        "Asked {asked}, answered {answered}: {times} of {of}",
        "{asked} 대신 {answered}: {of}번 중 {times}번",
    ),
    Text("Forgotten {lapses} times: {card}", "{lapses}번 잊은 카드: {card}"),
    Text(
        "Due: {today} today, {tomorrow} tomorrow, {all} in {days} days",
        "복습할 카드: 오늘 {today}장, 내일 {tomorrow}장, {days}일 동안 {all}장",
    ),
    Text(
        "Last {weeks} weeks: studied on {studied} of {days} days, {total} "
        "{total:answer|answers}, {streak} {streak:day|days} in a row now",
        "지난 {weeks}주: {days}일 중 {studied}일 학습, 답 {total}개, 지금 {streak}일 연속",
    ),
    Text("Reviews at intervals of 21 days or more", "간격이 21일 이상인 복습"),
    Text("Reviews at shorter intervals", "간격이 더 짧은 복습"),
    Text(
        "{name}: {passed} of {reviews} remembered ({share}%)",
        "{name}: {reviews}번 중 {passed}번 기억 ({share}%)",
    ),
    Text("Time per question: median {median}", "문제당 시간: 중앙값 {median}"),
    Text("by kind", "유형별"),
    Text("by domain", "도메인별"),
    Text("Not asked yet: {skills}", "아직 묻지 않은 역량: {skills}"),
    Text(
        "{known}% known, recall {recall}, {right} of {tries} first tries right, {unseen} of "
        "{questions} not seen",
        "{known}% 습득, 기억 {recall}, 첫 시도 {tries}번 중 {right}번 정답, {questions}문제 "
        "중 {unseen}문제 안 봄",
    ),
    Text("Habits", "습관"),
    Text("Mistakes", "헷갈린 것"),
    Text("{total} in {days} {days:day|days}", "{days}일 동안 {total}장"),
    Text("No card is due in these days.", "이 기간에는 복습할 카드가 없습니다."),
    Text("{studied} of {days} days", "{days}일 중 {studied}일"),
    Text("longest run {days}", "최장 {days}일 연속"),
    Text("Remembered", "기억한 비율"),
    Text("No review yet.", "아직 복습이 없습니다."),
    Text("21 days or more", "간격 21일 이상"),
    Text("shorter intervals", "더 짧은 간격"),
    Text("Time per question", "문제당 시간"),
    Text("No answer yet.", "아직 답이 없습니다."),
    Text("median {median}", "중앙값 {median}"),
    Text("Mixed up", "서로 헷갈린 것"),
    Text("Nothing so far.", "아직 없습니다."),
    Text("both", "둘 다"),
    Text("Often forgotten", "자주 잊은 카드"),
    Text("No card so far.", "아직 없습니다."),
    Text("{count} {count:answer|answers} you marked as right", "맞았다고 한 답 {count}개"),
    Text("{weight}% of the exam", "시험의 {weight}%"),
    Text("{right} of {tries} tries", "{tries}번 중 {right}번"),
    Text("{questions}, {unseen} never seen", "{questions}개, {unseen}개 안 봄"),
    Text("{begun} of {cards} started", "{cards}장 중 {begun}장 시작"),
    Text("known", "습득"),
    Text("recall of started cards", "시작한 카드의 기억"),
    Text("right on first try", "첫 시도 정답"),
    Text("due", "복습할 카드"),
    Text("Skills", "역량"),
    Text("{good} of {skills} good or strong", "{skills}개 중 {good}개 좋음 이상"),
    Text("not asked yet", "아직 묻지 않음"),
    Text("{known} known, {due} due", "{known} 습득, 복습할 카드 {due}장"),
    Text("no question yet", "아직 문제가 없음"),
    Text("{count} {count:card|cards}", "카드 {count}장"),
    Text("one right option", "정답 하나"),
    Text("several right options", "정답 여럿"),
    Text("No answers yet. Start with: dva", "아직 답이 없습니다. 시작하려면: dva"),
    Text("All topics", "모든 주제"),
    Text("Overruled: {item} ({times})", "내가 맞다고 한 답: {item} ({times})"),
)
