"""The study loop as lines of text, for pipes, screen readers and dumb terminals."""
