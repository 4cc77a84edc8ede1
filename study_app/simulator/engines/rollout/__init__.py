"""Rolling updates, with room as a number or on container instances."""
