"""UCAP: static lists whose page 2 is …_2.shtml, or a page whose script asks for JSON."""

import json
import re
from datetime import date
from typing import ClassVar

from .. import markup
from ..columns import Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..world import Item

SITE = "/lcx"
NAMES = ("common_list", "zfxxgk_list", "xxgk_list", "list")


class Ucap(Family):
    name = platform = "ucap"
    plays = COMMON | {"month-day", "sidebar", "unit-tree", "year-tree", "deep-empty"}
    prefix: ClassVar[int] = 107000

    def _name(self, column: Column) -> str:
        return NAMES[column.number % len(NAMES)]

    def _page(self, column: Column, page: int) -> str:
        number = f"_{page}" if page > 1 else ""
        return f"{SITE}/c{self.prefix + column.number}/{self._name(column)}{number}.shtml"

    def start(self, column: Column) -> str:
        return self._page(column, 1)

    def address(self, item: Item) -> str:
        return f"{SITE}/c{self.prefix + 100 + item.unit.number}/{item.day:%Y%m}/c00_{31940000 + item.number}.shtml"

    def answer(self, request: Request) -> Answer | None:
        found = re.match(rf"{SITE}/c(\d+)/([a-z_]+?)(?:_(\d+))?\.shtml$", request.path)
        column = self.site.by_number(int(found[1]) - self.prefix) if found else None
        if not found or column is None or found[2] != self._name(column) or found[3] == "1":
            return None
        page = int(found[3] or 1)
        if column.children:
            return Answer(self._index(column), pages=(page_name(column, 1),)) if page == 1 else None
        return self._listed(column, page)

    def _listed(self, column: Column, page: int) -> Answer | None:
        if not 0 < page <= self.site.last(column):
            return None
        if page > self.site.reachable(column):
            return Answer("<html><head></head><body></body></html>")
        return Answer(self._list(column, page), pages=(page_name(column, page),))

    def _index(self, column: Column) -> str:
        links = "".join(f'<li><a href="{self.start(child)}">{child.name}</a></li>' for child in column.children)
        content = f'<div class="crumb">首页 &gt; {column.name}</div><ul class="dept-nav">{links}</ul>'
        return markup.frame(self.site, column.name, content, column=column)

    def _list(self, column: Column, page: int) -> str:
        site, path = self.site, self._page(column, page)
        rows = []
        for item in site.page(column, page):
            link = markup.anchor(site, item, markup.href(site, self.address(item), path, item))
            rows.append(
                f'<li>{link}<span class="time">{markup.shown_day(site, item, year_in_address=True)}</span></li>'
            )
        last, total = site.last(column), len(column.items)
        old = "/* createPageHTML('page_div',99, 1,'list','shtml',999); */" if "comment-total" in site.awkward else ""
        side = markup.sidebar(site, [(f"{SITE}/c999999/201405/c00_31999999.shtml", "我县召开全县经济工作会议")])
        pager = f"createPageHTML('page_div',{last}, {page},'{self._name(column)}','shtml',{total});"
        content = f"""<div class="crumb">当前位置：<a href="/">首页</a> &gt; {column.name}</div>{side}
<ul id="list" class="list">{"".join(rows)}</ul><div id="page_div"></div>
<script type="text/javascript">{old}{pager}</script>"""
        head = f'<meta name="channelid" content="{self.prefix + column.number}" />\n'
        return markup.frame(site, column.name, content, head=head, column=column)

    def article(self, item: Item) -> str:
        container = f"""<UCAPTITLE>{item.title}</UCAPTITLE><PUBLISHTIME>{item.day} 09:30</PUBLISHTIME>
<div class="article-content" id="UCAP-CONTENT"><UCAPCONTENT>{{body}}</UCAPCONTENT></div>
<div class="article-appendix"></div>"""
        return markup.article(self.site, item, container)


class UcapJson(Ucap):
    """GET /common/search/{channel}, or by `post` POST /getFileListByCodeId; `jsonp` wraps the answer."""

    name = "ucap_json"
    plays = (COMMON - {"relative", "truncated"}) | {
        "referer", "cookie", "jsonp", "utf8-query", "post", "unit-tree", "deep-empty",
    }  # fmt: skip
    SEARCH = "/common/search/"
    FILES = "/getFileListByCodeId"

    def is_service(self, path: str) -> bool:
        return path.startswith((self.SEARCH, self.FILES))

    def _channel(self, column: Column) -> str:
        return f"5f{column.number:08}a61c4b7d93e02f8d6b15c4"

    def _listed(self, column: Column, page: int) -> Answer | None:
        return Answer(self._shell(column), pages=(self._shell_name(column),)) if page == 1 else None

    def _shell_name(self, column: Column) -> str:
        return f"{'/'.join(column.path)} column"

    def pages(self, column: Column) -> list[str]:
        named = list(super().pages(column))
        return named if column.children else [*named, self._shell_name(column)]

    def _shell(self, column: Column) -> str:
        channel, size = self._channel(column), self.site.per_page
        if "post" in self.site.awkward:
            script = f"""$.ajax({{ url: "{self.FILES}", type: "POST", contentType: "application/json", dataType: "json",
    data: JSON.stringify({{ codeId: "{column.number}", channelId: "{channel}", page: page, size: {size} }}),"""
        else:
            kind = 'dataType: "jsonp", jsonp: "callback",' if "jsonp" in self.site.awkward else 'dataType: "json",'
            script = f"""$.ajax({{ url: "{self.SEARCH}" + channelId, type: "GET", {kind}
    data: {{ page: page, _pageSize: {size}, _isAgg: true, _isJson: true, _template: "index", _rangeTimeGte: "",
             _channelName: "政府信息公开年报" }},"""
        content = f"""<div class="crumb">当前位置：<a href="/">首页</a> &gt; {column.name}</div>
<ul id="list" class="list"></ul><div id="page_div"></div>
<script type="text/javascript">
var channelId = "{channel}";
function getData(page) {{
  {script}
    success: function (res) {{ render(res.data.results); }} }});
}}
getData(1);
</script>"""
        head = f'<meta name="channelid" content="{channel}" />\n'
        return markup.frame(self.site, column.name, content, head=head, column=column)

    def answer(self, request: Request) -> Answer | None:
        if request.path.startswith(self.SEARCH) and "post" not in self.site.awkward:
            asked, channel = request.query, request.path.removeprefix(self.SEARCH)
            size = asked.get("_pageSize", "0")
            if asked.get("_isJson") != "true":
                return Answer("<ul></ul>")
        elif request.path == self.FILES and request.method == "POST":
            asked, channel = request.asked, request.asked.get("channelId", "")
            size = asked.get("size", "0")
        else:
            return super().answer(request)
        column = next((column for column in self.site.lists if self._channel(column) == channel), None)
        if "utf8-query" in self.site.awkward and asked.get("_channelName") != "政府信息公开年报":
            column = None
        page = int(asked.get("page", "1"))
        if column is None or int(size) != self.site.per_page:
            return self._json(asked, {"success": False, "data": {}}, ())
        if page > self.site.reachable(column):
            return self._json(asked, {"data": {"total": len(column.items), "page": page, "results": []}}, ())
        data = {
            "total": len(column.items),
            "page": page,
            "rows": self.site.per_page,
            "channelId": channel,
            "results": [self._result(item) for item in self.site.page(column, page)],
        }
        return self._json(asked, {"data": data}, (page_name(column, page),))

    def _result(self, item: Item) -> dict[str, object]:
        address = f"//{self.site.host}{self.address(item)}" if item.number % 2 else self.address(item)
        if item.fate == "off-site":
            address = f"http://{self.site.stranger}{self.address(item)}"
        return {
            "title": item.title,
            "titleHtml": f"<em>{item.title}</em>",
            "subTitle": "null",
            "url": address,
            "publishedTime": (item.day - date(1970, 1, 1)).days * 86_400_000 + 5_400_000,
            "publishedTimeStr": f"{item.day} 09:30:00",
            "content": "",
            "memo": "null",
            "channelName": "政府信息公开年报",
            "manuscriptId": str(31940000 + item.number),
            "resList": [],
            "domainMetaList": [
                {"resultList": [{"name": "索引号", "key": "indexnumber", "value": "null"}]},
            ],
        }

    def _json(self, asked: dict[str, str], value: object, pages: tuple[str, ...]) -> Answer:
        text = json.dumps(value, ensure_ascii=False)
        if "jsonp" in self.site.awkward:
            called = asked.get("callback") or "jQuery18308"
            return Answer(f"/**/{called}({text});", "application/javascript", pages=pages)
        return Answer(text, "application/json", pages=pages)
