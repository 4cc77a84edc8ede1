"""The commands with which an answer is given."""

from study_app.commands.command import Command


class CursorUp(Command):
    """Go one line up."""

    id = "answer.up"
    keys = ("up",)
    label = "up"
    korean = ("위", "한 줄 위로 갑니다.")
    in_footer = False


class CursorDown(Command):
    """Go one line down."""

    id = "answer.down"
    keys = ("down",)
    label = "down"
    korean = ("아래", "한 줄 아래로 갑니다.")
    in_footer = False


class Number(Command):
    """Choose the option with this number; in an ordering, put this item next."""

    id = "answer.number"
    keys = ("1", "2", "3", "4", "5", "6")
    label = "choose"
    korean = ("선택", "이 번호의 보기를 고릅니다. 순서 문제에서는 다음 자리에 놓습니다.")
    passes_key = True


class Toggle(Command):
    """Choose the option under the cursor, or take the choice back."""

    id = "answer.toggle-choice"
    keys = ("space",)
    label = "choose"
    korean = ("선택", "커서가 있는 보기를 고르거나 고른 것을 무릅니다.")
    in_footer = False


class Letter(Command):
    """Join the line under the cursor with the text of this letter."""

    id = "answer.letter"
    keys = ("a", "b", "c", "d", "e")
    label = "join"
    korean = ("짝짓기", "커서가 있는 줄을 이 글자의 항목과 짝짓습니다.")
    passes_key = True


class NextLetter(Command):
    """Join the line under the cursor with the next text on the right."""

    id = "answer.next-letter"
    keys = ("right",)
    label = "next letter"
    korean = ("다음 글자", "커서가 있는 줄을 오른쪽의 다음 항목과 짝짓습니다.")
    in_footer = False


class PreviousLetter(Command):
    """Join the line under the cursor with the text before on the right."""

    id = "answer.previous-letter"
    keys = ("left",)
    label = "letter before"
    korean = ("앞 글자", "커서가 있는 줄을 오른쪽의 앞 항목과 짝짓습니다.")
    in_footer = False
