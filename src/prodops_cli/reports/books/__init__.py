"""What the books share: the reports in which people look things up, an entry for each thing."""
