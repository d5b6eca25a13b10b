"""Writing a row of the registry as TOML, as a person would: what has its default value is left out."""

import json
import re
from collections.abc import Iterator, Mapping

from govreports.portals.portal import Portal

BARE = re.compile(r"[A-Za-z0-9_-]+$")


def row_toml(portal: Portal) -> str:
    """A portal as a [[portal]] row, which reads back as the same portal."""
    row = portal.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    # A bare name stands for a unit that has nothing else.
    row["units"] = [unit["name"] if unit.keys() == {"name"} else unit for unit in row.get("units", [])]
    tables = {key: value for key, value in row.items() if _is_tables(value)}
    values = {key: value for key, value in row.items() if key not in tables and value != []}
    lines = ["[[portal]]", *_pairs(values)]
    for key, rows in tables.items():
        for each in rows:
            lines += ["", f"[[portal.{key}]]", *_pairs(each)]
    return "\n".join(lines) + "\n"


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _pairs(values: Mapping[str, object]) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value)}" for key, value in values.items())


def _key(key: str) -> str:
    return key if BARE.match(key) else _value(key)


def _value(value: object) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(_pairs(value))} }}" if value else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    # JSON's strings, numbers and truths are TOML's, but for one character TOML wants escaped too.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
