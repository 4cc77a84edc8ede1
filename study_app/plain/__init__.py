"""The same study loop as lines: pipes, screen readers, dumb terminals."""
