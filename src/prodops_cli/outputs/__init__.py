"""A verdict, printed: one format, one file."""
