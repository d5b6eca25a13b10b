"""Mirrors put their domain where names stood: it never becomes the unit of a report."""

import re

from hypothesis import given
from hypothesis import strategies as st

from govreports.model.document import RawParagraph, assemble
from govreports.model.report import Hints
from govreports.parsing import parse_report

DOMAINS = st.sampled_from(
    [
        "lucky88.com",
        "www.lucky-88.net",
        "https://lucky.vip",
        "ｌｕｃｋｙ８８．ｃｏｍ",
        "lucky88。com",
        "LUCKY88.CN",
        "m.lucky88.com.cn",
    ]
)
ORGANS = st.sampled_from(["县", "市", "县人民政府", "县水利局", "市公共资源交易监督管理局", "柏溪镇", "柏溪县水利局"])
JOINTS = st.sampled_from(["", "-", "_", " ", "（", "·", "：", "/"])
NAMES = st.builds(
    lambda before, joint, organ, after: before + joint + organ + after,
    st.one_of(DOMAINS, st.just("")),
    JOINTS,
    ORGANS,
    st.one_of(st.just(""), DOMAINS),
)
TITLES = st.one_of(
    st.builds("{}2013年政府信息公开工作年度报告".format, NAMES),
    st.builds("关于{}2013年度政府信息公开年报的公告".format, NAMES),
    st.builds("2013年{}政府信息公开年报".format, NAMES),
    st.just("2013年政府信息公开年报"),
)
_ADDRESS = re.compile(r"lucky|https?|www|[.．。](?:com|net|vip|cn)|ｌｕｃｋｙ", re.IGNORECASE)


@given(TITLES, st.lists(NAMES, min_size=5, max_size=5))
def test_no_unit_holds_a_domain(title: str, names: list[str]) -> None:
    banner, source, publisher, crumb, listed = names
    body = assemble(
        [
            RawParagraph(f"现将{banner}2013年政府信息公开工作情况报告如下：全年主动公开政府信息12条。"),
            RawParagraph(source),
            RawParagraph("2014年1月5日"),
        ]
    )
    hints = Hints(
        title=title, banner=banner, source=source, publisher=publisher, breadcrumb=("首页", crumb), listed_unit=listed
    )
    unit = parse_report(body, hints).unit
    assert unit is None or not _ADDRESS.search(unit)
