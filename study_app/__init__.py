"""A terminal study and quiz application for the AWS Certified Developer - Associate exam."""
