"""Web pages: opened in a browser if there is one, else copied."""

import os
import sys
from collections.abc import Mapping

from textual.app import App

from study_app.words.language import Language
from study_app.words.wording import say


def has_browser(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a page opens in a window of its own.

    Not over SSH, where it would open on the other machine; and not without a display, where a
    browser for terminals would take the place of the app.
    """
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY")):
        return False
    if platform in {"darwin", "win32"} or environment.get("BROWSER"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))


def open_or_copy(app: App[object], address: str, language: Language) -> str:
    """Open `address`, or put it into the clipboard (OSC 52). Returns what to say of it."""
    if has_browser():
        app.open_url(address)
        return say("Opened the page in your browser.", language)
    app.copy_to_clipboard(address)
    return say("Address copied to the clipboard.", language)
