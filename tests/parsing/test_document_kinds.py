"""What an entry is, judged by its title; and what a body shows when its title says otherwise."""

import pytest

from govreports.parsing import listed_type

TITLES = [
    ("大理市统计局2013年政府信息公开年报", "annual-report"),
    ("大理市统计局2013年政府信息公开工作年度报告", "annual-report"),
    ("大理市2013年政府信息公开工作报告", "annual-report"),
    ("关于大理市统计局2013年政府信息公开工作年度报告", "annual-report"),
    ("关于报送大理市统计局2013年政府信息公开工作年度报告的报告", "annual-report"),
    ("关于公布大理市统计局2013年政府信息公开年报的公告", "annual-report"),
    ("大理市人民政府办公室关于印发大理市2013年政府信息公开工作年度报告的通知", "annual-report"),
    ("大理市政府信息公开2013年度报告（图片版）", "annual-report"),
    ("柳河镇关于2013年政府信息公开工作情况的汇报", "work-summary"),
    ("大理市统计局2013年政务公开工作总结", "work-summary"),
    ("大理市统计局2013年政府信息公开工作总结", "work-summary"),
    ("大理市统计局2013年度政府信息公开工作情况报告", "annual-report"),
    ("关于大理市2010年政府信息公开工作情况的报告", "annual-report"),
    ("大理市统计局2013年度政务公开工作情况报告", "work-summary"),
    ("大理市统计局2013年政府信息公开工作总结及2014年工作计划", "work-summary"),
    ("大理市统计局2013年政府信息公开工作情况", "work-summary"),
    ("长沙县政府政务公开领导小组办公室2012年工作总结", "work-summary"),
    ("长沙县财政局2012年度政府信息主动公开工作总结", "work-summary"),
    ("政府信息公开申请补正告知书", "other"),
    ("关于大理市统计局2013年政府信息公开年度报告的更正说明", "correction"),
    ("大理市统计局2013年政府信息公开年度报告（更正）", "correction"),
    ("关于更正2013年政府信息公开工作年度报告的公告", "correction"),
    ("2013年度各部门政府信息公开年报汇总", "index"),
    ("2013年政府信息公开年报目录", "index"),
    ("大理市各县区2013年政府信息公开年度报告", "index"),
    ("2013年市直各部门政府信息公开工作年度报告", "index"),
    ("大理市历年政府信息公开年报", "index"),
    ("2013年政府信息公开年报公布情况", "index"),
    ("部门年报", "index"),
    ("大理市政府信息公开指南", "guide"),
    ("大理市统计局政府信息公开指南和目录", "guide"),
    ("大理市政府信息公开目录", "guide"),
    ("大理市依申请公开办事流程", "guide"),
    ("政府信息公开申请表", "guide"),
    ("大理市统计局依申请公开须知", "guide"),
    ("关于做好2013年政府信息公开工作年度报告编制工作的通知", "notice"),
    ("关于编制2013年政府信息公开年度报告的通知", "notice"),
    ("关于报送2013年政府信息公开年报的通知", "notice"),
    ("关于开展2013年度政府信息公开年度报告编制工作的通知", "notice"),
    ("大理市2014年政务公开工作要点", "notice"),
    ("大理市人民政府办公室关于印发2014年政府信息公开工作要点的通知", "notice"),
    ("大理市政府信息公开工作实施方案", "notice"),
    ("大理市政府信息公开保密审查办法", "notice"),
    ("关于2013年度政府信息公开工作情况的通报", "notice"),
    ("大理市统计局2014年政府信息公开工作计划", "notice"),
    ("大理市统计局2013年政府信息公开工作自查报告", "self-inspection"),
    ("大理市统计局关于政务公开工作自查情况的报告", "self-inspection"),
    ("大理市统计局2013年政府信息公开考核自评报告", "self-inspection"),
    ("大理市政府信息公开检查情况", "self-inspection"),
    ("关于2014年政务公开工作要点落实情况的函", "other"),
    ("大理市统计局贯彻落实2014年政府信息公开工作要点情况报告", "other"),
    ("大理市统计局2013年上半年政府信息公开工作总结", "other"),
    ("大理市2013年第一季度政府信息公开统计", "other"),
    ("2013年1-6月政府信息公开情况统计表", "other"),
    ("大理市2013年三季度政府信息公开情况", "other"),
    ("《大理市2013年政府信息公开工作年度报告》解读", "other"),
    ("一图读懂大理市2019年政府信息公开工作年度报告", "other"),
    ("大理市统计局2019年法治政府建设年度报告", "other"),
    ("大理市2013年政府工作报告", "other"),
    ("大理市2013年财政预算执行情况报告", "other"),
    ("大理市2013年国民经济和社会发展统计公报", "other"),
    ("大理市统计局政府网站工作年度报表（2019年度）", "other"),
    ("大理市统计局网站2018年度报表", "other"),
    ("大理市统计局关于政府信息公开申请的答复", "other"),
    ("大理市统计局2013年工作总结", "other"),
    ("大理市统计局2008年5月至12月政府信息公开年度报告", "annual-report"),
    ("大理市统计局2013年上半年工作总结及下半年工作计划", "other"),
    ("大理市召开政府信息公开工作会议", "other"),
    ("大理市统计局2014年政府信息公开情况统计表", "annual-report"),
    ("政府信息公开年报", "annual-report"),
    ("大理市统计局信息公开年度报告制度", "notice"),
    ("政府信息公开年度报告制度", "notice"),
    ("关于建立政府信息公开年度报告制度的通知", "notice"),
    ("大理市教育考试院2013年政府信息公开年报", "annual-report"),
    ("大理市检查站2013年政府信息公开年度报告", "annual-report"),
    ("大理市督查室2013年政府信息公开工作总结", "work-summary"),
    ("大理市考核办2013年政府信息公开工作总结", "work-summary"),
    ("大理市目标绩效考核办公室2013年政府信息公开工作年度报告", "annual-report"),
    ("大理市审计局2013年政府信息公开工作年度报告", "annual-report"),
    ("大理市审计局2013年政府信息公开工作总结", "work-summary"),
    ("大理市法制办2013年依法行政工作报告", "other"),
    ("大理市统计局2013年政府信息公开考核材料", "self-inspection"),
    ("大理市住房公积金2013年年度报告", "other"),
    ("大理市统计局2013年年度报告", "annual-report"),
    ("关于申报2013年度政府信息公开先进单位的报告", "annual-report"),
    ("大理市统计局2013年政务信息公开情况报告", "annual-report"),
    ("大理市政府信息公开工作2013年度考核评估报告", "self-inspection"),
]


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_a_title_tells_the_kind(title: str, kind: str) -> None:
    verdict = listed_type(title)
    assert verdict.document_type == kind, verdict


def test_the_reason_quotes_the_words_that_decided() -> None:
    assert "自查" in listed_type("大理市水务局2015年政府信息公开工作自查报告").reason


def test_a_work_summary_listed_among_annual_reports_is_taken_for_one() -> None:
    assert listed_type("大理市水务局2015年工作总结").document_type == "other"
    assert listed_type("大理市水务局2015年工作总结", "政府信息公开年报").document_type == "work-summary"
