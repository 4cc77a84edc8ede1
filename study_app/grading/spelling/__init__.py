"""Steps 8 to 10: words of an answer against the words of an accepted form."""
