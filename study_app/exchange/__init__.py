"""Formats in and out, one module each, and one history on two machines."""
