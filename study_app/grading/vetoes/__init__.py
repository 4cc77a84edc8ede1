"""Vetoes that no tolerance overrules: contrast, negation, alternatives, contraries."""
