"""All documents of a tree together."""
