"""Word files (docx): paragraphs and tables as printed."""

from govreports.documents.docx.reading import read_docx

__all__ = ["read_docx"]
