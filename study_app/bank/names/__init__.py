"""The names that AWS's own APIs and command line know."""
