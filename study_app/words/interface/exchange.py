"""Export, import and sync."""

from typing import Final

from study_app.words.text import Text

EXCHANGE: Final = (
    Text("Source: {url} (checked {day})", "출처: {url} ({day} 확인)"),
    Text("Study sheet", "학습 자료"),
    Text("Answer", "정답"),
    Text("Hint", "힌트"),
    Text("Show the answer", "정답 보기"),
    Text("Choose {count}.", "{count}개를 고르세요."),
    Text("Put in order.", "순서대로 놓으세요."),
    Text("Match.", "짝을 지으세요."),
    Text(
        "{cards} {cards:card|cards} and {questions} {questions:question|questions}",
        "카드 {cards}장, 문제 {questions}문제",
    ),
    Text("Wrote {what} to {file}", "{file}에 썼습니다: {what}"),
    Text(
        "{came} {came:event|events} received, {went} sent.",
        "받은 기록 {came}개, 보낸 기록 {went}개.",
    ),
    Text("New on this server: {name}", "이 서버에 처음인 이름: {name}"),
    Text("left out: ", "뺌: "),
    Text("changed: ", "바뀜: "),
    Text("Nothing in the file can be used.", "파일에서 쓸 수 있는 것이 없습니다."),
    Text("To study them: {command}", "공부하려면: {command}"),
    Text("{count} {count:answer|answers}", "답 {count}개"),
)
"""What the commands say."""

SYNC: Final = (
    Text(
        "most of its lines were not written by `dva sync`", "대부분 `dva sync`가 쓴 것이 아닙니다"
    ),
    Text("{what}. It was skipped.", "{what}. 건너뛰었습니다."),
    Text("not valid JSON", "올바른 JSON이 아닙니다"),
    Text("not UTF-8", "UTF-8이 아닙니다"),
    Text("not a JSON object", "JSON 객체가 아닙니다"),
    Text("a value is not one that dva writes", "dva가 쓰지 않는 값이 있습니다"),
    Text("{name} has the wrong type", "{name}의 형식이 틀립니다"),
    Text("{name} is out of range", "{name}: 범위를 벗어났습니다"),
    Text("its id differs from the id it is stored under", "저장된 id와 다릅니다"),
    Text("it is not a dva progress file", "dva의 학습 기록 파일이 아닙니다"),
    Text(
        "A server holds the answers of many learners. Add --as NAME to name yourself.",
        "서버에는 여러 사람의 답이 있습니다. 누구의 답인지 `--as 이름`을 붙이세요.",
    ),
    Text(
        "--as must be a name of 1 to 100 printable characters.",
        "--as에는 화면에 보이는 글자로 1~100자의 이름을 쓰세요.",
    ),
    Text(
        "--as is only for a server: postgresql://USER@HOST/DATABASE",
        "--as는 서버와 함께 쓰세요: `postgresql://USER@HOST/DATABASE`",
    ),
    Text(
        "Sync through PostgreSQL needs psycopg. Install dva-study[postgresql]; "
        "in a checkout: {code}",
        "PostgreSQL로 동기화하려면 `psycopg`가 필요합니다. `dva-study[postgresql]`을 설치하세요. "
        "저장소에서는: `{code}`",
    ),
    Text(
        "The URL cannot be read. Write {code}, and in the password %40 for @, %2F for /, "
        "%3A for :, %25 for %.",
        "URL을 읽을 수 없습니다. `{code}`처럼 쓰고, 비밀번호의 @는 %40, /는 %2F, :는 %3A, "
        "%는 %25로 쓰세요.",
    ),
    Text(
        "the server did not let you in: {error}. Check user, password and database.",
        "서버에 로그인할 수 없습니다({error}). 사용자, 비밀번호, 데이터베이스를 확인하세요.",
    ),
    Text(
        "no answer. Check host and port, and that no firewall blocks the connection.",
        "응답이 없습니다. 호스트와 포트, 그리고 방화벽이 막고 있지 않은지 확인하세요.",
    ),
    Text(
        "user or password is wrong. Correct the URL, or set {code}.",
        "사용자나 비밀번호가 틀립니다. URL을 고치거나 `{code}`를 설정하세요.",
    ),
    Text(
        "there is no such database. Create it, or name another.",
        "데이터베이스가 없습니다. 만들거나 다른 이름을 쓰세요.",
    ),
    Text(
        "the server cannot be reached: {error}. Check host and port, and that the server "
        "is running.",
        "서버에 연결할 수 없습니다({error}). 호스트와 포트, 그리고 서버가 실행 중인지 확인하세요.",
    ),
    Text(
        "its table dva_event is not the one that dva makes. Rename it, or choose another schema "
        "with {code}.",
        "표 `dva_event`가 dva가 만드는 것과 다릅니다. 이름을 바꾸거나 `{code}`로 다른 스키마를 "
        "고르세요.",
    ),
    Text(
        "the connection broke. Nothing was lost or duplicated: run `dva sync` again.",
        "연결이 끊겼습니다. 빠지거나 겹친 기록은 없습니다. `dva sync`를 다시 실행하세요.",
    ),
    Text(
        "other programs keep writing there. Nothing was lost or duplicated: run `dva sync` again.",
        "다른 쪽에서 계속 쓰고 있습니다. 빠지거나 겹친 기록은 없습니다. `dva sync`를 다시 "
        "실행하세요.",
    ),
    Text(
        "the server is read-only. Name the primary server.",
        "읽기 전용 서버입니다. 주 서버를 쓰세요.",
    ),
    Text(
        "{error}. Ask its administrator for CREATE on the schema, or for the table dva_event with "
        "SELECT and INSERT.",
        "권한이 없습니다({error}). 서버 관리자에게 스키마의 `CREATE` 권한이나, `SELECT`와 "
        "`INSERT` 권한이 있는 표 `dva_event`를 부탁하세요.",
    ),
    Text(
        "the server refused: {error} ({code}). Ask its administrator.",
        "서버가 거절했습니다: {error} ({code}). 서버 관리자에게 문의하세요.",
    ),
)
"""What keeps two histories apart."""
