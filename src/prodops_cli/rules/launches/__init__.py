"""What goes out, when, and whether it is ready."""
