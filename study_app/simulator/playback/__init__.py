"""A case as pictures: what there is to see before and after each step, and the rule behind it."""
