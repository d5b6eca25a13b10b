"""What of a catalogue becomes a report: editions put together, indexes followed, collections split."""

from pathlib import Path

import pytest
from lanting import LIST, Answer, listing, report

from govreports.crawl.run import replay
from govreports.model.record import Record
from govreports.places import store_url
from govreports.store import Store

UNIT = "兰汀县人民政府"
TITLE = f"{UNIT}2013年政府信息公开工作年度报告"
ROBOTS = {"/robots.txt": Answer(b"User-agent: *\nDisallow:\n", headers={"Content-Type": "text/plain"})}
PROSE = (
    "本年度，本机关认真贯彻落实政府信息公开条例，明确一名副职分管，完善工作制度，及时更新栏目。全年主动公开政府信息{0}条，"
    "收到依申请公开申请{1}件，均在规定期限内答复，没有收取费用，也没有发生行政复议和行政诉讼，社会反映良好。"
)


def show(number: int) -> str:
    return f"/XxgkAnnualReport/show/{number}.html"


def site(*titles: str, **pages: bytes) -> dict[str, Answer]:
    """A list of these titles, numbered from 1, each with a report behind it unless `pages` (p1=…) gives another."""
    rows = [(show(number), title) for number, title in enumerate(titles, 1)]
    given = {show(number): Answer(pages.get(f"p{number}", report(title))) for number, title in enumerate(titles, 1)}
    return ROBOTS | {LIST: Answer(listing(*rows))} | given


def page(title: str, *paragraphs: str) -> bytes:
    """An article of these paragraphs, which may be markup."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return report(title).replace(
        report(title).split(b'<div class="text">')[1], f"{body}</div></div></body></html>".encode()
    )


def records() -> list[Record]:
    with Store.open(store_url()) as store:
        return list(store.records())


def states() -> dict[int, tuple[str, str | None, str | None]]:
    """State, document type and reason of each entry, by its number."""
    with Store.open(store_url()) as store:
        return {
            int(row.address.rpartition("/")[2].removesuffix(".html")): (row.state, row.document_type, row.reason)
            for row in store.entries()
        }


def test_editions_tables_and_corrections_become_one_report(record, places: Path) -> None:
    names = ("主动公开政府信息数", "收到申请数", "申请办结数", "行政复议数量", "行政诉讼数量", "举报投诉数量")
    cells = "".join(f"<tr><td>{name}</td><td>件</td><td>{number}</td></tr>" for number, name in enumerate(names, 6))
    table = page(
        f"{UNIT}2013年度政府信息公开情况统计表",
        f"<table><tr><td>指标</td><td>单位</td><td>数量</td></tr>{cells}</table>",
    )
    note = page("更正说明", "经核对，原报告第二部分所列公开数量有误，特此更正并致歉，以本页所列为准。")
    titles = (f"{TITLE}（图片版）", TITLE, f"{UNIT}2013年度政府信息公开情况统计表", f"关于{TITLE}的更正说明")
    made = site(*titles, p3=table, p4=note)
    del made[show(1)]  # images of what is listed as text are not asked for
    summary = replay([record(made)])

    (found,) = records()
    assert found["title"] == TITLE
    assert [part["url"].rpartition("/")[2] for part in found["documents"]] == ["2.html", "3.html", "4.html"]
    assert "收到申请数\t件\t7" in found["text"] and "特此更正" in found["text"]
    assert {number: state for number, (state, _, _) in states().items()} == {
        1: "copy",
        2: "report",
        3: "copy",
        4: "copy",
    }
    assert (states()[3][2] or "").endswith(show(2))
    assert (summary.misses, summary.unused, summary.portals[0].outcome) == ((), (), "ok")


@pytest.mark.parametrize("title", [f"图解：{TITLE}", f"{TITLE}（图片版）"])
def test_the_only_copy_is_the_report_whatever_it_is_called(record, places: Path, title: str) -> None:
    replay([record(site(title, f"《{TITLE}》解读"))])
    (found,) = records()
    assert (found["unit"], found["year"]) == (UNIT, 2013)
    state, document_type, reason = states()[2]
    assert (state, document_type) == ("not-a-report", "other")
    assert "解读" in (reason or "")


def test_where_the_text_cannot_be_read_the_next_copy_stands_in(record, places: Path) -> None:
    made = site(TITLE, f"{TITLE}（扫描件）")
    made[show(1)] = Answer(b"gone", status=404)
    replay([record(made)])
    (found,) = records()
    assert found["url"].endswith(show(2))
    assert [states()[number][0] for number in (1, 2)] == ["unreadable", "report"]


def test_a_correction_that_comes_later_is_read_with_its_report(record, places: Path) -> None:
    replay([record(site(TITLE))])
    (before,) = records()
    note = page("更正说明", "经核对，原报告所列公开数量有误，特此更正并致歉，以本页所列为准。")
    replay([record(site(TITLE, f"关于{TITLE}的更正说明", p2=note), "later")])
    (after,) = records()
    assert (after["id"], after["version"]) == (before["id"], 2)
    assert "特此更正" in after["text"]
    assert states()[2][0] == "copy"


def test_an_index_is_followed_and_said_to_be_one(record, places: Path) -> None:
    links = "".join(
        f'<tr><td>{number}</td><td><a href="{show(number)}">{name}</a></td></tr>'
        for number, name in ((11, "县教育局"), (12, "苇渡镇"))
    )
    index = page(
        "汇总", f"<table>{links}</table>", f'<a href="{show(1)}">本页</a>', '<a href="javascript:print()">打印</a>'
    )
    made = site("2013年度各部门政府信息公开年报汇总", TITLE, p1=index) | {
        show(11): Answer(report("兰汀县教育局2013年政府信息公开工作年度报告")),
        show(12): Answer(report("兰汀县苇渡镇2013年政府信息公开工作年度报告")),
    }
    summary = replay([record(made)])
    assert sorted(found["unit"] or "" for found in records()) == [
        "兰汀县人民政府",
        "兰汀县教育局",
        "兰汀县苇渡镇人民政府",
    ]
    assert states()[1][:2] == ("not-a-report", "index")
    assert "2 links" in (states()[1][2] or "")
    assert (summary.misses, summary.unused) == ((), ())


def test_a_ring_of_indexes_is_walked_once(record, places: Path) -> None:
    title = "2013年度各部门政府信息公开年报汇总"
    first = page("汇总", f'<a href="{show(2)}">各乡镇政府信息公开年报汇总</a>')
    second = page("汇总", f'<a href="{show(1)}">{title}</a>', f'<a href="{show(3)}">{TITLE}</a>')
    made = site(title, p1=first) | {show(2): Answer(second), show(3): Answer(report(TITLE))}
    summary = replay([record(made)])
    assert [found["title"] for found in records()] == [TITLE]
    assert (summary.misses, summary.unused) == ((), ())


def test_a_page_that_prints_many_reports_gives_them_all(record, places: Path) -> None:
    collection = page(
        "2013年度各部门政府信息公开年报汇总",
        "兰汀县教育局2013年政府信息公开工作年度报告",
        PROSE.format(120, 3),
        "兰汀县苇渡镇2013年政府信息公开工作年度报告",
        PROSE.format(45, 0),
    )
    replay([record(site("2013年度各部门政府信息公开年报汇总", p1=collection))])
    first, second = records()
    assert second["id"] == f"{first['id']}-2"
    assert [(found["unit"], found["year"]) for found in (first, second)] == [
        ("兰汀县教育局", 2013),
        ("兰汀县苇渡镇人民政府", 2013),
    ]
    for found, disclosed in ((first, 120), (second, 45)):
        (value,) = [each["value"] for each in found["statistics"] if each["indicator"] == "disclosed"]
        assert value == disclosed
        assert all(found["text"][each["start"] : each["end"]] == each["quote"] for each in found["statistics"])
    assert "苇渡镇" not in first["text"]
    assert states()[1][0] == "report"


def test_a_second_replay_of_all_this_changes_nothing(record, places: Path) -> None:
    folder = record(site(f"{TITLE}（图片版）", TITLE, f"{UNIT}2013年度政府信息公开情况统计表"))
    (recorded,) = [folder]
    made = replay([recorded])
    before = records()
    again = replay([recorded])
    assert made.changed_anything and not again.changed_anything
    assert records() == before
