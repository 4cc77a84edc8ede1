"""Figures of `dva stats` and of the Progress screen, counted from the log."""
