"""Digests: what contents are known by, the same as in git."""

import hashlib


def blob_id(data: bytes) -> str:
    """Git's name for these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
