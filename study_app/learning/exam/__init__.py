"""The mock exam: the draw, the attempt with its clock, and the result."""
