"""Experiments as the overlap engine sees them: who meets whom, how loud that is, and what to do."""
