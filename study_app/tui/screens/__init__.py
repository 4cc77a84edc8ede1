"""One module a screen. A screen asks and shows; it decides nothing."""
