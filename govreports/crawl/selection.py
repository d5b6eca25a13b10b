"""Which portals of the registry a call is for."""

from collections.abc import Iterable

from govreports.portals import Portal, Registry, RegistryError

NOT_WITHOUT_NAME = frozenset({"blocked", "gone"})
"""Status of portals that a region does not bring along: they are asked only by name."""


def selected(registry: Registry, ids: Iterable[str] = (), regions: Iterable[str] = ()) -> tuple[Portal, ...]:
    """The portals named, then those whose division code begins with one of the regions' digits, each once, in the
    registry's order. Raises RegistryError for an unknown id and for a region that brings none."""
    chosen = {portal_id: registry[portal_id] for portal_id in ids}
    for region in regions:
        chosen |= {portal.id: portal for portal in _within(registry, region) if portal.id not in chosen}
    return tuple(chosen.values())


def _within(registry: Registry, region: str) -> list[Portal]:
    if not (region.isascii() and region.isdigit() and len(region) <= 6):
        raise RegistryError(f"region {region!r} is no division code and no beginning of one (34, 3416, 341602)")
    found = [portal for portal in registry if portal.region.startswith(region)]
    asked = [portal for portal in found if portal.status not in NOT_WITHOUT_NAME]
    if asked:
        return asked
    if found:
        told = ", ".join(f"{portal.id} ({portal.status})" for portal in found)
        raise RegistryError(f"region {region} has no portal that can be asked: {told}; name one by --portal to try it")
    near = sorted({portal.region for portal in registry if portal.region.startswith(region[:2])})
    hint = f"; of province {region[:2]} it knows {', '.join(near)}" if near else ""
    raise RegistryError(f"no portal of the registry lies in region {region}{hint}")
