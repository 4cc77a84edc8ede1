"""Names in AWS's APIs and command line."""
