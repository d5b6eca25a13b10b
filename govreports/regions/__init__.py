"""Administrative division codes (GB/T 2260), current and historical."""

from govreports.regions.search import find_region, is_code, is_place, is_stem

__all__ = ["find_region", "is_code", "is_place", "is_stem"]
