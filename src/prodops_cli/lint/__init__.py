"""The machine that runs rules; it knows none of them."""
