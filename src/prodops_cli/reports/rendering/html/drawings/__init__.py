"""The drawings of charts: one kind, one file."""
