"""The formats of sources: one format, one file, which makes records of bytes."""
