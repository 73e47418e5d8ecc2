"""The formats of a verdict: every module in here is one, under its own name."""
