"""Why a file could not be read."""

from typing import Literal

Reason = Literal[
    "unsupported-format",
    "not-a-document",
    "damaged",
    "encrypted",
    "no-pages",
    "too-large",
    "too-slow",
    "entities",
    "no-text",
    "unmapped-font",
]
"""unsupported-format: a kind that is known and not read; not-a-document: no file of a known kind; damaged: cut off or
malformed; encrypted: asks for a password; no-pages: a PDF without pages; too-large: more pages, bytes or memory than
the limits allow; too-slow: not read in time; entities: XML with a document type of its own; no-text: a scan or an empty
file; unmapped-font: the text's fonts do not tell which characters they print."""


class UnreadableDocument(Exception):  # noqa: N818 - like UnreadablePage a verdict on the file, not a fault
    """A file that gives no document. `reason` says why in a word, the message in a sentence."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(f"{reason}: {message}")
        self.reason: Reason = reason
        self.message = message


"""What is wrong, without the word for it, is in `message`."""
