"""What `dva check` refuses beyond what keeps content from being read."""
