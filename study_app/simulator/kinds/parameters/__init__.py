"""The parameters of a case as texts that a person edits."""
