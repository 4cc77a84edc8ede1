"""The checks of `dva check` on content that can be read."""
