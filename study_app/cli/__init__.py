"""The command line: arguments in, rooms joined, exit codes out."""
