"""Step 12: lists."""
