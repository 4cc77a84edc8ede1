"""The commands that work on every screen."""

from study_app.commands.command import Command, Place
from study_app.words.text import Text

HELP = Command(
    "app.help",
    ("question_mark", "f1"),
    Text("keys", "키"),
    Text("Show the keys that work here.", "여기서 쓸 수 있는 키를 보여 줍니다."),
)
SWITCH_LANGUAGE = Command(
    "app.language",
    ("f6", "ctrl+l"),
    Text("language", "언어"),
    Text("Switch between English, Korean and both.", "영어, 한국어, 둘 다를 차례로 바꿉니다."),
    in_footer=False,
)
SWITCH_THEME = Command(
    "app.theme",
    ("f7", "ctrl+t"),
    Text("theme", "테마"),
    Text("Switch between the dark and the light theme.", "어두운 테마와 밝은 테마를 바꿉니다."),
    in_footer=False,
)
PALETTE = Command(
    "app.palette",
    ("ctrl+p",),
    Text("commands", "명령"),
    Text("Search all commands.", "모든 명령을 검색합니다."),
    in_footer=False,
)
QUIT = Command(
    "app.quit",
    ("ctrl+q",),
    Text("quit", "종료"),
    Text(
        "Quit the app. Everything is already saved.", "앱을 끝냅니다. 모두 이미 저장되어 있습니다."
    ),
    in_footer=False,
)
BACK = Command(
    "screen.back",
    ("escape",),
    Text("back", "뒤로"),
    Text("Go back to where you came from.", "이전 화면으로 돌아갑니다."),
)
EVERYWHERE = Place(
    "app",
    Text("Everywhere", "어디서나"),
    (
        HELP,
        SWITCH_LANGUAGE,
        SWITCH_THEME,
        PALETTE,
        QUIT,
        BACK,
    ),
)
