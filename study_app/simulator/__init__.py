"""A small Amazon ECS: values in, values and a trace out. Deterministic: no disk, no clock."""
