"""Values of other people as ours: ids, numbers, days, and what else a field wants."""
