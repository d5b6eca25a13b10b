"""Which column of its site a page belongs to, and whether that is the one of the annual reports.

《政府网站发展指引》(国办发〔2017〕47号) asks every column page for ColumnName and ColumnType; its vocabulary of types
has 信息公开年报. Pages from before say it in the line of the current position, or only in their title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from govreports.platforms.beside import squeezed

if TYPE_CHECKING:
    from govreports.platforms.rows import Listing

ANNUAL_REPORTS = "信息公开年报"
OF_ANNUAL_REPORTS = re.compile(
    r"信息公开.*(?:年报|年度报告)|^(?:工作)?(?:年报|年度报告)$|^(?:年报|年度报告)(?:公开|专栏|列表)?$"
)
# Other yearly papers with columns of their own.
OF_SOMETHING_ELSE = re.compile(r"网站|网年报|预算|决算|法治|企业|统计|财政|审计|解读")
POSITION = re.compile(r"位置|所在(?:地|栏目)")
STEP = re.compile(r"\s*(?:->|>+|›|»|＞|→|/|::)\s*")


@dataclass(frozen=True, slots=True)
class Column:
    """`name` as the page gives it, None where it gives none."""

    name: str | None
    is_annual_reports: bool

    @property
    def told(self) -> str | None:
        """What an entry is told of its column: the name, or its type where the name (县教育局) does not tell it."""
        return self.name if not self.is_annual_reports or "年" in (self.name or "") else ANNUAL_REPORTS


def column_of(listing: Listing) -> Column:
    """The column a page says it is: by its tags, else by the line of the current position, else by its title."""
    name = listing.tag("ColumnName") or _position(listing) or _last_step(listing.title())
    types = listing.tag("ColumnType") or ""
    return Column(name or None, ANNUAL_REPORTS in types or bool(name and names_annual_reports(name)))


def names_annual_reports(name: str) -> bool:
    """Whether a column's name, or a link's text that leads to a column, names the annual reports on disclosure."""
    return bool(OF_ANNUAL_REPORTS.search(name)) and not OF_SOMETHING_ELSE.search(name)


def _position(listing: Listing) -> str:
    """The last step of 您现在的位置：首页 > 信息公开 > 信息公开年报."""
    for line in listing.tree.xpath("//body//*[contains(text(), '位置') or contains(text(), '所在')]"):
        text = squeezed(" ".join(line.xpath(".//text()").getall()))
        if len(text) <= 120 and POSITION.search(text):
            return _last_step(text.partition("：")[2] or text.partition(":")[2] or text)
    return ""


def _last_step(text: str) -> str:
    return next(chain((step for step in reversed(STEP.split(text)) if step), [""]))
