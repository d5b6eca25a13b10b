"""A portal to test against: a real HTTP server that plays any CMS family from data, with its awkwardness switched on.

`world` and `columns` hold the data, made first; `truth` says from them what there is to find; the modules of `families`
render pages from the same data, as the families' real pages look. Nothing here looks at what an adapter reads.
"""

from .families import families
from .family import APART
from .server import PortalServer
from .truth import Truth

__all__ = ["APART", "PortalServer", "Truth", "families"]
