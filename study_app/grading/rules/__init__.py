"""The implementation of each step. Their order is in `steps`."""
