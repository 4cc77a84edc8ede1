"""What each step does. Their order stands in `steps`."""
