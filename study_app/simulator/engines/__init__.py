"""The engines of the simulator, each with its rules."""
