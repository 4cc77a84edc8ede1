"""Display names of keys, and the jamo that a Korean layout sends for them."""

FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 25))
_KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Bksp",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "plus": "+",
    "minus": "-",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "delete": "Del",
}


NAMED = frozenset({*_KEY_NAMES, *FUNCTION_KEYS, "tab", "insert", "underscore", "semicolon"})
"""Keys that are no letter or digit, by the names that keymaps use."""

CHARACTERS = {
    shown: name for name, shown in _KEY_NAMES.items() if len(shown) == 1 and shown.isascii()
}
"""The names of keys that a keymap may also name by what is printed on them."""


def key_name(key: str) -> str:
    """How a key is written for a reader: `ctrl+o` as `^o`, `escape` as `Esc`, `f1` as `F1`."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    if key.startswith("f") and key[1:].isdecimal():
        return key.upper()
    return _KEY_NAMES.get(key, key)


def key_names(keys: tuple[str, ...]) -> str:
    """`keys` for a reader, a run of digits or letters as `1-6`."""
    if len(keys) > 2 and all(len(key) == 1 for key in keys):
        return f"{keys[0]}-{keys[-1]}"
    return ", ".join(map(key_name, keys))


_JAMO = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
        strict=True,
    )
)


def with_jamo(keys: tuple[str, ...]) -> tuple[str, ...]:
    """`keys`, and for each letter the jamo on the same key of the Korean two-set layout."""
    return (*keys, *(_JAMO[key] for key in keys if key in _JAMO))
