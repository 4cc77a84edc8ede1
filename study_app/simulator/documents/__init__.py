"""AWS CLI documents, input and output, applied to a case."""
