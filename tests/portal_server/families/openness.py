"""Openness/Xxgk, generation 2: everything rendered on the server, page numbers in paths."""

import re

from .. import markup
from ..columns import Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..world import Item

PAGE = re.compile(r"/XxgkContent/showList/(\d+)/0/page_(\d+)\.html$")


class Openness(Family):
    name = platform = "openness"
    plays = COMMON | {"sidebar", "unit-tree", "year-tree"}

    def start(self, column: Column) -> str:
        return self._branch(column) if column.children else self._page(column, 1)

    def _branch(self, column: Column) -> str:
        return f"/XxgkBranch/{column.number}.html"

    def _page(self, column: Column, page: int) -> str:
        return f"/XxgkContent/showList/{column.number}/0/page_{page}.html"

    def address(self, item: Item) -> str:
        controller = "XxgkAnnualReport" if item.year else "XxgkContent"
        return f"/{controller}/show/{6000 + item.number}.html"

    def answer(self, request: Request) -> Answer | None:
        if found := PAGE.match(request.path):
            column, page = self.site.by_number(int(found[1])), int(found[2])
            if column and not column.children and 0 < page <= self.site.last(column):
                return Answer(self._list(column, page), pages=(page_name(column, page),))
        for column in (c for root in self.site.columns for c in root.walk() if c.children):
            if request.path == self._branch(column):
                return Answer(self._index(column), pages=(page_name(column, 1),))
        return None

    def _index(self, column: Column) -> str:
        links = "".join(f'<li><a href="{self.start(child)}">{child.name}</a></li>' for child in column.children)
        content = (
            f'<div class="m-position">网站首页 &gt; {column.name}</div><div class="m-bmlist"><ul>{links}</ul></div>'
        )
        return markup.frame(self.site, column.name, content, column=column)

    def _list(self, column: Column, page: int) -> str:
        site, path = self.site, self._page(column, page)
        rows = []
        for item in site.page(column, page):
            link = markup.anchor(site, item, markup.href(site, self.address(item), path, item))
            rows.append((link, markup.shown_day(site, item, year_in_address=False)))
        # Three of the templates seen.
        if column.number % 3 == 0:
            lines = "".join(f"<tr><td class='bt'>{link}</td><td class='cwrq'>{day}</td></tr>" for link, day in rows)
            head = "<thead><tr><th>名称</th><th>成文日期</th></tr></thead>"
            listed = f"<div class='search-list'><table>{head}<tbody>{lines}</tbody></table></div>"
        elif column.number % 3 == 1:
            lines = "".join(f"<li>{link}<span>{day}</span></li>\n" for link, day in rows)
            listed = f'<div class="m-cglist"><ul>{lines}</ul></div>'
        else:
            lines = "".join(f"<li><span>[{day}]</span>{link}</li>\n" for link, day in rows)
            listed = f'<section class="m-tglist"><ul>{lines}</ul></section>'
        side = markup.sidebar(site, [("/News/show/77001.html", "我县召开全县经济工作会议")])
        content = f"""<div class="m-position">您现在所在的位置:
<a href="/">网站首页</a> &gt; 政府信息公开 &gt; {column.name}</div>
{side}<div class="g-list">{listed}{self._pager(column, page)}</div>"""
        return markup.frame(site, column.name, content, column=column)

    def _pager(self, column: Column, page: int) -> str:
        last = self.site.last(column)
        if last == 1:
            return ""
        numbers = "".join(
            f'<span class="current">{n}</span>' if n == page else f'<a href="{self._page(column, n)}">{n}</a>'
            for n in range(max(1, page - 2), min(last, page + 2) + 1)
        )
        onward = f'<a href="{self._page(column, page + 1)}">下一页</a>' if page < last else "<span>下一页</span>"
        total = f"<em>共{len(column.items)}条 {page}/{last}页</em>"
        return f'<div class="m-page"><a href="{self._page(column, 1)}">首页</a>{numbers}{onward}{total}</div>'

    def article(self, item: Item) -> str:
        share = "<div class='share'>用微信扫描二维码分享至好友和朋友圈</div>"
        return markup.article(
            self.site, item, f'<div class="g-detailbox">{share}<div class="text">{{body}}</div></div>'
        )
