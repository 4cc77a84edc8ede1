"""Problems that `dva check` finds in readable content, and its report."""

from typing import Final

from study_app.words.text import Text

REPORT: Final = (
    Text(
        "{topics} {topics:topic|topics}, {cards} {cards:card|cards}, "
        "{questions} {questions:question|questions}",
        "주제 {topics}개, 카드 {cards}개, 문제 {questions}개",
    ),
    Text(
        "{exam}: {asked} of {all} skills have a question",
        "{exam}: 문제가 있는 역량 {asked}/{all}",
    ),
    Text(
        "{name}: {translated} translated, {missing} missing, {stale} stale",
        "{name}: 번역됨 {translated}, 없음 {missing}, 오래됨 {stale}",
    ),
    Text("note: {note}", "참고: {note}"),
    Text("skipped: {reason}", "건너뜀: {reason}"),
    Text("{n} {n:problem|problems}", "문제점 {n}개"),
    Text("no problems", "문제점 없음"),
)
"""The counts at the end."""

MARKUP: Final = (
    Text(
        "a heading; write a line in **bold** instead",
        "제목입니다. 대신 **굵은 글씨**로 쓰세요",
    ),
    Text(
        "a line that begins with > becomes a block quote",
        ">로 시작하는 줄은 인용문이 됩니다",
    ),
    Text(
        "a line of - or * becomes a horizontal rule",
        "-나 *만 있는 줄은 가로줄이 됩니다",
    ),
    Text(
        "four spaces at the start of a line make code; fence it with ```",
        "줄 앞의 공백 네 개는 코드가 됩니다. 코드는 ```로 감싸세요",
    ),
    Text(
        "HTML outside code; write it as `code`, or in words",
        "코드 밖의 HTML입니다. `코드`나 말로 쓰세요",
    ),
    Text(
        "HTML {found} outside code; write it as `code`, or in words",
        "코드 밖의 HTML: {found}. `코드`나 말로 쓰세요",
    ),
    Text(
        "bold that begins or ends with a bracket, a quote or a ` needs a space outside it",
        "괄호, 따옴표, `로 시작하거나 끝나는 굵은 글씨는 바깥쪽에 공백이 있어야 합니다",
    ),
    Text("it is unmatched", "짝이 없습니다"),
    Text(
        "{sign} stays visible in {excerpt}: {reason}",
        "{excerpt}에서 {sign} 기호가 그대로 보입니다: {reason}",
    ),
    Text("a code block is not closed with {fence}", "코드 블록이 {fence}로 닫히지 않았습니다"),
    Text(
        "the line that defines the link {name} disappears; remove it",
        "링크 {name}{name:을/를} 정의하는 줄은 보이지 않습니다. 지우세요",
    ),
    Text("this text is plain; remove the `", "서식이 없는 텍스트입니다. `를 지우세요"),
    Text(
        "this text is a single line; join its lines",
        "한 줄이어야 하는 텍스트입니다. 줄을 합치세요",
    ),
    Text(
        "{typed} loses its {sign}; write it as `code`",
        "{typed}에서 {sign} 기호가 사라집니다. `코드`로 쓰세요",
    ),
    Text(
        "a link ({found}); only 'source' holds addresses",
        "링크입니다({found}). 주소는 'source'에만 쓰세요",
    ),
    Text(
        "{typed} shows as {found}; write it as `code`",
        "{typed}: {found}{found:으로/로} 보입니다. `코드`로 쓰세요",
    ),
    Text(
        "a line ends with two spaces or a backslash; remove them",
        "줄 끝에 공백 두 개나 역슬래시가 있습니다. 지우세요",
    ),
    Text(
        "the table row {row} has {count} cells, its header {needed}; inside a cell write {bar}",
        "표의 행 {row}에는 칸이 {count}개인데 머리글에는 {needed}개입니다. 칸 안에서는 {bar}로 "
        "쓰세요",
    ),
)
"""Markup that would not show as typed."""

QUALITY: Final = (
    Text(
        "'source' must be an https address, not {found}",
        "'source': https 주소여야 합니다(지금은 {found})",
    ),
    Text(
        "'checked' is later than today, {today}",
        "'checked': 오늘({today})보다 나중입니다",
    ),
    Text(
        "each string is one complete list; separate its elements with commas: {example}",
        "문자열 하나가 목록 전체입니다. 항목을 쉼표로 나누세요: {example}",
    ),
    Text("the card {card} does not say {answer}", "카드 {card}에 없는 말: {answer}"),
    Text("{one} is the same as {other}", "{one}, {other}: 내용이 같습니다"),
    Text(
        "the accepted answer {answer} is graded {verdict}: {reason}",
        "accept의 답 {answer}의 채점 결과가 {verdict}입니다: {reason}",
    ),
    Text(
        "the right answer {answer} is graded {verdict}: {reason}",
        "정답 {answer}의 채점 결과가 {verdict}입니다: {reason}",
    ),
    Text(
        "the wrong answer {answer} is graded correct",
        "오답 {answer}의 채점 결과가 correct입니다",
    ),
    Text(
        "{answer} is both accepted and confusable",
        "{answer}: accept와 confusables에 모두 있습니다",
    ),
    Text(
        "the confusable {answer} is graded correct",
        "confusables의 {answer}: 채점 결과가 correct입니다",
    ),
    Text(
        "nearly the same question as {other} ({percent}%); ask something else, or drop one",
        "{other}의 문제와 거의 같습니다({percent}%). 다른 것을 묻거나 하나를 지우세요",
    ),
    Text(
        "always picking the {which} option finds {percent}% of the keys, {points} points "
        "above chance; vary which option is the {which}",
        "{which} 선택지만 골라도 정답의 {percent}%를 맞힙니다(우연보다 {points}%포인트 높음). "
        "{which} 선택지를 바꾸세요",
    ),
    Text("longest", "가장 긴"),
    Text("shortest", "가장 짧은"),
    Text("no question is about {card}", "{card}: 이 카드에 대한 문제가 없습니다"),
    Text("there is no English topic {name}{hint}", "영어에 없는 주제: {name}{hint}"),
    Text("there is no English {name}{hint}", "영어에 없는 항목: {name}{hint}"),
    Text(
        "{n} {n:item|items} last checked more than a year ago, starting with {first}",
        "확인한 지 1년이 넘은 항목 {n}개. 첫 항목: {first}",
    ),
)
"""Items that can be read and should still be fixed."""

DRAWS: Final = (
    Text(
        "too few draws make a question; most common reason: {what}",
        "문제가 되는 값이 너무 적습니다. 가장 흔한 이유: {what}",
    ),
    Text(
        "no draw makes a question; most common reason: {what}",
        "문제가 되는 값이 없습니다. 가장 흔한 이유: {what}",
    ),
    Text("{what}; drawn with {values}", "{what}. 뽑은 값: {values}"),
    Text(
        "the simulator gives {name} {found}, not {wanted}",
        "시뮬레이터의 {name} 값은 {wanted}{wanted:이/가} 아니라 {found}입니다",
    ),
)
"""Drawn questions, and what the simulator says of a scenario."""

API_NAMES: Final = (
    Text(
        "AWS API names: botocore is not installed; use `uv run --group api dva check`",
        "AWS API 이름: botocore가 설치되어 있지 않습니다. `uv run --group api dva check`를 쓰세요",
    ),
    Text("no AWS API has the name {name}{hint}", "AWS API에 없는 이름: {name}{hint}"),
    Text(
        "no AWS service has the prefix {prefix} of {name}",
        "{name}의 접두사 {prefix}: AWS 서비스에 없습니다",
    ),
    Text(
        "IAM has no action or condition key {name}{hint}",
        "IAM에 없는 작업이나 조건 키: {name}{hint}",
    ),
    Text(
        "no AWS service has the command {name}{hint}",
        "AWS 서비스에 없는 명령: {name}{hint}",
    ),
    Text("the AWS CLI has no service {name}{hint}", "AWS CLI에 없는 서비스: {name}{hint}"),
    Text("there is no command {name}{hint}", "없는 명령: {name}{hint}"),
    Text("{command} has no option {name}{hint}", "{command}에 없는 옵션: {name}{hint}"),
)
"""Names that no model of AWS knows."""

CHECKING: Final = (*MARKUP, *QUALITY, *DRAWS, *API_NAMES)
