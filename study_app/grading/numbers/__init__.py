"""Step 11: numbers, units and dates."""
