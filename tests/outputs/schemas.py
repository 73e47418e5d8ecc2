"""What readers of CI formats take: the parts of their published formats that we write, and nothing besides."""

from typing import Any

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
NATURAL: dict[str, Any] = {"type": "integer", "minimum": 1}


def record(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """An object with these keys, and no other."""
    properties = required | optional
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


def some(items: dict[str, Any]) -> dict[str, Any]:
    """A list."""
    return {"type": "array", "items": items}


MESSAGE = record({"text": {"type": "string"}})
REGION = record({"startLine": NATURAL, "startColumn": NATURAL, "endLine": NATURAL, "endColumn": NATURAL})
ARTIFACT = record({"uri": {"type": "string", "pattern": "^[A-Za-z0-9_.~/%-]*$"}, "uriBaseId": {"const": "%SRCROOT%"}})
PHYSICAL = record({"artifactLocation": ARTIFACT, "region": REGION})
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = record(
    {"id": TEXT},
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=record({"text": TEXT, "markdown": TEXT}),
    defaultConfiguration=record({"level": LEVEL}),
    properties=record({"tags": some(TEXT)}),
)
REPLACEMENT = record({"deletedRegion": REGION, "insertedContent": MESSAGE})
CHANGE = record({"artifactLocation": ARTIFACT, "replacements": some(REPLACEMENT) | {"minItems": 1}})
RESULT = record(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": some(
            record(
                {"physicalLocation": PHYSICAL},
                logicalLocations=some(record({"name": {"type": "string"}, "fullyQualifiedName": TEXT})),
            )
        ),
        "partialFingerprints": record({"prodops/v1": {"type": "string", "pattern": "^[0-9a-f]{16}$"}}),
    },
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    relatedLocations=some(record({"id": NATURAL, "message": MESSAGE, "physicalLocation": PHYSICAL})),
    fixes=some(record({"description": MESSAGE, "artifactChanges": some(CHANGE) | {"minItems": 1}})),
    suppressions=some(
        record({"kind": {"const": "inSource"}, "status": {"const": "accepted"}, "justification": {"type": "string"}})
    ),
)
DRIVER = record({"name": TEXT, "version": TEXT, "rules": some(RULE)})
SARIF = record(
    {
        "$schema": TEXT,
        "version": {"const": "2.1.0"},
        "runs": some(
            record(
                {
                    "columnKind": {"const": "unicodeCodePoints"},
                    "originalUriBaseIds": {"type": "object"},
                    "tool": record({"driver": DRIVER}),
                    "results": some(RESULT),
                }
            )
        ),
    }
)

GITLAB = some(
    record(
        {
            "description": {"type": "string"},
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": record({"path": TEXT, "lines": record({"begin": NATURAL, "end": NATURAL})}),
        }
    )
)

POSITION = record({"line": NATURAL, "column": NATURAL})
RANGE = record({"start": POSITION, "end": POSITION})
LOCATION = record({"path": TEXT, "range": RANGE})
DIAGNOSTIC = record(
    {
        "message": {"type": "string"},
        "location": LOCATION,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "source": record({"name": TEXT}),
        "code": record({"value": TEXT}),
        "suggestions": some(record({"range": RANGE, "text": {"type": "string"}})),
        "related_locations": some(record({"message": {"type": "string"}, "location": LOCATION})),
    }
)
