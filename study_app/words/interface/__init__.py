"""The texts of the interface, a module a room, English and its translations side by side."""
