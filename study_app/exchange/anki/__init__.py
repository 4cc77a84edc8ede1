"""Anki packages, read and written by Anki's own library: an extra, imported only where needed."""
