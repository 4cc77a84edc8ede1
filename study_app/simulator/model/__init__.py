"""The domain of a simulation: a cluster, tasks, rules and the trace of their use."""
