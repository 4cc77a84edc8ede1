"""The chance of passing an exam today: what answers tell of a learner, by a model of knowing."""
