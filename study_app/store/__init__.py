"""The append-only review log on disk. The only room that knows SQLite."""
