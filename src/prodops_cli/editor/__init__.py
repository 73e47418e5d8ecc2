"""The language server: what an editor asks about a catalog while somebody writes in it."""
