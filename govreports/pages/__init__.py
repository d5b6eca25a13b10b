"""Pages: bytes to `Page`.

`decode` reads bytes as text, `read_page` reads a saved HTML page or a text dump of one, `join_pages` makes one page of
an article's several, `Detail` says where a CMS family keeps what. `UnreadablePage` says why a body is no page.
"""

from govreports.pages.decoding import Decoded, decode, looks_binary
from govreports.pages.detail import Detail
from govreports.pages.joining import join_pages
from govreports.pages.reading import read_page
from govreports.pages.reasons import UnreadablePage

__all__ = ["Decoded", "Detail", "UnreadablePage", "decode", "join_pages", "looks_binary", "read_page"]
