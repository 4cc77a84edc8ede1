"""The cluster query language."""
