"""PDF: characters and ruling lines → paragraphs and tables."""

from govreports.documents.pdf.reading import read_pdf

__all__ = ["read_pdf"]
