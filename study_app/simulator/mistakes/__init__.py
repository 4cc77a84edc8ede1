"""What people get wrong, computed: named mistakes by kind of case, each with its result."""
