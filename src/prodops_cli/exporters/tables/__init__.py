"""The catalog as tables: written once, for every format that has tables."""
