"""The registry of portals: facts about sites, one row each, and no code."""

from govreports.portals.portal import CatalogueRow, Portal
from govreports.portals.registry import Registry, RegistryError, load_portal, load_registry

__all__ = ["CatalogueRow", "Portal", "Registry", "RegistryError", "load_portal", "load_registry"]
