"""Hanweb's xxgk module: a column page whose script asks /module/xxgk/search.jsp for fragments, and the endpoint that
shows a unit's report of a year."""

import re
from collections.abc import Mapping
from typing import ClassVar

from .. import markup
from ..columns import COLUMN, Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..world import Item, Unit

SEARCH = "/module/xxgk/search.jsp"


class HanwebXxgk(Family):
    """`post`: the script posts the fields; otherwise they stand in the address. `whole-area`: the service answers with
    the documents of other columns too."""

    name = platform = "hanweb_xxgk"
    plays = COMMON | {"referer", "cookie", "utf8-query", "post", "month-day", "whole-area"}
    first: ClassVar[int] = 1525000

    def start(self, column: Column) -> str:
        return f"/col/col{self.first + column.number}/index.html"

    def address(self, item: Item) -> str:
        home = self.site.home(item)
        day = item.day
        return f"/art/{day.year}/{day.month}/{day.day}/art_{self.first + home.number}_{760000 + item.number}.html"

    def is_service(self, path: str) -> bool:
        return path == SEARCH

    def pages(self, column: Column) -> list[str]:
        return [*super().pages(column), f"{'/'.join(column.path)} column"]

    def column_params(self, column: Column) -> Mapping[str, str]:
        return {"columns": str(self.first + column.number)} if "whole-area" in self.site.awkward else {}

    def answer(self, request: Request) -> Answer | None:
        if request.path == SEARCH:
            return self._fragment(request)
        column = next((column for column in self.site.columns if self.start(column) == request.target), None)
        return Answer(self._shell(column), pages=(f"{'/'.join(column.path)} column",)) if column else None

    def _shell(self, column: Column) -> str:
        number, area = self.first + column.number, credit_code(column.unit) if column.unit else ""
        sent = {
            "infotypeId": "A0212",
            "jdid": "3084",
            "area": area,
            "divid": f"div{number}",
            "vc_title": "",
            "vc_number": "",
            "sortfield": ",compaltedate:0",
            "vc_filenumber": "",
            "vc_all": "",
            "texttype": "",
            "fbtime": "-1",
            "standardXxgk": "1",
            "isAllList": "1",
            "unit": "芦川县人民政府" if "utf8-query" in self.site.awkward else "",
        }
        if "post" in self.site.awkward:
            data = ", ".join(f"{name}: '{value}'" for name, value in sent.items())
            script = f"""$.ajax({{ type: "post", url: "{SEARCH}", dataType: "html",
      data: {{ {data}, currpage: page }}, success: function (html) {{ $("#div{number}").html(html); }} }});"""
        else:
            query = "&".join(f"{name}={value}" for name, value in sent.items())
            script = f"""$("#div{number}").load("{SEARCH}?{query}&currpage=" + page);"""
        content = f"""<div class="position">当前位置：<a href="/">首页</a> &gt; {column.name}</div>
<div id="div{number}" class="xxgk_list"></div>
<script type="text/javascript" src="/module/xxgk/js/xxgk.js"></script>
<script type="text/javascript">
function goPage(page) {{
    {script}
}}
goPage(1);
</script>"""
        return markup.frame(self.site, COLUMN, content, column=column)

    def _fragment(self, request: Request) -> Answer | None:
        asked = request.asked if request.method == "POST" else request.query
        found = re.match(r"div(\d+)$", asked.get("divid", ""))
        column = self.site.by_number(int(found[1]) - self.first) if found else None
        if "post" in self.site.awkward and request.method != "POST":
            return Answer("", status=405)
        area = credit_code(column.unit) if column and column.unit else ""
        if column is None or (asked.get("jdid"), asked.get("infotypeId"), asked.get("area")) != ("3084", "A0212", area):
            return Answer("<div>没有符合条件的信息</div>")
        if "utf8-query" in self.site.awkward and asked.get("unit") != "芦川县人民政府":
            return Answer("<div>没有符合条件的信息</div>")
        page = int(asked.get("currpage", "1"))
        if not 0 < page <= self.site.last(column):
            return Answer("<div>没有符合条件的信息</div>")
        return Answer(self._rows(column, page), pages=(page_name(column, page),))

    def _rows(self, column: Column, page: int) -> str:
        site, rows, last = self.site, [], self.site.last(column)
        for at, item in enumerate(site.page(column, page)):
            link = markup.anchor(site, item, markup.href(site, self.address(item), self.start(column), item))
            kind = "odd" if at % 2 else "even"
            rows.append(
                f'<tr class="tr_main_value_{kind}"><td>{credit_code(item.unit)}/{item.day.year}-{item.number:06}</td>'
                f"<td>{link}</td><td>{markup.shown_day(site, item, year_in_address=True)}</td></tr>"
            )
        if "whole-area" in site.awkward:
            other = f"<a href='/art/2014/5/{page}/art_1999999_{990000 + page}.html'>芦川县2014年重点工作安排</a>"
            rows.append(f'<tr class="tr_main_value_odd"><td></td><td>{other}</td><td>2014-05-{page:02}</td></tr>')
        onward = f"""<a href="javascript:goPage({page + 1})">下一页</a>""" if page < last else "下一页"
        comment = "<!-- 共999页 -->" if "comment-total" in site.awkward else ""
        head = '<tr class="tr_main"><td>索引号</td><td>标题</td><td>发布日期</td></tr>'
        return f"""<table>{head}{"".join(rows)}</table>{comment}
<div class="page">第{page}页 {onward} 共{last}页</div>"""

    def article(self, item: Item) -> str:
        return markup.article(self.site, item, '<div class="bt_content"><div id="zoom">{body}</div></div>')


class HanwebXxgkYears(Family):
    """xxgkAnnualReport.jsp: a unit's report of the year it is asked for, and no list of the years there are."""

    name, platform = "hanweb_xxgk_years", "hanweb_xxgk"
    plays = frozenset({"gbk", "comment-total"})
    dated = False
    REPORT = "/module/xxgk/xxgkAnnualReport.jsp"

    def start(self, column: Column) -> str:
        return f"{self.REPORT}?area={credit_code(column.items[0].unit)}"

    def address(self, item: Item) -> str:
        return f"{self.REPORT}?area={credit_code(item.unit)}&fbtime={item.year}"

    def column_params(self, column: Column) -> Mapping[str, str]:
        years = self._asked(column)
        return {"years": f"{years.start}-{years.stop - 1}"}

    def _asked(self, column: Column) -> range:
        """A year more at each end than there are reports of."""
        years = [item.year for item in column.items if item.year]
        return range(min(years) - 1, max(years) + 2)

    def pages(self, column: Column) -> list[str]:
        return [page_name(column, year) for year in self._asked(column)]

    def shows(self, item: Item) -> tuple[str, ...]:
        return (page_name(self.site.home(item), item.year or 0),)

    def answer(self, request: Request) -> Answer | None:
        if request.path != self.REPORT:
            return None
        area, year = request.query.get("area"), int(request.query.get("fbtime", "0"))
        column = next((one for one in self.site.columns if credit_code(one.items[0].unit) == area), None)
        text = markup.frame(self.site, COLUMN, '<div class="bt_content">暂无该年度的年报信息</div>')
        return Answer(text, pages=(page_name(column, year),)) if column else None

    def article(self, item: Item) -> str:
        return markup.article(self.site, item, '<div class="bt_content"><div id="zoom">{body}</div></div>')


def credit_code(unit: Unit) -> str:
    """A unit's 统一社会信用代码."""
    return f"11349906{2618000 + unit.number:09}K"
