"""Whether two experiments can take the same client at the same instant: pure functions over plain values."""
