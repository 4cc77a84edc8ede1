"""The commands that work on every screen."""

from study_app.commands.command import Command


class Help(Command):
    """Show the keys that work here."""

    id = "app.help"
    keys = ("question_mark", "f1")
    label = "keys"
    korean = ("키", "여기서 쓸 수 있는 키를 보여 줍니다.")


class SwitchLanguage(Command):
    """Switch between English, Korean and both."""

    id = "app.language"
    keys = ("f6", "ctrl+l")
    label = "language"
    korean = ("언어", "영어, 한국어, 둘 다를 차례로 바꿉니다.")
    in_footer = False


class SwitchTheme(Command):
    """Switch between the dark and the light theme."""

    id = "app.theme"
    keys = ("f7", "ctrl+t")
    label = "theme"
    korean = ("테마", "어두운 테마와 밝은 테마를 바꿉니다.")
    in_footer = False


class Palette(Command):
    """Search all commands."""

    id = "app.palette"
    keys = ("ctrl+p",)
    label = "commands"
    korean = ("명령", "모든 명령을 검색합니다.")
    in_footer = False


class Quit(Command):
    """Leave the app. Everything is saved already."""

    id = "app.quit"
    keys = ("ctrl+q",)
    label = "quit"
    korean = ("종료", "앱을 끝냅니다. 모두 이미 저장되어 있습니다.")
    in_footer = False


class Back(Command):
    """Go back to where you came from."""

    id = "screen.back"
    keys = ("escape",)
    label = "back"
    korean = ("뒤로", "이전 화면으로 돌아갑니다.")
