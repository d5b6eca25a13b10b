"""pdfium, set up so that what it reads does not depend on the fonts of the machine."""

import ctypes
from functools import cache
from pathlib import Path

import pypdfium2.raw as pdfium

_FONTS = Path(__file__).parent / "data"
"""A folder with one font, in which every character is the same box (docs/documents.md tells how it was made).

Many Chinese PDFs embed no font and rely on the reader's 宋体. Where the machine has none, pdfium finds no outline,
takes the character to be empty, and drops it from the text if it stands alone, as in a narrow label or at a label's
end. The outline itself is never looked at: places come from the widths that the PDF states. pdfium knows the font by
the name of a Chinese one that it asks for."""


@cache
def start() -> None:
    """Set the library up; once in a process."""
    paths = (ctypes.POINTER(ctypes.c_char) * 2)()
    paths[0] = ctypes.cast(ctypes.create_string_buffer(str(_FONTS).encode()), ctypes.POINTER(ctypes.c_char))
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=paths)
    pdfium.FPDF_InitLibraryWithConfig(config)
    _KEPT.extend((paths, config))


_KEPT: list[object] = []
"""What the library goes on pointing at."""
