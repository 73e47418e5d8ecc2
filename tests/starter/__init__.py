"""What a new catalog, and a new document, begin with."""
