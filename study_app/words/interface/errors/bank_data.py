"""Problems with user files: answers to grade, cases to simulate."""

from typing import Final

from study_app.words.text import Text

DATA: Final = (
    Text("no such file or folder", "파일이나 폴더가 없습니다"),
    Text("there is no such file; check the name", "그런 파일이 없습니다. 이름을 확인하세요"),
    Text(
        "there is no such file; check the name, or write the whole path",
        "그런 파일이 없습니다. 이름을 확인하거나 전체 경로를 쓰세요",
    ),
    Text(
        "there is no such file in {folder}; check the name, or write the whole path",
        "{folder}에 그런 파일이 없습니다. 이름을 확인하거나 전체 경로를 쓰세요",
    ),
    Text(
        "cannot be read: {what}; choose another file",
        "읽을 수 없습니다: {what}. 다른 파일을 고르세요",
    ),
    Text("cannot be read: {what}", "읽을 수 없습니다: {what}"),
    Text(
        "is empty; choose a file with something in it",
        "비어 있습니다. 내용이 있는 파일을 고르세요",
    ),
    Text("{what}; split it", "{what}. 나누세요"),
    Text(
        "{what}; write to a file first, and choose that",
        "{what}. 먼저 파일에 쓰고 그 파일을 고르세요",
    ),
    Text(
        "not UTF-8 at byte {byte}; save the file as UTF-8",
        "{byte}번째 바이트가 UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요",
    ),
    Text("not UTF-8; save the file as UTF-8", "UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요"),
    Text("is a folder; write the name of a file in it", "폴더입니다. 그 안의 파일 이름을 쓰세요"),
    Text("is a folder; a file is expected here", "폴더입니다. 파일이어야 합니다"),
    Text("exists already; choose another name", "이미 있습니다. 다른 이름을 고르세요"),
    Text(
        "cannot be written: {what}; choose another place",
        "쓸 수 없습니다: {what}. 다른 위치를 고르세요",
    ),
)
"""Files that cannot be read or written."""

CASES: Final = (
    Text(
        "holds {count} cases; write at most {most}", "사례가 {count}개입니다. {most}개까지만 쓰세요"
    ),
    Text(
        "holds {count} cases; write 1 to {most}",
        "사례가 {count}개입니다. 1개에서 {most}개까지 쓰세요",
    ),
    Text(
        "is not AWS JSON; of several files, each must be the input of {inputs}, "
        "or the output of {outputs}",
        "AWS JSON이 아닙니다. 파일이 여러 개면 각각 다음 명령의 입력이나 출력이어야 합니다. "
        "입력: {inputs}. 출력: {outputs}",
    ),
    Text(
        "version {given} is unknown; write version: {known}",
        "모르는 버전입니다: {given}. version: {known}{known:으로/로} 쓰세요",
    ),
    Text(
        "a file of cases must be a mapping with a list 'cases'",
        "사례 파일은 'cases' 목록이 있는 매핑이어야 합니다",
    ),
    Text(
        "fixtures must be a mapping of names to instances",
        "fixtures는 이름과 인스턴스의 매핑이어야 합니다",
    ),
    Text(
        "case {number} must be a mapping with id, kind and input",
        "사례 {number}: id, kind, input이 있는 매핑이어야 합니다",
    ),
    Text(
        "beside must be a mapping with kind and input",
        "beside는 kind와 input이 있는 매핑이어야 합니다",
    ),
    Text("kind is missing; write one of {known}", "kind가 없습니다. 쓸 수 있는 것: {known}"),
    Text("unknown kind {kind}{hint}", "알 수 없는 kind: {kind}{hint}"),
    Text(
        "input must be a mapping; write fields with values",
        "input은 매핑이어야 합니다. 필드와 값을 쓰세요",
    ),
)
"""Files of cases."""

ANSWERS: Final = (
    Text("a bank must have a list 'questions'", "문제 파일에는 'questions' 목록이 있어야 합니다"),
    Text("question {name} appears twice", "두 번 나오는 문제: {name}"),
    Text("answers must be a list of {shape}", "답 파일은 {shape}의 목록이어야 합니다"),
    Text("answer {number} must be {shape}", "{number}번째 답: {shape} 형식이어야 합니다"),
    Text(
        "answer {number}: unknown question {name}{hint}",
        "{number}번째 답: 없는 문제 {name}{hint}",
    ),
)
"""Files of answers to grade, and the questions they answer."""

BROUGHT: Final = (*DATA, *CASES, *ANSWERS)
