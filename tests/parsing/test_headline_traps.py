"""Sentences that a hasty reader takes for more, or less, than they state: other counts of the same organ, figures of
other years and other bodies, parts and averages, zeros in a list.
"""

import pytest
from invented_prose import BUREAU, COUNTY, TOWN, own, report_of, stated

Expected = set[tuple[object, ...]]
PROVINCE = "青岚省人民政府"
ZONE = "青岚高新技术产业开发区管理委员会"


def other(indicator: str, value: int, scope: str = "own") -> tuple[object, ...]:
    return (indicator, value, "other", scope, "exact")


OTHER_YEARS: list[tuple[str, Expected]] = [
    (
        "2013年主动公开信息766条,超过上年(590条)近三成。",
        {own("disclosed", 766), other("disclosed", 590)},
    ),
    (
        "本局全年公开政府信息356条,与2012年(310条)相比增长14.8%。",
        {own("disclosed", 356), other("disclosed", 310)},
    ),
    (
        "我局收到政府信息公开申请27件,同比下降8.1%(2012年为37件),均依法办结。",
        {own("requests.received", 27), other("requests.received", 37)},
    ),
    (
        "我局全年主动公开政府信息176条,其中通过县政府网站公开142条。2012年是120条。",
        {own("disclosed", 176), own("disclosed.website", 142), other("disclosed", 120)},
    ),
    ("2013年我局收到政府信息公开申请7件,同比增加2件,增长40%。", {own("requests.received", 7)}),
    (
        "2011年、2012年、2013年分别主动公开政府信息120条、150条、180条。",
        {own("disclosed", 180), other("disclosed", 120)},
    ),
    ("近三年分别收到政府信息公开申请3件、5件。", set()),
    (
        "去年收到政府信息公开申请12件,今年收到8件。",
        {other("requests.received", 12), own("requests.received", 8)},
    ),
    (
        "2008年5月至2013年12月,我局共主动公开政府信息1245条。",
        {("disclosed", 1245, "cumulative", "own", "exact")},
    ),
    ("2013年主动公开政府信息235条(原报告误写为主动公开政府信息253条)。", {own("disclosed", 235)}),
    ("按照规划计划,我局主动公开政府信息86条。", {own("disclosed", 86)}),
    ("2014年,计划公开政府信息600条。力争主动公开不少于700条。", set()),
    (
        "2013年上半年公开信息70条,下半年公开86条,全年共156条。",
        {own("disclosed", 156), ("disclosed", 70, "unclear", "own", "exact")},
    ),
    ("2013年1—11月公开信息140条。", {("disclosed", 140, "unclear", "own", "exact")}),
    ("2013年1月至12月公开信息140条。", {own("disclosed", 140)}),
    ("2012年,我局主动公开政府信息300条。", {other("disclosed", 300)}),
]

OTHER_COUNTS: list[tuple[str, Expected]] = [
    ("收到数据查询类申请约40件。收到政府信息公开申请一件。", {own("requests.received", 1)}),
    ("窗口受理取水许可申请23件,全部按时办结。", set()),
    ("全年办理局长信箱来信86件,答复86件。", set()),
    ("全年承办人大代表建议8件、政协提案11件,全部答复完毕。", set()),
    ("门户网站日均访问量1.2万人次,全年总访问量438万人次。", {own("website.visits", 4380000)}),
    ("全年审理不服下级机关信息公开答复的行政复议案件12件。", set()),
    ("没有接到不服下级机关信息公开行为的行政复议申请。", set()),
    ("作为被申请人的信息公开行政复议案件1件,作为被告的行政诉讼案件2件。", {own("reviews", 1), own("litigation", 2)}),
    ("全年产生公文312件,其中依申请公开52件,不予公开50件。", set()),
    ("2013年形成的文件中,主动公开210条,依申请公开52条,不予公开50条。", {own("disclosed", 210)}),
    ("公开政府信息230条,其中依申请公开2条。", {own("disclosed", 230)}),
    ("全局公开信息2100条,最多的规划股公开1860条,最少的公开12条。", {own("disclosed", 2100)}),
    ("车站设触摸查询屏两台,全年被点击九万余次。", set()),
    ("网站全年被访问12万人次。", {own("website.visits", 120000)}),
    ("本年度发出收费通知1份,行政事业性收费230万元。", set()),
    ("没有减免费用的情形。", set()),
    (
        "2013年制作政府信息860条,主动公开720条,依申请公开信息40条,不予公开信息100条。",
        {
            own("information.made", 860),
            own("disclosed", 720),
            own("information.on_request_only", 40),
            own("information.not_public", 100),
        },
    ),
    (
        "收到公开申请12件,答复12件,其中属于已主动公开2件,同意公开5件,不同意公开5件。",
        {
            own("requests.received", 12),
            own("requests.answered", 12),
            own("requests.granted", 5),
            own("requests.denied", 5),
        },
    ),
    ("我局作为复议机关审理政府信息公开行政复议案件6件。", set()),
    ("我局办理行政诉讼案件18件,其中涉及政府信息公开3件。", {own("litigation", 3)}),
    ("共收到行政复议申请2件,与政府信息公开相关的0件。", {own("reviews", 0)}),
    ("接受群众咨询1260人次,其中与政府信息公开有关的35人次。", {own("consultations", 35)}),
    ("三、行政复议和诉讼情况\n全年办理行政诉讼案件6件,均与征收拆迁有关。", set()),
    ("依申请公开接待室受理业务咨询,窗口接待3600人次。", set()),
]

REQUESTS: list[tuple[str, Expected]] = [
    (
        "共收到申请6件,已办结5件,余1件转入下年办理。",
        {own("requests.received", 6), own("requests.concluded", 5), own("requests.carried_out", 1)},
    ),
    (
        "三、依申请公开\n2013年受理申请14条。上年末未办结2条、本年末未办结3条。",
        {own("requests.received", 14), own("requests.carried_in", 2), own("requests.carried_out", 3)},
    ),
    (
        "全年收到信息公开申请3件,予以公开2件,1件因本机关不掌握未能提供。",
        {own("requests.received", 3), own("requests.granted", 2), own("requests.unable", 1)},
    ),
    (
        "向本局提出的政府信息公开申请共3项,2项已公开,1项告知向国土部门申请。",
        {own("requests.received", 3), own("requests.granted", 2)},
    ),
    (
        "全年收到政府信息公开申请5件,按时办结5件。",
        {own("requests.received", 5), own("requests.concluded", 5)},
    ),
    (
        "收到政府信息公开申请612件。办结604件,其中按时办结589件,延期办结15件。",
        {own("requests.received", 612), own("requests.concluded", 604)},
    ),
    (
        "三、依申请公开\n本年度收到申请37件。\n到年底已答复36件。",
        {own("requests.received", 37), own("requests.answered", 36)},
    ),
    (
        "收到政府信息公开申请9件,答复9件,其中信息不存在2件,不属于本机关公开2件。",
        {own("requests.received", 9), own("requests.answered", 9)},
    ),
    (
        "全年收到申请26件次(其中重复申请8件次),答复26件次:同意公开12件次。\n",
        {own("requests.received", 26), own("requests.answered", 26), own("requests.granted", 12)},
    ),
    (
        "共收到政府信息公开申请8件,加上2012年结转2件,应办理10件,已办结9件,结转下一年度1件。",
        {
            own("requests.received", 8),
            own("requests.carried_in", 2),
            own("requests.concluded", 9),
            own("requests.carried_out", 1),
        },
    ),
    (
        "收到申请12件,办结11件,结转1件。",
        {own("requests.received", 12), own("requests.concluded", 11), own("requests.carried_out", 1)},
    ),
    (
        "收到申请12件,办结11件,结转2014年办理1件。",
        {own("requests.received", 12), own("requests.concluded", 11), own("requests.carried_out", 1)},
    ),
    ("收到申请16件,结转1件。", {own("requests.received", 16)}),
    (
        "政府信息公开行政复议2件(结果维持1件、结果纠正1件);行政诉讼1件(尚未审结1件,其他结果0件)。",
        {own("reviews", 2), own("litigation", 1)},
    ),
    (
        "收到申请31件,其中上年结转3件,本年新收28件。",
        {own("requests.received", 28), own("requests.carried_in", 3)},
    ),
    ("全年办理政府信息公开申请31件(含上年结转3件)。", {own("requests.carried_in", 3)}),
    ("新收和上年结转政府信息公开申请共31件。", set()),
    (
        "在6件申请中,“同意公开”答复的4件,“不予公开”答复的1件,“申请信息不存在”答复1件。",
        {own("requests.granted", 4), own("requests.denied", 1), own("requests.unable", 1)},
    ),
    (
        "1.收到申请数:3份,其中当面申请:1份\n2.同意公开:2份\n3.不予公开:1份",
        {own("requests.received", 3), own("requests.granted", 2), own("requests.denied", 1)},
    ),
    ("收到申请不足10件。", {own("requests.received", 10, "at_most")}),
    ("直接收到政府信息公开申请3件,加上市局转来2件,共5件。", {own("requests.received", 5)}),
    ("三、申请与答复。受理申请两件,均为企业查询处罚记录。", {own("requests.received", 2)}),
    ("三、申请公开:收到1件,申请人要看旧方案。", {own("requests.received", 1)}),
    ("收到申请信息14件。", {own("requests.received", 14)}),
    (
        "收到申请31件。予以公开26件,不予公开5件(均为举报人信息)。",
        {own("requests.received", 31), own("requests.granted", 26), own("requests.denied", 5)},
    ),
    ("三、依申请公开\n收到申请39件;37件按时答复,延期2件。", {own("requests.received", 39)}),
    ("配备专职人员2名,兼职信息员35名。", {own("staff.full_time", 2), own("staff.part_time", 35)}),
    ("配备一名专职人员、两名兼职人员。", {own("staff.full_time", 1), own("staff.part_time", 2)}),
    ("收到一件政府信息公开申请,一项工作正在推进。", {own("requests.received", 1)}),
    ("我局受理申请3件,全部予以公开。", {own("requests.received", 3), own("requests.granted", 3)}),
    ("受理申请3件,全部办结。", set()),
    ("答复12件,其中同意公开8件。", {own("requests.answered", 12), own("requests.granted", 8)}),
    ("政府信息公开申请受理3件,办结3件。", {own("requests.received", 3), own("requests.concluded", 3)}),
    ("收到对公开工作的投诉一件。", {own("complaints", 1)}),
    ("共有2名群众申请政府信息公开3件。", {own("requests.received", 3)}),
    (
        "收到信息公开申请6件,其中5件予以公开,另1件申请的信息不属于本机关职责范围。",
        {own("requests.received", 6), own("requests.granted", 5), own("requests.unable", 1)},
    ),
    (
        "申请人对我局答复不服,向市水利局申请行政复议3件;就政府信息公开提起行政诉讼1件。",
        {own("reviews", 3), own("litigation", 1)},
    ),
]

ZEROS: list[tuple[str, Expected]] = [
    (
        "未收到政府信息公开申请,上年度没有结转申请,亦无结转下年度的申请。",
        {own("requests.received", 0), own("requests.carried_in", 0), own("requests.carried_out", 0)},
    ),
    (
        "申请、复议、诉讼、收费数均为零。",
        {own("requests.received", 0), own("reviews", 0), own("litigation", 0), own("fees", 0)},
    ),
    ("四、收费情况\n提供资料一律免费。", {own("fees", 0)}),
    ("五、收费:0。", {own("fees", 0)}),
    ("收取复印费15元。", {own("fees", 15)}),
    ("四、收费情况\n收取复印费十五元六角。", set()),
    (
        "四、行政复议、行政诉讼及举报投诉情况\n数量均为0。",
        {own("reviews", 0), own("litigation", 0), own("complaints", 0)},
    ),
    (
        "四、收费与复议\n查阅一律免费,没有收取政府信息公开费用;没有引发复议、诉讼。",
        {own("fees", 0), own("reviews", 0), own("litigation", 0)},
    ),
    ("未经复议直接起诉的案件较多。", set()),
    ("按规定未收取费用。", {own("fees", 0)}),
    ("依申请公开按规定不收费。", set()),
    ("如未收到申请,应当零报告。", set()),
    ("没有一起信息公开行政诉讼败诉案件。", set()),
    ("全年无公民申请信息公开。", {own("requests.received", 0)}),
    ("我局没有收到公民、法人或者其他组织的申请。", {own("requests.received", 0)}),
    ("未有公民、法人要求我局提供政府信息公开。", {own("requests.received", 0)}),
    (
        "依申请公开受理数为0,行政复议数为0。",
        {own("requests.received", 0), own("reviews", 0)},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), OTHER_YEARS + OTHER_COUNTS + REQUESTS + ZEROS, ids=lambda value: str(value)[:24]
)
def test_states_no_more_and_no_less(text: str, expected: Expected) -> None:
    assert stated(report_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收取信息处理费共计226元。", {own("fees.processing", 226)}),
        ("本年度收取信息处理费二十元。", {own("fees.processing", 20)}),
        ("本机关2022年度未收取信息处理费。", {own("fees.processing", 0)}),
        ("未产生政府信息公开信息处理费收费。", {own("fees.processing", 0)}),
        ("(一)收取信息处理费情况。发出收费通知0件,实际收取0元。", {own("fees.processing", 0)}),
        ("其一,收取信息处理费情况:无。其二,无其他事项。", {own("fees.processing", 0)}),
    ],
)
def test_the_processing_fee_of_the_rules_of_2021_is_no_fee_for_copies(text: str, expected: Expected) -> None:
    assert stated(report_of(text, year=2022)) == expected


BODIES: list[tuple[str, str, Expected]] = [
    (
        "2010年,全省各级行政机关共主动公开政府信息312条,其中省政府及其部门38条,市、县(市、区)政府及其部门274条。",
        PROVINCE,
        {
            ("disclosed", 312, "year", "area", "exact"),
            ("disclosed", 38, "year", "own_and_departments", "exact"),
            ("disclosed", 274, "year", "subordinate", "exact"),
        },
    ),
    (
        "全年主动公开政府信息766条;管委会机关公开488条,两个街道公开278条。",
        ZONE,
        {own("disclosed", 766), ("disclosed", 278, "year", "subordinate", "exact")},
    ),
    (
        "我局及下属单位共公开政府信息500条,其中局机关320条,下属单位180条。",
        BUREAU,
        {
            ("disclosed", 500, "year", "own_and_departments", "exact"),
            own("disclosed", 320),
            ("disclosed", 180, "year", "subordinate", "exact"),
        },
    ),
    ("高新区全年收到公开申请3件。", ZONE, {own("requests.received", 3)}),
    (
        "全县共受理信息公开申请15件(县政府办2件、县国土局13件)。",
        COUNTY,
        {("requests.received", 15, "year", "area", "exact"), own("requests.received", 2)},
    ),
    (
        "县政府及其部门收到政府信息公开申请45件,乡镇政府收到申请12件,全县合计57件。",
        COUNTY,
        {
            ("requests.received", 45, "year", "own_and_departments", "exact"),
            ("requests.received", 12, "year", "subordinate", "exact"),
            ("requests.received", 57, "year", "area", "exact"),
        },
    ),
    (
        "全县共收到政府信息公开申请56件。其中,县政府办公室受理12件,县直部门受理30件,乡镇受理14件。",
        COUNTY,
        {
            ("requests.received", 56, "year", "area", "exact"),
            own("requests.received", 12),
            ("requests.received", 30, "year", "own_and_departments", "exact"),
            ("requests.received", 14, "year", "subordinate", "exact"),
        },
    ),
    (
        "全县各级行政机关共收到政府信息公开申请326件,较2012年增长12.4%,其中县政府部门201件,镇街80件。",
        COUNTY,
        {
            ("requests.received", 326, "year", "area", "exact"),
            ("requests.received", 201, "year", "own_and_departments", "exact"),
            ("requests.received", 80, "year", "subordinate", "exact"),
        },
    ),
]


@pytest.mark.parametrize(("text", "unit", "expected"), BODIES, ids=lambda value: str(value)[:24])
def test_bodies_are_told_apart(text: str, unit: str, expected: Expected) -> None:
    year = 2010 if "2010" in text else 2013
    assert stated(report_of(text, unit, year)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年主动公开政府信息300条,其中县政府公报刊登12条。", {own("disclosed", 300), own("disclosed.gazette", 12)}),
        ("全年通过政府网站、政务新媒体主动公开政府信息418条。", {own("disclosed", 418)}),
        ("2013年主动公开文件508条。", {own("disclosed", 508)}),
        (
            "通过县政府网站主动公开信息120条、通过政务微博公开56条、通过公告栏公开30条。",
            {own("disclosed.website", 120)},
        ),
    ],
)
def test_channels(text: str, expected: Expected) -> None:
    assert stated(report_of(text)) == expected


@pytest.mark.parametrize(
    "header",
    [
        "行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉",
        "申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他0",
    ],
)
def test_the_header_of_a_flattened_table_is_no_prose(header: str) -> None:
    assert stated(report_of(f"四、政府信息公开行政复议、行政诉讼情况\n{header}", BUREAU)) == set()


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("2013年,我镇主动公开政府信息56条。", BUREAU, set()),
        ("2013年,我局主动公开政府信息56条。我镇未收到政府信息公开申请。", TOWN, {own("requests.received", 0)}),
        (
            "县政府法制办全年受理行政复议申请26件。以县政府为被申请人的信息公开行政复议2件。",
            COUNTY,
            {own("reviews", 2)},
        ),
    ],
)
def test_what_was_pasted_from_another_organ_is_for_a_coder(text: str, unit: str, expected: Expected) -> None:
    report = report_of(text, unit)
    assert stated(report) == expected
    assert report.candidates
