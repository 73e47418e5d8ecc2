"""Experiments that get in each other's way."""
