"""Documents as the rows of a sheet: a column for each key, and cells that are read back as what was written."""
