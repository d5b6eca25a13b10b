"""Documents: files that are reports (PDF, docx, xlsx) → `Page`, the same as pages give.

`kind_of` tells a file from a page by its bytes, `read_document` reads one under `Limits`, `UnreadableDocument` says why
one could not be read.
"""

from govreports.documents.kinds import Kind, kind_of
from govreports.documents.limits import Limits
from govreports.documents.reading import read_document
from govreports.documents.reasons import UnreadableDocument

__all__ = ["Kind", "Limits", "UnreadableDocument", "kind_of", "read_document"]
