"""The command line: its help, and what its commands print."""

from typing import Final

from study_app.words.text import Text

HELP: Final = (
    Text("Usage:", "사용법:"),
    Text("Options", "옵션"),
    Text("Commands", "명령"),
    Text("Options of each command", "명령별 옵션"),
    Text("Example:", "예:"),
    Text("required", "필수"),
    Text("Show this message and exit.", "이 도움말을 보여 주고 끝냅니다."),
    Text("Show the version and exit.", "버전을 보여 주고 끝냅니다."),
    Text(
        "Study for the AWS Certified Developer - Associate exam in your terminal.",
        "터미널에서 AWS Certified Developer - Associate 시험을 준비합니다.",
    ),
    Text(
        "Without a command, the app opens: one key starts what is due today.",
        "명령 없이 실행하면 앱이 열립니다. 키 하나로 오늘 할 학습을 시작합니다.",
    ),
    Text("Make the run repeatable.", "다시 실행해도 결과가 같게 합니다."),
    Text(
        "The language of the interface and the content; both shows each text twice.",
        "화면과 내용의 언어. both는 두 언어를 모두 보여 줍니다.",
    ),
    Text(
        "Add a folder of your own content (repeatable).",
        "내 콘텐츠 폴더를 추가합니다(여러 번 쓸 수 있음).",
    ),
    Text("Where progress is kept.", "학습 기록을 두는 폴더."),
    Text("List the keys of the app.", "앱의 키를 보여 줍니다."),
    Text(
        "Show which files and folders are used. Creates nothing.",
        "사용하는 파일과 폴더를 보여 줍니다. 아무것도 만들지 않습니다.",
    ),
    Text(
        "Write a full copy of your progress to FILE, even while the app is running.",
        "학습 기록 전체를 FILE에 복사합니다. 앱을 실행하는 동안에도 됩니다.",
    ),
    Text(
        "Without FILE the copy goes to the folder of daily backups, with date and time in "
        "its name.",
        "FILE이 없으면 날마다 만드는 백업 폴더에 날짜와 시간을 이름으로 저장합니다.",
    ),
    Text("Overwrite FILE without asking.", "묻지 않고 FILE을 덮어씁니다."),
    Text(
        "Replace your progress with FILE, a copy made by `dva backup`.",
        "학습 기록을 `dva backup`으로 만든 사본 FILE로 바꿉니다.",
    ),
    Text(
        "The previous file is kept next to it. With --recover nothing is replaced: what "
        "can be read from a damaged FILE, by default your progress, goes to a new file.",
        "이전 파일은 그 옆에 남습니다. --recover는 아무것도 바꾸지 않고, 손상된 "
        "FILE(없으면 학습 기록)에서 읽을 수 있는 것을 새 파일에 씁니다.",
    ),
    Text("Replace your progress without asking.", "묻지 않고 학습 기록을 바꿉니다."),
    Text(
        "Write what can be read from a damaged FILE to a new file.",
        "손상된 FILE에서 읽을 수 있는 것을 새 파일에 씁니다.",
    ),
    Text(
        "Check content: the shipped bank, or the folders and files named.",
        "콘텐츠를 검사합니다. 기본 문제은행이나 지정한 폴더와 파일을 봅니다.",
    ),
    Text("Also report skills without a question.", "문제가 없는 역량도 알립니다."),
    Text("Print one JSON object.", "JSON 객체 하나로 출력합니다."),
    Text("Print one JSON array.", "JSON 배열 하나로 출력합니다."),
    Text(
        "Grade a file of typed answers against a bank.",
        "파일에 적힌 입력 답을 문제은행으로 채점합니다.",
    ),
    Text(
        "BANK is a topic file, ANSWERS a YAML or JSON list of {question: ID, response: TEXT}.",
        "BANK는 주제 파일, ANSWERS는 {question: ID, response: TEXT}의 YAML 또는 JSON 목록입니다.",
    ),
    Text(
        "Take a mock exam: the blueprint's questions, against the clock.",
        "모의시험을 봅니다. 시험 안내서의 구성대로 시간을 재며 풉니다.",
    ),
    Text(
        "EXAM is an exam such as dva-c03; the default is the one you study for. A paused "
        "exam is resumed.",
        "EXAM은 dva-c03 같은 시험입니다. 쓰지 않으면 준비하는 시험을 봅니다. 멈춘 시험이 "
        "있으면 이어서 봅니다.",
    ),
    Text("Number of questions.", "문제 수."),
    Text("Time limit in minutes.", "제한 시간(분)."),
    Text("Only this domain of the exam, such as 2.", "시험의 이 도메인만. 예: 2."),
    Text("Only this task of the exam, such as 2.1.", "시험의 이 작업만. 예: 2.1."),
    Text("Only this skill of the exam, such as 2.1.3.", "시험의 이 역량만. 예: 2.1.3."),
    Text(
        "Use plain lines on stdin and stdout instead of screens.",
        "화면 대신 줄 단위로 입출력합니다(stdin, stdout).",
    ),
    Text(
        "List the questions without starting the exam.",
        "시험을 시작하지 않고 문제 목록만 보여 줍니다.",
    ),
    Text("With --list: print one JSON object.", "--list와 함께: JSON 객체 하나로 출력합니다."),
    Text(
        "Show what is due today: reviews, new cards and the minutes for both.",
        "오늘 할 것을 보여 줍니다. 복습, 새 카드, 걸리는 시간입니다.",
    ),
    Text(
        "Show the plan up to the exam date and whether it is enough, or change it.",
        "시험 날까지의 계획과 시간이 충분한지 보여 주거나 계획을 바꿉니다.",
    ),
    Text(
        "The exam, such as dva-c03; none for the one offered on your date.",
        "시험. 예: dva-c03. none은 시험 날짜에 볼 수 있는 시험.",
    ),
    Text("The day of the exam, YYYY-MM-DD, or none.", "시험 날짜(YYYY-MM-DD) 또는 none."),
    Text("Minutes a day.", "하루 시간(분)."),
    Text(
        "Do what is due today: misses, reviews, then new cards.",
        "오늘 할 것을 합니다. 틀린 문제, 복습, 새 카드 순서입니다.",
    ),
    Text(
        "Search cards and questions in English and Korean, and your notes on them.",
        "영어와 한국어로 카드, 문제, 내 메모를 검색합니다.",
    ),
    Text(
        (
            "All words must match, in any order; ㅂㅍ finds 배포. A question's options are "
            "searched; its answer and explanation are not."
        ),
        "낱말이 모두 있어야 하며 순서는 상관없습니다. ㅂㅍ로 배포를 찾습니다. 문제의 "
        "선택지는 검색하고 정답과 해설은 검색하지 않습니다.",
    ),
    Text(
        "Compute what Amazon ECS does: the cases of a FILE, or one case from flags.",
        "Amazon ECS의 동작을 계산합니다. FILE의 사례나 옵션으로 지정한 사례 하나가 대상입니다.",
    ),
    Text(
        "FILE is YAML or JSON: {version: 1, fixtures: {...}, cases: [{id, kind, input, "
        "expected?}]}.",
        "FILE은 YAML 또는 JSON입니다: {version: 1, fixtures: {...}, cases: [{id, kind, "
        "input, expected?}]}.",
    ),
    Text("Print JSON.", "JSON으로 출력합니다."),
    Text("Show the rules that were applied.", "적용한 규칙도 보여 줍니다."),
    Text(
        "Run every case of FILE and compare it with what it expects.",
        "FILE의 사례를 모두 실행하고 기대값과 비교합니다.",
    ),
    Text("Number of instances needed.", "필요한 인스턴스 수."),
    Text("Number of instances running.", "실행 중인 인스턴스 수."),
    Text("How many tasks to place (default: 1).", "배치할 태스크 수(기본값: 1)."),
    Text("Applied in order.", "순서대로 적용합니다."),
    Text("All must hold.", "모두 만족해야 합니다."),
    Text(
        "A container instance: az, cpu, memory, or any attribute (repeatable).",
        "컨테이너 인스턴스: az, cpu, memory 또는 아무 속성(여러 번 쓸 수 있음).",
    ),
    Text("CPU units of a task (default: 256).", "태스크의 CPU 단위(기본값: 256)."),
    Text("Memory of a task in MiB (default: 512).", "태스크의 메모리 MiB(기본값: 512)."),
    Text("How many tasks the cluster has room for.", "클러스터에 들어갈 수 있는 태스크 수."),
    Text("Running tasks.", "실행 중인 태스크 수."),
    Text("Current value of the metric.", "지표의 현재 값."),
    Text("Target value for target tracking.", "대상 추적의 목표값."),
    Text(
        "Percent below the target at which scaling in begins (default: 0).",
        "목표보다 몇 퍼센트 낮을 때 스케일 인을 시작하는지(기본값: 0).",
    ),
    Text("Minimum capacity (default: 0).", "최소 용량(기본값: 0)."),
    Text("Maximum capacity (default: no limit).", "최대 용량(기본값: 제한 없음)."),
    Text(
        "Let a capacity provider's managed scaling set the number of instances.",
        "용량 공급자의 관리형 스케일링으로 인스턴스 수를 정합니다.",
    ),
    Text("Place tasks on container instances.", "컨테이너 인스턴스에 태스크를 배치합니다."),
    Text(
        "Show which container instances a cluster query language expression matches.",
        "클러스터 쿼리 언어의 표현식에 맞는 컨테이너 인스턴스를 보여 줍니다.",
    ),
    Text("Step through a rolling update.", "롤링 업데이트를 단계별로 봅니다."),
    Text(
        "Let target tracking set the number of tasks.",
        "대상 추적으로 태스크 수를 정합니다.",
    ),
    Text(
        "Answer questions: unseen first, then missed ones.",
        "문제를 풉니다. 안 본 문제가 먼저, 틀린 문제가 그다음입니다.",
    ),
    Text("Only questions of this kind.", "이 유형의 문제만."),
    Text(
        "1 recall, 2 apply one rule, 3 weigh two constraints.",
        "1 기억, 2 규칙 하나 적용, 3 두 제약 비교.",
    ),
    Text("Only questions with this history.", "이 기록이 있는 문제만."),
    Text("Read cards: one topic or all.", "카드를 읽습니다. 한 주제나 전체입니다."),
    Text("Print the cards instead of opening the reader.", "화면을 여는 대신 카드를 출력합니다."),
    Text(
        "Watch Amazon ECS work, step by step, with the rule behind each step.",
        "Amazon ECS의 동작을 단계마다 규칙과 함께 봅니다.",
    ),
    Text(
        (
            "SCENARIO is an id or your own file: cases for `dva simulate`, or AWS CLI JSON; "
            "several JSON files make up one case. Without it, all scenarios are listed."
        ),
        "SCENARIO는 시나리오 ID나 내 파일입니다. `dva simulate`의 사례나 AWS CLI의 JSON을 "
        "읽습니다. 그런 파일 여럿은 사례 하나가 됩니다. 쓰지 않으면 시나리오 목록을 보여 줍니다.",
    ),
    Text(
        "Print every step instead of opening the screen.",
        "화면을 여는 대신 모든 단계를 출력합니다.",
    ),
    Text("Show your results so far.", "기록에서 센 학습 결과를 보여 줍니다."),
    Text(
        "Write cards and questions to FILE, or to standard output.",
        "카드와 문제를 FILE이나 표준 출력에 씁니다.",
    ),
    Text(
        "FORMAT is anki, csv, gift, html, markdown, moodle-xml, or log: your own answers as CSV, "
        "or as JSON lines if FILE ends in .jsonl. Worked questions are written with numbers drawn "
        "by --seed.",
        "FORMAT은 anki, csv, gift, html, markdown, moodle-xml "
        "또는 log입니다. log는 내 답을 CSV로, FILE이 .jsonl로 끝나면 "
        "JSON 줄로 씁니다. 계산 문제는 --seed로 뽑은 숫자로 씁니다.",
    ),
    Text(
        "Only this topic (repeatable).",
        "이 주제만(여러 번 쓸 수 있음).",
    ),
    Text(
        "Only questions with this history, and their cards.",
        "이 기록이 있는 문제와 그 카드만.",
    ),
    Text(
        "Convert FILE (Anki, GIFT, Moodle XML or CSV) to a content folder.",
        "FILE(Anki, GIFT, Moodle XML, CSV)을 콘텐츠 폴더로 바꿉니다.",
    ),
    Text(
        "FOLDER defaults to a new folder named after FILE. Anything that had to be changed or left"
        " out is listed with its line and the reason.",
        "FOLDER를 쓰지 않으면 FILE의 이름으로 새 폴더를 만듭니다. FILE 그대로"
        " 옮길 수 없는 것은 줄 번호와 이유를 보여 줍니다.",
    ),
    Text(
        "The format of FILE, if its name does not show it.",
        "FILE의 형식. 이름으로 알 수 없을 때 씁니다.",
    ),
    Text(
        "The documentation page for items that do not name one.",
        "출처가 없는 내용을 확인해 주는 페이지.",
    ),
    Text(
        "Overwrite files in FOLDER without asking.",
        "묻지 않고 FOLDER의 파일을 덮어씁니다.",
    ),
    Text(
        "Merge your progress with TARGET. Afterward, each has all the answers of both.",
        "학습 기록과 TARGET을 합칩니다. 그 뒤에는 양쪽에 모든 답이 있습니다.",
    ),
    Text(
        "TARGET is another progress file, or a folder shared by several machines, in which each "
        "machine writes its own file. Language, theme and keys are not synced.",
        "TARGET은 다른 학습 기록 파일이나 여러 컴퓨터가 함께 쓰는 폴더입니다. "
        "컴퓨터마다 그 폴더에 자기 파일 하나를 씁니다. 언어, 테마, 키는 컴퓨터마다 "
        "그대로입니다.",
    ),
    Text(
        "TARGET can also be a PostgreSQL database, postgresql://USER@HOST/DATABASE. It holds the "
        "answers of many learners: use --as to name yourself. Set the password in PGPASSWORD.",
        "TARGET은 PostgreSQL 서버의 데이터베이스 postgresql://USER@HOST/DATABASE일 수도 "
        "있습니다. 여러 사람의 답이 함께 있으므로 --as로 누구의 답인지 알려 줍니다. 비밀번호는 "
        "PGPASSWORD에 설정하세요.",
    ),
    Text(
        "The name under which your answers are stored there.",
        "서버에서 이 답의 주인이 되는 이름.",
    ),
)
"""Help, a text for each paragraph; click wraps it. What follows `Example:` is code."""

COMMANDS: Final = (
    Text("reading your progress", "학습 기록 읽는 중"),
    Text("grading", "채점 중"),
    Text("Aborted!", "중단했습니다."),
    Text("progress", "학습 기록"),
    Text("settings", "설정"),
    Text("cache", "캐시"),
    Text("content", "콘텐츠"),
    Text("Copied to {path}", "복사했습니다: {path}"),
    Text("Restored from {path}", "복원했습니다: {path}"),
    Text("The previous file is now {path}", "이전 파일: {path}"),
    Text("{count} {count:event|events} written to {path}", "기록 {count}개를 썼습니다: {path}"),
    Text(
        "{count} {count:row|rows} could not be read. {path} was left unchanged.",
        "읽을 수 없는 행이 {count}개 있습니다. {path}: 그대로 두었습니다.",
    ),
    Text("To use them: dva restore {path}", "사용하려면: dva restore {path}"),
)
"""What commands print."""
