"""The plan from today to the exam: what is due, what is new, in what order, and whether the time is
enough."""
