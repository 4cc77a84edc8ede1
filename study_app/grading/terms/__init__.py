"""Every known term, and its spellings in English and Korean."""
