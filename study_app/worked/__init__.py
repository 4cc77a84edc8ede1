"""Questions made from templates: values drawn by a seed, key and wrong answers computed."""
