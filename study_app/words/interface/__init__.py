"""The texts of the interface, one module per room, English and Korean side by side."""
