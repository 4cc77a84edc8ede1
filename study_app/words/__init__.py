"""Text, language and width: how anything is said. Pure."""
