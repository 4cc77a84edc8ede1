"""Pure rules of studying: items, marking, sessions, progress. No clock, no randomness, no disk."""
