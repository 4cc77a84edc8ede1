"""The task sizes of AWS Fargate."""
