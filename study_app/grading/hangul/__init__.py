"""Korean: letters of a syllable, endings, verbs, sound."""
