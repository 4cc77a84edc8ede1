"""Where Amazon ECS starts and stops tasks: filters, constraints, strategies."""
