"""Openness, generation 1: PHP addresses with the ids of a document store, the page number in the query."""

from datetime import date

from .. import markup
from ..columns import Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..world import Item


class OpennessPhp(Family):
    name = platform = "openness_php"
    plays = COMMON | {"sidebar"}

    def _branch(self, column: Column) -> str:
        return f"53a4c7{column.number:06}9a05c2de6f0b41"[:24] if column.unit else "all"

    def _page(self, column: Column, page: int) -> str:
        listed = "/opennessAnnualReport/" if column.number % 2 else "/opennessTarget/"
        code = "" if column.number % 2 else "&column_code=140000"
        return f"{listed}?branch_id={self._branch(column)}{code}" + (f"&page={page}" if page > 1 else "")

    def start(self, column: Column) -> str:
        return self._page(column, 1)

    def address(self, item: Item) -> str:
        # The first eight digits of these ids are the second of their making.
        made = (item.day - date(1970, 1, 1)).days * 86400 + 5400
        return f"/openness/detail/content/{made:08x}7f8b9a{item.number:010x}.html"

    def answer(self, request: Request) -> Answer | None:
        page = int(request.query.get("page", "1"))
        for column in self.site.columns:
            first = Request("GET", self.start(column), {})
            asked = {name: value for name, value in request.query.items() if name != "page"}
            if (request.path, asked) == (first.path, first.query) and 0 < page <= self.site.last(column):
                return Answer(self._list(column, page), pages=(page_name(column, page),))
        return None

    def _list(self, column: Column, page: int) -> str:
        site, path, rows = self.site, self._page(column, page), []
        for item in site.page(column, page):
            link = markup.anchor(site, item, markup.href(site, self.address(item), path.partition("?")[0] + "x", item))
            rows.append(f"<tr><td>{item.number:06}</td><td class='title'>{link}</td><td>{item.day}</td></tr>")
        last = site.last(column)
        numbers = "".join(
            f'<li><a href="{self._page(column, n)}">{n}</a></li>' for n in range(1, last + 1) if n != page
        )
        onward = f'<li><a href="{self._page(column, page + 1)}">下一页</a></li>' if page < last else ""
        side = markup.sidebar(
            site, [("/openness/detail/content/5368a1b27f8b9a00000fffff.html", "我县召开全县经济工作会议")]
        )
        content = f"""<div class="position">当前位置：<a href="/">首页</a> &gt; {column.name}</div>{side}
<table class="opennessList"><thead><tr><th>索引号</th><th>名称</th><th>发布日期</th></tr></thead>
<tbody>{"".join(rows)}</tbody></table>
<ul class="pagination">{numbers}{onward}<li><span>共{len(column.items)}条</span></li></ul>"""
        return markup.frame(site, column.name, content, column=column)

    def article(self, item: Item) -> str:
        return markup.article(self.site, item, '<div class="openness_detail"><div class="content">{body}</div></div>')
