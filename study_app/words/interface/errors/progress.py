"""Errors about the file of progress."""

from typing import Final

from study_app.words.text import Text

PROGRESS: Final = (
    Text(
        "{path}: there is no progress yet, so nothing to copy.",
        "{path}: 아직 학습 기록이 없어 복사할 것이 없습니다.",
    ),
    Text(
        "{path} is the progress file itself. Name a copy made by `dva backup`.",
        "{path}: 학습 기록 파일 자체입니다. `dva backup`으로 만든 사본의 이름을 쓰세요.",
    ),
    Text(
        "{path} is the progress file itself. Name another file.",
        "{path}: 학습 기록 파일 자체입니다. 다른 파일의 이름을 쓰세요.",
    ),
    Text(
        "{path} is damaged: {error}. `dva restore --recover {same}` writes what can be "
        "read into a new file.",
        "{path}: 손상되었습니다({error}). `dva restore --recover {same}` 명령은 읽을 수 "
        "있는 것을 새 파일에 씁니다.",
    ),
    Text("{path} is damaged: {error}", "{path}: 손상되었습니다({error})"),
    Text(
        "{path} is damaged: it has no table {name}",
        "{path}: 손상되어 표 {name}{name:이/가} 없습니다",
    ),
    Text(
        "{path} is damaged: its header says application_id {one} and user_version {two}, "
        "its records {three} and {four}",
        "{path}: 손상되었습니다. 헤더에는 application_id {one}, user_version {two}, "
        "기록에는 {three}, {four}{four:으로/로} 되어 있습니다",
    ),
    Text(
        "{path} was deleted while dva was running. Nothing was written.",
        "{path}: dva를 실행하는 동안 지워졌습니다. 아무것도 쓰지 않았습니다.",
    ),
    Text(
        "{path} was replaced by another file while dva was running. Nothing was written.",
        "{path}: dva를 실행하는 동안 다른 파일로 바뀌었습니다. 아무것도 쓰지 않았습니다.",
    ),
    Text(
        "{path} was overwritten while dva was running: the last answer is not in it. "
        "Nothing was written.",
        "{path}: dva를 실행하는 동안 다른 내용으로 덮어쓰여 마지막 답이 없습니다. 아무것도 "
        "쓰지 않았습니다.",
    ),
    Text(
        "SQLite {found} is too old: {oldest} or newer is needed.",
        "SQLite {found}: 너무 오래되었습니다. {oldest} 이상이 필요합니다.",
    ),
    Text(
        "{path} is empty (0 bytes). `dva restore FILE` restores a backup; delete the empty "
        "file to start over.",
        "{path}: 비어 있습니다(0바이트). `dva restore FILE`은 백업을 복원합니다. 새로 "
        "시작하려면 빈 파일을 지우세요.",
    ),
    Text(
        "{path} is not a dva progress file. Move it, or choose another --data-dir.",
        "{path}: dva의 학습 기록 파일이 아닙니다. 옮기거나 --data-dir로 다른 폴더를 고르세요.",
    ),
    Text(
        "{path} was written by a newer dva (schema {version}, this one supports {known}). "
        "Update dva; the file was left unchanged.",
        "{path}: 더 새로운 버전의 dva로 쓴 파일입니다(파일의 스키마 {version}, 지원하는 스키마 "
        "{known}). dva를 업데이트하세요. 파일은 그대로 두었습니다.",
    ),
    Text(
        "{path} is not a file. Name the file to recover: dva restore --recover FILE",
        "{path}: 파일이 아닙니다. 복구할 파일의 이름을 쓰세요: dva restore --recover FILE",
    ),
    Text(
        "{path}: no event in it can be read. The file was left unchanged.",
        "{path}: 읽을 수 있는 기록이 없습니다. 파일은 그대로 두었습니다.",
    ),
    Text(
        "{path}: rows that cannot be read were set aside: position {positions}{more}. All others "
        "count. `dva restore --recover` writes a file without them.",
        "{path}: 읽을 수 없는 행을 제외했습니다. 위치: {positions}{more}. 나머지 행은 모두 "
        "반영합니다. `dva restore --recover`를 실행하면 제외한 행이 없는 파일을 만듭니다.",
    ),
    Text(" and {count} more", " 외 {count}개"),
    Text("Your answers will not be saved. {what}", "답이 저장되지 않습니다. {what}"),
    Text(
        "Name the copy to restore. Daily copies are in {folder}",
        "복원할 사본의 이름을 쓰세요. 날마다 만든 사본은 {folder}에 있습니다",
    ),
    Text("{path} already exists. Overwrite it?", "{path}: 이미 있습니다. 덮어쓸까요?"),
    Text(
        "Replace {path}? The current file is kept next to it under another name.",
        "{path}: 바꿀까요? 지금 파일은 그 옆에 다른 이름으로 남습니다.",
    ),
    Text(
        "The output cannot be written: {what}. Nothing else went wrong.",
        "출력할 수 없습니다: {what}. 다른 문제는 없습니다.",
    ),
    Text(
        "{path} is the progress file itself. Name another file or a folder.",
        "{path}: 학습 기록 파일 자체입니다. 다른 파일이나 폴더의 이름을 쓰세요.",
    ),
    Text(
        "Standard output is closed. Open it, or write to a file with > FILE.",
        "표준 출력이 닫혀 있습니다. 열거나 `> FILE`로 파일에 쓰세요.",
    ),
    Text(
        "Standard input is closed. Open it: the answers are read from there.",
        "표준 입력이 닫혀 있습니다. 답을 읽을 수 있게 여세요.",
    ),
)

ROWS: Final = (
    Text("{position} ({why})", "{position}({why})"),
    Text("missing", "행이 없음"),
    Text("missing, as are all up to {last}", "{last}번까지 행이 모두 없음"),
    Text("a value is not valid: {what}", "올바르지 않은 값: {what}"),
    Text("{name} is not UTF-8", "{name}: UTF-8이 아님"),
    Text("{name} is not text", "{name}: 텍스트가 아님"),
    Text("{name} is not a whole number", "{name}: 정수가 아님"),
    Text("{name} is not a number from 0 to 1", "{name}: 0에서 1까지의 수가 아님"),
    Text("{name} is neither true nor false", "{name}: true도 false도 아님"),
    Text("{name} is not a JSON object", "{name}: JSON 객체가 아님"),
    Text("`kind` or `mode` is not a name", "`kind`나 `mode`에 쓸 수 없는 값"),
    Text("the time has no time zone", "시각에 시간대가 없음"),
    Text("a value is not a JSON object", "JSON 객체가 아닌 값"),
    Text("a value is not a list of texts", "텍스트 목록이 아닌 값"),
    Text("the rating is not 1 to 4", "평가가 1에서 4까지의 정수가 아님"),
    Text("the response is of an unknown kind", "알 수 없는 종류의 답"),
    Text("`items` and `domains` do not match", "`items`와 `domains`가 맞지 않음"),
    Text("the value is not valid for a setting", "설정에 쓸 수 없는 값"),
)
"""Why a row of that file is set aside."""
