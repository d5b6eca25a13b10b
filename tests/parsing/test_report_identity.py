"""Whose report of which year a document is, with what stands beside it; whether it is one, and came in time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.model.document import Document, RawParagraph, assemble
from govreports.model.exchange import Entry
from govreports.model.finding import Finding, Span
from govreports.model.page import Page
from govreports.model.report import Hints, Report
from govreports.parsing import hints_of, parse_report

BODY = (
    "根据《中华人民共和国政府信息公开条例》，编制本年度报告。",
    "一、主动公开政府信息情况",
    "全年通过网站主动公开政府信息120条，内容涵盖机构职能、规划计划、行政许可等方面。",
    "二、存在的主要问题和改进措施",
    "公开的内容还不够丰富，下一步将加强培训。",
)


def document(*lines: str) -> Document:
    return assemble(RawParagraph(line) for line in lines)


def parse(*lines: str, **hints: object) -> Report:
    return parse_report(document(*(lines or BODY)), Hints(**hints))


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


class TestTitle:
    def test_the_pages_title_comes_first(self) -> None:
        report = parse(title="巫溪县民政局2013年政府信息公开年报", listed_title="民政局2013年年报")
        assert report.title == "巫溪县民政局2013年政府信息公开年报"

    @pytest.mark.parametrize("useless", ["巫溪县人民政府网", "信息公开", None, "首页"])
    def test_a_site_or_column_name_gives_way_to_the_listed_title(self, useless: str | None) -> None:
        report = parse(title=useless, listed_title="巫溪县民政局2013年政府信息公开年报")
        assert report.title == "巫溪县民政局2013年政府信息公开年报"

    def test_without_any_the_first_lines_are_the_title(self) -> None:
        report = parse("巫溪县民政局", "2013年政府信息公开工作年度报告", *BODY)
        assert (report.title, report.unit, report.year) == (
            "巫溪县民政局2013年政府信息公开工作年度报告",
            "巫溪县民政局",
            2013,
        )

    def test_a_title_that_was_cut_off_is_the_last_choice(self) -> None:
        report = parse(
            title="巫溪县民政局2013年政府信息公开工作…", listed_title="巫溪县民政局2013年政府信息公开工作年度报告"
        )
        assert report.title == "巫溪县民政局2013年政府信息公开工作年度报告"

    def test_nothing_at_all(self) -> None:
        report = parse_report(Document(""), Hints())
        assert (report.title, report.unit, report.year, report.region) == (None, None, None, None)
        assert codes(report) == {"no-text", "unit-unknown", "year-unknown"}


class TestUnit:
    @pytest.mark.parametrize(
        ("hints", "unit"),
        [
            ({"listed_title": "巫溪县民政局2013年政府信息公开年报"}, "巫溪县民政局"),
            ({"listed_unit": "巫溪县水利局", "publisher": "巫溪县政府办"}, "巫溪县水利局"),
            ({"publisher": "巫溪县水利局", "source": "本站"}, "巫溪县水利局"),
            ({"banner": "上磺镇人民政府"}, "上磺镇人民政府"),
            ({"breadcrumb": ("首页", "政府信息公开", "巫溪县财政局", "信息公开年报")}, "巫溪县财政局"),
            ({"breadcrumb": ("首页", "各乡镇", "尖山镇", "年报")}, "尖山镇人民政府"),
            ({"site_name": "巫溪县人民政府门户网站"}, "巫溪县人民政府"),
            ({"source": "巫溪县"}, "巫溪县人民政府"),
            ({"source": "www.wuxi.gov.cn"}, None),
            ({"publisher": "http://xxgk.gov.cn", "source": "办公室"}, None),
            ({"source": "县直部门"}, None),
        ],
    )
    def test_where_the_title_names_none(self, hints: dict[str, object], unit: str | None) -> None:
        report = parse(title="2013年政府信息公开工作年度报告", **hints)
        assert report.unit == unit
        assert ("unit-unknown" in codes(report)) == (unit is None)

    def test_who_announces_or_signs_the_report_comes_before_who_put_it_up(self) -> None:
        hints = {"title": "2013年政府信息公开工作年度报告", "publisher": "巫溪县政府办"}
        announced = parse("根据条例规定，现公布上磺镇人民政府2013年政府信息公开年度报告。", *BODY, **hints)
        signed = parse(*BODY, "巫溪县林业局", "二〇一四年一月十日", **hints)
        assert (announced.unit, signed.unit) == ("上磺镇人民政府", "巫溪县林业局")

    def test_a_government_and_its_office_are_two(self) -> None:
        government = parse(title="巫溪县2013年政府信息公开年报", publisher="巫溪县人民政府办公室")
        office = parse(title="巫溪县人民政府办公室2013年政府信息公开年报")
        assert (government.unit, office.unit) == ("巫溪县人民政府", "巫溪县人民政府办公室")


class TestRegion:
    def test_an_abbreviated_unit_lies_where_its_neighbours_say(self) -> None:
        assert parse(title="县商务局2013年政府信息公开年报", publisher="巫溪县商务局").region == "500238"

    def test_else_where_the_portal_is(self) -> None:
        assert parse(title="上磺镇2013年政府信息公开年报", region="500238").region == "500238"

    def test_a_place_of_many_is_told_by_the_breadcrumb(self) -> None:
        report = parse(title="鼓楼区2013年政府信息公开年报", breadcrumb=("首页", "徐州市政府信息公开"))
        assert report.region == "320302"

    def test_a_county_site_among_those_of_its_city_tells_its_own_code(self) -> None:
        report = parse(title="县商务局2013年政府信息公开年报", region="500000", site_code="5002380001")
        assert report.region == "500238"

    def test_strong_witnesses_of_two_places_are_a_finding(self) -> None:
        elsewhere = parse(title="巫溪县商务局2013年政府信息公开年报", region="500000", site_code="3203020001")
        at_home = parse(title="巫溪县商务局2013年政府信息公开年报", region="500000", site_code="5002380001")
        assert elsewhere.region == at_home.region == "500238"
        told = [finding.message for finding in elsewhere.findings if finding.code == "region-disagrees"]
        assert len(told) == 1 and "500238" in told[0] and "SiteIDCode of 320302" in told[0]
        assert "region-disagrees" not in codes(at_home)

    def test_the_registry_knows_where_a_listed_unit_is(self) -> None:
        page = Page("x.html", None, "utf-8", "开发区2013年政府信息公开年报", document(*BODY), tags={"SiteIDCode": "x"})
        hints = hints_of(page, region="320300", unit_region="320302")
        assert parse_report(page.document, hints).region == "320302"


class TestYear:
    def test_the_title_comes_before_the_period_and_a_difference_is_told(self) -> None:
        report = parse("统计期限自2013年1月1日起至2013年12月31日止。", *BODY, title="巫溪县2014年政府信息公开年报")
        assert report.year == 2014
        assert "year-disagrees" in codes(report)

    def test_the_period_tells_it_where_no_title_does(self) -> None:
        report = parse("统计期限自201311日起至20131231日止。", *BODY, title="巫溪县政府信息公开年报")
        assert report.year == 2013
        assert report.covers is not None
        assert report.covers.first_day == "2013-01-01"

    def test_the_publication_date_is_the_last_witness(self) -> None:
        assert parse(title="巫溪县政府信息公开年报", published="2014-03-01T00:00").year == 2013
        assert parse(*BODY, "巫溪县人民政府", "2014年1月8日", title="巫溪县政府信息公开年报").year == 2013
        assert parse(title="巫溪县政府信息公开年报", published="2013-12-30").year == 2013
        assert "year-unknown" in codes(parse(title="巫溪县政府信息公开年报"))

    def test_of_what_is_no_report_the_date_tells_no_year(self) -> None:
        report = parse(title="巫溪县政府信息公开指南", published="2014-03-01T00:00")
        assert report.year is None
        assert codes(report) == {"not-a-report"}


class TestLate:
    @pytest.mark.parametrize(
        ("title", "published", "late"),
        [
            ("巫溪县2013年政府信息公开年报", "2014-03-31T23:59", False),
            ("巫溪县2013年政府信息公开年报", "2014-04-01", True),
            ("巫溪县民政局2018年政府信息公开年报", "2019-03-20T00:00", False),
            ("巫溪县民政局2019年政府信息公开年报", "2020-01-31T00:00", False),
            ("巫溪县民政局2019年政府信息公开年报", "2020-02-01T00:00", True),
            ("巫溪县2019年政府信息公开年报", "2020-03-31T00:00", False),
            ("上磺镇2020年政府信息公开年报", "2021-03-01T00:00", False),
            ("宁河街道2020年政府信息公开年报", "2021-03-01T00:00", False),
            ("巫溪工业园区管理委员会2020年政府信息公开年报", "2021-03-01T00:00", False),
            ("巫溪县2013年政府信息公开年报", None, False),
            ("巫溪县2013年政府信息公开年报", "不详", False),
        ],
    )
    def test_deadlines(self, title: str, published: str | None, late: bool) -> None:
        assert ("late" in codes(parse(title=title, published=published))) is late

    def test_the_message_names_both_days(self) -> None:
        report = parse(title="巫溪县2013年政府信息公开年报", published="2014-05-06T00:00")
        (finding,) = [finding for finding in report.findings if finding.code == "late"]
        assert "2014-05-06" in finding.message and "2014-03-31" in finding.message


class TestKind:
    def test_a_report_in_title_and_body(self) -> None:
        report = parse(title="巫溪县2013年政府信息公开年报")
        assert report.document_type == "annual-report"
        assert "not-a-report" not in codes(report)

    def test_a_notice_under_a_reports_title(self) -> None:
        report = parse(
            "各乡镇人民政府，县政府各部门：",
            "为做好2013年度政府信息公开工作年度报告的编制工作，现将有关事项通知如下：",
            "一、报告应当包括主动公开、依申请公开、存在的主要问题等内容。",
            "二、请各单位于1月20日前报送。",
            title="2013年政府信息公开年度报告",
        )
        assert report.document_type == "notice"
        assert "not-a-report" in codes(report)
        assert not report.statistics

    def test_a_report_that_was_sent_out_with_a_letter_stays_one(self) -> None:
        report = parse(
            "各乡镇人民政府，县政府各部门：",
            "现将《巫溪县2013年政府信息公开工作年度报告》予以公布，请认真阅读。",
            *BODY,
            title="关于印发巫溪县2013年政府信息公开工作年度报告的通知",
        )
        assert (report.document_type, report.unit) == ("annual-report", "巫溪县人民政府")

    def test_a_guide_and_an_index(self) -> None:
        guide = parse(
            "为方便公民获取政府信息，特编制本指南。", "申请人应当填写《政府信息公开申请表》。", title="政府信息公开"
        )
        titles = [f"巫溪县{body}2013年政府信息公开年报" for body in ("民政局", "财政局", "水利局", "林业局", "司法局")]
        assert guide.document_type == "guide"
        assert parse(*titles, title="2013年年报").document_type == "index"

    def test_a_text_on_something_else(self) -> None:
        assert parse("春耕在即，" * 30, title="全县春耕生产年度报告").document_type == "other"

    def test_a_self_inspection_says_so_and_keeps_its_identity(self) -> None:
        report = parse(title="巫溪县民政局2013年政府信息公开工作自查报告")
        assert (report.document_type, report.unit, report.year) == ("self-inspection", "巫溪县民政局", 2013)
        (finding,) = report.findings
        assert finding.code == "not-a-report" and "自查" in finding.message

    @pytest.mark.parametrize("body", ["", "附件", "见附件：巫溪县2013年政府信息公开年报.doc"])
    def test_a_page_with_nothing_to_read(self, body: str) -> None:
        report = parse(body, title="巫溪县2013年政府信息公开年报")
        assert report.document_type == "annual-report"
        assert [finding.severity for finding in report.findings if finding.code == "no-text"] == ["error"]


def test_damage_goes_from_the_page_into_the_report() -> None:
    damaged = Finding("digits-fused", "warning", "characters were lost", evidence=(Span(0, 4),))
    page = Page("x.txt", None, "utf-8", "巫溪县2013年政府信息公开年报", document(*BODY), findings=(damaged,))
    entry = Entry("http://www.wuxi.gov.test/1.html", "巫溪县2013年年报", unit="巫溪县人民政府")
    hints = hints_of(page, entry=entry, region="500238")
    assert (hints.url, hints.listed_title, hints.listed_unit, hints.region) == (
        "http://www.wuxi.gov.test/1.html",
        "巫溪县2013年年报",
        "巫溪县人民政府",
        "500238",
    )
    assert damaged in parse_report(page.document, hints).findings


@given(st.lists(st.text(alphabet="一二三、（）().:：。，第部分年报0123公开政府信息\t x〔", max_size=30), max_size=12))
def test_any_text_gives_a_report_whose_spans_hold(lines: list[str]) -> None:
    text = document(*lines)
    report = parse_report(text, Hints(title=lines[0] if lines else None))
    for section in report.sections:
        assert 0 <= section.start < section.end <= len(text.text)
        assert section.heading in text.text[section.start : section.end]
    for outer, inner in pairwise(report.sections):
        assert inner.start >= (outer.end if inner.level <= outer.level else outer.start)
