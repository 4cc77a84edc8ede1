"""The kinds of simulation: the input and output of a case of each."""
