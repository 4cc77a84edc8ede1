"""Why drawn values do not make a question, and why a glossary cannot be read."""

from typing import Final

from study_app.words.text import Text

DRAWN: Final = (
    Text(
        "none of {tries} draws makes a question; most common reason: {what}",
        "{tries}번을 뽑아도 문제가 되지 않습니다. 가장 흔한 이유: {what}",
    ),
    Text(
        "these are values for another version of the question",
        "문제의 다른 버전에서 뽑은 값입니다",
    ),
    Text(
        "{place} is {found}, not {wanted}",
        "{place}의 값이 {wanted}{wanted:이/가} 아니라 {found}입니다",
    ),
    Text(
        "the mistakes make fewer than {least} options",
        "실수로 만들 수 있는 선택지가 {least}개보다 적습니다",
    ),
    Text("the simulator cannot read it: {what}", "시뮬레이터가 읽을 수 없습니다: {what}"),
    Text("it is refused: {what}", "거부되었습니다: {what}"),
    Text("the answer is longer than {most} characters", "답이 {most}자보다 깁니다"),
    Text("no mistake leads to a different answer", "다른 답이 나오는 실수가 없습니다"),
    Text("an ordering needs a list to put in order", "순서 문제에는 나열할 목록이 있어야 합니다"),
    Text(
        "there are {count} things to put in order, not {needed}",
        "나열할 항목이 {needed}개가 아니라 {count}개입니다",
    ),
    Text(
        "two of the things to put in order read the same",
        "나열할 항목 가운데 두 개의 글이 같습니다",
    ),
    Text("{value} has too many decimal places to type", "{value}: 소수 자릿수가 너무 많습니다"),
    Text(
        "this is not a number, a word or a set; write form: choice or ordering",
        "숫자, 단어, 집합이 아닙니다. `form: choice`나 `form: ordering`으로 쓰세요",
    ),
    Text(
        "{shown} has no letter or digit; write a term",
        "{shown}: 글자나 숫자가 없습니다. 용어를 쓰세요",
    ),
    Text(
        "{form} belongs to {one} and to {other}; keep it in one",
        "{form}: {one}에도 있고 {other}에도 있습니다. 한 곳에만 두세요",
    ),
    Text("a case of kind {kind} has no {shown}", "종류가 {kind}인 사례에 없는 값: {shown}"),
)
