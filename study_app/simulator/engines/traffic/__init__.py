"""Blue/green, linear and canary deployments: how traffic shifts."""
