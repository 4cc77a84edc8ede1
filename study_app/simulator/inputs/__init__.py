"""Reading the plain values of a case, field by field."""
