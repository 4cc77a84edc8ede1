"""Typed answers: lenient on spelling, strict on meaning. Every veto precedes any tolerance."""
