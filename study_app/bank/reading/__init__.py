"""YAML as values: trees with places, typed fields, one reader for each sort of file."""
