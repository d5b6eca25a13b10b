"""TRS WCM: directories of static files. Page 2 of a list is index_1; an item's address holds its date."""

import re
from collections.abc import Mapping

from .. import markup
from ..columns import Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..prose import paragraphs
from ..world import Item

ROOT = "/zwgk/zfxxgk/zfxxgknb"
STUB = "<html><head><script src='/images/dynaform.js'></script></head><body><!-- {} --></body></html>"
"""What deep pages of some sites answer: a few hundred bytes without a link."""


class Trs(Family):
    name = platform = "trs"
    plays = COMMON | {"month-day", "sidebar", "unit-tree", "year-tree", "deep-empty", "multi-page"}

    def _folder(self, column: Column) -> str:
        return "/".join([ROOT, *column.path[1:], ""])

    def _extension(self, column: Column) -> str:
        return "shtml" if column.number % 2 else "html"

    def _page(self, column: Column, page: int) -> str:
        number = f"_{page - 1}" if page > 1 else ""
        return f"{self._folder(column)}index{number}.{self._extension(column)}"

    def start(self, column: Column) -> str:
        return self._folder(column) if column.number % 3 else self._page(column, 1)

    def address(self, item: Item) -> str:
        home = self.site.home(item)
        return f"{self._folder(home)}{item.day:%Y%m}/t{item.day:%Y%m%d}_{2520000 + item.number}.html"

    def answer(self, request: Request) -> Answer | None:
        folder, _, file = request.path.rpartition("/")
        if request.query or not folder.startswith(ROOT):
            return None
        column = self.site.by_path(("nb", *filter(None, folder.removeprefix(ROOT).split("/"))))
        if column is None:
            return None
        found = re.match(r"index(?:_([1-9]\d*))?\.(s?html)$", file or f"index.{self._extension(column)}")
        if not found or found[2] != self._extension(column):
            return None
        page = int(found[1] or 0) + 1
        if page > (1 if column.children else self.site.last(column)):
            return None
        if page > self.site.reachable(column):
            return Answer(STUB.format("." * 250))
        return Answer(
            self._index(column) if column.children else self._list(column, page), pages=(page_name(column, page),)
        )

    def _index(self, column: Column) -> str:
        below = [(markup.relative(self._folder(child), self._page(column, 1)), child.name) for child in column.children]
        rows = "".join(f'<td><a href="{address}" target="_blank">{name}</a></td>' for address, name in below)
        content = f"""<div class="pos">当前位置：<a href="../../" class="CurrChnlCls">首页</a>&gt;<a href="./"
class="CurrChnlCls">{column.name}</a></div><table class="bm_table"><tr>{rows}</tr></table>"""
        return markup.frame(self.site, column.name, content, column=column)

    def _list(self, column: Column, page: int) -> str:
        site, path = self.site, self._page(column, page)
        rows = []
        for item in site.page(column, page):
            written = markup.href(site, self.address(item), path, item)
            # These templates write ./YYYYMM/t….html whatever else they do.
            written = markup.relative(written, path) if written.startswith("/") and written[1] != "/" else written
            rows.append((markup.anchor(site, item, written), markup.shown_day(site, item, year_in_address=True)))
        if column.number % 3 == 0:
            listed = "".join(f"<li><span class='date'>{day}</span>{link}</li>\n" for link, day in rows)
            listed = f'<div class="newslist"><ul>{listed}</ul></div>'
        elif column.number % 3 == 1:
            listed = "".join(
                f'<tr valign="top"><td width="25"><img src="../../images/ico2.jpg" /></td>\n'
                f'<td width="550">\n{link}\n</td>'
                f"<td>\n{day}\n</td></tr>\n"
                for link, day in rows
            )
            listed = f'<table width="682" class="gl_list"><tbody>{listed}</tbody></table>'
        else:
            listed = "".join(f"<li>{link}<span>({day})</span></li>\n" for link, day in rows)
            listed = f'<div class="list"><ul>{listed}</ul></div>'
        side = markup.sidebar(site, [("../../zwyw/201405/t20140506_2599999.html", "我县召开全县经济工作会议")])
        content = f"""<div class="pos">您现在的位置是：
<a href="../../" title="首页" class="CurrChnlCls">首页</a>&nbsp;&gt;&gt;&nbsp;<a href="./" title="{column.name}"
class="CurrChnlCls">{column.name}</a></div>{side}
{listed}<div class="page">{self._pager(column, page)}</div>"""
        return markup.frame(site, column.name, content, column=column)

    def _pager(self, column: Column, page: int) -> str:
        """Five of the ways the templates tell how many pages there are."""
        last, extension, style = self.site.last(column), self._extension(column), column.number % 5
        old = f'//createPageHTML(50, 0, "index", "{extension}");\n' if "comment-total" in self.site.awkward else ""
        if style == 0:
            return f'<script>{old}createPageHTML({last}, {page - 1}, "index", "{extension}");</script>'
        if style == 1:
            return (
                f'<script type="text/javascript">{old}createPage({last}, {page - 1}, "index", "{extension}");</script>'
            )
        if style == 2:
            return f"""<script language="JavaScript">{old}
var currentPage = {page - 1};//所在页从0开始
var prevPage = currentPage-1//上一页
var nextPage = currentPage+1//下一页
var countPage = {last}//共多少页
document.write("共计"+"&nbsp;<font>"+"{last}"+"&nbsp;</font>"+"页");
if(countPage>1&&currentPage!=(countPage-1))
document.write("<a href=\\"index"+"_" + nextPage + "."+"{extension}\\">下一页</a>");
</script>"""
        if style == 3:
            names = [f"index{f'_{n}' if n else ''}.{extension}" for n in range(last)]
            links = "".join(
                f'<span class="current">{n + 1}</span>'
                if n + 1 == page
                else f'<a href="{name}" target="_self">{n + 1}</a>'
                for n, name in list(enumerate(names))[:5]
            )
            onward = f'<a href = "{names[page]}" target = "_self">下一页</a>' if page < last else ""
            return f"""<div class="gray"><a href = "index.{extension}">首页</a>{links}{onward}
<a href = "{names[-1]}">末页</a> <span>共{len(column.items)}条</span> <span>共{last}页</span></div>"""
        return f"""<script>{old}var countnum={len(column.items)};
var currentPage={page - 1}; var countPage={last}
var endPage=countPage-1
if(countPage>1) document.write("<a href=\\"index_"+endPage+".{extension}\\">尾页</a>");</script>"""

    def article(self, item: Item) -> str:
        return self._part(item, 0)

    def further(self, item: Item) -> Mapping[str, str]:
        if not self._in_two(item):
            return {}
        return {self.address(item).replace(".html", "_1.html"): self._part(item, 1)}

    def _in_two(self, item: Item) -> bool:
        return "multi-page" in self.site.awkward and item.fate == "report" and item.number % 2 == 0

    def _part(self, item: Item, part: int) -> str:
        texts, pager = paragraphs(item), ""
        if self._in_two(item):
            texts = texts[:4] if part == 0 else texts[4:]
            stem = self.address(item).rpartition("/")[2].removesuffix(".html")
            pager = f'<script>createPageHTML(2, {part}, "{stem}","html");</script>'
        text = "".join(f"<p class='MsoNormal'>　　{line}</p>" for line in texts)
        return markup.article(
            self.site, item, '<div id="zoom"><div class="TRS_Editor">{body}</div></div>', text=text + pager
        )
