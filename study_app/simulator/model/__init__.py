"""What a simulation is about: a cluster, tasks, rules and the trace of their use."""
