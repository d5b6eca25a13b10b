"""Lonsun: a column page whose script asks /site/label/8888 for fragments, or (`rendered`) rows in the column page and
pageIndex in its address."""

import re

from .. import markup
from ..columns import COLUMN, Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..world import Item

LABEL = "/site/label/8888"
NOTHING = "暂无相关信息"


class Lonsun(Family):
    name = platform = "lonsun"
    plays = COMMON | {"referer", "cookie", "utf8-query", "rendered", "sidebar", "unit-tree", "year-tree"}

    def start(self, column: Column) -> str:
        return f"/public/column/{660000 + column.number}?type=3&catId={column.number}&action=list"

    def address(self, item: Item) -> str:
        if item.number % 2:
            return f"/public/{660100 + item.unit.number}/{25910000 + item.number}.html"
        return f"/public/content/{25910000 + item.number}"

    def is_service(self, path: str) -> bool:
        return path == LABEL

    def answer(self, request: Request) -> Answer | None:
        if found := re.match(r"/public/column/(\d+)$", request.path):
            column = self.site.by_number(int(found[1]) - 660000)
            return self._column(column, request) if column else None
        if request.path == LABEL:
            return self._fragment(request)
        return None

    def _column(self, column: Column, request: Request) -> Answer | None:
        if column.children:
            links = "".join(
                f'<li><a href="{self.start(child)}" title="{child.name}">{child.name}</a></li>'
                for child in column.children
            )
            content = (
                f'<div class="ls-position">政府信息公开 &gt; {column.name}</div><ul class="organ_tree">{links}</ul>'
            )
            return Answer(markup.frame(self.site, column.name, content, column=column), pages=(page_name(column, 1),))
        if "rendered" in self.site.awkward:
            page = int(request.query.get("pageIndex", "1"))
            if not 0 < page <= self.site.last(column):
                return None
            pager = f"<script>var p = {{ currPage:{page}, pageCount:{self.site.last(column)} }};</script>"
            content = f"<div class='listnews'>{self._rows(column, page)}</div>{pager}"
            return Answer(
                markup.frame(self.site, column.name, content, column=column), pages=(page_name(column, page),)
            )
        return Answer(self._shell(column), pages=(f"{'/'.join(column.path)} column",))

    def pages(self, column: Column) -> list[str]:
        named = list(super().pages(column))
        if column.children or "rendered" in self.site.awkward:
            return named
        return [*named, f"{'/'.join(column.path)} column"]

    def _shell(self, column: Column) -> str:
        side = markup.sidebar(self.site, [("/public/660999/25999999.html", "我县召开全县经济工作会议")])
        noise = '/* old: labelName=oldList&pageSize=99 */\n//$("#x").load("/site/label/8888?labelName=gone");'
        old = noise if "comment-total" in self.site.awkward else ""
        if column.number % 2:
            script = f"""function load(p) {{ {old}
  $("#xxgk_list").load("/site/label/8888?IsAjax=1&dataType=html&_=" + Math.random() + "&labelName=publicInfoList"
   + "&siteId=6795508&organId={660000 + column.number}&type=3&catId={column.number}&pageSize={self.site.per_page}"
   + "&pageIndex=" + p + "&action=list&isDate=true&dateFormat=yyyy-MM-dd&length=50"
   + "&result=" + encodeURIComponent("{NOTHING}") + "&file=/xxgk/publicInfoList_newest2020"); }}"""
        else:
            script = f"""function load(p) {{ {old}
  $.ajax({{ type: "get", url: "/site/label/8888", dataType: "html",
    data: {{ IsAjax: 1, dataType: 'html', "labelName": "publicInfoList", siteId: "6795508",
            organId: {660000 + column.number}, type: 3, catId: '{column.number}', pageIndex: p,
            pageSize: {self.site.per_page}, action: "list", isDate: true,
            dateFormat: "yyyy-MM-dd", length: 50, result: "{NOTHING}", file: "/xxgk/publicInfoList_newest2022" }},
    success: function (html) {{ $("#xxgk_list").html(html); }} }}); }}"""
        content = f"""<div class="ls-position">您现在的位置：政府信息公开 &gt; {column.name}</div>{side}
<div class="xxgk_navbox"><div id="xxgk_list"></div></div><script type="text/javascript">{script}
$(function () {{ load(1); }});</script>"""
        head = '<meta name="SiteId" content="6795508" />\n'
        return markup.frame(self.site, COLUMN, content, head=head, column=column)

    def _fragment(self, request: Request) -> Answer | None:
        asked = request.query
        column = self.site.by_number(int(asked.get("organId", "0")) - 660000)
        wanted = {"labelName": "publicInfoList", "siteId": "6795508", "pageSize": str(self.site.per_page)}
        if column is None or not asked.get("file", "").startswith("/xxgk/publicInfoList_newest"):
            return Answer("", status=500)
        if any(asked.get(name) != value for name, value in wanted.items()):
            return Answer("", status=500)
        if "utf8-query" in self.site.awkward and asked.get("result") != NOTHING:
            return Answer("<p>参数错误</p>")
        page = int(asked.get("pageIndex", "1"))
        if not self.site.page(column, page):
            return Answer(f"<p>{NOTHING}</p><script>pageCount:0</script>")
        last = self.site.last(column)
        script = f'<script>Ls.pagination("#page_public_info", load, {{ currPage:{page},pageCount:{last} }});</script>'
        comment = "<!-- pageCount:77 共999条 -->" if "comment-total" in self.site.awkward else ""
        return Answer(f"{comment}{self._rows(column, page)}{script}", pages=(page_name(column, page),))

    def _rows(self, column: Column, page: int) -> str:
        rows = []
        for item in self.site.page(column, page):
            link = markup.anchor(self.site, item, markup.href(self.site, self.address(item), "/public/column/1", item))
            rows.append(f'<li>{link}<span class="date">{item.day}</span></li>')
        return f'<ul class="clearfix xxgk_nav_list">{"".join(rows)}</ul>'

    def article(self, item: Item) -> str:
        table = f"""<table class="table_suoyin"><tr><td class="pmingcheng">索引号：</td>
<td>/{item.day:%Y%m}-{item.number:05}</td>
<td class="pmingcheng">信息分类：</td><td>{COLUMN}</td></tr>
<tr><td class="pmingcheng">发布机构：</td><td>{item.unit.name}</td>
<td class="pmingcheng">发文日期：</td><td>{item.day}</td></tr></table>"""
        return markup.article(self.site, item, f'{table}<div class="wzcon j-fontContent clearfix">{{body}}</div>')
