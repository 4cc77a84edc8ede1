"""Where files are stored, and the learner's choices. Only this module knows the home directory."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from study_app.files import DuplicateKeyError, once_each, read_whole, reason, write_whole
from study_app.words.errors import TextError, as_text, error_text
from study_app.words.language import Language
from study_app.words.text import Text

MOST_BYTES: Final = 1_000_000
"""The most bytes of a settings file: a keymap of every command takes a hundredth of this."""


class SettingsError(TextError):
    """The settings file cannot be used. The text names the place and the remedy."""


@dataclass(frozen=True, slots=True)
class LearnerFiles:
    """The files of one learner. Naming them creates nothing."""

    folder: Path
    cache: Path

    @property
    def log(self) -> Path:
        return self.folder / "progress.db"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.json"


def learner_files(data_dir: Path | None = None) -> LearnerFiles:
    """Everything in `data_dir` if given, else in the platform's data and cache directories.

    Raises `SettingsError` for `~` of a user without a home directory.
    """
    if data_dir is not None:
        try:
            folder = data_dir.expanduser()
        except RuntimeError:
            name = data_dir.parts[0]
            raise SettingsError(
                "{path}: there is no home folder {name}. Write the whole path.",
                path=data_dir,
                name=name,
            ) from None
        return LearnerFiles(folder, folder / "cache")
    # Imported here so that a start with an explicit folder need not wait for it.
    from platformdirs import user_cache_path, user_data_path

    return LearnerFiles(user_data_path("dva-study", False), user_cache_path("dva-study", False))


@dataclass(frozen=True, slots=True)
class Settings:
    """The learner's choices. `keys` maps a command id to the learner's own keys."""

    language: Language = Language.EN
    theme: str = "dva-dark"
    keys: Mapping[str, str] = field(default_factory=dict)


def load(path: Path) -> Settings:
    """The settings in `path`, or the defaults if there is no such file.

    Raises `SettingsError` if the file is not a JSON object or has an invalid value.
    """
    try:
        text = read_whole(path, MOST_BYTES).decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise _refused(path, reason(error)) from error
    except UnicodeDecodeError as error:
        message = "not UTF-8 at byte {byte}; save the file as UTF-8"
        raise _refused(path, message, byte=error.start) from error
    try:
        found = json.loads(text, object_pairs_hook=once_each)
    except RecursionError:
        raise _refused(path, "nested too deep") from None
    except json.JSONDecodeError as error:
        raise _refused(f"{path}:{error.lineno}:{error.colno}", error.msg) from error
    except DuplicateKeyError as error:
        raise _refused(path, error.text) from None
    except ValueError:  # of more digits than Python converts
        raise _refused(path, "a number has too many digits") from None
    return _build(path, found)


def save(settings: Settings, path: Path) -> None:
    """Write `settings` atomically. Raises `SettingsError`."""
    text = json.dumps(asdict(settings), indent=2, ensure_ascii=False) + "\n"
    try:
        write_whole(path, text.encode())
    except OSError as error:
        what = error_text("{place}: {what}", place=path, what=reason(error))
        raise SettingsError("{what}. The change lasts until you quit.", what=what) from error


def change(path: Path, choices: Mapping[str, Any]) -> None:
    """Change only `choices` in the file. Raises `SettingsError`."""
    save(replace(load(path), **choices), path)


def _refused(place: Path | str, what: Text | str, /, **values: object) -> SettingsError:
    problem = error_text("{place}: {what}", place=place, what=as_text(what, values))
    return SettingsError("{what}. Fix or move the file.", what=problem)


def _build(path: Path, found: object) -> Settings:
    if not isinstance(found, dict):
        raise _refused(path, "the settings must be one JSON object")
    known = {one.name for one in fields(Settings)}
    if unknown := found.keys() - known:
        raise _refused(
            path,
            "unknown setting {name} (known: {known})",
            name=repr(min(unknown)),
            known=", ".join(sorted(known)),
        )
    defaults = Settings()
    language, theme = found.get("language", defaults.language), found.get("theme", defaults.theme)
    keys = found.get("keys", {})
    if language not in list(Language):
        raise _refused(path, "language must be one of {known}", known=", ".join(Language))
    if not isinstance(theme, str):
        raise _refused(path, "theme must be text")
    if not isinstance(keys, dict) or not all(isinstance(key, str) for key in keys.values()):
        code = '{"quiz.hint": "f3"}'
        raise _refused(path, "keys must map command ids to keys, such as {code}", code=code)
    return Settings(Language(language), theme, keys)
