"""The product stack: who answers for it, and what was signed."""
