"""From today to the exam: what is due, what is new, in which order, and whether it is enough."""
