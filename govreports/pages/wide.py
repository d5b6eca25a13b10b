"""UTF-16 that nothing declares, told by the NUL half of its ASCII characters."""

from govreports.pages.chinese import how_chinese

_SAMPLE = 16384


def utf16_without_mark(body: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` for a body that reads as markup and Chinese so, else None."""
    sample = body[: min(_SAMPLE, len(body) - len(body) % 2)]
    if b"\0" not in sample:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        plain = sum(1 for character in text if "\t" <= character <= "~")
        if plain + (len(text) - plain) * max(0.0, how_chinese(text)) > 0.7 * len(text):
            return encoding
    return None
