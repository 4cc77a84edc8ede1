"""What the AWS CLI takes and gives, laid over a case."""
