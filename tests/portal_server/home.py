"""The home page: news of the day, and somewhere among it the way to the annual reports."""

from .family import Family
from .markup import frame
from .world import COUNTY


def home(family: Family) -> str:
    """The page at `/`. It links the site's first column by name, and no document of it."""
    column = family.site.columns[0]
    return frame(
        family.site,
        "首页",
        f"""<div class="news"><h3>要闻</h3><ul><li><a href="/xw/">我县召开春季农业生产工作会议</a></li></ul></div>
<div class="gk"><h3><a href="/zwgk/">信息公开</a></h3><ul><li><a href="/zwgk/zn/">信息公开指南</a></li>
<li><a href="/wzbb/">网站工作年度报表</a></li>
<li><a href="{family.start(column)}" target="_blank">政府信息公开年报</a></li></ul></div>
<div class="bm">{COUNTY}人民政府各部门</div>""",
    )
