"""The health of a service: replacing unhealthy tasks, and how long a deployment takes."""
