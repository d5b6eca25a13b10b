"""The pages' frame, rows and links, as sites of this kind write them."""

import posixpath
from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

from .columns import COLUMN, Column
from .prose import body
from .site import Site
from .world import COUNTY, Item

CUT = 18
MENU = (
    ("网站首页", "/"),
    ("政府信息公开指南", "/zwgk/zn/"),
    ("政府信息公开目录", "/zwgk/ml/"),
    ("依申请公开", "/zwgk/ysq/"),
)


def frame(
    site: Site, title: str, content: str, *, head: str = "", column: Column | None = None, doctype: str = "html"
) -> str:
    """A whole page: meta tags, banner, menu, content, footer. A `column` page says which column it is."""
    charset = "gb2312" if site.gbk else "utf-8"
    tags = _column_tags(column) if column else ""
    total = "<!-- 共9999条 共777页 --><!--<div class='lefttotal'>共有<span>0</span>条信息</div>-->"
    misleading = f"{total}\n<!-- totalRecord:888,perPage:15 -->" if "comment-total" in site.awkward else ""
    menu = "".join(f'<li><a href="{href}">{name}</a></li>' for name, href in MENU)
    return f"""<!DOCTYPE {doctype}>
<html><head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<meta name="SiteName" content="{COUNTY}人民政府" /><meta name="SiteDomain" content="{urlsplit(site.base).hostname}" />
<meta name="SiteIDCode" content="3499060001" />{tags}
{head}<title>{title} - {COUNTY}人民政府</title>
<link rel="stylesheet" type="text/css" href="/images/style.css" />
<script type="text/javascript" src="/script/jquery-1.8.3.min.js"></script>
</head><body>
<div class="header"><div class="logo"><img src="/images/logo.jpg" alt="" /></div>
<ul class="nav">{menu}</ul></div>
{misleading}
<div class="main">
{content}
</div>
<div class="footer"><p>主办：{COUNTY}人民政府办公室　网站标识码：3499060001　备案序号：芦ICP备13000001号</p>
<select onchange="if(this.value)window.open(this.value)"><option value="http://{site.stranger}/">友情链接</option></select>
<p><a href="/wzdt/">网站地图</a> | <a href="/lxwm/">联系我们</a></p></div>
</body></html>"""


def _column_tags(column: Column) -> str:
    name = column.name if column.unit is None or column.name == COLUMN else f"{column.name}{COLUMN}"
    return (
        f'\n<meta name="ColumnName" content="{name}" /><meta name="ColumnDescription" content="{COUNTY}{name}" />'
        f'<meta name="ColumnKeywords" content="{name}" /><meta name="ColumnType" content="信息公开年报" />'
    )


def article_tags(item: Item) -> str:
    """The tags of an article's page by 国办发〔2017〕47号."""
    return (
        f'<meta name="ArticleTitle" content="{item.title}" /><meta name="PubDate" content="{item.day} 09:30" />'
        f'<meta name="ContentSource" content="{item.unit.name}" />'
        f'<meta name="ColumnName" content="{COLUMN}" /><meta name="ColumnType" content="信息公开年报" />\n'
    )


def article(site: Site, item: Item, container: str = '<div id="zoom">{body}</div>', *, text: str | None = None) -> str:
    """An article's page: `container` is where the family's templates keep the body."""
    content = f"""<div class="position">您现在的位置：<a href="/">首页</a> &gt;
<a href="/zwgk/">政务公开</a> &gt; {COLUMN}</div>
<h1 class="title">{item.title}</h1>
<div class="info">发布时间：{item.day} 09:30　来源：{item.unit.name}　字体：[<a href="javascript:;">大</a> <a
href="javascript:;">中</a> <a href="javascript:;">小</a>]</div>
{container.replace("{body}", text if text is not None else body(item))}"""
    return frame(site, item.title, content, head=article_tags(item))


def shown_day(site: Site, item: Item, year_in_address: bool) -> str:
    """The date beside a link: month and day alone only where the address tells the year."""
    return f"{item.day:%m-%d}" if year_in_address and "month-day" in site.awkward else str(item.day)


def href(site: Site, item_path: str, page_path: str, item: Item) -> str:
    """A link's address as the page writes it."""
    if item.fate == "off-site":
        return f"http://{site.stranger}{item_path}"
    if "relative" not in site.awkward:
        return item_path
    form = item.number % 3
    return relative(item_path, page_path) if form == 0 else f"//{site.host}{item_path}" if form == 1 else item_path


def relative(target: str, page: str) -> str:
    """A path as seen from a page: ./… or ../…"""
    path, mark, query = target.partition("?")
    near = posixpath.relpath(path, posixpath.dirname(page))
    slash = "/" if path.endswith("/") and near != "." else ""
    return (near if near.startswith(".") else f"./{near}") + slash + mark + query


def anchor(site: Site, item: Item, address: str) -> str:
    """The link, or the links, of a row: plain, or by turns in the ways that are switched on."""
    title = escape(item.title)
    plain = f'<a href="{address}" target="_blank">{title}</a>'
    tail = "…" if item.number % 2 else "..."
    ways = {
        "truncated": f'<a href="{address}" target="_blank" title="{title}">{escape(item.title[:CUT])}{tail}</a>',
        "onclick": f"""<a href="javascript:;" onclick="window.open('{address}')">{title}</a>""",
        "to-href": f'<a href="javascript:void(0);" to-href="{address}" target="_blank">{title}</a>',
        "duplicates": f'<a href="{address}"><img src="/images/ico2.jpg" alt="" /></a> <a href="{address}">{title}</a>',
    }
    chosen = [way for name, way in ways.items() if name in site.awkward]
    return [*chosen, plain][item.number % (len(chosen) + 1)]


def written(site: Site, item: Item, row: str) -> str:
    """A row as it stands, or as a script writes it."""
    if "document-write" not in site.awkward or item.number % 5:
        return row
    quoted = row.replace("\n", "").replace("'", "\\'").replace("</", "<\\/")
    return f"<script type=\"text/javascript\">document.write('{quoted}');</script>"


def sidebar(site: Site, links: Sequence[tuple[str, str]]) -> str:
    """A box of other pages beside the list."""
    rows = "".join(f'<li><a href="{address}">{title}</a></li>' for address, title in links)
    return f'<div class="side"><h3>热点信息</h3><ul>{rows}</ul></div>' if "sidebar" in site.awkward else ""
