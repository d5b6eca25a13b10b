"""JSON that list services answer with, and that pages carry in their scripts."""

import json
import re
from collections.abc import Iterable

# callback({…}); jQuery1830_15({…}) with or without a comment in front against content sniffing.
JSONP = re.compile(r"^\s*(?:/\*.*?\*/)?\s*[\w$.]+\s*\(\s*(.*?)\s*\)\s*;?\s*$", re.DOTALL)
DECODER = json.JSONDecoder(strict=False)


def answer(text: str) -> object:
    """What a JSON or JSONP answer says; None where it is neither."""
    text = text.lstrip("\ufeff")
    called = JSONP.match(text)
    try:
        return DECODER.decode((called[1] if called else text).strip())
    except json.JSONDecodeError:
        return None


def given(codes: Iterable[str], name: str) -> object:
    """The first object or list that some code gives under a name (`TREE: [...]`, `var TREE = {...}`), if it is JSON."""
    key = re.compile(rf"""(?<![\w.]){re.escape(name)}["']?\s*[:=]\s*(?=[\[{{])""")
    for code in codes:
        for found in key.finditer(code):
            try:
                value: object = DECODER.raw_decode(code, found.end())[0]
            except json.JSONDecodeError:
                continue
            return value
    return None


def objects(value: object) -> tuple[dict[str, object], ...]:
    """The objects of a list; of anything else, none."""
    return tuple(item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def words(value: object) -> str:
    """A text or number as text, without the space around it. Null, also where it is spelled out, is empty."""
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return "" if text.lower() in {"null", "undefined"} else text


def count(value: object) -> int | None:
    """A number of things, given as a number or as a text of digits."""
    text = words(value)
    return int(text) if text.isdecimal() else None
