"""The screens of the mock exam."""
