"""How large and how long an experiment has to be: what is written of it, given to the statistics."""
