"""What makes a catalog comfortable: schemas for editors, and the files by which CI lints it."""

import json
import os
from collections.abc import Mapping
from enum import Enum
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Final

from prodops_cli import starter
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.schema import schemas
from prodops_cli.starter.documents import filled
from prodops_cli.starter.origin import Origin

SCHEMAS: Final = "schemas"


class Service(Enum):
    """Who can be asked to lint, or to write the weekly digest: the file that each of them reads."""

    github = ".github/workflows/prodops.yml"
    github_weekly = ".github/workflows/product-week.yml"
    gitlab = ".gitlab-ci.yml"
    gitlab_weekly = ".gitlab/product-week.yml"
    pre_commit = ".pre-commit-config.yaml"

    @property
    def installs(self) -> bool:
        """Whether it gets prodops itself; a hook runs the one that is there."""
        return self is not Service.pre_commit


def for_editors() -> dict[str, str]:
    """The schemas, and the settings by which VS Code finds them."""
    globs = {name: [f"{model.folder}/**/*.yaml", f"{model.folder}/**/*.yml"] for name, model in KINDS.items()}
    globs["prodops"] = ["prodops.yaml"]
    settings = {"yaml.schemas": {f"./{schema_path(name)}": found for name, found in globs.items()}}
    extensions = {"recommendations": ["redhat.vscode-yaml"]}
    return {
        **{schema_path(name): f"{text}\n" for name, text in schemas().items()},
        ".vscode/settings.json": f"{json.dumps(settings, indent=2)}\n",
        ".vscode/extensions.json": f"{json.dumps(extensions, indent=2)}\n",
    }


def with_modelines(documents: Mapping[str, str]) -> dict[str, str]:
    """Documents that tell every editor where their schema is: of settings, one knows those of the folder it opened."""
    return {path: f"{modeline(path, schema_of(path))}\n{text}" for path, text in documents.items()}


def modeline(path: str, schema: str) -> str:
    """The line by which yaml-language-server finds a schema, from a document's path."""
    return f"# yaml-language-server: $schema={os.path.relpath(schema, PurePosixPath(path).parent)}"


def schema_of(path: str) -> str:
    """Where the schema of a new catalog's document is."""
    folders = {model.folder: name for name, model in KINDS.items()}
    return schema_path(folders.get(PurePosixPath(path).parts[0], "prodops"))


def schema_path(name: str) -> str:
    """Where a schema is written."""
    return f"{SCHEMAS}/{name}.schema.json"


def for_service(service: Service, directory: PurePosixPath, origin: Origin) -> str:
    """What a service runs; `directory` leads from the repository's top to the catalog, `origin` to prodops."""
    template = files(starter) / "ci" / f"{service.name.replace('_', '-')}{PurePosixPath(service.value).suffix}"
    said = {"directory": str(directory), "origin": str(origin)}
    return filled(template, {name: json.dumps(text, ensure_ascii=False) for name, text in said.items()})
