"""`govreports parse` of a page that prints the reports of many units."""

import json
from pathlib import Path

from click.testing import CliRunner

from govreports.cli import main

PROSE = (
    "本年度，本机关认真贯彻落实政府信息公开条例，明确一名副职分管，完善工作制度，及时更新栏目。全年主动公开政府信息{0}条，"
    "收到依申请公开申请{1}件，均在规定期限内答复，没有收取费用，也没有发生行政复议和行政诉讼，社会反映良好。"
)
DUMP = f"""2013年度各部门政府信息公开年报汇编
发布时间：2014-03-20 来源：云禾县人民政府办公室
云禾县教育局2013年政府信息公开工作年度报告
{PROSE.format(120, 3)}
云禾县苇渡镇2013年度政府信息公开工作报告
{PROSE.format(45, 0)}
云禾县水务局2013年政府信息公开年报
{PROSE.format(87, 1)}
"""


def test_every_report_is_a_record_of_its_own(tmp_path: Path) -> None:
    saved = tmp_path / "collection.txt"
    saved.write_text(DUMP, encoding="utf-8")
    done = CliRunner().invoke(main, ["parse", "--json", str(saved)])
    assert done.exit_code == 0
    records = [json.loads(line) for line in done.stdout.splitlines()]
    first = records[0]["id"]
    assert [record["id"] for record in records] == [first, f"{first}-2", f"{first}-3"]
    assert [record["unit"] for record in records] == ["云禾县教育局", "云禾县苇渡镇人民政府", "云禾县水务局"]
    assert {record["published"] for record in records} == {"2014-03-20"}
    assert ["120条" in record["text"] for record in records] == [True, False, False]
    for record in records:
        assert [(part["start"], part["end"]) for part in record["documents"]] == [(0, len(record["text"]))]


def test_a_card_is_printed_for_each(tmp_path: Path) -> None:
    saved = tmp_path / "collection.txt"
    saved.write_text(DUMP, encoding="utf-8")
    told = CliRunner().invoke(main, ["parse", str(saved)]).stdout
    assert all(unit in told for unit in ("云禾县教育局", "云禾县苇渡镇", "云禾县水务局"))
