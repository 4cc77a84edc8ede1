"""Typed answers: lenient on spelling, strict on meaning. Every veto comes before any tolerance."""
