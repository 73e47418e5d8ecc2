"""Product operations as code."""
