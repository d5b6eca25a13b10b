"""What a careful coder takes from the prose of a report: indicator, value, period, scope, qualifier, and nothing more.

Every case is a paragraph of an invented bureau's report of 2013 unless it names another unit.
"""

import pytest
from invented_prose import BUREAU, COUNTY, TOWN, own, report_of, stated

from govreports.model.document import RawParagraph, assemble
from govreports.model.report import Hints
from govreports.parsing import parse_report

FIGURES = [
    ("2013年,我局主动公开政府信息1430条。", {own("disclosed", 1430)}),
    ("全年主动公开政府信息总数为1,024条。", {own("disclosed", 1024)}),
    ("主动公开政府信息１２３条。", {own("disclosed", 123)}),
    ("今年以来,我局主动公开政府信息共计二百三十五条。", {own("disclosed", 235)}),
    ("我局2013年主动公开信息突破一千条。", {own("disclosed", 1000, "at_least")}),
    ("2013年,我局共主动公开政府信息近1.5万条。", {own("disclosed", 15000, "at_most")}),
    ("2013年,我局主动公开各类政府信息约300条。", {own("disclosed", 300, "approximate")}),
    ("截至2013年底,我局累计主动公开政府信息5928条。", {("disclosed", 5928, "cumulative", "own", "exact")}),
    ("截至2013年底,我局主动公开政府信息5928条。", {("disclosed", 5928, "unclear", "own", "exact")}),
    ("自2008年5月1日《条例》实施以来,我局公开信息6000条。", {("disclosed", 6000, "cumulative", "own", "exact")}),
    (
        "2013年,我局主动公开政府信息120条,累计公开860条。",
        {own("disclosed", 120), ("disclosed", 860, "cumulative", "own", "exact")},
    ),
    (
        "累计发布信息500条,今年新增120条。",
        {("disclosed", 500, "cumulative", "own", "exact"), own("disclosed", 120)},
    ),
    (
        "2012年主动公开信息800条,2013年主动公开信息1200条,比上年增加400条,同比增长50%。",
        {("disclosed", 800, "other", "own", "exact"), own("disclosed", 1200)},
    ),
    (
        "通过政府网站公开政府信息88条,通过政府公报公开政府信息12条。",
        {own("disclosed.website", 88), own("disclosed.gazette", 12)},
    ),
    ("我局通过门户网站、公开栏、报纸等形式主动公开信息320条。", {own("disclosed", 320)}),
    ("我局在县政府信息公开目录中公开信息320条。", {own("disclosed", 320)}),
    (
        "2013年制作、获取政府信息总数3120条,其中主动公开960条,作为依申请公开信息数75条,不予公开信息数2085条。",
        {
            own("information.made", 3120),
            own("disclosed", 960),
            own("information.on_request_only", 75),
            own("information.not_public", 2085),
        },
    ),
    ("全年共收到政府信息公开申请10件,其中当面申请1件,网上申请9件。", {own("requests.received", 10)}),
    ("本年度我局共受理政府信息公开申请3件,均已答复。", {own("requests.received", 3)}),
    (
        "2013年度收到政府信息公开申请15件,受理12件,办结11件,答复11件,结转下年度办理1件。",
        {
            own("requests.received", 15),
            own("requests.accepted", 12),
            own("requests.concluded", 11),
            own("requests.answered", 11),
            own("requests.carried_out", 1),
        },
    ),
    (
        "在已经答复的申请中,“同意公开”的7件,“部分公开”的1件,“不予公开”的2件,“信息不存在”的1件。",
        {
            own("requests.granted", 7),
            own("requests.partial", 1),
            own("requests.denied", 2),
            own("requests.unable", 1),
        },
    ),
    (
        "2013年我局因政府信息公开引发行政复议1件、行政诉讼2件。",
        {own("reviews", 1), own("litigation", 2)},
    ),
    ("涉及政府信息公开的行政复议、行政诉讼各1件。", {own("reviews", 1), own("litigation", 1)}),
    ("全年收到涉及政府信息公开的举报投诉2起。", {own("complaints", 2)}),
    ("2013年,我局依申请公开政府信息收取的检索、复制等费用为0元。", {own("fees", 0)}),
    (
        "共接受政府信息公开方面的咨询2070人次,其中电话咨询2000人次,现场咨询70人次。",
        {own("consultations", 2070)},
    ),
    ("政府信息公开专栏访问量达27万余人次。", {own("website.visits", 270000, "at_least")}),
    (
        "我局配备从事政府信息公开工作的专职人员1名,兼职人员3名。",
        {own("staff.full_time", 1), own("staff.part_time", 3)},
    ),
]

ZEROS = [
    ("2013年,我局未收到政府信息公开申请。", {own("requests.received", 0)}),
    ("2013年我局无依申请公开情况。", {own("requests.received", 0)}),
    ("截止2013年12月31日,我局未收到依申请公开。", {own("requests.received", 0)}),
    (
        "我局没有收到要求公开政府信息的申请,也没有发生与政府信息公开有关的行政复议、行政诉讼和申诉。",
        {own("requests.received", 0), own("reviews", 0), own("litigation", 0), own("appeals", 0)},
    ),
    (
        "未收到有关政府信息公开行政复议、提起行政诉讼的申请。",
        {own("reviews", 0), own("litigation", 0)},
    ),
    (
        "全年未发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
        {own("reviews", 0), own("litigation", 0)},
    ),
    (
        "因政府信息公开引起的行政复议、行政诉讼,我局均未发生。",
        {own("reviews", 0), own("litigation", 0)},
    ),
    ("2013年度,我局未向申请公开政府信息的公民、法人收取任何费用。", {own("fees", 0)}),
    ("四、政府信息公开的收费及减免情况\n无。", {own("fees", 0)}),
    (
        "五、因政府信息公开申请行政复议、提起行政诉讼的情况\n2013年未发生。",
        {own("reviews", 0), own("litigation", 0)},
    ),
    ("三、依申请公开情况\n(一)收到申请情况。本年度未收到申请。", {own("requests.received", 0)}),
]

SCOPES = [
    ("2013年,我县主动公开政府信息500条。", COUNTY, {("disclosed", 500, "year", "area", "exact")}),
    ("2013年,我镇主动公开政府信息500条。", TOWN, {own("disclosed", 500)}),
    (
        "2013年,全县主动公开政府信息12345条(其中县政府及其部门8000条,乡镇4345条)。",
        COUNTY,
        {
            ("disclosed", 12345, "year", "area", "exact"),
            ("disclosed", 8000, "year", "own_and_departments", "exact"),
            ("disclosed", 4345, "year", "subordinate", "exact"),
        },
    ),
    (
        "2013年,全县各乡镇和县级各部门,对政府信息公开均未实行收费。",
        COUNTY,
        {("fees", 0, "year", "subordinate", "exact")},
    ),
    (
        "全县各类公开主体共发布信息600条;其中县直单位200条,乡镇单位400条。累计发布信息2400条。",
        COUNTY,
        {
            ("disclosed", 600, "year", "area", "exact"),
            ("disclosed", 200, "year", "own_and_departments", "exact"),
            ("disclosed", 400, "year", "subordinate", "exact"),
            ("disclosed", 2400, "cumulative", "area", "exact"),
        },
    ),
    (
        "2013年,县政府及其部门没有收到涉及政府信息公开的行政复议案件。",
        COUNTY,
        {("reviews", 0, "year", "own_and_departments", "exact")},
    ),
]

NOTHING = [
    "2014年计划主动公开政府信息2000条以上。",
    "部分单位网上信息公开量达到了300条以上,少数单位信息量突破了1000条。",
    "全年公开机构职能类信息12条,政务动态类信息112条,占33.04%。",
    "行政机关提供政府信息不得收取任何费用。",
    "全年共办理人大代表建议12件,政协提案8件。",
    "我局没有一起关于政风行风的投诉。",
    "窗口受理行政审批申请56件。",
    "通过微信公众号发布信息30条。",
    "向县政府信息公开网报送信息80条,被采用60条。",
    "办理时限由法定的20个工作日压缩到5个。",
    "根据《条例》第三十一条和国办发〔2013〕73号文件,编制了33项公开目录。",
]

CANDIDATES = [
    ("服务大厅共受理各类申请3200件。", "requests.received"),
    ("市政府全年审理行政复议案件23件。", "reviews"),
    ("全年共接到群众投诉举报电话235个。", "complaints"),
    ("网上办事大厅累计访问量达四百余万人次。", "website.visits"),
    ("青石镇2013年主动公开政府信息300条。", "disclosed"),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES + ZEROS, ids=lambda value: str(value)[:24])
def test_states_what_the_sentence_states(text: str, expected: set[tuple[object, ...]]) -> None:
    assert stated(report_of(text)) == expected


@pytest.mark.parametrize(("text", "unit", "expected"), SCOPES, ids=lambda value: str(value)[:24])
def test_scope_is_that_of_the_bodies_named(text: str, unit: str, expected: set[tuple[object, ...]]) -> None:
    assert stated(report_of(text, unit)) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_look_alikes_state_nothing(text: str) -> None:
    assert stated(report_of(text), preferred_only=False) == set()


@pytest.mark.parametrize(("text", "indicator"), CANDIDATES)
def test_what_is_unclear_in_what_it_counts_is_a_candidate(text: str, indicator: str) -> None:
    report = report_of(text)
    assert stated(report, preferred_only=False) == set()
    assert [candidate.indicator for candidate in report.candidates] == [indicator]
    assert report.candidates[0].reason


@pytest.mark.parametrize("text", [text for text, _ in FIGURES + ZEROS])
def test_every_statistic_points_at_the_words_that_state_it(text: str) -> None:
    document = assemble(RawParagraph(line) for line in text.split("\n"))
    report = parse_report(document, Hints(title=f"{BUREAU}2013年政府信息公开工作年度报告"))
    assert report.statistics
    for statistic in report.statistics:
        assert statistic.start is not None and statistic.end is not None
        assert document.text[statistic.start : statistic.end] == statistic.quote
        assert statistic.as_stated and statistic.as_stated in (statistic.quote or "")


def test_one_statement_is_preferred_where_the_text_repeats_itself() -> None:
    text = "2013年,我局主动公开政府信息230条。\n本年度主动公开政府信息230余条。"
    report = report_of(text)
    assert [(s.qualifier, s.preferred) for s in report.statistics] == [("exact", True), ("at_least", False)]


def test_plans_and_problems_are_no_place_for_figures() -> None:
    text = "五、存在的问题\n全年只公开了政府信息12条。\n六、2014年工作打算\n主动公开政府信息200条。"
    assert stated(report_of(text)) == set()


HARD = [
    (
        "2013年公开政府信息230条，历年累计4856条。",
        {own("disclosed", 230), ("disclosed", 4856, "cumulative", "own", "exact")},
    ),
    ("截至2013年年底，累计公开信息312条。", {("disclosed", 312, "cumulative", "own", "exact")}),
    ("全年公开政府信息108条，其中县政府网站76条、公示栏32条。", {own("disclosed", 108), own("disclosed.website", 76)}),
    ("主动公开信息230条（网站191条、微信39条）。", {own("disclosed", 230), own("disclosed.website", 191)}),
    ("行政复议、行政诉讼分别为2件、1件，均与政府信息公开有关。", {own("reviews", 2), own("litigation", 1)}),
    ("收到政府信息公开申请5件，全部予以公开。", {own("requests.received", 5), own("requests.granted", 5)}),
    ("186条政府信息通过县政府网站得到主动公开。", {own("disclosed.website", 186)}),
    ("二、我局2013年共公开政府信息59条。", {own("disclosed", 59)}),
    ("三、行政复议、行政诉讼、举报投诉数均为0。", {own("reviews", 0), own("litigation", 0), own("complaints", 0)}),
    ("受理依申请公开信息总数：0条", {own("requests.received", 0)}),
    ("一、主动公开政府信息：64条", {own("disclosed", 64)}),
    ("二、主动公开政府信息情况\n全年共公开230条。", {own("disclosed", 230)}),
    ("三、依申请公开情况\n0件。", {own("requests.received", 0)}),
    ("四、收费情况\n0元。", {own("fees", 0)}),
    ("全年没有公民、法人或其他组织申请获取政府信息。", {own("requests.received", 0)}),
    ("依申请公开政府信息收取检索费20元、复制费30元，合计50元。", {own("fees", 50)}),
    ("专、兼职工作人员各1名。", {own("staff.full_time", 1), own("staff.part_time", 1)}),
    (
        "2013年共收到政府信息公开申请1件，去年为3件；办理结果为同意公开1件。",
        {own("requests.received", 1), ("requests.received", 3, "other", "own", "exact"), own("requests.granted", 1)},
    ),
    ("村务公开信息720条。", set()),
]


@pytest.mark.parametrize(("text", "expected"), HARD, ids=lambda value: str(value)[:24])
def test_wordings_that_hide_what_they_count(text: str, expected: set[tuple[object, ...]]) -> None:
    assert stated(report_of(text)) == expected
