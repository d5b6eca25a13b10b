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
WORD = "政府信息公开年报"
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
    """GET /common/search/{channel}, whose answer `jsonp` wraps, or by `post` for every other column
    POST /getFileListByCodeId."""

    name = "ucap_json"
    plays = (COMMON - {"relative", "truncated"}) | {
        "referer", "cookie", "jsonp", "utf8-query", "post", "unit-tree", "deep-empty",
    }  # fmt: skip
    SEARCH = "/common/search/"
    FILES = "/getFileListByCodeId"

    def is_service(self, path: str) -> bool:
        return path.startswith((self.SEARCH, self.FILES))

    def _posts(self, column: Column) -> bool:
        return "post" in self.site.awkward and column.number % 2 == 0

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
        if self._posts(column):
            script = f"""$.ajax({{ url: "{self.FILES}", type: "POST", contentType: "application/json", dataType: "json",
    data: JSON.stringify({{ codeId: "{column.number}", channelId: "{channel}", page: page, size: {size} }}),"""
        else:
            kind = 'dataType: "jsonp", jsonp: "callback",' if "jsonp" in self.site.awkward else 'dataType: "json",'
            script = f"""$.ajax({{ url: "{self.SEARCH}" + channelId, type: "GET", {kind}
    data: {{ page: page, _pageSize: {size}, _isAgg: true, _isJson: true, _template: "index", _rangeTimeGte: "",
             _channelName: "{WORD}" }},"""
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
        asked = request.asked
        if request.path.startswith(self.SEARCH):
            column = self._of(request.path.removeprefix(self.SEARCH))
            fits = asked.get("_isJson") == "true" and asked.get("_pageSize") == str(self.site.per_page)
            if "utf8-query" in self.site.awkward:
                fits = fits and asked.get("_channelName") == WORD
            return self._found(asked, column if fits and column and not self._posts(column) else None)
        if request.path == self.FILES and request.method == "POST":
            column = self._of(asked.get("channelId", ""))
            fits = asked.get("size") == str(self.site.per_page)
            return self._found({**asked, "posted": "yes"}, column if fits and column and self._posts(column) else None)
        return super().answer(request)

    def _of(self, channel: str) -> Column | None:
        return next((column for column in self.site.lists if self._channel(column) == channel), None)

    def _found(self, asked: dict[str, str], column: Column | None) -> Answer:
        if column is None:
            return self._json(asked, {"success": False, "data": {}}, ())
        page = int(asked.get("page", "1"))
        shown = self.site.page(column, page) if page <= self.site.reachable(column) else ()
        data = {
            "total": len(column.items),
            "page": page,
            "rows": self.site.per_page,
            "channelId": self._channel(column),
            "results": [self._result(item) for item in shown],
        }
        return self._json(asked, {"data": data}, (page_name(column, page),) if shown else ())

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
            "channelName": WORD,
            "manuscriptId": str(31940000 + item.number),
            "resList": [],
            "domainMetaList": [
                {"resultList": [{"name": "索引号", "key": "indexnumber", "value": "null"}]},
            ],
        }

    def _json(self, asked: dict[str, str], value: object, pages: tuple[str, ...]) -> Answer:
        text = json.dumps(value, ensure_ascii=False)
        if "jsonp" in self.site.awkward and "posted" not in asked:
            called = asked.get("callback") or "jQuery18308"
            return Answer(f"/**/{called}({text});", "application/javascript", pages=pages)
        return Answer(text, "application/json", pages=pages)
