"""A small Openness site of invented places, as a recording or behind a loopback server."""

from collections.abc import Mapping
from dataclasses import dataclass, field

HOST = "www.lanting.gov.test"

PORTAL = """[[portal]]
id = "lanting"
name = "兰汀县人民政府"
region = "349904"
level = "county"
platform = "openness"
site = "{host}"
unit = "兰汀县人民政府"
evidence = "made up"

[[portal.catalogues]]
url = "http://{netloc}/XxgkContent/showList/1/0/page_1.html"
unit = "兰汀县人民政府"
"""


def report(title: str, body: str = "") -> bytes:
    """A report page with one plain statistic."""
    year = title[7:11]
    text = body or f"{year}年，我县主动公开政府信息312条，收到依申请公开申请5件，全部按期答复。"
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>
    <div class="m-position">您现在的位置：<a href="/">首页</a> &gt; 政府信息公开年报</div>
    <div class="g-detailbox"><h1>{title}</h1>
    <div class="info">发布时间：2014-03-12 09:30 来源：兰汀县人民政府办公室</div>
    <div class="text"><p>一、概述</p><p>{text}</p><p>二、存在的问题</p><p>公开的深度还不够，需要在今后的工作中改进。</p>
    </div></div></body></html>""".encode()


def listing(*rows: tuple[str, str], pager: str = "") -> bytes:
    """A page of the 年报 list."""
    links = "".join(f'<li><span>2014-03-12</span><a href="{href}">{title}</a></li>' for href, title in rows)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>年报</title></head><body>
    <div class="m-cglist"><ul>{links}</ul></div><div>{pager}</div></body></html>""".encode()


@dataclass
class Answer:
    """What a site answers to one path, and how long it takes."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0


LIST = "/XxgkContent/showList/1/0/page_1.html"


def title(year: int) -> str:
    return f"兰汀县人民政府{year}年政府信息公开工作年度报告"


def small_site() -> dict[str, Answer]:
    """robots.txt, a list of two reports and a notice, and the reports, the older one in two pages."""
    second = report(title(2012), "四、今后的打算。加强对乡镇的指导，做好依申请公开工作。")
    first = report(title(2012)).replace(b"</p>\n    </div>", '</p><p><a href="2_2.html">下一页</a></p></div>'.encode())
    return {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /private/\n", headers={"Content-Type": "text/plain"}),
        LIST: Answer(
            listing(
                ("/XxgkAnnualReport/show/1.html", title(2013)),
                ("/XxgkAnnualReport/show/2.html", title(2012)),
                ("/XxgkContent/show/3.html", "关于做好2013年度政府信息公开年度报告编制工作的通知"),
            )
        ),
        "/XxgkAnnualReport/show/1.html": Answer(report(title(2013))),
        "/XxgkAnnualReport/show/2.html": Answer(first),
        "/XxgkAnnualReport/show/2_2.html": Answer(second),
    }
