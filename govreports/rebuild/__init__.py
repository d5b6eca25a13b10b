"""Rebuild: every archived report read and parsed again, offline and on all cores. No Scrapy, no walk, no network."""

from govreports.rebuild.cells import CellChange, cell_changes
from govreports.rebuild.run import Rebuilt, rebuild

__all__ = ["CellChange", "Rebuilt", "cell_changes", "rebuild"]
