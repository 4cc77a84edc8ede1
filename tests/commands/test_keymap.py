"""The learner's own keys: checked at the start."""

import pytest

from study_app.commands.keymap import BadKeymap, own_keys
from study_app.commands.places.quiz import FLAG, HINT
from study_app.commands.table import PLACES
from study_app.plain.keys import key_lines
from study_app.words.language import Language


def test_a_keymap_gives_commands_other_keys() -> None:
    found = own_keys({"quiz.hint": " f11 , ctrl+g", "quiz.flag": "/, x"})
    assert found == {HINT: ("f11", "ctrl+g"), FLAG: ("slash", "x")}
    lines = "\n".join(key_lines(Language.EN, found))
    assert "  f11, ^g" in lines.replace("F11", "f11")


def test_an_empty_text_switches_a_key_off() -> None:
    found = own_keys({"quiz.hint": ""})
    assert found == {HINT: ()}
    (line,) = [one for one in key_lines(Language.EN, found) if one.endswith("quiz.hint")]
    assert line.split()[0] == "off"


@pytest.mark.parametrize(
    ("keymap", "message"),
    [
        ({"quiz.nothing": "f9"}, "there is no command 'quiz.nothing' (known: "),
        ({"answer.number": "f9"}, "there is no command 'answer.number'"),  # keeps its own
        ({"quiz.hint": "f99"}, "'quiz.hint' has the unknown key 'f99'"),
        ({"quiz.hint": "meta+x"}, "'quiz.hint' has the unknown key 'meta+x'"),
        ({"quiz.hint": "f"}, "'f' is the key of 'quiz.hint' and of 'quiz.flag'"),
        ({"quiz.hint": "?"}, "'question_mark' is the key of 'quiz.hint' and of 'app.help'"),
        ({"app.help": "h"}, "'h' is the key of "),
    ],
)
def test_a_malformed_keymap_is_told(keymap: dict[str, str], message: str) -> None:
    """A keymap that names an unknown id, an unknown key or a key twice in one place."""
    with pytest.raises(BadKeymap) as refused:
        own_keys(keymap)
    assert message in str(refused.value)


def test_keys_can_be_exchanged() -> None:
    own_keys({"quiz.hint": ", ".join(FLAG.keys), "quiz.flag": ", ".join(HINT.keys)})


def test_every_key_of_ours_may_stand_in_a_keymap() -> None:
    for place in PLACES:
        for command in place.commands:
            if not command.passes_key:
                assert own_keys({command.id: ",".join(command.keys)})[command] == command.keys
