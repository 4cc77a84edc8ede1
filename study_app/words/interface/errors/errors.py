"""Errors about files and what was asked for."""

from typing import Final

from study_app.words.text import Text

FORMS: Final = (
    Text("{what}. Fix or move the file.", "{what}. 파일을 고치거나 옮기세요."),
    Text(
        "{what}. Name a progress file or a folder.",
        "{what}. 학습 기록 파일이나 폴더의 이름을 쓰세요.",
    ),
    Text(
        "{what}. Name a file that can be read",
        "{what}. 읽을 수 있는 파일의 이름을 쓰세요",
    ),
    Text(
        "{what}. Choose another folder.",
        "{what}. 다른 폴더를 고르세요.",
    ),
    Text(
        "{what}. Choose another folder with --data-dir.",
        "{what}. --data-dir로 다른 폴더를 고르세요.",
    ),
    Text(
        "{what}. A folder is needed there; choose another with --data-dir.",
        "{what}. 그 자리에는 폴더가 있어야 합니다. --data-dir로 다른 폴더를 고르세요.",
    ),
    Text(
        "{what}. Make the file and its folder writable, or choose another folder with --data-dir.",
        "{what}. 파일과 폴더를 쓸 수 있게 하거나 --data-dir로 다른 폴더를 고르세요.",
    ),
    Text(
        "{what}. Make it readable, or choose another folder with --data-dir.",
        "{what}. 읽을 수 있게 하거나 --data-dir로 다른 폴더를 고르세요.",
    ),
    Text(
        "{what}. It is a folder; move it, or choose another location with --data-dir.",
        "{what}. 폴더입니다. 옮기거나 --data-dir로 다른 위치를 고르세요.",
    ),
    Text(
        "{what}. Another program is writing to it; close that one and try again.",
        "{what}. 다른 프로그램이 쓰고 있습니다. 그 프로그램을 닫고 다시 해 보세요.",
    ),
    Text(
        "{what}. The disk is full; free some space and try again.",
        "{what}. 디스크가 가득 찼습니다. 공간을 비우고 다시 해 보세요.",
    ),
    Text(
        "{what}. The disk reports an error; copy the file to another disk before anything else.",
        "{what}. 디스크에서 오류가 났습니다. 먼저 파일을 다른 디스크로 복사하세요.",
    ),
    Text(
        "{what}. `dva restore --recover` writes what can be read to a new file; `dva "
        "restore FILE` restores a backup.",
        "{what}. `dva restore --recover`는 읽을 수 있는 것을 새 파일에 쓰고, `dva restore "
        "FILE`은 백업을 복원합니다.",
    ),
    Text("{what}. The change lasts until you quit.", "{what}. 이번 실행 동안만 바뀝니다."),
    Text("{question} Confirm with --yes.", "{question} 확인하려면 --yes를 붙이세요."),
    Text("case {name}: {what}", "사례 {name}: {what}"),
    Text("{what}; {remedy}", "{what}. {remedy}"),
    Text("{place}: {what}", "{place}: {what}"),
    Text("{path}: {what}", "{path}: {what}"),
)
"""What errors are put together from."""

OF_OTHERS: Final = (
    Text("Expecting value", "값이 없습니다"),
    Text("Expecting ':' delimiter", "':'이 없습니다"),
    Text("Expecting ',' delimiter", "','가 없습니다"),
    Text(
        "Expecting property name enclosed in double quotes",
        "큰따옴표로 묶은 이름이 없습니다",
    ),
    Text("Illegal trailing comma before end of object", "객체 끝에 쉼표가 남아 있습니다"),
    Text("Illegal trailing comma before end of array", "배열 끝에 쉼표가 남아 있습니다"),
    Text("Extra data", "끝난 뒤에 다른 내용이 있습니다"),
    Text("Unterminated string starting at", "닫히지 않은 문자열이 있습니다"),
    Text("Invalid \\escape", "잘못된 이스케이프 문자가 있습니다"),
    Text("Invalid \\uXXXX escape", "유니코드 이스케이프가 잘못되었습니다"),
    Text(
        "Unexpected UTF-8 BOM (decode using utf-8-sig)",
        "바이트 순서 표시(BOM)로 시작합니다. BOM 없이 저장하세요",
    ),
    Text("Invalid control character at", "쓸 수 없는 제어 문자가 있습니다"),
    Text("No such file or directory", "파일이나 폴더가 없습니다"),
    Text("Permission denied", "권한이 없습니다"),
    Text("Is a directory", "폴더입니다"),
    Text("File name too long", "파일 이름이 너무 깁니다"),
    Text("Too many levels of symbolic links", "심볼릭 링크가 너무 여러 번 이어집니다"),
    Text("Operation not permitted", "허용되지 않는 작업입니다"),
    Text("Input/output error", "입출력 오류"),
    Text("Not a directory", "폴더가 아닙니다"),
    Text("File exists", "이미 있습니다"),
    Text("No space left on device", "디스크에 공간이 없습니다"),
    Text("database is locked", "데이터베이스가 잠겨 있습니다"),
    Text("attempt to write a readonly database", "데이터베이스가 읽기 전용입니다"),
    Text("disk I/O error", "디스크 입출력 오류"),
    Text("database disk image is malformed", "데이터베이스의 내용이 깨져 있습니다"),
    Text("file is not a database", "데이터베이스 파일이 아닙니다"),
    Text("unable to open database file", "데이터베이스 파일을 열 수 없습니다"),
    Text("database or disk is full", "데이터베이스나 디스크가 가득 찼습니다"),
    Text("Read-only file system", "읽기 전용 파일 시스템입니다"),
    Text("mismatched tag", "여는 태그와 닫는 태그가 다릅니다"),
    Text("no element found", "파일이 끝까지 있지 않습니다"),
    Text("unclosed token", "닫히지 않은 부분이 있습니다"),
    Text("undefined entity", "알 수 없는 엔티티"),
    Text("not well-formed (invalid token)", "쓸 수 없는 글자나 태그"),
    Text("junk after document element", "가장 바깥 요소 뒤에 다른 내용이 있습니다"),
)
"""What the system, SQLite and the parsers of JSON and XML say."""

FILES: Final = (
    Text(
        "{path}: there is no such file. Name a copy made by `dva backup`.",
        "{path}: 그런 파일이 없습니다. `dva backup`으로 만든 사본의 이름을 쓰세요.",
    ),
    Text("{path}: no such file or folder", "{path}: 파일이나 폴더가 없습니다"),
    Text("a number has too many digits", "자릿수가 너무 많은 숫자가 있습니다"),
    Text("larger than {size} MB", "{size} MB보다 큽니다"),
    Text("is not a regular file", "일반 파일이 아닙니다"),
    Text("duplicate key {name}; write it once", "중복된 키: {name}. 한 번만 쓰세요"),
    Text(
        "{path}: it or its folder is read-only",
        "{path}: 파일이나 폴더가 읽기 전용입니다",
    ),
    Text(
        "Anki cannot read it as a package of a deck; export it from Anki again as .apkg",
        "덱 꾸러미로 읽을 수 없습니다. Anki에서 `.apkg`로 다시 내보내세요",
    ),
    Text(
        "it unpacks to more than {size} MiB; export it from Anki without media",
        "풀면 {size} MiB보다 큽니다. Anki에서 미디어 없이 내보내세요",
    ),
    Text("{what}; export it from Anki without media", "{what}. Anki에서 미디어 없이 내보내세요"),
    Text("line {line}: {what}", "{line}번째 줄: {what}"),
    Text(
        "more than {most} cards and questions; split the file",
        "카드와 문제가 {most}개보다 많습니다. 파일을 나누세요",
    ),
    Text(
        "more than {most} elements; split the file",
        "요소가 {most}개보다 많습니다. 파일을 나누세요",
    ),
    Text(
        "elements are nested too deep; flatten them",
        "요소가 너무 깊이 중첩되었습니다. 줄이세요",
    ),
    Text(
        "a document type or an entity is declared; remove the declaration",
        "문서 형식이나 엔티티 선언이 있습니다. 지우세요",
    ),
    Text(
        "not valid XML: {what}; fix it there, or export the file again",
        "올바른 XML이 아닙니다: {what}. 고치거나 파일을 다시 내보내세요",
    ),
    Text(
        "its encoding is not supported; save the file as UTF-8",
        "지원하지 않는 인코딩입니다. 파일을 UTF-8로 저장하세요",
    ),
    Text(
        "<quiz> must be the outermost element, not <{name}>",
        "가장 바깥 요소가 `<quiz>`여야 합니다(지금은 `<{name}>`)",
    ),
    Text(
        "There is no theme {wanted}; {used} is shown. F7 switches, and settings.json may "
        "name one of: {known}.",
        "{wanted} 테마가 없어 {used}로 보여 줍니다. F7로 바꾸거나 settings.json에 다음 중 "
        "하나를 쓰세요: {known}.",
    ),
    Text("nested too deep", "너무 깊이 중첩되었습니다"),
    Text("the settings must be one JSON object", "설정은 JSON 객체 하나여야 합니다"),
    Text("unknown setting {name} (known: {known})", "모르는 설정 {name} (쓸 수 있는 것: {known})"),
    Text("language must be one of {known}", "language는 다음 중 하나여야 합니다: {known}"),
    Text("theme must be text", "theme은 텍스트여야 합니다"),
    Text(
        "keys must map command ids to keys, such as {code}",
        "keys는 명령 id와 키의 매핑이어야 합니다. 예: {code}",
    ),
    Text(
        "keys: there is no command {name} (known: {known})",
        "keys: 없는 명령 {name} (쓸 수 있는 것: {known})",
    ),
    Text(
        "keys: {name} has the unknown key {key}. A key is one letter or digit, or one of "
        "{named}; ctrl+, alt+ or shift+ may come before it",
        "keys: {name}에 쓸 수 없는 키 {key}. 키는 글자나 숫자 하나, 또는 {named} 가운데 "
        "하나입니다. 앞에 ctrl+, alt+, shift+를 붙일 수 있습니다",
    ),
    Text(
        "keys: {key} is the key of {one} and of {other}",
        "keys: 겹치는 키 {key}: {one}, {other}",
    ),
    Text(
        "{path} cannot be written: {what}. Choose another place.",
        "{path}: 쓸 수 없습니다. {what}. 다른 위치를 고르세요.",
    ),
    Text(
        "{path}: {why}. Make the folder first, or name another.",
        "{path}: {why}. 먼저 폴더를 만들거나 다른 이름을 쓰세요.",
    ),
    Text(
        "{path}: no such file or folder. Make the folder first, or name another.",
        "{path}: 파일이나 폴더가 없습니다. 먼저 폴더를 만들거나 다른 이름을 쓰세요.",
    ),
    Text(
        "{path}: cannot tell the format from the name. Add --format anki, gift, moodle-xml or csv.",
        "{path}: 이름으로 형식을 알 수 없습니다. "
        "`--format anki`, `gift`, `moodle-xml`, `csv` 가운데 하나를 붙이세요.",
    ),
    Text(
        "Anki packages need the extra 'anki', which is not installed: "
        "uv run --extra anki dva, or pip install 'dva-study[anki]'.",
        "Anki 꾸러미에는 추가 기능 'anki'가 필요한데 설치되어 있지 않습니다: "
        "`uv run --extra anki dva` 또는 `pip install 'dva-study[anki]'`.",
    ),
    Text(
        "Anki cannot write the package. Free some space in the temporary folder.",
        "Anki가 꾸러미를 쓰지 못합니다. 임시 폴더에 여유 공간을 확보하세요.",
    ),
    Text(
        "A package cannot be printed: name a FILE, such as dva.apkg.",
        "꾸러미는 글이 아닙니다. `dva.apkg` 같은 FILE을 쓰세요.",
    ),
    Text(
        "{path} is not a regular file. Move it, or choose another --data-dir.",
        "{path}: 일반 파일이 아닙니다. 옮기거나 --data-dir로 다른 폴더를 고르세요.",
    ),
    Text(
        "{path}: there is no home folder {name}. Write the whole path.",
        "{path}: 홈 폴더가 없습니다({name}). 전체 경로를 쓰세요.",
    ),
)
"""Files that cannot be read or written."""

ASKED: Final = (
    Text("The app needs a terminal. Try: {instead}", "터미널이 필요합니다. 대신: {instead}"),
    Text("--json goes with --list.", "--json은 --list와 함께 쓰세요."),
    Text(
        "{code} has no domain {name}. It has {known}",
        "{code}에 없는 도메인: {name}. 있는 것: {known}",
    ),
    Text(
        "{code} has no task {name}. It has {known}",
        "{code}에 없는 작업: {name}. 있는 것: {known}",
    ),
    Text(
        "{code} has no skill {name}. It has {known}",
        "{code}에 없는 역량: {name}. 있는 것: {known}",
    ),
    Text("The content has no questions for this exam.", "이 시험에 낼 문제가 없습니다."),
    Text(
        "The content has no exam: leave out --domain, --task and --skill.",
        "시험 정보가 없습니다. --domain, --task, --skill을 빼세요.",
    ),
    Text("There is no exam {name}. Exams: {known}", "없는 시험: {name}. 시험: {known}"),
    Text(
        "--date {day} is in the past. Choose a day from {today} on, or none.",
        "--date {day}: 지난 날짜입니다. {today} 이후의 날짜나 none을 쓰세요.",
    ),
    Text(
        "--date must be a date such as {example}, or none, not {given}",
        "--date에는 {example} 같은 날짜나 none을 쓰세요. 쓸 수 없는 값: {given}",
    ),
    Text("There is no topic {name}; did you mean {near}?", "없는 주제: {name}. {near}인가요?"),
    Text("There is no topic {name}. Topics: {known}", "없는 주제: {name}. 주제: {known}"),
    Text(
        "No questions match: choose other topics or {what}.",
        "맞는 문제가 없습니다. 다른 주제를 고르거나 {what}.",
    ),
    Text("leave out an option", "옵션을 빼세요"),
    Text("another --kind", "다른 --kind를 쓰세요"),
    Text(
        "The topic {name} has no cards. Try: {instead}",
        "주제 {name}에는 카드가 없습니다. 대신: {instead}",
    ),
    Text("There is no scenario or file {name}{hint}", "없는 시나리오나 파일: {name}{hint}"),
    Text(
        "; dva lab --plain lists the scenarios",
        ". dva lab --plain은 시나리오 목록을 보여 줍니다",
    ),
    Text("... and {n} more {n:problem|problems}", "... 그 밖에 문제점 {n}개"),
    Text(
        "{code} has no skill {name}. Its tasks are {known}",
        "{code}에 없는 역량: {name}. 있는 작업: {known}",
    ),
)
"""What was asked for on the command line."""
