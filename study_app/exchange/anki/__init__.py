"""Packages of Anki, by its own library, which is an extra and imported where it is needed only."""
