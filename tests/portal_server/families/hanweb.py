"""Hanweb JCMS: the first records in a datastore inside the column page, the others from dataproxy.jsp."""

import re

from .. import markup
from ..columns import COLUMN, Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..world import Item

PROXY = "/module/web/jpage/dataproxy.jsp"
EMPTY = "<?xml version='1.0' encoding='UTF-8'?><datastore/>\r\n\r\n"
"""54 bytes: what deep pages answer."""


class Hanweb(Family):
    """`post`: the script posts a form; `encrypted`: the next group is an address that only its `page` may change in,
    and the server looks at nothing else; otherwise dataproxy.jsp is fetched by startrecord and endrecord."""

    name = platform = "hanweb"
    plays = COMMON | {
        "referer", "cookie", "utf8-query", "month-day", "post", "encrypted", "deep-empty", "sidebar", "unit-tree",
    }  # fmt: skip

    def start(self, column: Column) -> str:
        return f"/col/col{1229037000 + column.number}/index.html"

    def address(self, item: Item) -> str:
        day = item.day
        return f"/art/{day.year}/{day.month}/{day.day}/art_{1229037100 + item.unit.number}_{5460000 + item.number}.html"

    def is_service(self, path: str) -> bool:
        return path == PROXY

    def answer(self, request: Request) -> Answer | None:
        if found := re.match(r"/col/col(\d+)/index\.html$", request.path):
            column = self.site.by_number(int(found[1]) - 1229037000)
            return self._column(column) if column else None
        return self._slice(request) if request.path == PROXY else None

    def _column(self, column: Column) -> Answer:
        site = self.site
        if column.children:
            links = "".join(f'<li><a href="{self.start(child)}">{child.name}</a></li>' for child in column.children)
            content = f'<div class="position">首页 &gt; {column.name}</div><ul class="bm_list">{links}</ul>'
            return Answer(markup.frame(site, column.name, content, column=column), pages=(page_name(column, 1),))
        unit = 4400 + column.number
        form = (
            f"col=1&appid=1&webid=3084&path=/&columnid={1229037000 + column.number}&sourceContentType=1&unitid={unit}"
            "&webname=芦川县人民政府&permissiontype=0"
        )
        group = f"{PROXY}?page=1&columnid=Zx{column.number}Qa9&unitid=u{unit}" if "encrypted" in site.awkward else ""
        if not group and "post" not in site.awkward:
            group = f"{PROXY}?{form}"
        quoted = f"<nextgroup><![CDATA[<a href='{group}'></a>]]></nextgroup>" if group else ""
        script = f"proxyUrl:'{PROXY}',\n        param:'{form}'," if "post" in site.awkward else "cacheFlag:false,"
        old = "/* totalRecord:777,perPage:99 */ // totalRecord:666" if "comment-total" in site.awkward else ""
        side = markup.sidebar(site, [("/art/2014/5/6/art_1229037999_5499999.html", "我县召开全县经济工作会议")])
        content = f"""<div class="position">当前位置：<a href="/">首页</a> &gt; {column.name}</div>{side}
<div id="{unit}" class="default_pgContainer"><script type="text/xml"><datastore>
{quoted}<recordset>{self._records(column, 1, site.per_page)}</recordset></datastore></script></div>
<script type="text/javascript" src="/script/jquery.jpage.js"></script>
<script>{old}
  $(function(){{ $('#{unit}').jpage({{
        themeName:'default',
        dataBefore:'<ul>', dataAfter:'</ul>',
        showMode:'full',
        perPage:{site.per_page},
        totalRecord:{len(column.items)},
        {script}
        openCookies:false }}); }});
</script>"""
        return Answer(markup.frame(site, COLUMN, content, column=column), pages=(page_name(column, 1),))

    def _records(self, column: Column, first: int, last: int) -> str:
        records = []
        for item in column.items[first - 1 : last]:
            path = markup.href(self.site, self.address(item), self.start(column), item)
            quote = "'" if item.number % 2 else '"'
            link = markup.anchor(self.site, item, path).replace(f'href="{path}"', f"href={quote}{path}{quote}")
            day = markup.shown_day(self.site, item, year_in_address=True)
            records.append(f"<record><![CDATA[\n<li>{link}<span>\n{day}\n</span></li>]]></record>")
        return "\n".join(records)

    def _slice(self, request: Request) -> Answer | None:
        site, asked = self.site, request.asked
        encrypted = re.match(r"Zx(\d+)Qa9$", asked.get("columnid", ""))
        number = int(encrypted[1]) if encrypted else int(asked.get("columnid", "0")) - 1229037000
        column = site.by_number(number)
        if column is None or asked.get("unitid", "").lstrip("u") != str(4400 + number):
            return Answer(EMPTY, "text/xml")
        if "post" in site.awkward and (request.method != "POST" or "columnid" not in request.form):
            return Answer(EMPTY, "text/xml")
        if "utf8-query" in site.awkward and not encrypted and asked.get("webname") != "芦川县人民政府":
            return Answer(EMPTY, "text/xml")
        if encrypted:
            page = int(asked.get("page", "1"))
            first, last = (page - 1) * site.per_page + 1, page * site.per_page
        else:
            first, last = int(asked.get("startrecord", "1")), int(asked.get("endrecord", str(site.per_page)))
        shown = range((first - 1) // site.per_page + 1, (min(last, len(column.items)) - 1) // site.per_page + 2)
        if shown.start > site.reachable(column) or not column.items[first - 1 : last]:
            return Answer(EMPTY, "text/xml")
        records = self._records(column, first, last)
        text = f"""<?xml version='1.0' encoding='UTF-8'?>
<datastore><totalrecord>{len(column.items)}</totalrecord><recordset>{records}</recordset></datastore>"""
        return Answer(text, "text/xml", pages=tuple(page_name(column, page) for page in shown))

    def article(self, item: Item) -> str:
        table = f"""<table class="xxgk_table"><tr><td>索引号</td>
<td>11349906002618015K/{item.day.year}-{150000 + item.number}</td>
<td>发布机构</td><td>{item.unit.name}</td></tr><tr><td>成文日期</td><td>{item.day}</td>
<td>公开方式</td><td>主动公开</td></tr></table>"""
        return markup.article(self.site, item, f'{table}<div class="bt_content"><div id="zoom">{{body}}</div></div>')
