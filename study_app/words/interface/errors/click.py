"""What click says: used by `study_app/cli/click_words.py`."""

from typing import Final

from study_app.words.text import Text

CLICK: Final = (
    Text("Error: {what}", "오류: {what}"),
    Text("Try '{command}' for help.", "도움말: '{command}'"),
    Text("Missing command.", "명령이 없습니다."),
    Text("No such command {name}.", "없는 명령: {name}."),
    Text("No such option {name}.", "없는 옵션: {name}."),
    Text("No such option: {name}", "없는 옵션: {name}."),
    Text("No such command {name}. Did you mean {near}?", "없는 명령: {name}. {near}인가요?"),
    Text("No such option {name}. Did you mean {near}?", "없는 옵션: {name}. {near}인가요?"),
    Text("No such option: {name} Did you mean {near}?", "없는 옵션: {name}. {near}인가요?"),
    Text(
        "No such option {name}. (Did you mean one of: {near}?)",
        "없는 옵션: {name}. 비슷한 것: {near}",
    ),
    Text(
        "No such option: {name} (Possible options: {near})",
        "없는 옵션: {name}. 비슷한 것: {near}",
    ),
    Text(
        "No such command {name}. (Did you mean one of: {near}?)",
        "없는 명령: {name}. 비슷한 것: {near}",
    ),
    Text("Option {name} does not take a value.", "옵션 {name}에는 값을 쓰지 않습니다."),
    Text("Option {name} requires an argument.", "옵션 {name}에는 값이 필요합니다."),
    Text("Got unexpected extra argument ({given})", "인수가 남습니다: {given}"),
    Text("Got unexpected extra arguments ({given})", "인수가 남습니다: {given}"),
    Text("Missing argument {name}.", "필요한 인수: {name}."),
    Text("Missing option {name}.", "필요한 옵션: {name}."),
    Text("Missing option {name}. Choose from:", "필요한 옵션: {name}. 다음에서 고르세요:"),
    Text("Missing parameter: {name}", "필요한 값: {name}"),
    Text("Invalid value: {what}", "쓸 수 없는 값입니다: {what}"),
    Text("Invalid value for {name}: {what}", "{name}에 쓸 수 없는 값입니다: {what}"),
    Text("{value} is not a valid integer range.", "정수가 아닙니다: {value}."),
    Text("{value} is not a valid integer.", "정수가 아닙니다: {value}."),
    Text("{value} is not a valid float.", "숫자가 아닙니다: {value}."),
    Text("{value} is not in the range {range}.", "범위({range}) 밖의 값입니다: {value}."),
    Text(
        "{value} is not one of {known}.",
        "쓸 수 없는 값입니다: {value}. 쓸 수 있는 것: {known}.",
    ),
    Text("Directory {path} does not exist.", "없는 폴더: {path}."),
    Text("Directory {path} is a file.", "폴더가 아니라 파일입니다: {path}."),
    Text("File {path} is a directory.", "파일이 아니라 폴더입니다: {path}."),
    Text("File {path} does not exist.", "없는 파일: {path}."),
    Text("Directory {path} is not readable.", "읽을 수 없는 폴더: {path}."),
    Text("File {path} is not readable.", "읽을 수 없는 파일: {path}."),
)
"""A line of click's, in whole or as the `{what}` of another."""
