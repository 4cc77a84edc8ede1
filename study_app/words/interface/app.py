"""The app around its screens."""

from typing import Final

from study_app.words.text import Text

APP: Final = (
    Text(
        "This terminal is too small: {columns} x {rows} or more is needed.",
        "터미널이 너무 작습니다. {columns} x {rows} 이상이어야 합니다.",
    ),
    Text("Keys", "키"),
    Text("Which file?", "어떤 파일을 열까요?"),
    Text(
        (
            "YAML or JSON: cases for `dva simulate`, or AWS CLI input and output for task "
            "definitions, services, tasks and instances."
        ),
        "YAML 또는 JSON. `dva simulate`의 사례나, AWS CLI가 "
        "태스크 정의, 서비스, 태스크, 인스턴스에 대해 받거나 돌려주는 JSON입니다.",
    ),
    Text("Save as?", "어떤 이름으로 저장할까요?"),
    Text(
        "A new file; .json or .yaml. `dva lab FILE` opens it again.",
        "새 파일 이름(.json 또는 .yaml). `dva lab 파일`로 다시 열 수 있습니다.",
    ),
    Text("Saved: {path}", "저장했습니다: {path}"),
    Text(
        "Copy the earlier answers into the file that is there now, then save.",
        "이전 답을 지금 있는 파일에 옮긴 다음 저장합니다.",
    ),
    Text("Save to the file that is there now, as is.", "지금 있는 파일에 그대로 저장합니다."),
    Text(
        "Save nothing. What you entered stays on screen.",
        "저장하지 않습니다. 입력한 내용은 화면에 남습니다.",
    ),
    Text(
        "/back copies the earlier answers into the file that is there now.",
        "/back: 이전 답을 지금 있는 파일에 옮깁니다.",
    ),
    Text(
        "/here saves to the file that is there now, as is.",
        "/here: 지금 있는 파일에 그대로 저장합니다.",
    ),
    Text(
        "/stop ends the session and saves nothing more.",
        "/stop: 더 저장하지 않고 여기서 끝냅니다.",
    ),
    Text("Opened the page in your browser.", "브라우저에서 문서를 열었습니다."),
    Text("Address copied to the clipboard.", "주소를 클립보드에 복사했습니다."),
    Text("Search for commands…", "명령 검색…"),
    Text("off", "꺼짐"),
    Text("Press {key} to quit.", "끝내려면 {key}{key:을/를} 누르세요."),
)
