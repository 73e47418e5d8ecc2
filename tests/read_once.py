"""Files that many tests have in common, which are read once: what a file holds depends on its bytes alone."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

import pytest

from prodops_cli.catalog import load as loading
from prodops_cli.catalog.load import FileContent
from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Reading
from prodops_cli.documents.source import Source


@contextmanager
def read_once(files: Mapping[str, bytes]) -> Iterator[None]:
    """While it lasts, what stands in these files is not read again; all others are, each time."""
    same = {decode(path, data) for path, data in files.items()}
    read, content_of = loading.read, loading.content_of
    read_same = cache(read)
    contents: dict[tuple[Source, str], FileContent] = {}

    def content(reading: Reading, kind: str) -> FileContent:
        if reading.source not in same:
            return content_of(reading, kind)
        key = (reading.source, kind)
        if key not in contents:
            contents[key] = content_of(reading, kind)
        return contents[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "read", lambda source: (read_same if source in same else read)(source))
        patch.setattr(loading, "content_of", content)
        yield
