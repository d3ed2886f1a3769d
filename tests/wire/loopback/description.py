"""Discord's own description of its interface, where the variable DISCORD_OPENAPI names a copy; without: no check.

The copy is github.com/discord/discord-api-spec, specs/openapi.json. Checking needs the package jsonschema too.
"""

import importlib
import json
import os
import re
from pathlib import Path
from typing import Any, Self

from loopback.faults import Request
from loopback.world import Json


class Description:
    def __init__(self, whole: Json) -> None:
        self._whole = _widened(whole) if whole else whole
        self._paths = sorted(whole.get("paths", {}), key=lambda path: path.count("{"))
        self._validators: dict[str, Any] = {}

    @classmethod
    def named(cls) -> Self:
        path = os.environ.get("DISCORD_OPENAPI", "")
        return cls(json.loads(Path(path).read_text(encoding="utf-8")) if path else {})

    def trouble(self, request: Request) -> list[str]:
        """Where the body leaves the description."""
        if not self._whole or request.body is None:
            return []
        for path in self._paths:
            method = self._whole["paths"][path].get(request.method.lower())
            if method and re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", path), request.path):
                return self._errors(path, request)
        return [f"{request.method} {request.path} is not described"]

    def _errors(self, path: str, request: Request) -> list[str]:
        kept = path.replace("~", "~0").replace("/", "~1")
        pointer = f"#/paths/{kept}/{request.method.lower()}/requestBody/content/application~1json/schema"
        if pointer not in self._validators:
            validator = importlib.import_module("jsonschema").Draft202012Validator
            self._validators[pointer] = validator(self._whole | {"$ref": pointer})
        return [error.message[:300] for error in self._validators[pointer].iter_errors(request.body)]


def _widened(whole: Json) -> Json:
    """What Discord takes and its description does not say: ids as numbers, permissions as digits."""
    schemas: dict[str, Json] = whole["components"]["schemas"]
    schemas["SnowflakeType"] = {"anyOf": [schemas["SnowflakeType"], {"type": "integer", "minimum": 0}]}
    for schema in schemas.values():
        permissions = schema.get("properties", {}).get("default_member_permissions")
        if permissions and "integer" in permissions.get("type", []):
            digits = {"type": "string", "pattern": "^[0-9]+$"}
            schema["properties"]["default_member_permissions"] = {"anyOf": [permissions, digits]}
    return whole
