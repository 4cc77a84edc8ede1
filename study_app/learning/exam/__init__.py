"""The mock exam: what is drawn for it, the attempt with its clock, and the result."""
