"""What no tolerance may overrule: contrast, negation, alternatives, contraries."""
