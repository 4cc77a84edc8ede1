"""Open a web page in a browser, or copy its address where there is none."""

import os
import sys
from collections.abc import Mapping

from textual.app import App

from study_app.words.language import Language
from study_app.words.wording import say


def has_browser(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a page can open in a separate window.

    Not over SSH, where it would open on the remote machine, and not without a display, where a
    terminal browser would take over the app's screen.
    """
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY")):
        return False
    if platform in {"darwin", "win32"} or environment.get("BROWSER"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))


def open_or_copy(app: App[object], address: str, language: Language) -> str:
    """Open `address`, or copy it to the clipboard (OSC 52). Returns the notice to show."""
    if has_browser():
        app.open_url(address)
        return say("Opened the page in your browser.", language)
    app.copy_to_clipboard(address)
    return say("Address copied to the clipboard.", language)
