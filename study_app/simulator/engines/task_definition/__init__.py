"""What AWS refuses about a task definition."""
