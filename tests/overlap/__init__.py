"""Tests of the overlap engine, by tables and against brute force."""
