"""JSON Schemas (2020-12) of the kinds and of prodops.yaml, with the words that stand in the models."""

import ast
import inspect
import json
import re
from functools import cache
from textwrap import dedent
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from prodops_cli.failure import Misuse
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.part import Part
from prodops_cli.models.settings import Settings
from prodops_cli.models.spelling import nearest

WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where the words of a class's name meet: editors show them above what they explain, and offer them as a whole."""

MODELS: dict[str, type[Part]] = {**KINDS, "prodops": Settings}


class WithWords(GenerateJsonSchema):
    """Schemas for people who write YAML: an empty key is a mistake, and every key says what it means."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """None only says that a key is not written, so it is no value."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of a part, with the words below its fields."""
        written = super().model_schema(schema)
        model: type[Part] = schema["cls"]
        written["title"] = WORDS.sub(" ", model.__name__).lower()
        words = words_of(model)
        for name, field in model.model_fields.items():
            found = written.get("properties", {}).get(field.alias or name)
            if found is not None:
                found.pop("default", None)
                found.pop("title", None)
                found["description"] = words[name]
        return written


@cache
def words_of(model: type[Part]) -> dict[str, str]:
    """The words that stand below each field in the source; those of its own class win."""
    words = dict(words_of(base)) if (base := model.__base__) is not None and issubclass(base, Part) else {}
    (defined,) = ast.parse(dedent(inspect.getsource(model))).body
    assert isinstance(defined, ast.ClassDef)
    for field, below in zip(defined.body, defined.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                words[name] = inspect.cleandoc(said)
            case _:
                pass
    return words


def schema(name: str) -> str:
    """The schema of a kind, or of `prodops`, as indented JSON. Raises Misuse for anything else."""
    if name not in MODELS:
        near = nearest(name, MODELS)
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(MODELS)}"
        raise Misuse(f"there is no kind `{name}`", hint)
    return json.dumps(document_schema(MODELS[name], name), indent=2, ensure_ascii=False)


def schemas() -> dict[str, str]:
    """All schemas by name."""
    return {name: schema(name) for name in MODELS}


def document_schema(model: type[Part], name: str) -> dict[str, Any]:
    """What a file of a kind holds: one document, or a list of them, with a company's own keys beside ours."""
    written = model.model_json_schema(schema_generator=WithWords)
    definitions = written.pop("$defs", {})
    written.setdefault("patternProperties", {})["^x-"] = {"description": "Your own; kept, never checked."}
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": name}
    if not issubclass(model, Entity):
        return head | written | head | {"$defs": definitions}
    written["properties"]["kind"] = {
        "const": name,
        "description": "What this document is, where its folder does not say.",
    }
    definitions["document"] = written
    one_or_many = [{"$ref": "#/$defs/document"}, {"type": "array", "items": {"$ref": "#/$defs/document"}}]
    return head | {"anyOf": one_or_many, "$defs": definitions}
