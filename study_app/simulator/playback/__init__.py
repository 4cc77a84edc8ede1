"""A case as pictures: the state before and after each step, and the rule behind it."""
