"""Pictures as lines of styled pieces, the same for both front ends."""
