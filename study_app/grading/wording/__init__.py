"""Closed classes of words, stems, and what stands before a name."""
