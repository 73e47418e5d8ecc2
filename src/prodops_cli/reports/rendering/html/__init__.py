"""HTML: one page that needs nothing else."""
