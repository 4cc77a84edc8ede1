"""Step 13: commands, JSON and YAML, values given to names."""
