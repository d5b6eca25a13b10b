"""One module per CMS family: how a catalogue is listed and paged, and where a page keeps its body.

An adapter is a module of this package that defines `ADAPTER`; there is no list to add it to."""

from govreports.platforms.adapter import Adapter, UnknownPlatformError, adapter, platforms

__all__ = ["Adapter", "UnknownPlatformError", "adapter", "platforms"]
