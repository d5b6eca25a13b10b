"""gkmlpt: a page whose script carries the configuration, and a service that lists a column's articles as JSON."""

import json
import re
from datetime import date

from .. import markup
from ..columns import COLUMN, Column
from ..exchange import Answer, Request
from ..family import COMMON, Family, page_name
from ..prose import body
from ..world import Item

SID = 769000


class Gkmlpt(Family):
    """Each unit's platform lies below a path of its own; trees of columns lie in the TREE of one page."""

    name = platform = "gkmlpt"
    plays = (COMMON - {"relative", "truncated"}) | {"referer", "cookie", "deep-empty", "unit-tree", "year-tree"}

    def _base(self, column: Column) -> str:
        own = column in self.site.columns and column.unit is not None and column.unit.kind != "government"
        return f"/{column.slug}/gkmlpt" if own else "/gkmlpt"

    def start(self, column: Column) -> str:
        if column.children:
            return f"{self._base(column)}/index"
        # The column's number stands behind the # or, for want of it, in the TREE.
        number = f"#{column.number}" if column.number % 2 else ""
        return f"{self._base(column)}/annualreport{number}"

    def address(self, item: Item) -> str:
        home = self.site.home(item)
        number = 2345000 + item.number
        return f"{self._base(home)}/content/{number // 10**6}/{number // 1000}/post_{number}.html"

    def is_service(self, path: str) -> bool:
        return "/gkmlpt/api/" in path

    def pages(self, column: Column) -> list[str]:
        shell = [f"{'/'.join(column.path)} column"] if column in self.site.columns else []
        return shell if column.children else [*shell, *super().pages(column)]

    def answer(self, request: Request) -> Answer | None:
        for column in self.site.columns:
            if request.target == self.start(column).partition("#")[0]:
                return Answer(self._shell(column), pages=(f"{'/'.join(column.path)} column",))
        found = re.match(r"(.*/gkmlpt)/api/all/(\d+)$", request.path)
        column = self.site.by_number(int(found[2])) if found else None
        if not found or column is None or column.children or found[1] != self._base(column):
            return None
        if request.query.get("sid") != str(self._sid(column)):
            return Answer('{"articles":[],"total":0}', "application/json")
        page = int(request.query.get("page", "1"))
        shown = self.site.page(column, page) if page <= self.site.reachable(column) else ()
        listed = {
            "articles": [self._article(item) for item in shown],
            "classify": {"id": column.number, "name": column.name, "post_count": len(column.items)},
            "total": len(column.items),
        }
        return Answer(json.dumps(listed), "application/json", pages=(page_name(column, page),) if shown else ())

    def _sid(self, column: Column) -> int:
        return SID + next(root.number for root in self.site.columns if column in root.walk())

    def _article(self, item: Item) -> dict[str, object]:
        host = self.site.stranger if item.fate == "off-site" else self.site.host
        seconds = (item.day - date(1970, 1, 1)).days * 86400 + 5400
        return {
            "id": 2345000 + item.number,
            "title": item.title,
            "url": f"http://{host}{self.address(item)}",
            "post_url": "",
            "publisher": item.unit.name,
            "source": item.unit.name,
            "document_number": "",
            "identifier": f"00700{item.unit.number:04}/{item.day.year}-{item.number:05}",
            "date": f"{item.day} 09:30:00",
            "created_at": f"{item.day} 09:30:00",
            "display_publish_time": seconds,
            "first_publish_time": seconds,
            "classify_main_name": COLUMN,
            "is_abolished": 0,
            "attachment": [],
        }

    def _shell(self, column: Column) -> str:
        policies = {"id": 11, "name": "政策文件", "jump_url": "", "children": [self._node(12, "规范性文件")]}
        # A site's yearly table on itself is another thing.
        others = [self._node(10, "机构职能"), policies, self._node(13, "政府网站工作年度报表")]
        tree = json.dumps([*others, self._tree(column)], ensure_ascii=False)
        links = "".join(f'<li><a href="{self._base(column)}/{name}">{name}</a></li>' for name in ("guide", "policy"))
        links += f'<li><a href="{self._base(column)}/annualreport">年报</a></li>'
        content = f"""<div class="gk-menu"><ul>{links}</ul></div>
<div id="app"></div>
<script>
window._CONFIG = {{
  PATH: '{self._base(column)}',
  SITE_ID: {100 + column.number}, // 站点
  SID: '{self._sid(column)}',
  TREE: {tree},
  SERVICE_AREA_ID: 1
}};
</script><script src="/gkmlpt/static/js/app.js"></script>"""
        return markup.frame(self.site, COLUMN, content)

    def _tree(self, column: Column) -> dict[str, object]:
        node = self._node(column.number, column.name)
        jump = self._node(99, "历年年报汇总", f"http://{self.site.stranger}/old/")
        below = [self._tree(child) for child in column.children]
        return {**node, "children": [*below, jump] if below else []}

    def _node(self, number: int, name: str, jump: str = "") -> dict[str, object]:
        return {"id": number, "name": name, "parent": 0, "jump_url": jump, "children": []}

    def summary(self, item: Item) -> str:
        links = super().summary(item)
        return links if item.number % 2 else links.replace("<", "\\u003C").replace(">", "\\u003E")

    def article(self, item: Item) -> str:
        if item.number % 2:
            return markup.article(self.site, item, '<div class="article-content">{body}</div>')
        detail = json.dumps({"id": 2345000 + item.number, "title": item.title, "content": body(item)})
        escaped = detail.replace("<", "\\u003C").replace(">", "\\u003E")
        script = f"<script>window._CONFIG = {{ SID: '{SID}', DETAIL: {escaped} }};</script>"
        return markup.article(self.site, item, f'<div id="zoom"></div>{script}', text="")
