"""Sites of no known family: what they have in common is a list and a 下一页."""

from .. import markup
from ..columns import Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..world import Item


class Generic(Family):
    """Four ways of paging by turns; `silent-pager` leaves the next page to a script that computes its address."""

    name = platform = "generic"
    plays = COMMON | {
        "month-day", "onclick", "to-href", "document-write", "sidebar", "unit-tree", "year-tree", "silent-pager",
    }  # fmt: skip

    def _page(self, column: Column, page: int) -> str:
        if "silent-pager" in self.site.awkward:
            return f"/xxgk/{column.slug}/index{f'_{page}' if page > 1 else ''}.html"
        style = column.number % 4
        if style == 0:
            return f"/xxgk/{column.slug}/list{f'_{page}' if page > 1 else ''}.htm"
        if style == 1:
            further = f"&page={page}" if page > 1 else ""
            return f"/index.php?m=content&c=index&a=lists&catid={column.number}{further}"
        if style == 2:
            return f"/InfoPublic.aspx?cid={column.number}&pid=971&page={page}&kw="
        return f"/xxgk/{column.slug}/{f'{page}.htm' if page > 1 else ''}"

    def start(self, column: Column) -> str:
        return self._page(column, 1)

    def address(self, item: Item) -> str:
        return f"/xxgk/content/{item.day:%Y-%m/%d}/content_{880000 + item.number}.htm"

    def answer(self, request: Request) -> Answer | None:
        for column in (column for root in self.site.columns for column in root.walk()):
            for page in range(1, self.site.last(column) + 1):
                wanted = Request("GET", self._page(column, page), {})
                if (wanted.path, wanted.query) == (request.path, request.query):
                    text = self._index(column) if column.children else self._list(column, page)
                    return Answer(text, pages=(page_name(column, page),))
        return None

    def _index(self, column: Column) -> str:
        links = "".join(f'<dd><a href="{self.start(child)}">{child.name}</a></dd>' for child in column.children)
        content = f'<div class="path">首页 &gt; {column.name}</div><dl class="menu"><dt>{column.name}</dt>{links}</dl>'
        return markup.frame(self.site, column.name, content, column=column)

    def _list(self, column: Column, page: int) -> str:
        site, path, rows = self.site, self._page(column, page), []
        for item in site.page(column, page):
            link = markup.anchor(site, item, markup.href(site, self.address(item), path.partition("?")[0], item))
            day = markup.shown_day(site, item, year_in_address=True)
            style = column.number % 4
            row = (
                f"<p>{link}<span>[{day}]</span></p>"
                if style == 2
                else f"<tr><td>{link}</td><td>{day}</td></tr>"
                if style == 3
                else f"<li><i>·</i>{link}<em>{day}</em></li>"
            )
            rows.append(markup.written(site, item, row))
        tag, kind = {2: ("div", "info-list"), 3: ("table", "tb")}.get(column.number % 4, ("ul", "newsList"))
        side = markup.sidebar(site, [("/xwzx/2014-05/06/content_889999.htm", "我县召开全县经济工作会议")])
        content = f"""<div class="path">您的位置：<a href="/">首页</a> &gt; {column.name}</div>{side}
<div class="listbox"><{tag} class="{kind}">{"".join(rows)}</{tag}>{self._pager(column, page)}</div>"""
        return markup.frame(site, column.name, content, column=column)

    def _pager(self, column: Column, page: int) -> str:
        last = self.site.last(column)
        if last == 1:
            return ""
        if "silent-pager" in self.site.awkward:
            return (
                f'<div class="pages"><a href="javascript:goPage({page + 1})">下一页</a> 共{len(column.items)}条</div>'
            )
        ends = f'<a href="{self._page(column, 1)}">首页</a>'
        back = f'<a href="{self._page(column, page - 1)}">上一页</a>' if page > 1 else "<span>上一页</span>"
        onward = f'<a href="{self._page(column, page + 1)}">下一页</a>' if page < last else "<span>下一页</span>"
        tail = f'<a href="{self._page(column, last)}">尾页</a>'
        return f'<div class="pages">{ends} {back} {onward} {tail} <b>{page}/{last}页</b></div>'

    def article(self, item: Item) -> str:
        return markup.article(self.site, item, '<div class="conTxt" id="Content">{body}</div>')
