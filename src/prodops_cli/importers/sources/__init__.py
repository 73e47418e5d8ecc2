"""The sources that are known: a mapping each; what a mapping can't say stands in a module of its name."""
