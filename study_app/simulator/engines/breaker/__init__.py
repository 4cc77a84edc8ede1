"""The deployment circuit breaker, and what becomes of a deployment."""
