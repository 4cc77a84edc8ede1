"""Where the content shipped with the program is found."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def shipped_content() -> Path:
    """The content folder of a checkout, else the one inside the installed package.

    In a checkout `content/` stands beside the package, so that an edit shows at once. Beside an
    installed package stand other people's packages, hence the look into the folder.
    """
    checkout = PACKAGE.parent / "content"
    if (checkout / "topics").is_dir() and (checkout / "exams").is_dir():
        return checkout
    return PACKAGE / "content"
