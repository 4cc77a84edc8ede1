"""The use cases: what a front end changes or looks up."""
