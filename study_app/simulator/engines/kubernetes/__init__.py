"""The RollingUpdate of a Kubernetes Deployment."""
