"""Bring the key table of the README up to date: `python tests/repo/refresh_readme.py`."""

from pathlib import Path

from study_app.plain.keys import key_table

README = Path(__file__).parents[2] / "README.md"
HEAD, TAIL = "| Where | Keys", "\n\nPut your own keys"


def main() -> None:
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(HEAD)
    README.write_text(before + key_table() + TAIL + rest.partition(TAIL)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
