"""The same input gives the same bytes, whatever differs around a command."""
