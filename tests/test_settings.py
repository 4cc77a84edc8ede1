"""Where things are kept, and what the learner chose."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.settings import Settings, SettingsError, change, learner_files, load, save
from study_app.words.language import Language

REMEDY = "Fix or move the file."

choices = st.builds(
    Settings, st.sampled_from(Language), st.text(), st.dictionaries(st.text(), st.text())
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A settings file that is not there yet, in a folder that is not there either."""
    return tmp_path / "data" / "settings.json"


def written(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@given(choices)
def test_what_was_chosen_is_there_the_next_time(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    path = tmp_path_factory.getbasetemp() / "chosen" / "settings.json"
    save(settings, path)
    assert load(path) == settings


def test_below_a_file_there_are_defaults(path: Path) -> None:
    """What is to be moved is that file, as the log says: these settings are not there."""
    path.parent.write_text("")
    assert load(path) == Settings()


def test_without_a_file_there_are_defaults_and_no_file_is_made(path: Path) -> None:
    """Asking for a path creates nothing; only writing does."""
    assert load(path) == Settings(Language.EN, "dva-dark", {})
    assert not path.parent.exists()


def test_what_is_not_in_the_file_has_its_default(path: Path) -> None:
    assert load(written(path, '{"theme": "dva-light"}')) == Settings(theme="dva-light")
    assert load(written(path.parent / "more" / path.name, "{}")) == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "the settings must be one JSON object"),
        ("null", "the settings must be one JSON object"),
        ('{"colour": 1, "xyz": 2}', "unknown setting 'colour' (known: keys, language, theme)"),
        ('{"language": "fr"}', "language must be one of en, ko, both"),
        ('{"language": null}', "language must be one of en, ko, both"),
        ('{"language": ["en"]}', "language must be one of en, ko, both"),
        ('{"language": {}}', "language must be one of en, ko, both"),
        ('{"theme": 1}', "theme must be text"),
        ('{"keys": []}', 'keys must map command ids to keys, such as {"quiz.hint": "f3"}'),
        ('{"keys": {"quiz.hint": 3}}', "keys must map command ids to keys"),
        pytest.param("[" * 100_000, "nested too deep", id="deep"),
    ],
)
def test_a_wrong_value_is_refused_with_what_to_write(path: Path, text: str, message: str) -> None:
    """What is wrong, where, and what to write instead."""
    with pytest.raises(SettingsError) as refused:
        load(written(path, text))
    assert str(refused.value).startswith(f"{path}: {message}")
    assert str(refused.value).endswith(REMEDY)


def test_a_file_that_is_no_json_is_refused_with_its_place(path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        load(written(path, '{"language": "ko",\n "theme" "x"}'))
    assert str(refused.value).startswith(f"{path}:2:10: ")
    assert str(refused.value).endswith(REMEDY)


def test_a_file_that_is_no_text_is_refused(path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        load(written(path, b"{}\xff\xfe"))
    what = "not UTF-8 at byte 2; save the file as UTF-8"
    assert str(refused.value) == f"{path}: {what}. {REMEDY}"


@pytest.mark.parametrize(
    "text",
    [
        b"\xff{}",
        b'{"theme": ' + b"9" * 5000 + b"}",
        b'\xef\xbb\xbf{"theme": "x"}',
        rb'{"theme": "\x"}',
        rb'{"theme": "\u00g0"}',
        b'{"theme": "x\n"}',
        b'{"theme": "x',
        b"{} {}",
        b"{,}",
        b"[" * 100_000,
        b"",
    ],
)
def test_what_is_wrong_is_said_in_korean_as_well(path: Path, text: bytes) -> None:
    with pytest.raises(SettingsError) as refused:
        load(written(path, text))
    korean = refused.value.text.ko.removeprefix(str(path))
    assert not re.search("[a-z]", korean), korean


def test_a_folder_in_its_place_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(SettingsError, match="directory"):
        load(path)


def test_settings_are_saved_all_at_once_or_not_at_all(path: Path) -> None:
    """A run that is cut off while it writes leaves the old file whole."""
    save(Settings(theme="old"), path)
    with path.open(encoding="utf-8") as old:
        save(Settings(theme="new"), path)
        assert '"old"' in old.read(), "the old file was replaced, not overwritten"
    assert load(path).theme == "new"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_change_leaves_the_other_settings_as_they_are(path: Path) -> None:
    """Two programs may run, and a flag for one run is no choice."""
    save(Settings(Language.KO, "dva-light", {"quiz.hint": "f3"}), path)
    change(path, {"theme": "dva-dark"})
    assert load(path) == Settings(Language.KO, "dva-dark", {"quiz.hint": "f3"})


def test_a_file_that_cannot_be_read_is_not_changed(path: Path) -> None:
    written(path, "not JSON")
    with pytest.raises(SettingsError, match=REMEDY):
        change(path, {"theme": "dva-dark"})
    assert path.read_text() == "not JSON"


def test_settings_that_cannot_be_saved_are_refused(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(SettingsError, match="The change lasts until you quit") as refused:
        save(Settings(), path)
    assert str(refused.value).startswith(f"{path}: ")


def test_everything_lies_in_the_folder_that_was_named(tmp_path: Path) -> None:
    named = learner_files(tmp_path / "mine")
    assert named.log == tmp_path / "mine" / "progress.db"
    assert named.settings == tmp_path / "mine" / "settings.json"
    assert not (tmp_path / "mine").exists()


def test_a_tilde_is_the_home_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert learner_files(Path("~/study")).folder == tmp_path / "study"


def test_else_it_is_the_data_directory_of_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    folder = learner_files().folder
    assert folder.name == "dva-study"
    assert folder.is_relative_to(tmp_path) or "AppData" in folder.parts
    assert list(tmp_path.iterdir()) == []
