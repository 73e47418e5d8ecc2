"""Where bytes come from: the work tree, a git revision, memory."""
