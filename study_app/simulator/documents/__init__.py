"""What the AWS CLI takes and returns, applied to a case."""
