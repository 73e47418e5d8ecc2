"""The settings of a tree: read first, because they say where the rest is."""

from typing import NamedTuple

from prodops_cli.catalog.wrong import Wrong
from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import Document, read
from prodops_cli.documents.refusal import Refused
from prodops_cli.failure import Failure
from prodops_cli.models.mistakes import WrongType
from prodops_cli.models.settings import Settings
from prodops_cli.models.validate import validate
from prodops_cli.trees.tree import Tree

SETTINGS = "prodops.yaml"


class WrongSettings(Exception):
    """There are mistakes in prodops.yaml: nothing can be checked before they are mended."""

    def __init__(self, wrong: tuple[Wrong, ...]) -> None:
        super().__init__(SETTINGS)
        self.wrong = wrong


class NoSettings(Failure):
    """There is no prodops.yaml that could be read: no catalog is there."""


class ReadSettings(NamedTuple):
    """The document that marks a catalog's root, and what it says."""

    document: Document
    settings: Settings


def load_settings(tree: Tree) -> ReadSettings:
    """The document that marks a catalog's root, and what it says. Raises NoSettings, WrongSettings."""
    document = settings_document(tree)
    value = document.value or {}
    if not isinstance(value, dict):
        raise WrongSettings((WrongType(document, (), value, "a mapping, such as {version: 1}"),))
    own = {key: part for key, part in value.items() if not key.startswith("x-")}
    settings, mistakes = validate(document, own, Settings)
    if mistakes or settings is None:
        raise WrongSettings(mistakes)
    return ReadSettings(document, settings)


def settings_document(tree: Tree) -> Document:
    """The document that prodops.yaml holds; nothing in it is as good as an empty mapping."""
    try:
        source = decode(SETTINGS, tree.read(SETTINGS))
        _, _, documents, refusals = read(source)
    except FileNotFoundError as error:
        raise NoSettings(f"there is no {SETTINGS} in the {tree.name}", "name the catalog's folder with -C") from error
    except OSError as error:
        raise NoSettings(f"{SETTINGS} cannot be read: {error.strerror or error}", "make it a readable file") from error
    except Refused as refused:
        raise WrongSettings((refused.refusal,)) from refused
    if refusals:
        raise WrongSettings(refusals)
    if len(documents) > 1 or any(document.item is not None for document in documents):
        raise WrongSettings((WrongType(documents[-1], (), documents[-1].value, "one mapping and nothing beside it"),))
    return documents[0] if documents else Document(source, 0, None, {})
