"""The chance of passing an exam today, estimated from answers by a model of knowledge."""
