"""How experiments are designed, run and decided."""
