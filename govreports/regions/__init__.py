"""Administrative division codes (GB/T 2260), current and historical, and what tells where an organ is."""

from govreports.regions.search import find_region, is_code, is_place, is_stem
from govreports.regions.witnesses import Whereabouts, Witnesses, decide_region

__all__ = ["Whereabouts", "Witnesses", "decide_region", "find_region", "is_code", "is_place", "is_stem"]
