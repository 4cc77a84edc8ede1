"""Content: YAML files in, checked values out. The only room that knows YAML."""
