"""The version of this program, read by the build and by `dva --version`."""

__version__ = "0.1.0"
