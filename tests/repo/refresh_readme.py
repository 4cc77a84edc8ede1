"""Bring the key table of the README up to date: `python tests/repo/refresh_readme.py`."""

from pathlib import Path

from study_app.commands.keys import key_names
from study_app.commands.table import PLACES

README = Path(__file__).parents[2] / "README.md"
HEAD, TAIL = "| Where | Keys", "\n\nPut your own keys"


def key_table() -> str:
    """Every place with its commands as a Markdown table in English."""
    rows = ["| Where | Keys | What it does | Id |", "|---|---|---|---|"]
    for place in PLACES:
        for command in place.commands:
            keys = key_names(command.keys)
            rows.append(f"| {place.title.en} | {keys} | {command.sentence.en} | `{command.id}` |")
    return "\n".join(rows)


def main() -> None:
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(HEAD)
    README.write_text(before + key_table() + TAIL + rest.partition(TAIL)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
