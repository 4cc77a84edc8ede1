"""Two caches of Textual 8.2.8 that would make the app grow for as long as it runs."""

from functools import lru_cache
from typing import Any, Final

from textual._styles_cache import StylesCache
from textual.strip import Strip

STYLES: Final = 1024
"""So many styles are kept as they are written to the terminal; a screen has some hundred."""


def let_go() -> None:
    """Let these caches let go of what is no longer on screen."""
    # Meant as a class method, by its `cls`. Without that its cache holds the drawn lines of a
    # thousand widgets that are gone: 60 MB.
    _class_method(StylesCache, "get_inner_outer", StylesCache.__dict__["get_inner_outer"])
    # A style knows where on screen it stands, so nearly every one is new: 16,384 are kept.
    written: Any = Strip.render_ansi
    _class_method(Strip, "render_ansi", lru_cache(STYLES)(written.__func__.__wrapped__))


def _class_method(owner: type, name: str, function: Any) -> None:
    if not isinstance(function, classmethod):
        setattr(owner, name, classmethod(function))
