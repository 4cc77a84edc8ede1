"""The kinds of simulation: what a case of each reads and gives."""
