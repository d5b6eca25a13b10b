"""TRS lists that a search service gives: `list2.trsapi` pages, whose script asks for JSON, and the older directory
search /govsearch/search.jsp, rendered on the server."""

import json
from urllib.parse import quote

from .. import markup
from ..columns import Column
from ..exchange import Answer, Request
from ..family import COMMON, page_name
from ..world import Item
from .trs import ROOT, Trs

WORD = "政府信息公开年报"


class TrsSearch(Trs):
    """GET /was5/web/search, whose answer `jsonp` wraps, or by `post` for every third column POST /irs/front/list with
    a JSON body."""

    name = "trs_search"
    plays = (COMMON - {"relative", "truncated"}) | {"referer", "cookie", "utf8-query", "jsonp", "post", "deep-empty"}
    WAS = "/was5/web/search"
    IRS = "/irs/front/list"

    def start(self, column: Column) -> str:
        return f"{self._folder(column)}list2.trsapi"

    def is_service(self, path: str) -> bool:
        return path in (self.WAS, self.IRS)

    def pages(self, column: Column) -> list[str]:
        return [*super().pages(column), self._shell_name(column)]

    def _shell_name(self, column: Column) -> str:
        return f"{'/'.join(column.path)} column"

    def answer(self, request: Request) -> Answer | None:
        shell = next((column for column in self.site.columns if self.start(column) == request.target), None)
        if shell:
            return Answer(self._shell(shell), pages=(self._shell_name(shell),))
        asked = request.asked
        if request.path == self.WAS:
            column = self._of(asked.get("channelid"))
            fits = "utf8-query" not in self.site.awkward or asked.get("searchword") == WORD
            return self._found(asked, column, asked.get("page"), asked.get("perpage") if fits else None, posted=False)
        if request.path == self.IRS and request.method == "POST":
            column = self._of(asked.get("code"))
            return self._found(asked, column, asked.get("pageNo"), asked.get("pageSize"), posted=True)
        return None

    def _of(self, code: str | None) -> Column | None:
        return next((column for column in self.site.lists if str(214000 + column.number) == code), None)

    def _posts(self, column: Column) -> bool:
        return "post" in self.site.awkward and column.number % 3 == 0

    def _shell(self, column: Column) -> str:
        code, size = 214000 + column.number, self.site.per_page
        if self._posts(column):
            script = f"""$.ajax({{ url: "{self.IRS}", type: "post", contentType: "application/json;charset=UTF-8",
    data: JSON.stringify({{ "tenantId": "7", "code": "{code}", "word": "{WORD}",
                           "pageNo": pageNo, "pageSize": {size} }}),
    success: function (res) {{ draw(res.data.list); }} }});"""
        elif column.number % 2:
            kind = '"jsonp"' if "jsonp" in self.site.awkward else '"json"'
            script = f"""$.ajax({{ url: '{self.WAS}', type: 'get', dataType: {kind},
    data: {{ channelid: '{code}', searchword: '{WORD}', page: pageNo, perpage: {size}, orderby: '-DOCRELTIME' }},
    success: function (res) {{ draw(res.docs); }} }});"""
        else:
            back = "&callback=?" if "jsonp" in self.site.awkward else ""
            script = f"""$.getJSON("{self.WAS}?channelid={code}&searchword=" + encodeURIComponent("{WORD}")
    + "&perpage={size}&orderby=-DOCRELTIME{back}&page=" + pageNo, function (res) {{ draw(res.docs); }});"""
        content = f"""<div class="pos">您现在的位置是：
<a href="../../" class="CurrChnlCls">首页</a>&gt;{column.name}</div>
<ul class="list" id="list"></ul><div class="page" id="page"></div>
<script type="text/javascript">
function load(pageNo) {{
  {script}
}}
load(1);
</script>"""
        return markup.frame(self.site, column.name, content, column=column)

    def _found(
        self, asked: dict[str, str], column: Column | None, number: str | None, size: str | None, *, posted: bool
    ) -> Answer:
        answers = column is not None and self._posts(column) == posted and size == str(self.site.per_page)
        if column is None or not answers or not (number or "").isdecimal():
            return self._wrapped({"success": False, "docs": [], "data": {}}, asked, posted, ())
        page, total = int(str(number)), len(column.items)
        docs = [self._doc(item) for item in self.site.page(column, page)] if page <= self.site.reachable(column) else []
        if posted:
            pager = {
                "total": total,
                "pageNo": page,
                "pageSize": self.site.per_page,
                "pageCount": self.site.last(column),
            }
            value: object = {"success": True, "code": 200, "data": {"list": docs, "pager": pager}}
        else:
            value = {"count": total, "page": page, "pagecount": self.site.last(column), "docs": docs}
        return self._wrapped(value, asked, posted, (page_name(column, page),) if docs else ())

    def _doc(self, item: Item) -> dict[str, object]:
        host = self.site.stranger if item.fate == "off-site" else self.site.host
        return {
            "DOCID": 2520000 + item.number,
            "DOCTITLE": item.title,
            "DOCPUBURL": f"http://{host}{self.address(item)}",
            "DOCRELTIME": f"{item.day} 09:30:00",
            "DOCABSTRACT": f"{item.unit.name}编制了本年度报告，共4页。",
            "CHNLNAME": WORD,
        }

    def _wrapped(self, value: object, asked: dict[str, str], posted: bool, pages: tuple[str, ...]) -> Answer:
        text = json.dumps(value, ensure_ascii=False)
        if "jsonp" in self.site.awkward and not posted:
            called = asked.get("callback") or "jQuery18308"
            return Answer(f"{called}({text})", "application/javascript", pages=pages)
        return Answer(text, "application/json", pages=pages)


class TrsGovsearch(Trs):
    """Rows with index number, document number and date; the page number in the query."""

    name = "trs_govsearch"
    plays = COMMON | {"sidebar"}

    def start(self, column: Column) -> str:
        return self._page(column, 1)

    def _page(self, column: Column, page: int) -> str:
        first = f"/govsearch/search.jsp?SType=1&ztfl={column.number}"
        return f"{first}&page={page}" if page > 1 else first

    def answer(self, request: Request) -> Answer | None:
        column = self.site.by_number(int(request.query.get("ztfl", "0")))
        page = int(request.query.get("page", "1"))
        if request.path != "/govsearch/search.jsp" or column is None or not 0 < page <= self.site.last(column):
            return None
        return Answer(self._list(column, page), pages=(page_name(column, page),))

    def _list(self, column: Column, page: int) -> str:
        site, rows = self.site, []
        for item in site.page(column, page):
            link = markup.anchor(site, item, markup.href(site, self.address(item), "/govsearch/search.jsp", item))
            rows.append(
                f'<li>{link}<span class="date1">00012501{column.number % 10}/{item.day.year}-{item.number:05}</span>'
                f'<span class="date2"></span><span class="date3">{item.day}</span></li>'
            )
        last = site.last(column)
        links = "".join(f'<a href="{quote(self._page(column, n), safe="/?&=")}">{n}</a>' for n in range(1, last + 1))
        onward = f'<a href="{self._page(column, page + 1)}">下一页</a>' if page < last else "下一页"
        side = markup.sidebar(site, [(f"{ROOT}/zwyw/201405/t20140506_2599999.html", "我县召开全县经济工作会议")])
        content = f"""<div class="pos">当前位置：首页 &gt; {column.name}</div>{side}
<div class="index_right_content"><ul>{"".join(rows)}</ul>
<div class="page">{links} {onward} 共{len(column.items)}条 第{page}页/共{last}页</div></div>"""
        return markup.frame(site, column.name, content, column=column)
